#include "tests/model/samples.hpp"

#include <gtest/gtest.h>
#include <sstream>

#include "tests/model/from_tree.hpp"

namespace octad::tests {

using namespace octad::model;

namespace {

Action correctiveAction(long long id, CauseId cause) {
  Action action;
  action.id = ActionId(id);
  action.kind = ActionKind::corrective;
  action.causeId = cause;
  action.text = "Torque limit in the screwdriver's program";
  action.owner = "Li Wei";
  action.dueOn = Date(2026, 3, 20);
  action.doneOn = Date(2026, 3, 18);
  action.proof = "Program revision 7, record of 200 pieces";
  action.effectiveness = 100;
  action.effectivenessMethod = "0 of 200 pieces below 1.2 Nm";
  action.firstGoodLot = "L2603-18";
  action.checkedBy = "Chen Jing";
  return action;
}

Cause confirmedCause(long long id, CauseType type, const std::string& text) {
  Cause cause;
  cause.id = CauseId(id);
  cause.type = type;
  cause.text = text;
  cause.result = CauseResult::confirmed;
  cause.method = "Reproduced on the line";
  cause.proof = "8 of 8 pieces fail with the torque set to 0.8 Nm";
  cause.verifiedBy = "Li Wei";
  cause.verifiedOn = Date(2026, 3, 10);
  return cause;
}

DocumentChange changedDocument(DocumentKind kind) {
  DocumentChange change;
  change.kind = kind;
  change.document = "DOC-1";
  change.oldRevision = "B";
  change.newRevision = "C";
  return change;
}

}  // namespace

Policy policyOf(const std::string& name) {
  return recordIn<Policy>("templates/policies/" + name + ".json");
}

std::vector<CalendarDay> chinaDays() {
  std::vector<CalendarDay> days;
  std::istringstream content(sourceFile("tests/data/calendar-cn-2026.csv"));
  std::string line;
  std::getline(content, line);
  while (std::getline(content, line)) {
    const auto columns = split(line, ',');
    if (columns.size() < 3) continue;
    days.push_back(
        {RowId(), Date::parse(columns[0]).value(), fromKey<DayKind>(columns[1]).value(), columns[2]});
  }
  EXPECT_EQ(days.size(), 39u);
  return days;
}

Instant at(const Zone& zone, const std::string& text) {
  LocalTime local{Date::parse(text.substr(0, 10)).value()};
  if (text.size() >= 16) {
    local.hour = std::stoi(text.substr(11, 2));
    local.minute = std::stoi(text.substr(14, 2));
  }
  return zone.instant(local);
}

SweepRow notSwept(SweepLocation location, const std::string& why) {
  SweepRow row;
  row.location = location;
  row.notApplicable = why;
  return row;
}

CaseFile completeCase() {
  CaseFile file;
  file.complaint.id = ComplaintId(1);
  file.complaint.state = CaseState::handling;
  file.complaint.acceptance = Acceptance::accepted;
  file.complaint.severity = SeverityClass::major;
  file.complaint.statement = "Connector loose after vibration";
  file.complaint.ownerId = PersonId(1);
  file.people = {{PersonId(1), "wang", "Wang Fang", {}, {}, true, {Role::cqe}}};
  file.departments = {{DepartmentId(1), "TE", "测试部", "Test"},
                      {DepartmentId(2), "PIE", "工艺部", "Process"}};
  file.parts = {{PartId(1), "PN-100", "Controller", {}, false, true}};
  ComplaintItem item;
  item.partId = PartId(1);
  item.failure = "Loose connector";
  file.items = {item};
  for (const auto& entry : EnumKeys<DisciplineCode>::entries) {
    Discipline discipline;
    discipline.code = entry.value;
    discipline.state = DisciplineState::approved;
    discipline.text = "Written";
    file.disciplines.push_back(discipline);
  }
  file.problem.number = "P26-00001";
  file.problem.cleanPoint = "L2603-18";
  file.team = {{RowId(1), ProblemId(1), "Wang Fang", TeamFunction::leader, "CQE", "wang@example.com"},
               {RowId(2), ProblemId(1), "Li Wei", TeamFunction::participant, "TE", "li@example.com"}};
  for (const auto& entry : EnumKeys<Question>::entries)
    file.facts.push_back({RowId(), ProblemId(1), entry.value, "Answered", {}});
  for (const auto& entry : EnumKeys<SweepLocation>::entries) {
    SweepRow row;
    row.location = entry.value;
    row.suspect = 100;
    row.ok = 90;
    row.ng = 6;
    row.rework = 3;
    row.unreachable = 1;
    row.riskAcceptedBy = "Zhao Lei";
    file.sweep.push_back(row);
  }
  for (auto& row : file.sweep)
    if (row.location == SweepLocation::field) row = notSwept(SweepLocation::field, "Not sold yet");
  file.causes = {confirmedCause(1, CauseType::tua, "Torque set too low"),
                 confirmedCause(2, CauseType::tun, "No torque check after assembly")};
  file.whySteps = {{WhyStepId(1), ProblemId(1), CauseId(1), 1, "The program was copied", {}, {}},
                   {WhyStepId(2), ProblemId(1), CauseId(2), 1, "The control plan had no check", {}, {}}};
  Action containment;
  containment.id = ActionId(1);
  containment.kind = ActionKind::containment;
  containment.text = "100 % torque check";
  containment.doneOn = Date(2026, 3, 3);
  containment.proof = "0 of 300 pieces bad behind the check";
  containment.liftedOn = Date(2026, 4, 20);
  file.actions = {containment, correctiveAction(2, CauseId(1)), correctiveAction(3, CauseId(2))};
  file.documentChanges = {changedDocument(DocumentKind::pfmea), changedDocument(DocumentKind::controlPlan),
                          changedDocument(DocumentKind::workInstruction)};
  Verification verification;
  verification.verifiedOn = Date(2026, 4, 20);
  verification.lots = 3;
  verification.recordedAt = {1'000'000};
  file.verifications = {verification};
  Reply reply;
  reply.stage = ReplyStage::d8;
  reply.sentAt = {2'000'000};
  reply.status = CustomerStatus::accepted;
  file.replies = {reply};
  SimilarDecision none;
  none.reason = "No case like it";
  file.similarDecisions = {none};
  ReturnShare share;
  share.id = ReturnLineId(1);
  share.returnId = ReturnId(1);
  share.number = "R26-00001";
  file.returns = {share};
  file.returnFlows = {{share.id, ReturnPlace::outside, ReturnPlace::expected, Finding::open, Finding::open,
                       Disposition::none, 8},
                      {share.id, ReturnPlace::expected, ReturnPlace::quarantine, Finding::open, Finding::open,
                       Disposition::none, 8},
                      {share.id, ReturnPlace::quarantine, ReturnPlace::awaiting, Finding::open,
                       Finding::confirmed, Disposition::none, 8},
                      {share.id, ReturnPlace::awaiting, ReturnPlace::work, Finding::confirmed,
                       Finding::confirmed, Disposition::scrap, 8},
                      {share.id, ReturnPlace::work, ReturnPlace::scrapped, Finding::confirmed,
                       Finding::confirmed, Disposition::scrap, 8}};
  return file;
}

}  // namespace octad::tests
