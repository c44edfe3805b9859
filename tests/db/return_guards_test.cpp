#include <set>
#include <thread>

#include "model/ports/return_reader.hpp"
#include "model/usecases/announce_return.hpp"
#include "model/usecases/move_returned.hpp"
#include "model/usecases/receive_return.hpp"
#include "tests/db/guards_fixture.hpp"

namespace octad::db {
namespace {

using model::ReturnPlace;

/// A return of ten pieces of the case, received; statements speak of it as @return and @line.
class ReturnGuards : public Guards {
 protected:
  void SetUp() override {
    Guards::SetUp();
    model::NewReturn input;
    input.lines = {{"", "", "", m_test.store().reader().openCase(m_id).complaint.number, 0, {}, {}, 10}};
    m_return = model::AnnounceReturn(place()).execute(input).id;
    m_line = file().lines.front().id;
    model::ReturnReceipt receipt;
    receipt.target.id = m_return;
    receipt.lines = {{m_line, 10, ""}};
    model::ReceiveReturn(place()).execute(receipt);
  }
  model::Workplace place() { return {m_test.store(), m_test.clock(), m_test.actor("wang")}; }
  model::ReturnFile file() { return m_test.store().reader().returns().open(m_return); }

  std::string sql(std::string text, const std::string& reason = {}) {
    const auto put = [&text](const std::string& mark, long long value) {
      for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark))
        text.replace(at, mark.size(), std::to_string(value));
    };
    put("@return", m_return.value);
    put("@line", m_line.value);
    return answer(text, reason);
  }
  struct Booking {
    const char* from = "quarantine";
    const char* to = "test";
    long long quantity = 1;
    const char* before = "open";
    const char* after = "open";
    const char* disposition = "none";
    const char* document = "";
    const char* reason = "";
    std::string reverses = "null";
    std::string on = "2026-11-16";
  };
  std::string book(const Booking& b) {
    const std::string uuid = "test-" + std::to_string(++m_booked);
    return sql(
        std::string(
            "insert into return_movement (uuid, return_id, line_id, from_place, to_place, from_finding,"
            " to_finding, disposition, from_location, to_location, quantity, document, reason, reverses,"
            " moved_on, recorded_by, recorded_at) values ('") +
        uuid + "', @return, @line, '" + b.from + "', '" + b.to + "', '" + b.before + "', '" + b.after +
        "', '" + b.disposition + "', '', '', " + std::to_string(b.quantity) + ", '" + b.document + "', '" +
        b.reason + "', " + b.reverses + ", '" + b.on + "', @wang, 1794816000000000)");
  }
  std::string lastMovement() { return std::to_string(file().movements.back().id.value); }

