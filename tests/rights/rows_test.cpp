#include <algorithm>
#include <chrono>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <sstream>
#include <thread>

#include "db/repositories/case_rows.hpp"
#include "db/repositories/return_file_rows.hpp"
#include "model/core/error.hpp"
#include "tests/rights/rights_place.hpp"

namespace octad::rights {
namespace {

/// One attempt of tests/rights/attempts.txt.
struct Attempt {
  std::string sql;
  std::map<std::string, std::string> expected;  ///< by login
};

/// A line with the statement, then a line of two blanks, what comes of it for the server's administrator, for
/// everybody, and for those who fare differently: "  done denied wang=done chen=OC001". Lines with # are
/// remarks.
std::vector<Attempt> readAttempts() {
  std::vector<Attempt> attempts;
  std::ifstream file(std::string(OCTAD_SOURCE_DIR) + "/tests/rights/attempts.txt");
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    if (line.front() != ' ') {
      attempts.push_back({line, {}});
      continue;
    }
    std::istringstream words(line);
    std::string control;
    std::string everybody;
    words >> control >> everybody;
    auto& expected = attempts.back().expected;
    expected[kAdministrator] = control;
    for (const std::string& login : kLogins) expected[login] = everybody;
    for (std::string word; words >> word;)
      expected[word.substr(0, word.find('='))] = word.substr(word.find('=') + 1);
  }
  return attempts;
}

class Rows : public testing::TestWithParam<Origin> {};
const auto kName = [](const auto& info) { return std::string(nameOf(info.param)); };
INSTANTIATE_TEST_SUITE_P(Databases, Rows, testing::Values(Origin::fresh, Origin::upgraded, Origin::restored),
                         kName);

TEST_P(Rows, EveryForbiddenOperationIsRefusedAsExpected) {
  RightsPlace& here = place(GetParam());
  const auto attempts = readAttempts();
  ASSERT_GT(attempts.size() * kLogins.size(), 1000U);
  for (const Attempt& attempt : attempts)
    for (const auto& [login, expected] : attempt.expected)
      EXPECT_EQ(here.attempt(login, attempt.sql), expected) << login << ": " << attempt.sql;
}

/// SQL that gives a row when a list that the function `read` gave for `id` is not what the policies of its
/// table give. For whom the function gives nothing at all, it says so of the head only: a return may be seen
/// without its case.
template <class Row, class Place>
std::string difference(std::string_view name, const Place& place, const std::string& read,
                       const std::string& id) {
  constexpr bool kHead = std::is_same_v<Row, model::Complaint> || std::is_same_v<Row, model::GoodsReturn>;
  const std::string rows = "(select array_agg(x::text order by x::text) from json_array_elements(";
  return "select 1 from (select " +
         db::jsonRowsSql<Row>(db::jsonWords("postgresql"), place.template from<Row>()) + " as texts) m " +
         (kHead ? "left join" : "join") + " octad." + read + "(" + id + ") c on true where " + rows +
         "m.texts::json) x) is distinct from " + rows + "c.out_" + std::string(name) + "::json) x)";
}

/// octad.read_case asks once what of a case is seen. What it gives is what the policies of every table give.
TEST_P(Rows, ACaseReadAtOnceIsTheCaseReadRowByRow) {
  RightsPlace& here = place(GetParam());
  for (const char* id : {"@one", "@two", "@three"}) {
    const db::CaseKeys keys{id, std::string("(select problem_id from octad.complaint where id = ") + id + ")",
                            std::string("(select customer_id from octad.complaint where id = ") + id + ")"};
    model::forEachMember(model::CaseFile{}, [&](std::string_view name, const auto& field) {
      using Row = typename db::ElementOf<std::remove_cvref_t<decltype(field)>>::type;
      if constexpr (!db::kMentioned<Row>)
        for (const std::string& login : kLogins) {
          if (login == "ku") continue;  // the warehouse reads its own rows of every case, and no case
          EXPECT_EQ(here.attempt(login, difference<Row>(name, keys, "read_case", id)), "none")
              << login << " " << id << " " << name;
        }
    });
  }
}

/// The same of octad.read_return.
TEST_P(Rows, AReturnReadAtOnceIsTheReturnReadRowByRow) {
  RightsPlace& here = place(GetParam());
  for (const char* uuid : {"ret-@one", "ret-@two", "ret-@three"}) {
    const std::string id = std::string("(select id from octad.goods_return where uuid = '") + uuid + "')";
    const db::ReturnPlace rows{id, "octad.cases_of_return(" + id + ") t",
                               "octad.items_of_return(" + id + ") t"};
    model::forEachMember(model::ReturnFile{}, [&](std::string_view name, const auto& field) {
      using Row = typename db::ElementOf<std::remove_cvref_t<decltype(field)>>::type;
      if constexpr (!db::kMentioned<Row>)
        for (const std::string& login : kLogins)
          EXPECT_EQ(here.attempt(login, difference<Row>(name, rows, "read_return", id)), "none")
              << login << " " << uuid << " " << name;
    });
  }
}

TEST_P(Rows, CasesAreComparedWithThoseThatALoginMaySee) {
  EXPECT_EQ(place(GetParam()).compared("wang").size(), 3U);
  const auto asked = place(GetParam()).compared("liu");
  ASSERT_EQ(asked.size(), 1U) << "the one that was asked of the department";
  const auto all = place(GetParam()).compared("wang");
  EXPECT_NE(std::find(all.begin(), all.end(), asked.front()), all.end());
}

TEST_P(Rows, WhatWasLearnedIsReadByWhoeverReadsCases) {
  const auto all = place(GetParam()).lessons("wang");
  EXPECT_GT(all, 0U);
  for (const char* login : {"liu", "zhao", "qian", "an"})
    EXPECT_EQ(place(GetParam()).lessons(login), all) << login;
}

TEST_P(Rows, NobodyIsToldThatWhatTheyMayNotSeeIsGone) {
  for (const std::string& login : kLogins) {
    if (login == "ku") continue;  // warehouse: no cases
    try {
      const auto report = place(GetParam()).verify(login, 1);
      EXPECT_TRUE(report.faults.empty()) << login;
    } catch (const model::NotFound&) {
      continue;  // not theirs to see
    }
  }
  EXPECT_GT(place(GetParam()).verify("liu", 1).events, 0) << "asked, so the trail is theirs to read";
}

/// The last one: sessions that tried everything are old by then, and only one that is not has to be waited
/// for.
TEST_P(Rows, OnlyASessionThatHasJustBegunSigns) {
  RightsPlace& here = place(GetParam());
  const std::string sign =
      "select octad.sign_record(@one, jsonb_build_object('problem_id', @p1, 'submission_id', 1, 'meaning',"
      " 'approved', 'signed_by', octad.acting_person(), 'record_sha256', repeat('b', 64), 'chain_seq', 1,"
      " 'chain_hash', repeat('b', 64), 'reauthenticated', 'password'))";
  EXPECT_EQ(here.attempt("hu", sign), "40001") << "a new session: refused for the version alone";
  const std::string old =
      "select 1 from pg_stat_activity where pid = pg_backend_pid()"
      " and clock_timestamp() - backend_start > interval '15 seconds'";
  constexpr int kSeconds = 20;
  for (int waited = 0; waited < kSeconds && here.attempt("wang", old) == "none"; ++waited)
    std::this_thread::sleep_for(std::chrono::seconds(1));
  ASSERT_NE(here.attempt("wang", old), "none");
  EXPECT_EQ(here.attempt("wang", sign), "rights");
}

}  // namespace
}  // namespace octad::rights
