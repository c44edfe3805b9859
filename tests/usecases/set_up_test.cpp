#include "model/usecases/set_up.hpp"

#include "model/core/catalogue.hpp"
#include "model/usecases/look_alike.hpp"
#include "tests/usecases/use_case_test.hpp"

namespace octad::model {
namespace {

class SetUpTest : public UseCaseTest {};

TEST_P(SetUpTest, AddsWhatIsNewAndLeavesTheRest) {
  SiteSetup site;
  site.company = "另一家公司";
  site.departments = standardDepartments();
  Person person;
  person.login = "new";
  person.name = " 新人 ";
  person.departmentId = site.departments[0].id;
  person.roles = {Role::member, Role::checker};
  site.people = {person};
  site.customers = {{{}, "", "丙公司", "苏州", 100, true}, {{}, "X9", "甲公司", "", {}, true}};
  site.calendar = {{{}, Date(2026, 10, 1), DayKind::workday, "改"},
                   {{}, Date(2027, 1, 1), DayKind::holiday, "元旦"}};
  SetUpSite(as("zhou")).execute(site);
  SetUpSite(as("zhou")).execute(site);
  EXPECT_EQ(reader().setting("company"), "示例电源有限公司");
  EXPECT_EQ(reader().departments().size(), 8u);
  const Actor added = m_database.actor("new");
  EXPECT_EQ(added.name, "新人");
  EXPECT_EQ(added.departmentId, m_database.department("TE"));
  EXPECT_EQ(added.roles.size(), 2u);
  const auto customers = reader().customers({}, 100);
  EXPECT_EQ(customers.size(), 3u);
  EXPECT_EQ(findCustomer(customers, "甲公司")->code, "C001") << "what is there is left alone";
  const auto calendar = reader().calendar();
  EXPECT_EQ(calendar.size(), 9u);
  site.policy = "unknown";
  EXPECT_EQ(invalidField([&] { SetUpSite(as("zhou")).execute(site); }), "policy");
  site.policy = "default";
  site.zone = "Mars/Olympus";
  EXPECT_EQ(invalidField([&] { SetUpSite(as("zhou")).execute(site); }), "zone");
  EXPECT_EQ(refusedRule([&] { SetUpSite(as("wang")).execute(site); }), "right");
}

INSTANTIATE_TEST_SUITE_P(Databases, SetUpTest, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

TEST(LookAlike, SeesWhatTheEyeSees) {
  EXPECT_EQ(visualSkeleton("АСМЕ"), visualSkeleton("acme"));
  EXPECT_EQ(visualSkeleton("Ａｃｍｅ Co."), visualSkeleton("ACME-CO"));
  EXPECT_NE(visualSkeleton("星河终端"), visualSkeleton("星河终瑞"));
  EXPECT_NE(visualSkeleton("Müller"), visualSkeleton("Muller"));
}

TEST(ListedMessage, SentencesWithinASentence) {
  const Message outer("Missing: {0}", {listed({{"Return {0}: {1} open.", {"R;1:2", "3"}}, {"No leader."}})});
  EXPECT_EQ(Catalogue().sentence(outer), "Missing: Return R;1:2: 3 open. No leader.");
  EXPECT_TRUE(listedIn("plain").empty());
}

}  // namespace
}  // namespace octad::model
