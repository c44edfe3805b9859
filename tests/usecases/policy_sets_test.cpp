// What a policy decides besides the class: who approves, what counts, which class a dissatisfied customer
// makes of a complaint, and how long its records are kept.
#include <gtest/gtest.h>

#include "model/audit/case_audit.hpp"
#include "model/ports/audit_reader.hpp"
#include "model/usecases/amend_complaint.hpp"
#include "model/usecases/close_complaint.hpp"
#include "model/usecases/release_policy.hpp"
#include "model/usecases/reply_customer.hpp"
#include "tests/usecases/use_case_test.hpp"

namespace octad::model {
namespace {

class PolicySetsTest : public UseCaseTest {
 protected:
  /// The default policy with a change, as the next revision.
  template <class Change>
  void release(Change change) {
    PolicyDraft draft;
    draft.policy = reader().policy("default", 0);
    draft.basedOn = draft.policy.revision;
    change(draft.policy);
    draft.reason = "Agreed in the review of July";
    ReleasePolicy(as("zhou")).execute(draft);
  }
  void use(const std::string& name) { UsePolicy(as("zhou")).execute(name, "The customers ask for it"); }
  void askToClose(ComplaintId id) {
    RequestClosing(as("wang")).execute({target(id), "处理完成", "satisfied"});
  }
  void close(ComplaintId id, const std::string& login = "chen") {
    CloseComplaint(as(login)).execute({target(id), "同意结案", ""});
  }
  Complaint head(ComplaintId id) { return open(id).complaint; }
  void reply(ComplaintId id) {
    CustomerReply reply;
    reply.target = target(id);
    reply.text = "已收到";
    SendReply(as("wang")).execute(reply);
  }
  void object(ComplaintId id) {
    CustomerAnswer said;
    said.target = target(id);
    said.status = CustomerStatus::objected;
    said.text = "不接受";
    RecordCustomerAnswer(as("wang")).execute(said);
  }
  std::vector<UncountedCase> uncounted() { return reader().audit().uncounted("2026-01", "2026-12"); }
  /// The words of the checklist about one question.
  std::string found(ComplaintId id, const std::string& key) {
    std::string words;
    for (const auto& point : auditCase(reader(), id, clock().now()).checklist)
      if (point.key == key)
        for (const auto& line : point.found) words += line.id + "|";
    return words;
  }
};

TEST_P(PolicySetsTest, ClosingWaitsForTheApproverOfThePolicy) {
  release([](Policy& policy) { policy.approvals = {{ApprovalStep::closing, std::nullopt, Role::manager}}; });
  const auto id = acceptedCase(2);
  askToClose(id);
  EXPECT_EQ(refusedRule([&] { close(id, "hu"); }), "approval") << "a second CQE is not enough here";
  EXPECT_EQ(head(id).state, CaseState::closing);
  close(id, "chen");
  EXPECT_EQ(head(id).state, CaseState::closed);
}

TEST_P(PolicySetsTest, ACaseKeepsTheApproversItWasRegisteredWith) {
  const auto id = acceptedCase(2);
  release([](Policy& policy) { policy.approvals = {{ApprovalStep::closing, std::nullopt, Role::manager}}; });
  askToClose(id);
  close(id, "hu");
  EXPECT_EQ(head(id).state, CaseState::closed);
}

TEST_P(PolicySetsTest, NotOursIsForTheApproverOfItsClass) {
  release([](Policy& policy) {
    policy.approvals = {{ApprovalStep::notOurs, SeverityClass::major, Role::manager}};
  });
  const auto decide = [this](ComplaintId id, const std::string& login) {
    AcceptanceDecision decision;
    decision.target = target(id);
    decision.acceptance = Acceptance::notOurs;
    decision.reason = "客户使用不当";
    DecideComplaint(as(login)).execute(decision);
  };
  const auto major = registerCase(20);
  EXPECT_EQ(refusedRule([&] { decide(major, "wang"); }), "approval");
  decide(major, "chen");
  EXPECT_EQ(head(major).acceptance, Acceptance::notOurs);
  decide(registerCase(8), "wang");
}

TEST_P(PolicySetsTest, WhatIsSolvedInTimeAtTheFirstLevelIsNotCountedAndSaysSo) {
  use("bank-counting");
  const auto id = acceptedCase(2);
  EXPECT_EQ(head(id).weight, 1);
  clock().advanceHours(3);
  askToClose(id);
  EXPECT_EQ(head(id).weight, 1) << "it is asked for, not closed";
  clock().advanceHours(30);
  close(id);
  EXPECT_EQ(head(id).weight, 0) << "solved when its closing was asked for, however long the approver takes";
  EXPECT_TRUE(head(id).excludedBySpeed);
  const Decision decision = open(id).decisions.back();
  EXPECT_EQ(decision.kind, DecisionKind::counting);
  EXPECT_EQ(decision.value, "excluded_by_speed");
  EXPECT_EQ(decision.reason.substr(0, 27), "Solved 3 h after the notice");
  EXPECT_NE(decision.inputs.find("\"department_asked\":false"), std::string::npos) << decision.inputs;
  const auto list = uncounted();
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(list[0].number, head(id).number);
  EXPECT_EQ(list[0].policyName, "bank-counting");
  EXPECT_NE(found(id, "promises").find("Solved {0} h after the notice"), std::string::npos);
  CaseFilter filter;
  filter.excludedBySpeed = true;
  EXPECT_EQ(reader().caseCount(filter), 1);
  ReopenComplaint(as("wang")).execute({target(id), "客户反馈不良再次出现", ""});
  EXPECT_EQ(head(id).weight, 1);
  EXPECT_FALSE(head(id).excludedBySpeed);
  EXPECT_TRUE(uncounted().empty());
}

TEST_P(PolicySetsTest, WhatTookLongerOrADepartmentCounts) {
  use("bank-counting");
  const auto slow = acceptedCase(2);
  const auto asked = acceptedCase(2);
  assign(asked, "TE", "D4");
  askToClose(asked);
  close(asked);
  EXPECT_EQ(head(asked).weight, 1);
  clock().advanceHours(9);
  askToClose(slow);
  close(slow);
  EXPECT_EQ(head(slow).weight, 1);
  EXPECT_FALSE(head(slow).excludedBySpeed);
  EXPECT_TRUE(uncounted().empty());
}

TEST_P(PolicySetsTest, ByDefaultEverythingCountsHoweverFast) {
  const auto id = acceptedCase(2);
  askToClose(id);
  close(id);
  EXPECT_FALSE(head(id).excludedBySpeed);
  EXPECT_EQ(open(id).decisions.back().kind, DecisionKind::severity);
}

TEST_P(PolicySetsTest, AnUnsatisfiedClassABecomesB) {
  use("ab-class");
  const auto id = acceptedCase(2);
  EXPECT_EQ(head(id).severity, SeverityClass::general) << "A: the lowest class of this scheme";
  reply(id);
  object(id);
  EXPECT_EQ(head(id).severity, SeverityClass::major);
  EXPECT_EQ(head(id).rule, "dissatisfied");
  EXPECT_TRUE(head(id).severityProvisional);
  AcceptanceDecision decision;
  decision.target = target(id);
  decision.severity = SeverityClass::other;
  decision.reason = "没有这一类";
  EXPECT_EQ(invalidField([&] { DecideComplaint(as("wang")).execute(decision); }), "severity")
      << "the scheme has no such class";
}

TEST_P(PolicySetsTest, TheFactorysClassesDoNotAskWhetherTheCustomerIsSatisfied) {
  const auto id = acceptedCase(2);
  reply(id);
  object(id);
  EXPECT_EQ(head(id).severity, SeverityClass::other);
}

TEST_P(PolicySetsTest, WhatGoesToTheMediaIsTheHighestOfThreeLevels) {
  use("three-level");
  const auto id = acceptedCase(2);
  EXPECT_EQ(head(id).severity, SeverityClass::other);
  auto amendment = AmendComplaint::from(open(id));
  amendment.escalatedTo = EscalationTarget::media;
  amendment.escalatedOn = today().plusDays(1);
  EXPECT_EQ(invalidField([&] { AmendComplaint(as("wang")).execute(amendment); }), "escalated_on");
  amendment.escalatedOn.reset();
  AmendComplaint(as("wang")).execute(amendment);
  EXPECT_EQ(head(id).severity, SeverityClass::major);
  EXPECT_EQ(head(id).rule, "external");
  EXPECT_EQ(head(id).escalatedOn, today()) << "without a day it was today";
  amendment = AmendComplaint::from(open(id));
  amendment.escalatedTo.reset();
  EXPECT_EQ(invalidField([&] { AmendComplaint(as("wang")).execute(amendment); }), "escalated_to");
}

TEST_P(PolicySetsTest, ACustomerMayHaveEscalatedBeforeItIsRegistered) {
  use("three-level");
  auto complaint = notice(2);
  complaint.escalatedTo = EscalationTarget::authority;
  const auto id = RegisterComplaint(as("wang")).execute(complaint).id;
  EXPECT_EQ(head(id).severity, SeverityClass::major);
  EXPECT_EQ(head(id).escalatedTo, EscalationTarget::authority);
}

TEST_P(PolicySetsTest, TheChecklistSaysUntilWhenRecordsAreKept) {
  release([](Policy& policy) { policy.keepYearsOther = 10; });
  const auto id = acceptedCase(2);
  EXPECT_EQ(found(id, "kept").find("Kept until"), std::string::npos) << "open cases are not counted down";
  askToClose(id);
  close(id);
  EXPECT_NE(found(id, "kept").find("Kept until"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Databases, PolicySetsTest, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace
}  // namespace octad::model
