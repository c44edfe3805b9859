// Campaigns, the first contact, and the visit after the closing.
#include <algorithm>
#include <gtest/gtest.h>

#include "model/ports/reader.hpp"
#include "model/usecases/campaigns.hpp"
#include "model/usecases/clock_sets.hpp"
#include "model/usecases/close_complaint.hpp"
#include "model/usecases/follow_up.hpp"
#include "model/usecases/reply_customer.hpp"
#include "model/usecases/site.hpp"
#include "model/work/work_item.hpp"
#include "tests/usecases/use_case_test.hpp"

namespace octad::model {
namespace {

class CaseLifeCampaign : public UseCaseTest {
 protected:
  Campaign addCampaign(bool counted = true, std::optional<int> weight = {}) {
    CampaignInput input;
    input.kind = CampaignKind::recall;
    input.name = "召回 2026-11";
    input.parts = "P-100, X";
    input.counted = counted;
    input.weight = weight;
    return AddCampaign(as("wang")).execute(input);
  }
  /// Not ours, answered, and closed by the manager with this verdict of the customer.
  ComplaintId closedCase(const std::string& result) {
    const auto id = registerCase(20);
    AcceptanceDecision decision;
    decision.target = target(id);
    decision.acceptance = Acceptance::notOurs;
    decision.reason = "客户端使用超规格";
    DecideComplaint(as("wang")).execute(decision);
    CustomerReply reply;
    reply.target = target(id);
    reply.stage = ReplyStage::letter;
    reply.text = "说明";
    SendReply(as("wang")).execute(reply);
    RecordCustomerAnswer(as("wang")).execute({target(id), {}, CustomerStatus::accepted, "同意", ""});
    RequestClosing(as("wang")).execute({target(id), "客户同意", ""});
    CloseComplaint(as("chen")).execute({target(id), "同意结案", result});
    return id;
  }
  long long visitsOwed(const std::string& login) {
    const auto work = as(login).store.reader().work(workOf(m_database.actor(login)));
    return std::count_if(work.mine.begin(), work.mine.end(),
                         [](const WorkItem& item) { return item.kind == WorkKind::followUp; });
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, CaseLifeCampaign, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

TEST_P(CaseLifeCampaign, ACampaignThatIsNotCountedTakesTheWeightOfItsCases) {
  addCampaign(false);
  const auto id = registerCase(20);
  EXPECT_EQ(open(id).complaint.weight, 2);
  ChooseCampaign(as("wang")).execute({target(id), "召回 2026-11", ""});
  EXPECT_EQ(open(id).complaint.weight, 0);
  accept(id);
  EXPECT_EQ(open(id).complaint.weight, 0) << "a decision does not bring it back";
  EXPECT_EQ(refusedRule([&] { ChooseCampaign(as("wang")).execute({target(id), "", ""}); }), "reason");
  ChooseCampaign(as("wang")).execute({target(id), "", "登记错误更正"});
  EXPECT_EQ(open(id).complaint.weight, 2);
  EXPECT_TRUE(open(id).campaigns.empty());
  EXPECT_EQ(refusedRule([&] {
              ChooseCampaign(as("liu")).execute({target(id), "召回 2026-11", ""});
            }),
            "right");
}

TEST_P(CaseLifeCampaign, ItsWeightStandsInPlaceOfTheClassAtRegistrationToo) {
  addCampaign(true, 5);
  NewComplaint input = notice(20);
  input.campaign = "召回 2026-11";
  const auto id = RegisterComplaint(as("wang")).execute(input).id;
  EXPECT_EQ(open(id).complaint.weight, 5);
  EXPECT_EQ(open(id).campaigns.at(0).name, "召回 2026-11");
  input = notice(20);
  input.campaign = "unbekannt";
  EXPECT_EQ(invalidField([&] { RegisterComplaint(as("wang")).execute(input); }), "campaign");
}

TEST_P(CaseLifeCampaign, AreNamedOnceAndEndNotBeforeTheyBegin) {
  const Campaign campaign = addCampaign();
  EXPECT_EQ(campaign.fromDay, today());
  EXPECT_EQ(invalidField([&] { addCampaign(); }), "name");
  EXPECT_EQ(invalidField([&] { addCampaign(false, 3); }), "weight");
  EXPECT_EQ(refusedRule([&] { AddCampaign(as("liu")).execute({}); }), "right");
  EXPECT_EQ(invalidField([&] { EndCampaign(as("wang")).execute(campaign.name, today().plusDays(-3)); }),
            "to_day");
  EXPECT_EQ(EndCampaign(as("wang")).execute(campaign.name, std::nullopt).toDay, today());
  EXPECT_EQ(reader().campaigns().at(0).toDay, today());
}

TEST_P(CaseLifeCampaign, TheFirstContactIsWhoRegistersAndStaysThroughEveryChange) {
  NewComplaint input = notice();
  input.owner = "hu";
  const auto id = RegisterComplaint(as("wang")).execute(input).id;
  EXPECT_EQ(open(id).complaint.ownerId, person("hu"));
  EXPECT_EQ(open(id).complaint.firstContactId, person("wang"));
  accept(id);
  EXPECT_EQ(open(id).complaint.firstContactId, person("wang"));
  input = notice();
  input.firstContact = "李娜";
  EXPECT_EQ(open(RegisterComplaint(as("wang")).execute(input).id).complaint.firstContactId, person("li"));
}

TEST_P(CaseLifeCampaign, ADissatisfiedCustomerIsVisitedWithinAWeekOfTheClosing) {
  const auto content = closedCase("satisfied");
  EXPECT_TRUE(open(content).followUps.empty()) << "not ours and content: nobody has to";
  const auto id = closedCase("dissatisfied");
  ASSERT_EQ(open(id).followUps.size(), 1u);
  EXPECT_EQ(open(id).followUps[0].dueOn, today().plusDays(7));
  EXPECT_EQ(visitsOwed("wang"), 1);
  EXPECT_EQ(visitsOwed("hu"), 0);
  FollowUpVisit visit;
  visit.target = target(id);
  visit.satisfaction = Satisfaction::dissatisfied;
  EXPECT_EQ(invalidField([&] { RecordFollowUp(as("wang")).execute(visit); }), "spoken_with");
  visit.spokenWith = "张工";
  EXPECT_EQ(invalidField([&] { RecordFollowUp(as("wang")).execute(visit); }), "words");
  visit.words = "答复太慢";
  visit.doneOn = today().plusDays(1);
  EXPECT_EQ(invalidField([&] { RecordFollowUp(as("wang")).execute(visit); }), "done_on");
  visit.doneOn = today();
  RecordFollowUp(as("wang")).execute(visit);
  const CaseFile file = open(id);
  EXPECT_EQ(file.complaint.state, CaseState::closed) << "the case stays closed";
  EXPECT_EQ(file.followUps.at(0).satisfaction, Satisfaction::dissatisfied);
  EXPECT_EQ(visitsOwed("wang"), 0);
  visit.words = "第二次回访";
  RecordFollowUp(as("wang")).execute(visit);
  EXPECT_EQ(open(id).followUps.size(), 2u) << "a further visit is a row of its own";
}

TEST_P(CaseLifeCampaign, NobodyIsVisitedBeforeTheClosing) {
  const auto id = acceptedCase();
  FollowUpVisit visit;
  visit.target = target(id);
  visit.spokenWith = "张工";
  EXPECT_EQ(refusedRule([&] { RecordFollowUp(as("wang")).execute(visit); }), "follow-up");
}

TEST_P(CaseLifeCampaign, TheHoursOfWorkEndTheClocksInDays) {
  const auto endOf = [&] {
    const Site site = readSite(reader(), clock().now());
    return site.calendar.zone().local(site.calendar.endOfDay(today())).text();
  };
  EXPECT_EQ(endOf(), today().iso() + " 17:30");
  EXPECT_EQ(refusedRule([&] { SetWorkHours(as("wang")).execute("08:00-12:00,13:30-18:00"); }), "right");
  EXPECT_EQ(invalidField([&] { SetWorkHours(as("zhou")).execute("8-12"); }), "work_hours");
  SetWorkHours(as("zhou")).execute("08:00-12:00,13:30-18:00");
  EXPECT_EQ(endOf(), today().iso() + " 18:00");
}

}  // namespace
}  // namespace octad::model
