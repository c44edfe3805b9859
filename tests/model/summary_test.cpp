#include "model/cases/summary.hpp"

#include <gtest/gtest.h>

#include "model/core/error.hpp"
#include "tests/model/samples.hpp"

namespace octad::tests {

using namespace octad::model;

namespace {

const WorkCalendar& calendar() {
  static const WorkCalendar china(Zone("Asia/Shanghai"), chinaDays());
  return china;
}

Instant local(const std::string& text) {
  return at(calendar().zone(), text);
}

Assignment asked(long long department, Date dueOn) {
  Assignment assignment;
  assignment.departmentId = DepartmentId(department);
  assignment.dueOn = dueOn;
  return assignment;
}

CaseClock clock(ClockName name, const std::string& due) {
  CaseClock clock;
  clock.name = name;
  clock.startEvent = "notice";
  clock.startedAt = local("2026-03-02 10:00");
  if (!due.empty()) clock.dueAt = local(due);
  return clock;
}

CaseClock waitingClock() {
  CaseClock clock;
  clock.name = ClockName::preliminary;
  clock.startEvent = "sample_analysable";
  clock.dueReason = "waiting";
  return clock;
}

Complaint summaryOf(CaseFile file) {
  refreshSummary(file, calendar());
  return file.complaint;
}

std::string dueOf(const CaseFile& file) {
  const Complaint head = summaryOf(file);
  return head.dueAt ? calendar().zone().local(*head.dueAt).text() + " " + head.dueName : "";
}

std::string turnOf(const CaseFile& file) {
  const Complaint head = summaryOf(file);
  return std::string(keyOf(head.turn)) + (head.turnName.empty() ? "" : " " + head.turnName);
}

}  // namespace

TEST(Summary, ShowsTheFirstItemAndThePhase) {
  CaseFile file = completeCase();
  file.parts.push_back({PartId(2), "PN-200", "Cover", {}, false, true});
  ComplaintItem second = file.items[0];
  file.items[0].position = 2;
  second.position = 1;
  second.partId = PartId(2);
  second.failure = "Scratch";
  file.items.push_back(second);
  const Complaint head = summaryOf(file);
  EXPECT_EQ(head.partNumber, "PN-200");
  EXPECT_EQ(head.failure, "Scratch");
  EXPECT_EQ(head.phase, "closing");
  EXPECT_EQ(summaryOf(CaseFile()).partNumber, "");
}

TEST(Summary, TheTurnIsTheCqesUnlessSomebodyHasToAnswer) {
  CaseFile file = completeCase();
  EXPECT_EQ(turnOf(file), "cqe Wang Fang");
  file.assignments = {asked(1, Date(2026, 3, 10)), asked(2, Date(2026, 3, 9))};
  EXPECT_EQ(turnOf(file), "department PIE");  // the sooner due
  file.assignments[1].state = AssignmentState::answered;
  EXPECT_EQ(turnOf(file), "department TE");
  file.assignments[0].state = AssignmentState::refused;
  EXPECT_EQ(turnOf(file), "cqe Wang Fang");
  file.assignments[0].state = AssignmentState::rejected;
  EXPECT_EQ(turnOf(file), "department TE");
}

TEST(Summary, TheTurnIsTheCustomersForSampleAndAnswer) {
  CaseFile file = completeCase();
  file.replies[0].status = CustomerStatus::sent;
  EXPECT_EQ(turnOf(file), "customer");
  file.disciplines[4].state = DisciplineState::submitted;
  EXPECT_EQ(turnOf(file), "cqe Wang Fang");  // an answer to review comes first
  file = completeCase();
  file.clocks = {waitingClock()};
  EXPECT_EQ(turnOf(file), "customer");
  Sample arrived;
  arrived.arrivedAt = local("2026-03-04 09:00");
  file.samples = {arrived};
  EXPECT_EQ(turnOf(file), "cqe Wang Fang");  // it is on the desk
  file.samples.clear();
  file.replies.clear();
  EXPECT_EQ(turnOf(file), "cqe Wang Fang");  // the customer has not heard from us
}

TEST(Summary, TheTurnAtTheEnd) {
  CaseFile file = completeCase();
  file.assignments = {asked(1, Date(2026, 3, 10))};
  file.clocks = {clock(ClockName::finalReport, "2026-03-13 17:30")};
  file.complaint.state = CaseState::closing;
  EXPECT_EQ(turnOf(file), "approver");
  for (const auto state : {CaseState::closed, CaseState::archived, CaseState::cancelled}) {
    file.complaint.state = state;
    EXPECT_EQ(turnOf(file), "nobody");
    EXPECT_EQ(dueOf(file), "");
  }
}

TEST(Summary, TheEarliestOfClocksAssignmentsAndActionsIsDue) {
  CaseFile file = completeCase();
  EXPECT_EQ(dueOf(file), "");
  file.clocks = {clock(ClockName::firstReply, "2026-03-03 10:00"),
                 clock(ClockName::finalReport, "2026-03-13 17:30"), clock(ClockName::preliminary, "")};
  EXPECT_EQ(dueOf(file), "2026-03-03 10:00 first_reply");
  file.clocks[0].metAt = local("2026-03-02 12:00");
  EXPECT_EQ(dueOf(file), "2026-03-13 17:30 final");
  file.assignments = {asked(1, Date(2026, 3, 12))};
  EXPECT_EQ(dueOf(file), "2026-03-12 17:30 assignment");
  Action action;
  action.dueOn = Date(2026, 3, 11);
  file.actions.push_back(action);
  EXPECT_EQ(dueOf(file), "2026-03-11 17:30 action");
  file.actions.back().doneOn = Date(2026, 3, 10);
  file.assignments[0].state = AssignmentState::answered;
  EXPECT_EQ(dueOf(file), "2026-03-13 17:30 final");
  file.complaint.acceptance = Acceptance::merged;
  EXPECT_EQ(dueOf(file), "");
}

TEST(Summary, TheCustomerIsRemindedOfTheSampleUntilItIsHere) {
  CaseFile file = completeCase();
  file.complaint.receivedAt = local("2026-03-05 10:00");
  file.clocks = {waitingClock()};
  EXPECT_EQ(dueOf(file), "2026-03-10 17:30 sample_reminder");
  Sample sample;  // the customer said it will come
  sample.toldAt = local("2026-03-09 11:00");
  file.samples = {sample};
  EXPECT_EQ(dueOf(file), "2026-03-12 17:30 sample_reminder") << "a promise buys as many days again, no more";
  file.samples[0].arrivedAt = local("2026-03-11 09:00");
  EXPECT_EQ(dueOf(file), "2026-03-16 17:30 sample_check")
      << "here, and nobody says whether it can be analysed";
  file.clocks[0].startedAt = local("2026-03-13 09:00");
  EXPECT_EQ(dueOf(file), "");
  for (const char* name :
       {"first_reply", "preliminary", "final", "assignment", "action", "sample_reminder", "sample_check"})
    EXPECT_STRNE(dueLabel(name), "");
  EXPECT_STREQ(dueLabel(""), "");
}

TEST(CaseFiles, LookUpNames) {
  const CaseFile file = completeCase();
  EXPECT_EQ(file.personName(PersonId(1)), "Wang Fang");
  EXPECT_EQ(file.personName(PersonId(9)), "");
  EXPECT_EQ(file.departmentName(DepartmentId(1)), "测试部");
  EXPECT_EQ(file.partNumber(PartId(1)), "PN-100");
  EXPECT_EQ(file.discipline(DisciplineCode::d5).code, DisciplineCode::d5);
  EXPECT_THROW(CaseFile().discipline(DisciplineCode::d5), NotFound);
}

}  // namespace octad::tests
