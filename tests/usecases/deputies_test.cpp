// Who stands in for whom, and which customers are entrusted to whom.
#include "model/usecases/deputies.hpp"

#include <algorithm>
#include <chrono>
#include <gtest/gtest.h>

#include "model/usecases/confirm_answer.hpp"
#include "model/work/work_item.hpp"
#include "tests/usecases/use_case_test.hpp"

namespace octad::model {
namespace {

class DeputiesTest : public UseCaseTest {
 protected:
  static Instant serverTime() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::microseconds>(since).count()};
  }
  Deputy set(const std::string& by, const std::string& absent, const std::string& deputy, int from = 0,
             int until = 5, const std::string& reason = "出差") {
    return SetDeputy(as(by)).execute(
        {absent, deputy, today().plusDays(from), today().plusDays(until), reason});
  }
  std::vector<StandIn> standIns(const std::string& login) {
    return standInsOf(person(login), reader().deputies(), reader().people(), today());
  }
  /// At the desk of the department of somebody who is away.
  Workplace inPlaceOf(const std::string& login, const std::string& department) {
    Workplace place = as(login);
    place.actor = actingFor(place.actor, m_database.department(department), standIns(login));
    m_database.store().actFor(m_database.department(department));
    return place;
  }
  std::vector<WorkItem> workFor(const std::string& login) {
    auto query = workOf(m_database.actor(login));
    query.standIns = standIns(login);
    auto mine = reader().work(query).mine;
    std::erase_if(mine, [](const WorkItem& item) { return !item.inPlaceOf; });
    return mine;
  }
};

TEST_P(DeputiesTest, OneselfTheHeadTheManagerAndTheAdministratorNameADeputy) {
  for (const char* login : {"liu", "ma", "chen", "zhou"}) {
    const Deputy deputy = set(login, "liu", "zhao");
    EXPECT_EQ(deputy.personId, person("liu")) << login;
    EndDeputy(as(login)).execute(deputy.id);
  }
  for (const char* login : {"wang", "zhao", "qian", "li", "sun"})
    EXPECT_EQ(refusedRule([&] { set(login, "liu", "zhao"); }), "right") << login;
  EXPECT_EQ(set("liu", "", "zhao").personId, person("liu")) << "for oneself, without saying so";
}

TEST_P(DeputiesTest, WhatMakesNoSenseIsToldByField) {
  EXPECT_EQ(invalidField([&] { set("liu", "liu", "liu"); }), "deputy");
  EXPECT_EQ(invalidField([&] { set("liu", "liu", "ma"); }), "deputy") << "of the same department";
  EXPECT_EQ(invalidField([&] { set("liu", "liu", "li"); }), "deputy") << "may not answer for a department";
  EXPECT_EQ(invalidField([&] { set("liu", "liu", "zhao", 3, 1); }), "until");
  EXPECT_EQ(invalidField([&] { set("liu", "liu", "zhao", -9, -1); }), "until");
  EXPECT_EQ(invalidField([&] { set("liu", "liu", "zhao", 0, 400); }), "until");
  EXPECT_EQ(invalidField([&] { set("liu", "liu", "zhao", 0, 5, "  "); }), "reason");
  EXPECT_THROW(set("liu", "liu", "nobody"), NotFound);
  set("liu", "liu", "zhao");
  EXPECT_EQ(invalidField([&] { set("liu", "liu", "zhao", 5, 9); }), "from") << "twice for a day";
  EXPECT_NO_THROW(set("liu", "liu", "zhao", 6, 9));
}