  model::ReturnId m_return;
  model::ReturnLineId m_line;
  int m_booked = 0;
};
INSTANTIATE_TEST_SUITE_P(Databases, ReturnGuards, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

TEST_P(ReturnGuards, MovementsKeepTheRulesOfTheLedger) {
  EXPECT_EQ(book({.quantity = 11}), "return-balance");
  EXPECT_EQ(book({.quantity = 0}), "quantity") << "row 24";
  EXPECT_EQ(book({.quantity = -1}), "quantity") << "row 17";
  EXPECT_EQ(book({.quantity = 10'000'001}), "quantity") << "row 18";
  EXPECT_EQ(book({.to = "credited"}), "return-move") << "money back without analysis";
  EXPECT_EQ(book({.quantity = 4}), "") << "a right one";
  EXPECT_EQ(book({.quantity = 7}), "return-balance") << "6 are left";
  EXPECT_EQ(book({.from = "test", .to = "awaiting", .quantity = 4}), "finding");
  EXPECT_EQ(book({.from = "test", .to = "awaiting", .quantity = 4, .after = "confirmed"}), "");
  EXPECT_EQ(book({.from = "awaiting", .to = "work", .before = "confirmed", .after = "confirmed"}),
            "return-disposition");
  EXPECT_EQ(book({.from = "awaiting", .to = "work", .before = "ntf", .after = "ntf", .disposition = "scrap"}),
            "return-balance")
      << "there are none with that finding";
  EXPECT_EQ(book({.from = "awaiting",
                  .to = "work",
                  .before = "confirmed",
                  .after = "confirmed",
                  .disposition = "repair"}),
            "return-authorisation");
  EXPECT_EQ(book({.from = "awaiting",
                  .to = "work",
                  .quantity = 2,
                  .before = "confirmed",
                  .after = "confirmed",
                  .disposition = "scrap"}),
            "");
  EXPECT_EQ(book({.from = "work",
                  .to = "scrapped",
                  .before = "confirmed",
                  .after = "confirmed",
                  .disposition = "scrap"}),
            "document");
  EXPECT_EQ(book({.from = "work",
                  .to = "shipped",
                  .before = "confirmed",
                  .after = "confirmed",
                  .disposition = "scrap",
                  .document = "DN"}),
            "return-disposition");
  EXPECT_EQ(book({.from = "work",
                  .to = "scrapped",
                  .before = "confirmed",
                  .after = "confirmed",
                  .disposition = "scrap",
                  .document = "SC-1"}),
            "");
  EXPECT_EQ(book({.from = "awaiting", .to = "external", .before = "confirmed", .after = "confirmed"}),
            "reason");
  EXPECT_EQ(book({.from = "awaiting",
                  .to = "external",
                  .before = "confirmed",
                  .after = "confirmed",
                  .reason = " . "}),
            "reason");
}

TEST_P(ReturnGuards, ACounterMovementMirrorsOneMovementOnce) {
  ASSERT_EQ(book({.quantity = 4}), "");
  const std::string issued = lastMovement();
  EXPECT_EQ(book({.from = "test", .to = "quarantine", .quantity = 3, .reason = "wrong", .reverses = issued}),
            "return-reversal");
  EXPECT_EQ(book({.from = "test", .to = "quarantine", .quantity = 4, .reverses = issued}), "reason");
  EXPECT_EQ(book({.from = "test", .to = "quarantine", .quantity = 4, .reason = "wrong", .reverses = issued}),
            "");
  EXPECT_EQ(book({.from = "test", .to = "quarantine", .quantity = 4, .reason = "wrong", .reverses = issued}),
            "return-reversed");
  EXPECT_EQ(sql("update return_movement set quantity = 1"), "append-only");
  EXPECT_EQ(sql("delete from return_movement"), "append-only");
}

// The announcement and the receipt of ten pieces were on 2026-11-16.
TEST_P(ReturnGuards, DaysOfMovementsAreInOrder) {
  EXPECT_EQ(book({.on = "2026-11-15"}), "moved_on") << "before the announcement";
  EXPECT_EQ(book({.from = "surplus", .to = "quarantine", .reason = "x", .on = "2026-11-15"}), "moved_on");
  EXPECT_EQ(book({.on = "2026-11-18"}), "moved_on") << "in the future, wherever the site is";
  EXPECT_EQ(book({.quantity = 4, .on = "2026-11-17"}), "") << "tomorrow in UTC is today further east";
  const std::string issued = lastMovement();
  EXPECT_EQ(book({.from = "test", .to = "awaiting", .quantity = 4, .after = "confirmed"}), "moved_on")
      << "they came to test a day later";
  EXPECT_EQ(book({.quantity = 6}), "") << "the other six were there";
  EXPECT_EQ(book({.from = "test", .to = "awaiting", .quantity = 7, .after = "confirmed"}), "moved_on")
      << "six of the ten were in test that day";
  EXPECT_EQ(book({.from = "test", .to = "awaiting", .quantity = 11, .after = "confirmed"}), "return-balance");
  EXPECT_EQ(book({.from = "test", .to = "quarantine", .quantity = 4, .reason = "wrong", .reverses = issued}),
            "moved_on")
      << "taken back before it happened";
  EXPECT_EQ(book({.from = "test",
                  .to = "quarantine",
                  .quantity = 4,
                  .reason = "wrong",
                  .reverses = issued,
                  .on = "2026-11-17"}),
            "");
  EXPECT_EQ(book({.quantity = 4}), "") << "what was taken back never happened";
  EXPECT_EQ(book({.from = "test", .to = "awaiting", .quantity = 10, .after = "confirmed"}), "");
}

TEST_P(ReturnGuards, NothingIsHereBeforeItLeftUnlessItCameUnannounced) {
  EXPECT_EQ(sql("update goods_return set sent_on = '2026-11-17', row_version = row_version + 1 where id ="
                " @return"),
            "");
  EXPECT_EQ(book({.from = "surplus", .to = "quarantine", .reason = "x"}), "moved_on");
  EXPECT_EQ(book({.from = "surplus", .to = "quarantine", .reason = "x", .on = "2026-11-17"}), "");
  model::NewReturn input;
  input.customer = "甲公司";
  input.blind = true;
  input.lines = {{"P-100", "", "", "", 0, {}, {}, 2}};
  m_return = model::AnnounceReturn(place()).execute(input).id;
  m_line = file().lines.front().id;
  EXPECT_EQ(book({.from = "surplus", .to = "quarantine", .reason = "x", .on = "2026-11-01"}), "");
  EXPECT_EQ(book({.quantity = 2, .on = "2026-11-01"}), "moved_on") << "one of them came then";
}

TEST_P(ReturnGuards, AUnitGoesUntilItWasUsed) {
  const auto enter = [this](const std::string& serial) {
    EXPECT_EQ(sql("insert into return_unit (return_id, line_id, serial, date_code, place, location, finding,"
                  " disposition, found_by, failure, note) values (@return, @line, '" +
                  serial + "', '', 'quarantine', '', 'open', 'none', null, '', '')"),
              "");
  };
  const auto remove = [this](const std::string& serial, const std::string& reason = "扫错了") {
    return sql("delete from return_unit where return_id = @return and serial = '" + serial + "'", reason);
  };
  const auto change = [this](const std::string& serial, const std::string& what) {
    return sql("update return_unit set " + what + " where return_id = @return and serial = '" + serial + "'");
  };
  for (const char* serial : {"A", "B", "C", "D"}) enter(serial);
  EXPECT_EQ(remove("A", " . "), "reason");
  EXPECT_EQ(remove("A"), "");
  EXPECT_EQ(file().units.size(), 3U);
  EXPECT_EQ(change("B", "place = 'test'"), "immutable") << "who moves it says so";
  EXPECT_EQ(change("B", "place = 'test', moved = 1"), "");
  EXPECT_EQ(remove("B"), "unit-used") << "was moved";
  EXPECT_EQ(change("B", "moved = 0"), "immutable");
  EXPECT_EQ(change("B", "serial = 'B1'"), "") << "a moved one may be renamed";
  EXPECT_EQ(
      sql("insert into unit_test (return_id, unit_id, level, specification, specification_revision,"
          " passed, measured, failure, analyst, tested_on, recorded_by) select return_id, id, 'standard',"
          " 'TS', '', 1, '', '', '', '2026-11-16', @wang from return_unit where serial = 'C'"),
      "");
  EXPECT_EQ(remove("C"), "unit-used") << "was tested";
  EXPECT_EQ(change("C", "serial = 'C1'"), "unit-used");
  EXPECT_EQ(change("D", "finding = 'confirmed'"), "");
  EXPECT_EQ(remove("D"), "unit-used") << "was found";
  EXPECT_TRUE(m_test.store().reader().verifyAudit(std::nullopt).faults.empty()) << "the trail knows who went";
}

TEST_P(ReturnGuards, NoUnitLeavesAClosedReturn) {
  const auto unit = [this](const char* verb) {
    return sql(
        std::string(verb) == "enter"
            ? "insert into return_unit (return_id, line_id, serial, date_code, place, location, finding,"
              " disposition, found_by, failure, note) values (@return, @line, 'A', '', 'quarantine', '',"
              " 'open', 'none', null, '', '')"
            : "delete from return_unit where return_id = @return",
        "扫错了");
  };
  EXPECT_EQ(unit("enter"), "");
  // Nothing is open once receipt and announcement are taken back.
  const auto movements = file().movements;
  EXPECT_EQ(book({.to = "expected",
                  .quantity = 10,
                  .reason = "x",
                  .reverses = std::to_string(movements[1].id.value)}),
            "");
  EXPECT_EQ(book({.from = "expected",
                  .to = "outside",
                  .quantity = 10,
                  .reason = "x",
                  .reverses = std::to_string(movements[0].id.value)}),
            "");
  EXPECT_EQ(
      sql("update goods_return set closed_at = 1794816000000000, row_version = row_version + 1 where id ="
          " @return"),
      "");
  EXPECT_EQ(unit("remove"), "return-closed");
}

TEST_P(ReturnGuards, NoMoreIsTakenBackThanWasBooked) {
  const auto cost = [this](int amount, int reversal, const std::string& document = "CN-1") {
    return sql(
        "insert into return_cost (return_id, kind, amount_minor, currency, document, booked_on, note,"
        " reversal, booked_by) values (@return, 'credit', " +
        std::to_string(amount) + ", 'CNY', '" + document + "', '2026-11-16', 'x', " +
        std::to_string(reversal) + ", @wang)");
  };
  EXPECT_EQ(cost(100, 1), "amount") << "nothing was booked";
  EXPECT_EQ(cost(100, 0), "");
  EXPECT_EQ(cost(100, 1, "CN-2"), "amount");
  EXPECT_EQ(cost(60, 1), "");
  EXPECT_EQ(cost(41, 1), "amount");
  EXPECT_EQ(cost(40, 1), "");
}

TEST_P(ReturnGuards, MoreThanWasDeliveredNeedsAReason) {
  EXPECT_EQ(sql("update complaint_item set quantity_delivered = 12 where complaint_id = @case"), "");
  EXPECT_EQ(book({.from = "outside", .to = "expected", .quantity = 5}), "");
  EXPECT_EQ(book({.from = "expected", .to = "quarantine", .quantity = 3}), "quantity")
      << "rows 23, 25: 13 of 12";
  EXPECT_EQ(book({.from = "expected", .to = "quarantine", .quantity = 2}), "");
  EXPECT_EQ(book({.from = "expected", .to = "quarantine", .quantity = 3, .reason = "客户多退了"}), "");
}

TEST_P(ReturnGuards, HeadsAndLinesKeepTheirRules) {
  EXPECT_EQ(sql("update goods_return set number = 'R99', row_version = row_version + 1 where id = @return"),
            "immutable");
  EXPECT_EQ(sql("update goods_return set remarks = 'x' where id = @return"), "version");
  EXPECT_EQ(sql("update goods_return set closed_at = 1794816000000000, row_version = row_version + 1 where "
                "id = @return"),
            "return-open");
  EXPECT_EQ(sql("delete from goods_return where id = @return"), "never-deleted");
  EXPECT_EQ(sql("update return_line set complaint_id = null where id = @line"), "immutable");
  EXPECT_EQ(sql("insert into return_unit (return_id, line_id, serial, date_code, place, location, finding, "
                "disposition,"
                " found_by, failure, note) values (@return, @line, 'A', '', 'quarantine', '', 'open', "
                "'none', null, '',"
                " '')"),
            "");
  EXPECT_EQ(sql("insert into return_unit (return_id, line_id, serial, date_code, place, location, finding, "
                "disposition,"
                " found_by, failure, note) values (@return, @line, 'A', '', 'quarantine', '', 'open', "
                "'none', null, '',"
                " '')"),
            "serial");
  EXPECT_EQ(sql("insert into returned_quantity (uuid, complaint_id, item_id, received_on, note, announced, "
                "received,"
                " confirmed, no_trouble_found, customer_caused, transport, explanation) select 'x', "
                "complaint_id, id,"
                " '2026-11-20', '', 0, 1, 0, 0, 0, 0, '' from complaint_item where complaint_id = @case"),
            "immutable");
}

TEST_P(ReturnGuards, ACaseDoesNotCloseOverItsPieces) {
  move({model::CaseState::handling, model::CaseState::closing});
  const std::string close =
      "update complaint set state = 'closed', closed_at = 1794816000000000, row_version = row_version + 1 "
      "where id ="
      " @case";
  EXPECT_EQ(sql(close, "处理完成了"), "return-open");
  EXPECT_EQ(sql("insert into return_hand_over (complaint_id, return_id, owner_id, reason, by_person, at) "
                "values (@case,"
                " @return, @wang, '供应商分析中', @wang, 1794816000000000)"),
            "");
  EXPECT_EQ(sql(close, "处理完成了"), "");
  EXPECT_EQ(book({.quantity = 4}), "") << "the return goes on";
  EXPECT_EQ(sql("insert into return_hand_over (complaint_id, return_id, owner_id, reason, by_person, at) "
                "values (@case,"
                " @return, @wang, 'x', @wang, 1794816000000000)"),
            "closed");
  EXPECT_EQ(sql("insert into return_line (return_id, position, part_id, lot, nature, complaint_id, item_id, "
                "sample_id,"
                " failure) select @return, 2, part_id, '', 'as_announced', complaint_id, id, null, '' from "
                "complaint_item"
                " where complaint_id = @case"),
            "closed")
      << "row 26";
}

TEST_P(ReturnGuards, ACaseIsNotCancelledOverItsPieces) {
  EXPECT_EQ(sql("update complaint set state = 'cancelled', row_version = row_version + 1 where id = @case",
                "重复录入的记录"),
            "return-open");
}

TEST_P(ReturnGuards, SweepCountsAddUpAndNeverGoBelowNothing) {
  ASSERT_EQ(
      sql("insert into sweep_row (problem_id, location, not_applicable, suspect, ok, ng, rework, unreachable,"
          " risk_accepted_by) values (@problem, 'supplier', '', 10, 0, 0, 0, 0, '')"),
      "");
  const auto count = [this](int ok, int correction) {
    return sql(
        "insert into sweep_count (uuid, problem_id, sweep_id, counted_on, ok, ng, rework, correction, note,"
        " counted_by, recorded_at) select 'c" +
        std::to_string(++m_booked) + "', problem_id, id, '2026-11-20', " + std::to_string(ok) + ", 0, 0, " +
        std::to_string(correction) +
        ", '', @wang, 1794816000000000 from sweep_row where location = 'supplier'");
  };
  EXPECT_EQ(count(7, 0), "");
  EXPECT_EQ(count(4, 0), "suspect");
  EXPECT_EQ(count(8, 1), "ok") << "more is taken back than was counted";
  EXPECT_EQ(count(2, 1), "");
  EXPECT_EQ(m_test.store().reader().returns().sweepTasks().front().open(), 5);
}

TEST_P(ReturnGuards, TheTableOfMovementsIsTheModels) {
  std::set<std::string> model;
  for (const auto& move : model::returnMoves())
    model.insert(std::string(model::keyOf(move.from)) + ">" + std::string(model::keyOf(move.to)) +
                 (move.needsReason ? "r" : "") + (move.needsDocument ? "d" : ""));
  std::set<std::string> stored;
  const Lease lease = m_database.reader();
  std::string row;
  soci::statement statement =
      (lease.session().prepare
           << "select from_place || '>' || to_place || case when needs_reason = 1 then 'r' else ''"
              " end || case when needs_document = 1 then 'd' else '' end from return_move",
       soci::into(row));
  statement.execute();
  while (statement.fetch()) stored.insert(row);
  EXPECT_EQ(stored, model);
}

// Eight people book at once: together they take what is there and not a piece more.
TEST_P(ReturnGuards, EightWritersAtOnceNeverTakeAPieceTwice) {
  constexpr int kWriters = 8;
  std::vector<std::thread> writers;
  std::atomic<int> taken = 0;
  std::atomic<int> refused = 0;
  const model::Workplace workplace = place();
  for (int i = 0; i < kWriters; ++i)
    writers.emplace_back([&] {
      model::ReturnTransfer issue;
      issue.target.id = m_return;
      issue.lineId = m_line;
      issue.quantity = 2;
      try {
        model::MoveReturned(workplace).execute(issue);
        ++taken;
      } catch (const model::Refused& no) {
        EXPECT_EQ(no.rule(), "balance") << no.what();
        ++refused;
      }
    });
  for (auto& writer : writers) writer.join();
  EXPECT_EQ(taken, 5);
  EXPECT_EQ(refused, 3);
  const model::ReturnBalance balance = file().balance();
  EXPECT_EQ(balance.at(ReturnPlace::test), 10);
  EXPECT_EQ(balance.at(ReturnPlace::quarantine), 0);
  EXPECT_TRUE(m_test.store().reader().verifyAudit(std::nullopt).faults.empty());
}

}  // namespace
}  // namespace octad::db
