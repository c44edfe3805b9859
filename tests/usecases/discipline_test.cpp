#include <algorithm>

#include "model/core/catalogue.hpp"
#include "model/core/sha256.hpp"
#include "model/usecases/attach_file.hpp"
#include "tests/usecases/use_case_test.hpp"

namespace octad::model {
namespace {

using enum DisciplineCode;

class DisciplineTest : public UseCaseTest {
 protected:
  std::string saveRule(const std::string& login, const DisciplineContent& content) {
    return refusedRule([&] { save(login, content); });
  }
};

TEST_P(DisciplineTest, ContainmentNeverWaitsForAcceptance) {
  const auto id = registerCase();
  for (const auto code : {d0, d1, d2, d3}) fill("wang", id, code);
  for (const auto code : {d4, d5, d6, d7, d8}) EXPECT_EQ(saveRule("wang", content(id, code)), "not-accepted");
  EXPECT_EQ(refusedRule([&] { assign(id, "TE", "D4"); }), "not-accepted");
  accept(id);
  for (const auto code : {d4, d5, d6, d7, d8}) fill("wang", id, code);
}

TEST_P(DisciplineTest, RowsAreInsertedUpdatedAndRemoved) {
  const auto id = acceptedCase();
  fill("wang", id, d4);
  CaseFile file = open(id);
  ASSERT_EQ(file.causes.size(), 2u);
  ASSERT_EQ(file.whySteps.size(), 2u);
  EXPECT_EQ(file.whySteps[1].causeId, file.causes[1].id) << "a step finds its new cause by the negative id";
  const auto kept = file.causes[0].id;

  auto changed = content(id, d4);
  changed.causes[0].proof = "新证据";
  changed.causes.pop_back();
  changed.whySteps.pop_back();
  Cause added;
  added.id = CauseId(-7);
  added.text = "第三个原因";
  changed.causes.push_back(added);
  changed.whySteps.push_back({{}, {}, CauseId(-7), 1, "因为", "", {}});
  save("wang", changed);
  file = open(id);
  ASSERT_EQ(file.causes.size(), 2u);
  EXPECT_EQ(file.causes[0].id, kept);
  EXPECT_EQ(file.causes[0].proof, "新证据");
  EXPECT_EQ(file.causes[1].text, "第三个原因");
  EXPECT_EQ(file.whySteps.size(), 2u);
}

TEST_P(DisciplineTest, SavingNothingNewChangesNothing) {
  const auto id = acceptedCase();
  fill("wang", id, d4);
  const CaseFile before = open(id);
  save("wang", content(id, d4));
  const CaseFile after = open(id);
  EXPECT_EQ(after.complaint.rowVersion, before.complaint.rowVersion);
  EXPECT_EQ(after.discipline(d4).rowVersion, before.discipline(d4).rowVersion);
}

TEST_P(DisciplineTest, TwoPeopleSavingMeet) {
  const auto id = acceptedCase();
  auto first = content(id, d4);
  auto second = first;
  first.text = "一";
  second.text = "二";
  save("wang", first);
  EXPECT_THROW(save("hu", second), Conflict);
  auto other = content(id, d5);
  other.text = "不同步骤互不影响";
  save("hu", other);
}

TEST_P(DisciplineTest, PlanningAndImplementingShareTheActions) {
  const auto id = acceptedCase();
  fill("wang", id, d4);
  fill("wang", id, d5);
  fill("wang", id, d6);
  auto plan = content(id, d5);
  plan.actions[0].text = "改进治具";
  plan.actions[0].doneOn.reset();
  save("wang", plan);
  CaseFile file = open(id);
  EXPECT_EQ(file.actions[0].text, "改进治具");
  EXPECT_TRUE(file.actions[0].doneOn) << "what became of it is D6's";
  auto done = content(id, d6);
  done.actions[0].text = "别的文字";
  done.actions[0].firstGoodLot = "LOT77";
  save("qian", done);
  file = open(id);
  EXPECT_EQ(file.actions[0].text, "改进治具");
  EXPECT_EQ(file.actions[0].firstGoodLot, "LOT77");
  done = content(id, d6);
  done.actions.push_back({});
  EXPECT_EQ(invalidField([&] { save("wang", done); }), "actions");
  auto causes = content(id, d4);
  causes.causes.erase(causes.causes.begin());
  causes.whySteps.erase(causes.whySteps.begin());
  EXPECT_EQ(saveRule("wang", causes), "cause-used");
}

TEST_P(DisciplineTest, BadValuesAreNamed) {
  const auto id = acceptedCase();
  fill("wang", id, d3);
  const auto fieldOf = [&](DisciplineCode code, auto change) {
    auto edited = content(id, code);
    change(edited);
    return invalidField([&] { save("wang", edited); });
  };
  using C = DisciplineContent;
  EXPECT_EQ(fieldOf(d3, [](C& c) { c.sweep[2].ok = 96; }), "sweep.2.suspect");
  EXPECT_EQ(fieldOf(d3, [](C& c) { c.sweep[2].ok = -1; }), "sweep.2.ok");
  EXPECT_EQ(fieldOf(d3, [](C& c) { c.sweep[2].notApplicable = "无"; }), "sweep.2.not_applicable");
  EXPECT_EQ(fieldOf(d3, [](C& c) { c.sweep[1].location = c.sweep[0].location; }), "sweep.1.location");
  EXPECT_EQ(fieldOf(d3, [&](C& c) { c.actions[0].doneOn = today().plusDays(1); }), "actions.0.done_on");
  EXPECT_EQ(fieldOf(d3, [](C& c) { c.actions[0].checkedBy = c.actions[0].owner; }), "actions.0.checked_by");
  EXPECT_EQ(fieldOf(d3, [](C& c) { c.actions[0].effectiveness = 101; }), "actions.0.effectiveness");
  EXPECT_EQ(fieldOf(d1, [](C& c) { c.team.push_back({}); }), "team.0.name");
  EXPECT_EQ(fieldOf(d4, [](C& c) { c.causes.push_back({}); }), "causes.0.text");
  EXPECT_EQ(fieldOf(d4, [](C& c) { c.text = std::string(256 * 1024 + 1, 'x'); }), "text");
  EXPECT_EQ(fieldOf(d2, [](C& c) { c.facts = {{}, {}}; }), "facts.1.question");
}

TEST_P(DisciplineTest, DepartmentsAnswerOnlyWhatTheyAreAsked) {
  const auto id = acceptedCase();
  auto edited = content(id, d4);
  edited.text = "TE 的分析";
  EXPECT_EQ(saveRule("liu", edited), "right");
  assign(id, "TE", "D4,D5");
  save("liu", edited);
  EXPECT_EQ(saveRule("liu", content(id, d7)), "right");
  EXPECT_EQ(saveRule("zhao", content(id, d4)), "right");
  EXPECT_EQ(saveRule("sun", content(id, d4)), "right");
  submit("liu", id, d4);
  EXPECT_EQ(open(id).assignments[0].state, AssignmentState::asked) << "D5 is still owed";
  EXPECT_EQ(refusedRule([&] { submit("zhao", id, d5); }), "right");
  auto plan = content(id, d5);
  plan.text = "对策";
  save("liu", plan);
  submit("liu", id, d5);
  const CaseFile file = open(id);
  EXPECT_EQ(file.assignments[0].state, AssignmentState::answered);
  ASSERT_EQ(file.submissions.size(), 2u);
  EXPECT_EQ(file.submissions[0].assignmentId, file.assignments[0].id);
  EXPECT_EQ(refusedRule([&] { approve("liu", id, d4); }), "right");
}

TEST_P(DisciplineTest, RefusedQuestionsGoBackToTheCqe) {
  const auto id = acceptedCase();
  assign(id, "TE", "D4");
  AssignmentRefusal refusal;
  refusal.target = target(id);
  refusal.assignmentId = open(id).assignments[0].id;
  refusal.reason = "....";
  EXPECT_EQ(refusedRule([&] { RefuseAssignment(as("liu")).execute(refusal); }), "reason");
  refusal.reason = "这是外购件问题";
  EXPECT_EQ(refusedRule([&] { RefuseAssignment(as("zhao")).execute(refusal); }), "right");
  RefuseAssignment(as("liu")).execute(refusal);
  CaseFile file = open(id);
  EXPECT_EQ(file.assignments[0].state, AssignmentState::refused);
  EXPECT_EQ(file.assignments[0].bounces, 1);
  EXPECT_EQ(file.complaint.turn, Turn::cqe);
  assign(id, "TE", "D4");
  file = open(id);
  ASSERT_EQ(file.assignments.size(), 1u) << "insisting asks the same question again";
  EXPECT_EQ(file.assignments[0].state, AssignmentState::asked);
  RefuseAssignment(as("liu")).execute(refusal);
  EXPECT_EQ(refusedRule([&] { assign(id, "SQE", "D4"); }), "ruling") << "the second refusal is the manager's";
  assign(id, "SQE", "D4", "chen");
  file = open(id);
  ASSERT_EQ(file.assignments.size(), 2u);
  EXPECT_EQ(file.assignments[0].state, AssignmentState::withdrawn);
  EXPECT_EQ(file.assignments[0].bounces, 2);
  EXPECT_EQ(file.complaint.turn, Turn::department);
  EXPECT_EQ(file.complaint.turnName, "SQE");
}

TEST_P(DisciplineTest, QuestionsNeedDisciplinesAndADay) {
  const auto id = acceptedCase();
  DepartmentQuestion question;
  question.target = target(id);
  question.department = "TE";
  question.disciplines = "D4";
  question.dueOn = today();
  const auto fieldOf = [&] { return invalidField([&] { AssignDepartment(as("wang")).execute(question); }); };
  question.dueOn = today().plusDays(-1);
  EXPECT_EQ(fieldOf(), "due_on");
  question.dueOn = today();
  question.disciplines = "D4,D9";
  EXPECT_EQ(fieldOf(), "disciplines");
  question.disciplines = "";
  EXPECT_EQ(fieldOf(), "disciplines");
  question.disciplines = "d5, D4,D5";
  question.department = "测试工程部";
  EXPECT_EQ(fieldOf(), "");
  EXPECT_EQ(open(id).assignments[0].disciplines, "D4,D5");
  question.department = "月球部";
  EXPECT_EQ(fieldOf(), "department");
}

TEST_P(DisciplineTest, EmptyAnswersAreNotSubmitted) {
  const auto id = acceptedCase();
  EXPECT_EQ(refusedRule([&] { submit("wang", id, d4); }), "empty");
  fill("wang", id, d4);
  submit("wang", id, d4);
  EXPECT_EQ(refusedRule([&] { submit("wang", id, d4); }), "discipline");
  EXPECT_EQ(saveRule("wang", content(id, d4)), "discipline");
}

TEST_P(DisciplineTest, AnswersOnBehalfNeedSourceAndAnotherReviewer) {
  const auto id = acceptedCase();
  assign(id, "PROD", "D4");
  fill("wang", id, d4);
  DisciplineSubmission submission;
  submission.target = target(id);
  submission.code = d4;
  submission.onBehalfOf = "PROD";
  EXPECT_EQ(refusedRule([&] { SubmitDiscipline(as("wang")).execute(submission); }), "source");
  submission.sourceAttachmentId = AttachmentId(4711);
  EXPECT_EQ(refusedRule([&] { SubmitDiscipline(as("wang")).execute(submission); }), "source");
  NewAttachment mail;
  mail.target = target(id);
  mail.originalName = "mail.eml";
  mail.sha256 = sha256Hex("From: x");
  mail.size = 7;
  int calls = 0;
  submission.sourceAttachmentId =
      AttachFile(as("wang"))
          .execute(mail,
                   [&calls](std::size_t) { return calls++ == 0 ? std::string("From: x") : std::string(); })
          .id;
  SubmitDiscipline(as("wang")).execute(submission);
  const CaseFile file = open(id);
  EXPECT_EQ(file.submissions[0].onBehalfOf, m_database.department("PROD"));
  EXPECT_EQ(file.assignments[0].state, AssignmentState::answered);
  EXPECT_EQ(refusedRule([&] { approve("wang", id, d4); }), "four-eyes");
  approve("hu", id, d4);
  EXPECT_EQ(open(id).assignments[0].state, AssignmentState::approved);
}

TEST_P(DisciplineTest, GatesByClass) {
  const auto write = [&](ComplaintId id) {
    auto edited = content(id, d4);
    edited.text = "只有文字";
    save("wang", edited);
    submit("wang", id, d4);
  };
  const auto major = acceptedCase(20);
  write(major);
  try {
    approve("hu", major, d4, "没有时间，先批准");
    FAIL();
  } catch (const Refused& refused) {
    EXPECT_EQ(refused.rule(), "gate");
    EXPECT_NE(std::string(refused.what()).find("No technical cause of occurrence"), std::string::npos)
        << refused.what();
  }
  const auto general = acceptedCase(8);
  write(general);
  EXPECT_EQ(refusedRule([&] { approve("hu", general, d4); }), "gate");
  EXPECT_EQ(refusedRule([&] { approve("hu", general, d4, "......"); }), "reason");
  approve("hu", general, d4, "客户已同意简化分析");
  EXPECT_EQ(open(general).discipline(d4).reason, "客户已同意简化分析");
  const auto other = acceptedCase(2);
  write(other);
  approve("hu", other, d4);
  EXPECT_EQ(state(other, d4), DisciplineState::approved);
}

TEST_P(DisciplineTest, RejectionNeedsCodeAndWords) {
  const auto id = acceptedCase();
  assign(id, "TE", "D4");
  fill("liu", id, d4);
  submit("liu", id, d4);
  DisciplineVerdict verdict;
  verdict.target = target(id);
  verdict.approve = false;
  EXPECT_EQ(invalidField([&] { ReviewDiscipline(as("wang")).execute(verdict); }), "reason_code");
  verdict.reasonCode = RejectReason::unclear;
  verdict.text = "??";
  EXPECT_EQ(refusedRule([&] { ReviewDiscipline(as("wang")).execute(verdict); }), "reason");
  verdict.text = "原因描述不清楚";
  ReviewDiscipline(as("wang")).execute(verdict);
  CaseFile file = open(id);
  EXPECT_EQ(file.discipline(d4).state, DisciplineState::rejected);
  EXPECT_EQ(file.assignments[0].state, AssignmentState::rejected);
  EXPECT_EQ(file.complaint.turn, Turn::department);
  ASSERT_EQ(file.submissions.size(), 1u);
  const auto kept = file.submissions[0].snapshot;
  auto edited = content(id, d4);
  edited.text = "更清楚的说明";
  save("liu", edited);
  submit("liu", id, d4);
  file = open(id);
  ASSERT_EQ(file.submissions.size(), 2u);
  EXPECT_EQ(file.submissions[0].snapshot, kept) << "what was submitted is frozen";
  EXPECT_NE(file.submissions[1].snapshot, kept);
  EXPECT_EQ(file.submissions[1].revision, 2);
  EXPECT_EQ(file.submissions[1].sha256, sha256Hex(file.submissions[1].snapshot));
}

TEST_P(DisciplineTest, WaivedAndOpenedAgain) {
  const auto major = acceptedCase(20);
  DisciplineWaiver waiver{target(major), d4, false, "没有必要做这一步"};
  EXPECT_EQ(refusedRule([&] { WaiveDiscipline(as("wang")).execute(waiver); }), "gate");
  waiver.code = d0;
  WaiveDiscipline(as("wang")).execute(waiver);
  EXPECT_EQ(state(major, d0), DisciplineState::notRequired);
  const auto general = acceptedCase(8);
  waiver.target = target(general);
  waiver.code = d7;
  waiver.reason = "x";
  EXPECT_EQ(refusedRule([&] { WaiveDiscipline(as("wang")).execute(waiver); }), "reason");
  waiver.reason = "与文件无关的个案";
  WaiveDiscipline(as("wang")).execute(waiver);
  EXPECT_EQ(open(general).discipline(d7).reason, "与文件无关的个案");
  waiver.required = true;
  WaiveDiscipline(as("wang")).execute(waiver);
  EXPECT_EQ(state(general, d7), DisciplineState::open);
}

INSTANTIATE_TEST_SUITE_P(Databases, DisciplineTest, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace
}  // namespace octad::model
