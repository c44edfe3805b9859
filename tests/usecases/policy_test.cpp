// Policies are released as revisions; cases keep the one they were judged by.
#include <gtest/gtest.h>

#include "model/policy/try_out.hpp"
#include "model/usecases/close_complaint.hpp"
#include "model/usecases/release_policy.hpp"
#include "model/usecases/site.hpp"
#include "tests/usecases/use_case_test.hpp"

namespace octad::model {
namespace {

class PolicyTest : public UseCaseTest {
 protected:
  /// The default policy with other thresholds, made from the newest revision.
  PolicyDraft draft(long long majorFrom = 25) {
    PolicyDraft out;
    out.policy = reader().policy("default", 0);
    out.basedOn = out.policy.revision;
    out.policy.thresholds[0].major = majorFrom;
    out.reason = "Agreed in the review of July";
    return out;
  }
  Policy release(const PolicyDraft& input, const std::string& login = "zhou") {
    return ReleasePolicy(as(login)).execute(input);
  }
};

TEST_P(PolicyTest, ANewRevisionJudgesNewCasesOnly) {
  const auto before = acceptedCase(20);
  const auto stored = release(draft());
  EXPECT_EQ(stored.revision, 2);
  EXPECT_EQ(stored.author, as("zhou").actor.name);
  EXPECT_EQ(reader().policy("default", 2).reason, "Agreed in the review of July");
  EXPECT_EQ(reader().policy("default", 1).thresholds[0].major, 15) << "released revisions never change";
  const auto after = acceptedCase(20);
  EXPECT_EQ(open(before).complaint.severity, SeverityClass::major);
  EXPECT_EQ(open(before).complaint.policyRevision, 1);
  EXPECT_EQ(open(after).complaint.severity, SeverityClass::general);
  EXPECT_EQ(open(after).complaint.policyRevision, 2);
}

TEST_P(PolicyTest, BeforeItsDateTheOlderRevisionJudges) {
  auto input = draft();
  input.policy.effectiveFrom = today().plusDays(1);
  release(input);
  EXPECT_EQ(open(registerCase(20)).complaint.policyRevision, 1);
  clock().advanceHours(24);
  EXPECT_EQ(open(registerCase(20)).complaint.policyRevision, 2);
}

TEST_P(PolicyTest, ComplaintsAreNumberedByThePolicyThatJudgesThem) {
  const auto before = registerCase(20);
  EXPECT_EQ(open(before).complaint.number.substr(0, 1), "C");
  auto input = draft();
  input.policy.numbering = "KS{yyyy}{mm}-{###}";
  release(input);
  const auto number = [this] { return open(registerCase(20)).complaint.number; };
  const auto begins = [this] {
    const std::string month = today().month();
    return "KS" + month.substr(0, 4) + month.substr(5, 2) + "-";
  };
  EXPECT_EQ(number(), begins() + "001");
  EXPECT_EQ(number(), begins() + "002");
  EXPECT_EQ(open(before).complaint.number.substr(0, 1), "C") << "a case keeps its number";
  clock().advanceHours(31 * 24);
  EXPECT_EQ(number(), begins() + "001") << "begins anew with the month";
  auto broken = draft();
  broken.policy.numbering = "KS{mm}-{###}";
  EXPECT_EQ(invalidField([&] { release(broken); }), "numbering");
}

TEST_P(PolicyTest, OnlyAnAdministratorReleases) {
  for (const char* login : {"wang", "liu", "sun", "li", "chen"})
    EXPECT_EQ(refusedRule([&] { release(draft(), login); }), "right") << login;
  EXPECT_EQ(refusedRule([&] { UsePolicy(as("wang")).execute("rate-first", "A good reason"); }), "right");
}

TEST_P(PolicyTest, MistakesAreRefusedAtTheirField) {
  EXPECT_EQ(invalidField([&] { release(draft(5)); }), "thresholds.0.major");
  auto nobody = draft();
  nobody.policy.routes[0].department = "XX";
  EXPECT_EQ(invalidField([&] { release(nobody); }), "routes.0.department");
  auto mute = draft();
  mute.reason = "...";
  EXPECT_EQ(refusedRule([&] { release(mute); }), "reason");
  EXPECT_EQ(refusedRule([&] { release(draft(15)); }), "unchanged");
  EXPECT_EQ(reader().policy("default", 0).revision, 1);
}

TEST_P(PolicyTest, WhoWorkedOnAnOlderRevisionIsTold) {
  const auto mine = draft(25);
  release(draft(30));
  EXPECT_THROW(release(mine), Conflict);
  EXPECT_EQ(reader().policy("default", 0).thresholds[0].major, 30);
}

TEST_P(PolicyTest, TheSameRequestReleasesOnce) {
  auto input = draft();
  input.requestId = "5f0e8a52-52cf-4d62-8f3e-000000000001";
  EXPECT_EQ(release(input).revision, 2);
  EXPECT_EQ(release(input).revision, 2);
  EXPECT_EQ(reader().policy("default", 0).revision, 2);
}

TEST_P(PolicyTest, AnotherPolicyIsChosen) {
  UsePolicy(as("zhou")).execute("rate-first", "The customers ask for it");
  EXPECT_EQ(readSite(reader(), clock().now()).active.name, "rate-first");
  EXPECT_EQ(open(registerCase(20)).complaint.policyName, "rate-first");
  EXPECT_EQ(refusedRule([&] { UsePolicy(as("zhou")).execute("rate-first", "The customers ask for it"); }),
            "unchanged");
  EXPECT_THROW(UsePolicy(as("zhou")).execute("none", "The customers ask for it"), NotFound);
}

TEST_P(PolicyTest, ANewNameBeginsWithRevisionOne) {
  auto input = draft();
  input.policy.name = "factory-2027";
  input.basedOn = 0;
  EXPECT_EQ(release(input).revision, 1);
}

TEST_P(PolicyTest, ClosedCasesAreTriedOut) {
  registerCase(20);
  const auto id = acceptedCase(2);
  RequestClosing(as("wang")).execute({target(id), "处理完成", "satisfied"});
  CloseComplaint(as("chen")).execute({target(id), "同意结案", ""});
  const auto cases = reader().judgedCases(10);
  ASSERT_EQ(cases.size(), 1u) << "open ones are not read";
  EXPECT_EQ(cases[0].number, open(id).complaint.number);
  ASSERT_EQ(cases[0].input.items.size(), 1u);
  EXPECT_EQ(cases[0].input.items[0].quantityDefective, 2);
  EXPECT_EQ(cases[0].policyRevision, 1);
  auto strict = draft(3).policy;
  strict.thresholds[0].general = 2;
  const auto result = tryOut(strict, cases, reader().policies());
  ASSERT_EQ(result.changed.size(), 1u);
  EXPECT_EQ(result.changed[0].to, SeverityClass::general);
  EXPECT_TRUE(reader().judgedCases(0).empty());
}

INSTANTIATE_TEST_SUITE_P(Databases, PolicyTest, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace
}  // namespace octad::model
