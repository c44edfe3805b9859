#include <gtest/gtest.h>
#include <soci/soci.h>

#include "db/connection/database.hpp"
#include "db/connection/error_translation.hpp"
#include "model/core/error.hpp"
#include "model/core/text.hpp"
#include "model/ports/reader.hpp"
#include "tests/db/guards_fixture.hpp"

namespace octad::db {
namespace {

using model::CaseState;

INSTANTIATE_TEST_SUITE_P(Databases, Guards, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

const std::string kItem =
    "insert into complaint_item (complaint_id, position, part_id, lot, failure, defect_kind, "
    "quantity_defective,"
    " quantity_delivered, severity, rule) values (@case, 2, 1, '', 'x', 'functional', ";

TEST_P(Guards, OneLineTextsOfTheBadInputList) {
  struct Row {
    std::string text;
    const char* why;
    bool fine;
  };
  std::string emoji;
  for (int i = 0; i < 300; ++i) emoji += "😀";
  const std::vector<Row> rows{
      {"", "row 1: empty", false},
      {"   ", "row 2: spaces", false},
      {"\u200B", "row 3: zero width only", false},
      {"\u3000", "row 4: wide space only", false},
      {std::string(301, 'a'), "row 5: 301 characters", false},
      {emoji, "row 6: 300 emoji", true},
      {std::string(1 << 20, 'a'), "row 7: a megabyte", false},
      {"abc\u202Efdp.exe", "row 8: hidden direction", false},
      {"a\nb", "row 9: line break", false},
      {"a\ab", "row 9: bell", false},
      {"Mu\u0308ller", "row 11: not composed", false},
      {"Müller", "row 11: composed", true},
      {"<b>{{x}}%n", "row 13: marks are text", true},
      {"شكوى עברית", "row 14: right to left", true},
      {"ends with space ", "outer blank", false},
      {"\uFEFFtext", "byte order mark", false},
      {"می‌خواهم", "Persian with a joiner", true},
      {"👨‍👩‍👧", "family emoji", true},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(setTitle(row.text), row.fine ? "" : "title") << row.why;
    EXPECT_EQ(model::isLine(row.text, model::kTitleLength), row.fine) << row.why;
  }
}

TEST_P(Guards, QuantitiesOfTheBadInputList) {
  EXPECT_EQ(answer(kItem + "5, 1000, 'other', '')"), "");
  EXPECT_EQ(answer(kItem + "5, null, 'other', '')"), "");
  EXPECT_EQ(answer(kItem + "0, 10000000, 'other', '')"), "");
  EXPECT_EQ(answer(kItem + "-1, 1000, 'other', '')"), "quantity_defective");
  EXPECT_EQ(answer(kItem + "10000001, null, 'other', '')"), "quantity_defective");
  EXPECT_EQ(answer(kItem + "2147483648, null, 'other', '')"), "quantity_defective");
  EXPECT_EQ(answer(kItem + "6, 5, 'other', '')"), "quantity_defective");
  for (const char* bad : {"'abc'", "'1.5'", "'1,000'", "1000000000000000000000000000000"})
    EXPECT_NE(answer(kItem + bad + ", null, 'other', '')"), "") << bad;
}

TEST_P(Guards, DatesOfTheBadInputList) {
  const auto set = [this](const std::string& date) {
    return answer("update problem set clean_point_date = '" + date +
                  "', row_version = row_version + 1 where id = @problem");
  };
  for (const char* fine : {"2024-02-29", "1990-01-01", "2200-01-01"}) EXPECT_EQ(set(fine), "") << fine;
  for (const char* bad : {"2026-02-30", "2026-13-01", "2025-02-29", "1969-12-31", "1900-01-01", "9999-12-31",
                          "10000-01-01", "44927", "infinity", "epoch", "abc"})
    EXPECT_NE(set(bad), "") << bad;
}

TEST_P(Guards, MonthsFlagsEnumerationsAndKeys) {
  const std::string version = ", row_version = row_version + 1 where id = @case";
  EXPECT_EQ(answer("update complaint set notice_month = '2026-12'" + version), "");
  EXPECT_EQ(answer("update complaint set notice_month = '2026-13'" + version), "notice_month");
  EXPECT_EQ(answer("update complaint set notice_month = '2026-1'" + version), "notice_month");
  EXPECT_EQ(answer("update complaint set safety = 2" + version), "safety");
  EXPECT_NE(answer("update complaint set severity = 'huge'" + version), "");
  EXPECT_NE(answer("update complaint set customer_id = 999999" + version), "");
  EXPECT_NE(answer("update complaint set customer_id = null" + version), "");
  EXPECT_NE(answer("update complaint set received_at = 0" + version), "");
}

TEST_P(Guards, LongTextsAreLimitedInBytes) {
  const Lease lease = m_database.writer();
  const std::string most(model::kTextBytes, 'a');
  const std::string more = most + "a";
  const auto set = [&](const std::string& text) {
    m_database.dialect().beginWrite(lease.session(), {"测试", "test", ""});
    try {
      translated([&] {
        lease.session()
            << "update discipline set text = :t, row_version = row_version + 1 where problem_id = :p",
            soci::use(text), soci::use(m_problem.value);
      });
      lease.session() << "rollback";
      return std::string();
    } catch (const model::Invalid& invalid) {
      lease.session() << "rollback";
      return invalid.field();
    }
  };
  EXPECT_EQ(set(most), "");
  EXPECT_EQ(set(more), "text");
}

TEST_P(Guards, SqlInValuesIsOnlyText) {
  const std::string title = "x'; delete from complaint; --";
  EXPECT_EQ(setTitle(title), "");
  EXPECT_EQ(m_test.store().reader().caseCount({}), 1);
}

TEST_P(Guards, CaseLivesByTheTransitionTable) {
  EXPECT_EQ(answer("update complaint set state = 'closed', closed_at = received_at,"
                   " row_version = row_version + 1 where id = @case"),
            "transition");
  EXPECT_EQ(
      answer("update complaint set state = 'cancelled', row_version = row_version + 1 where id = @case"),
      "reason");
  for (const char* blank : {" ", "\t\n", "....."})
    EXPECT_EQ(
        answer("update complaint set state = 'cancelled', row_version = row_version + 1 where id = @case",
               blank),
        "reason");
  EXPECT_EQ(answer("update complaint set state = 'cancelled', row_version = row_version + 1 where id = @case",
                   "登记有误了"),
            "");
}

TEST_P(Guards, CaseStartsRegistered) {
  EXPECT_EQ(answer("insert into complaint select * from complaint where false"), "");
  move({CaseState::handling});
  const std::string copy =
      "insert into complaint (uuid, number, external_number, origin, problem_id, customer_id, customer_ref,"
      " channel, contact, received_at, notice_month, title, verbatim, statement, statement_customer, demand,"
      " safety, penalty, repeat, state, acceptance, liability, severity, severity_provisional, weight, rule,"
      " policy_name, policy_revision, result, loss_minor, loss_currency, remarks, turn, turn_name, due_name, "
      "phase,"
      " part_number, failure, created_at, row_version) select 'other', 'C26-90000', '', origin, problem_id,"
      " customer_id, '', '', '', received_at, notice_month, title, '', '', '', '', 0, 0, 0, state, "
      "acceptance,"
      " liability, severity, 1, 0, '', '', 0, '', 0, '', '', turn, '', '', '', '', '', created_at, 1"
      " from complaint where id = @case";
  EXPECT_EQ(answer(copy), "transition");
}

TEST_P(Guards, IdentityAndVerbatimOfACaseAreFixed) {
  for (const char* column : {"uuid = 'x'", "number = 'C26-99999'", "created_at = created_at + 1",
                             "origin = 'imported'", "verbatim = '改写'"})
    EXPECT_EQ(answer("update complaint set " + std::string(column) +
                     ", row_version = row_version + 1 where id = @case"),
              "immutable")
        << column;
  EXPECT_EQ(answer("update complaint set title = 'x' where id = @case"), "version");
}

TEST_P(Guards, CasesAndTheirRecordsAreNeverDeleted) {
  EXPECT_EQ(answer("delete from complaint"), "never-deleted");
  EXPECT_EQ(answer("delete from complaint_item"), "never-deleted");
  EXPECT_EQ(answer("delete from problem"), "never-deleted");
  EXPECT_EQ(answer("delete from person"), "never-deleted");
}

TEST_P(Guards, AppendOnlyRecordsAreNeitherChangedNorRemoved) {
  EXPECT_EQ(
      answer("insert into closing (complaint_id, reopened, reason, open_points, by_person, approved_by, at)"
             " select @case, 0, '完成', '', @wang, null, received_at from complaint where id = @case"),
      "");
  EXPECT_EQ(answer("update closing set reason = 'x'"), "append-only");
  EXPECT_EQ(answer("delete from closing"), "append-only");
  EXPECT_EQ(answer("update policy set content = '{}'"), "append-only");
}

TEST_P(Guards, SignaturesAndReadingsAreOnlyAddedAndByTheRules) {
  const std::string hash = "'" + std::string(64, 'a') + "'";
  EXPECT_EQ(
      answer("insert into submission (problem_id, discipline, revision, submitted_by, submitted_at, snapshot,"
             " sha256) values (@problem, 'D0', 1, @wang, 1794816000000000, '{}', " +
             hash + ")"),
      "");
  EXPECT_EQ(answer("update discipline set state = 'submitted', revision = 1, row_version = row_version + 1"
                   " where problem_id = @problem and code = 'D0'"),
            "");
  const auto sign = [&](const std::string& meaning, const std::string& seq) {
    return answer(
        "insert into signature (problem_id, submission_id, meaning, signed_by, printed_name, signed_at,"
        " record_sha256, chain_seq, chain_hash, reauthenticated) select p.id, s.id, '" +
        meaning + "', @wang, 'x', 1794816000000000, " + hash + ", " + seq +
        ", h.hash, 'none' from problem p join submission s on s.problem_id = p.id"
        " join audit_head h on h.chain = p.uuid where p.id = @problem");
  };
  EXPECT_EQ(sign("authored", "h.seq"), "");
  EXPECT_EQ(sign("authored", "h.seq"), "meaning") << "once";
  if (GetParam() ==
      support::DatabaseKind::sqlite) {  // PostgreSQL grants no insert: its operation holds these rules
    EXPECT_EQ(sign("reviewed", "h.seq"), "signature") << "wang wrote it";
    EXPECT_EQ(sign("authored", "1"), "conflict") << "not what the chain ends with";
  }
  EXPECT_EQ(answer("update signature set printed_name = 'y'"), "append-only");
  EXPECT_EQ(answer("delete from signature"), "append-only");
  EXPECT_EQ(answer("insert into case_reading (complaint_id, person_id, kind, note, at)"
                   " values (@case, @wang, 'opened', '', 1794816000000000)"),
            "");
  EXPECT_EQ(answer("update case_reading set note = 'y'"), "append-only");
  EXPECT_EQ(answer("delete from case_reading"), "append-only");
}

TEST_P(Guards, ClosedIsClosed) {
  move({CaseState::handling, CaseState::closing, CaseState::closed});
  const std::string version = ", row_version = row_version + 1 where id = @case";
  EXPECT_EQ(answer("update complaint set title = 'x'" + version), "closed");
  EXPECT_EQ(answer("update complaint set severity = 'major'" + version), "closed");
  EXPECT_EQ(answer("update complaint set closed_at = closed_at + 1" + version), "closed");
  EXPECT_EQ(answer("update complaint set loss_minor = 100, result = 'satisfied'" + version), "");
  EXPECT_EQ(answer(kItem + "5, 1000, 'other', '')"), "closed");
  EXPECT_EQ(answer("update complaint_item set quantity_defective = 1"), "closed");
  EXPECT_EQ(
      answer("insert into cause (problem_id, type, text, text_customer, result, method, proof, verified_by,"
             " verified_on) values (@problem, 'TUA', 'x', '', 'hypothesis', '', '', '', null)"),
      "closed");
  EXPECT_EQ(
      answer("update discipline set text = 'x', row_version = row_version + 1 where problem_id = @problem"),
      "closed");
  EXPECT_EQ(
      answer(
          "update discipline set state = 'open', row_version = row_version + 1 where problem_id = @problem"),
      "");
  EXPECT_EQ(answer("update complaint set state = 'handling', closed_at = null" + version, "客户又有异议"),
            "");
  EXPECT_EQ(answer(kItem + "5, 1000, 'other', '')"), "");
}

TEST_P(Guards, SentRepliesKeepTheirWordsButTakeAnAnswer) {
  const std::string hash(64, 'a');
  EXPECT_EQ(
      answer("insert into reply (complaint_id, stage, revision, medium, recipient, text, sent_at, sent_by,"
             " status, answer, answered_at, snapshot, sha256) select @case, 'first', 1, 'email', '', '收到',"
             " received_at, @wang, 'sent', '', null, '{}', '" +
             hash + "' from complaint where id = @case"),
      "");
  EXPECT_EQ(answer("update reply set text = '改'"), "immutable");
  move({CaseState::handling, CaseState::closing, CaseState::closed});
  EXPECT_EQ(answer("update reply set status = 'objected', answer = '不同意', answered_at = sent_at"), "");
}

TEST_P(Guards, SweepAndVerificationBalance) {
  EXPECT_EQ(
      answer(
          "insert into sweep_row (problem_id, location, not_applicable, suspect, ok, ng, rework, unreachable,"
          " risk_accepted_by) values (@problem, 'wip', '', 10, 5, 5, 1, 0, '')"),
      "suspect");
  EXPECT_EQ(
      answer(
          "insert into verification (problem_id, verified_on, lots, inspected, failed, criterion, result, "
          "note,"
          " verified_by, recorded_at) values (@problem, '2026-11-20', 3, 10, 11, '', 'effective', '', @wang,"
          " 1794816000000000)"),
      "failed");
}

class SqliteGuards : public Guards {};
INSTANTIATE_TEST_SUITE_P(Databases, SqliteGuards, testing::Values(support::DatabaseKind::sqlite));

TEST_P(SqliteGuards, OtherProgramsFailClosedOnSqlite) {
  const Lease lease = m_database.writer();
  // No change under way: nobody said who acts.
  EXPECT_THROW(translated([&] { lease.session() << "update department set name = 'x'"; }), model::Refused);
}

}  // namespace
}  // namespace octad::db