TEST_P(DeputiesTest, ADeputyAnswersForTheDepartmentWithinTheDaysOnly) {
  if (support::withLogins()) clock().set(serverTime());  // a server with logins looks at its own clock
  const ComplaintId id = acceptedCase();
  assign(id, "TE", "D4");
  EXPECT_TRUE(workFor("zhao").empty());
  EXPECT_EQ(refusedRule([&] { inPlaceOf("zhao", "TE"); }), "deputy");
  set("liu", "liu", "zhao");
  const auto work = workFor("zhao");
  ASSERT_EQ(work.size(), 1U);
  EXPECT_EQ(work[0].caseId, id);
  EXPECT_EQ(work[0].inPlaceOf->absentName, m_database.actor("liu").name);

  const Workplace place = inPlaceOf("zhao", "TE");
  DisciplineContent answer = content(id, DisciplineCode::d4);
  answer.text = "焊点虚焊";
  SaveDiscipline(place).execute(answer);
  m_database.store().actFor(std::nullopt);
  EXPECT_EQ(reader().history(id).back().actor,
            m_database.actor("zhao").name + " (for " + m_database.actor("liu").name + ")");

  clock().advanceHours(24 * 7);
  EXPECT_EQ(refusedRule([&] { inPlaceOf("zhao", "TE"); }), "deputy") << "the days are over";
  EXPECT_TRUE(workFor("zhao").empty());
}

TEST_P(DeputiesTest, ACqesOwnCasesGoToAnotherCqe) {
  if (support::withLogins()) clock().set(serverTime());
  const ComplaintId id = acceptedCase();
  const auto workOfHu = [&] {
    auto query = workOf(m_database.actor("hu"));
    addStandIns(query, reader().deputies(), reader().people(), today());
    return reader().work(query).mine;
  };
  EXPECT_TRUE(workOfHu().empty());
  EXPECT_EQ(invalidField([&] { set("wang", "wang", "liu"); }), "") << "a department's questions, as before";
  EndDeputy(as("wang")).execute(reader().deputies().front().id);
  set("wang", "wang", "hu");
  const auto work = workOfHu();
  ASSERT_EQ(work.size(), 1U);
  EXPECT_EQ(work[0].caseId, id);
  EXPECT_EQ(work[0].inPlaceOf->absentName, m_database.actor("wang").name);
  EXPECT_FALSE(isDepartmentsWork(work[0])) << "no other desk to take";
  clock().advanceHours(24 * 7);
  EXPECT_TRUE(workOfHu().empty()) << "the days are over";
}

TEST_P(DeputiesTest, EndingCutsAtOnceAndKeepsWhatWas) {
  const Deputy running = set("liu", "liu", "zhao", -2, 5);
  const Deputy coming = set("liu", "liu", "hu", 3, 5);
  EXPECT_EQ(refusedRule([&] { EndDeputy(as("wang")).execute(running.id); }), "right");
  EndDeputy(as("liu")).execute(running.id);
  EXPECT_TRUE(standIns("zhao").empty());
  EndDeputy(as("ma")).execute(coming.id);
  const auto left = reader().deputies();
  ASSERT_EQ(left.size(), 1U) << "what never began is gone, the other one is history";
  EXPECT_EQ(left[0].validUntil, today().plusDays(-1));
  EXPECT_THROW(EndDeputy(as("liu")).execute(running.id), NotFound);
}

TEST_P(DeputiesTest, CustomersAreEntrustedByTheManagerAndTheAdministrator) {
  for (const char* login : {"chen", "zhou"}) {
    EntrustCustomer(as(login)).execute("li", "C001", false);
    EXPECT_EQ(invalidField([&] { EntrustCustomer(as(login)).execute("li", "甲公司", false); }), "customer");
    ASSERT_EQ(reader().accounts().size(), 1U);
    EXPECT_EQ(reader().accounts()[0].personId, person("li"));
    EntrustCustomer(as(login)).execute("li", "甲公司", true);
    EXPECT_TRUE(reader().accounts().empty());
    EXPECT_EQ(invalidField([&] { EntrustCustomer(as(login)).execute("li", "C001", true); }), "customer");
  }
  EXPECT_EQ(refusedRule([&] { EntrustCustomer(as("li")).execute("li", "C001", false); }), "right");
  EXPECT_THROW(EntrustCustomer(as("chen")).execute("li", "丙公司", false), NotFound);
}

INSTANTIATE_TEST_SUITE_P(Databases, DeputiesTest, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace
}  // namespace octad::model
