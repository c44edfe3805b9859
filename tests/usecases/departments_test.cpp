// Questions to departments: several at once, refused and ruled on, extended, answered for them.
#include <algorithm>
#include <gtest/gtest.h>

#include "model/core/sha256.hpp"
#include "model/eightd/owed_answers.hpp"
#include "model/ports/notice_rows.hpp"
#include "model/usecases/assess_report.hpp"
#include "model/usecases/attach_file.hpp"
#include "model/usecases/confirm_answer.hpp"
#include "model/usecases/extend_question.hpp"
#include "model/usecases/reply_customer.hpp"
#include "model/usecases/rule_refusal.hpp"
#include "model/usecases/run_jobs.hpp"
#include "model/usecases/set_responsibility.hpp"
#include "model/usecases/set_up.hpp"
#include "model/work/work_item.hpp"
#include "tests/usecases/use_case_test.hpp"

namespace octad::model {
namespace {

using enum DisciplineCode;

class DepartmentsTest : public UseCaseTest {
 protected:
  Assignment question(ComplaintId id, const std::string& department) {
    const auto file = open(id);
    Assignment found;
    for (const auto& assignment : file.assignments)
      if (assignment.departmentId == m_database.department(department)) found = assignment;
    return found;
  }
  void refuse(ComplaintId id, const std::string& login, const std::string& department,
              const std::string& instead = {}) {
    RefuseAssignment(as(login)).execute(
        {target(id), question(id, department).id, "这不是我部门的问题", instead});
  }
  RefusalDecision ruling(ComplaintId id, const std::string& department, RefusalRuling what) {
    RefusalDecision decision;
    decision.target = target(id);
    decision.assignmentId = question(id, department).id;
    decision.ruling = what;
    decision.reason = "追溯显示在第 40 工序";
    return decision;
  }
  bool waits(const std::string& login, WorkKind kind) {
    const auto mine = reader().work(workOf(m_database.actor(login))).mine;
    return std::any_of(mine.begin(), mine.end(), [kind](const WorkItem& item) { return item.kind == kind; });
  }
  bool told(const std::string& login, ReminderCondition condition) {
    const auto notices = m_database.store().notices().inbox(person(login), false, 100);
    return std::any_of(notices.begin(), notices.end(),
                       [condition](const Notice& notice) { return notice.condition == condition; });
  }
  /// Writes a discipline's text and hands it in.
  void answer(const std::string& login, ComplaintId id, DisciplineCode code, const std::string& text) {
    auto edited = content(id, code);
    edited.text = text;
    save(login, edited);
    submit(login, id, code);
  }
  AttachmentId attach(ComplaintId id) {
    NewAttachment mail;
    mail.target = target(id);
    mail.originalName = "mail.eml";
    mail.sha256 = sha256Hex("From: x");
    mail.size = 7;
    int calls = 0;
    return AttachFile(as("wang"))
        .execute(mail,
                 [&calls](std::size_t) { return calls++ == 0 ? std::string("From: x") : std::string(); })
        .id;
  }
};

TEST_P(DepartmentsTest, ARefusalIsForwardedToTheDepartmentThatWasNamed) {
  const auto id = acceptedCase();
  assign(id, "TE", "D4,D5");
  EXPECT_EQ(invalidField([&] { refuse(id, "liu", "TE", "TE"); }), "instead");
  EXPECT_EQ(invalidField([&] { refuse(id, "liu", "TE", "月球部"); }), "instead");
  refuse(id, "liu", "TE", "PIE");
  EXPECT_EQ(question(id, "TE").proposedId, m_database.department("PIE"));
  EXPECT_TRUE(waits("wang", WorkKind::refusal));
  EXPECT_FALSE(waits("wang", WorkKind::handle)) << "one matter, one line";
  EXPECT_FALSE(waits("hu", WorkKind::refusal)) << "another CQE's case";

  auto decision = ruling(id, "TE", RefusalRuling::forward);
  EXPECT_EQ(refusedRule([&] { RuleRefusal(as("liu")).execute(decision); }), "right");
  EXPECT_EQ(invalidField([&] { RuleRefusal(as("wang")).execute(decision); }), "due_on");
  decision.dueOn = today().plusDays(4);
  RuleRefusal(as("wang")).execute(decision);
  EXPECT_EQ(question(id, "TE").state, AssignmentState::withdrawn);
  const auto asked = question(id, "PIE");
  EXPECT_EQ(asked.state, AssignmentState::asked);
  EXPECT_EQ(asked.disciplines, "D4,D5");
  EXPECT_EQ(asked.dueOn, today().plusDays(4));
  EXPECT_EQ(asked.question, "请分析原因 — 追溯显示在第 40 工序");
  EXPECT_EQ(asked.bounces, 1) << "the question was refused once, wherever it stands";
  EXPECT_EQ(refusedRule([&] { RuleRefusal(as("wang")).execute(decision); }), "assignment");
}

TEST_P(DepartmentsTest, TheSecondRefusalIsTheManagersToRule) {
  const auto id = acceptedCase();
  assign(id, "TE", "D4");
  refuse(id, "liu", "TE", "PIE");
  auto decision = ruling(id, "TE", RefusalRuling::forward);
  decision.dueOn = today().plusDays(4);
  RuleRefusal(as("wang")).execute(decision);
  RunJobs(as("zhou")).execute();
  EXPECT_FALSE(told("chen", ReminderCondition::bounced));

  refuse(id, "zhao", "PIE");
  EXPECT_EQ(question(id, "PIE").bounces, 2);
  EXPECT_EQ(open(id).complaint.turn, Turn::approver);
  EXPECT_FALSE(waits("wang", WorkKind::refusal));
  EXPECT_TRUE(waits("chen", WorkKind::refusal));
  RunJobs(as("zhou")).execute();
  EXPECT_TRUE(told("chen", ReminderCondition::bounced));

  const auto insist = ruling(id, "PIE", RefusalRuling::insist);
  EXPECT_EQ(refusedRule([&] { RuleRefusal(as("wang")).execute(insist); }), "ruling");
  EXPECT_EQ(refusedRule([&] { assign(id, "PIE", "D4"); }), "ruling") << "asking again is a ruling too";
  EXPECT_EQ(refusedRule([&] {
              WithdrawQuestion(as("wang")).execute({target(id), question(id, "PIE").id, "另行安排分析"});
            }),
            "ruling");
  RuleRefusal(as("chen")).execute(insist);
  EXPECT_EQ(question(id, "PIE").state, AssignmentState::asked);
  EXPECT_EQ(open(id).complaint.turnName, "PIE");
  EXPECT_TRUE(waits("zhao", WorkKind::answer));
}

TEST_P(DepartmentsTest, ARefusalAcceptedEndsTheQuestion) {
  const auto id = acceptedCase();
  assign(id, "TE", "D4");
  const auto decision = ruling(id, "TE", RefusalRuling::withdraw);
  EXPECT_EQ(refusedRule([&] { RuleRefusal(as("wang")).execute(decision); }), "assignment") << "not refused";
  refuse(id, "liu", "TE");
  auto nobody = ruling(id, "TE", RefusalRuling::forward);
  nobody.dueOn = today();
  EXPECT_EQ(invalidField([&] { RuleRefusal(as("wang")).execute(nobody); }), "department");
  RuleRefusal(as("wang")).execute(decision);
  EXPECT_EQ(question(id, "TE").state, AssignmentState::withdrawn);
  EXPECT_EQ(open(id).complaint.turn, Turn::cqe);
}

TEST_P(DepartmentsTest, MoreTimeMovesTheQuestionAndNoClock) {
  const auto id = acceptedCase();
  assign(id, "TE", "D4");
  const auto clocks = open(id).clocks;
  const Date due = question(id, "TE").dueOn;
  ExtensionAsked asked{target(id), question(id, "TE").id, due, "等待切片结果"};
  EXPECT_EQ(invalidField([&] { AskExtension(as("liu")).execute(asked); }), "wanted_day");
  asked.wantedDay = due.plusDays(4);
  EXPECT_EQ(refusedRule([&] { AskExtension(as("zhao")).execute(asked); }), "right");
  AskExtension(as("liu")).execute(asked);
  EXPECT_EQ(refusedRule([&] { AskExtension(as("liu")).execute(asked); }), "extension");
  EXPECT_EQ(question(id, "TE").dueOn, due) << "asked for is not granted";
  EXPECT_TRUE(waits("wang", WorkKind::extension));

  ExtensionDecision decision;
  decision.target = target(id);
  decision.assignmentId = asked.assignmentId;
  decision.day = due.plusDays(2);
  EXPECT_EQ(refusedRule([&] { RuleExtension(as("liu")).execute(decision); }), "right");
  RuleExtension(as("wang")).execute(decision);
  EXPECT_EQ(question(id, "TE").dueOn, due.plusDays(2));
  EXPECT_FALSE(waits("wang", WorkKind::extension));
  const auto file = open(id);
  ASSERT_EQ(file.extensions.size(), 1u);
  EXPECT_EQ(file.extensions[0].state, ExtensionState::granted);
  EXPECT_EQ(file.extensions[0].ruledBy, person("wang"));
  for (std::size_t i = 0; i < clocks.size(); ++i) EXPECT_EQ(file.clocks[i].dueAt, clocks[i].dueAt);
  EXPECT_FALSE(told("liu", ReminderCondition::ruled));
  RunJobs(as("zhou")).execute();
  EXPECT_TRUE(told("liu", ReminderCondition::ruled));

  asked.wantedDay = due.plusDays(9);
  AskExtension(as("liu")).execute(asked);
  decision.grant = false;
  EXPECT_EQ(invalidField([&] { RuleExtension(as("wang")).execute(decision); }), "words");
  decision.words = "客户不同意";
  RuleExtension(as("wang")).execute(decision);
  EXPECT_EQ(question(id, "TE").dueOn, due.plusDays(2));
  EXPECT_EQ(open(id).extensions[1].state, ExtensionState::refused);
  EXPECT_EQ(refusedRule([&] { RuleExtension(as("wang")).execute(decision); }), "extension");
}

TEST_P(DepartmentsTest, TwoDepartmentsAnswerTheSameDisciplineForThemselves) {
  const auto id = acceptedCase(2);
  assign(id, "TE", "D4");
  assign(id, "PIE", "D4,D5");
  answer("liu", id, d4, "TE：未检出的原因");
  EXPECT_EQ(question(id, "TE").state, AssignmentState::answered);
  EXPECT_EQ(question(id, "PIE").state, AssignmentState::asked) << "the other one's answer is not its own";
  EXPECT_EQ(refusedRule([&] { approve("hu", id, d4); }), "departments");
  EXPECT_EQ(refusedRule([&] { submit("liu", id, d4); }), "discipline") << "answered once";

  answer("zhao", id, d4, "TE：未检出的原因\nPIE：发生的原因");
  EXPECT_EQ(question(id, "PIE").state, AssignmentState::asked) << "D5 is still owed";
  auto file = open(id);
  ASSERT_EQ(file.submissions.size(), 2u);
  EXPECT_EQ(file.submissions[0].assignmentId, question(id, "TE").id);
  EXPECT_EQ(file.submissions[1].assignmentId, question(id, "PIE").id);
  EXPECT_EQ(file.submissions[1].revision, 2);

  DisciplineVerdict verdict{target(id), d4, false, RejectReason::noEvidence, "没有切片照片", "TE"};
  ReviewDiscipline(as("hu")).execute(verdict);
  EXPECT_EQ(question(id, "TE").state, AssignmentState::rejected);
  EXPECT_EQ(question(id, "PIE").state, AssignmentState::asked) << "PIE's answer to D4 stands";
  EXPECT_FALSE(owes(open(id), question(id, "PIE"), d4));
  answer("liu", id, d4, "TE：未检出的原因，见图 3\nPIE：发生的原因");
  approve("hu", id, d4);
  EXPECT_EQ(question(id, "TE").state, AssignmentState::approved);
  answer("zhao", id, d5, "对策");
  EXPECT_EQ(question(id, "PIE").state, AssignmentState::answered);
  approve("hu", id, d5);
  EXPECT_EQ(question(id, "PIE").state, AssignmentState::approved);
}

TEST_P(DepartmentsTest, AQuestionTakenBackIsNotWaitedFor) {
  const auto id = acceptedCase(2);
  assign(id, "TE", "D4");
  assign(id, "PIE", "D4");
  answer("liu", id, d4, "原因");
  const QuestionWithdrawal withdrawal{target(id), question(id, "PIE").id, "TE 的分析已足够"};
  EXPECT_EQ(refusedRule([&] { WithdrawQuestion(as("zhao")).execute(withdrawal); }), "right");
  WithdrawQuestion(as("wang")).execute(withdrawal);
  EXPECT_EQ(refusedRule([&] { WithdrawQuestion(as("wang")).execute(withdrawal); }), "assignment");
  approve("hu", id, d4);
  EXPECT_EQ(question(id, "TE").state, AssignmentState::approved);
  EXPECT_EQ(question(id, "PIE").state, AssignmentState::withdrawn);
}

TEST_P(DepartmentsTest, AnAnswerEnteredForADepartmentIsConfirmedByIt) {
  const auto id = acceptedCase(2);
  assign(id, "TE", "D4");
  fill("wang", id, d4);
  DisciplineSubmission submission;
  submission.target = target(id);
  submission.code = d4;
  submission.onBehalfOf = "TE";
  submission.sourceAttachmentId = attach(id);
  SubmitDiscipline(as("wang")).execute(submission);
  EXPECT_TRUE(waits("liu", WorkKind::confirm));
  EXPECT_FALSE(waits("zhao", WorkKind::confirm));
  approve("hu", id, d4);  // a word of the department is no gate, and comes afterwards too

  AnswerWord word{target(id), d4, false, ""};
  EXPECT_EQ(invalidField([&] { ConfirmAnswer(as("liu")).execute(word); }), "note");
  EXPECT_EQ(refusedRule([&] { ConfirmAnswer(as("wang")).execute({target(id), d4, true, ""}); }), "confirm");
  word.note = "温度不是我们测的";
  ConfirmAnswer(as("liu")).execute(word);
  EXPECT_FALSE(waits("liu", WorkKind::confirm));
  auto file = open(id);
  const auto* said = confirmationOf(file, file.submissions[0].id);
  ASSERT_TRUE(said);
  EXPECT_FALSE(said->agreed);
  ConfirmAnswer(as("ma")).execute({target(id), d4, true, ""});
  file = open(id);
  EXPECT_TRUE(confirmationOf(file, file.submissions[0].id)->agreed) << "the newest word counts";
}

TEST_P(DepartmentsTest, TheReportIsAssessedBeforeItLeaves) {
  AssessmentCriteria criteria;
  for (const auto code : {d4, d5}) {
    Criterion one;
    one.key = code == d4 ? "cause" : "action";
    one.discipline = code;
    criteria.criteria.push_back(one);
  }
  const auto id = acceptedCase(2);
  ReportAssessment input;
  input.target = target(id);
  input.assessor = Assessor::department;
  input.points = {{"cause", 2}, {"action", 1}};
  EXPECT_EQ(refusedRule([&] { AssessReport(as("liu"), criteria).execute(input); }), "right");
  assign(id, "TE", "D4");
  AssessReport(as("liu"), criteria).execute(input);
  input.assessor = Assessor::cqe;
  EXPECT_EQ(refusedRule([&] { AssessReport(as("liu"), criteria).execute(input); }), "right");
  WaiveDiscipline(as("wang")).execute({target(id), d5, false, "简化处理，不需要"});
  EXPECT_EQ(invalidField([&] { AssessReport(as("wang"), criteria).execute(input); }), "points.action")
      << "nothing is measured that is not required";
  input.points = {{"cause", 3}};
  AssessReport(as("wang"), criteria).execute(input);
  SendReply(as("wang")).execute({target(id), ReplyStage::d8, "email", "qa@kunde.example", "见附件"});
  const auto file = open(id);
  ASSERT_EQ(file.assessments.size(), 2u);
  EXPECT_EQ(file.assessments[0].answers, "{\"cause\":2,\"action\":1}");
  EXPECT_EQ(file.assessments[1].points, 3);
  EXPECT_EQ(file.assessments[1].possible, 3);
  EXPECT_EQ(file.assessments[1].revision, 1);
  EXPECT_EQ(assessmentOf(file, Assessor::cqe), nullptr) << "the next report is another revision";
  EXPECT_EQ(file.replies[0].snapshot.find("assessment"), std::string::npos) << "not for the customer";
}

TEST_P(DepartmentsTest, ResponsibilityAndAnalysisAreDifferentQuestions) {
  const auto id = acceptedCase();
  auto input = SetResponsibility::from(open(id));
  input.target = target(id);
  input.occurrence = "PIE";
  input.escape = "PROD";
  input.analysis = "TE";
  EXPECT_EQ(refusedRule([&] { SetResponsibility(as("wang")).execute(input); }), "reason");
  input.reason = "切片结果判定";
  input.escape = "月球部";
  EXPECT_EQ(invalidField([&] { SetResponsibility(as("wang")).execute(input); }), "escape");
  input.escape = "PROD";
  EXPECT_EQ(refusedRule([&] { SetResponsibility(as("liu")).execute(input); }), "right");
  SetResponsibility(as("wang")).execute(input);
  const auto file = open(id);
  EXPECT_EQ(file.complaint.responsibleDepartmentId, m_database.department("PIE"));
  EXPECT_EQ(file.problem.escapeDepartmentId, m_database.department("PROD"));
  EXPECT_EQ(file.problem.analysisDepartmentId, m_database.department("TE"));
  EXPECT_EQ(SetResponsibility::from(file).analysis, "TE");
}

TEST_P(DepartmentsTest, ASupplierIsAskedLikeADepartmentAndItsLiabilityIsItsOwn) {
  SiteSetup setup;
  setup.company = reader().setting("company");
  setup.departments = {{{}, "S-JK", "晶科电子", "Jingke", true, true}};
  SetUpSite(as("zhou")).execute(setup);
  const auto id = acceptedCase(2);
  assign(id, "晶科电子", "D4");
  fill("wang", id, d4);
  DisciplineSubmission submission;
  submission.target = target(id);
  submission.code = d4;
  submission.onBehalfOf = "S-JK";
  EXPECT_EQ(refusedRule([&] { SubmitDiscipline(as("wang")).execute(submission); }), "source");
  submission.sourceAttachmentId = attach(id);
  SubmitDiscipline(as("wang")).execute(submission);
  auto input = SetResponsibility::from(open(id));
  input.target = target(id);
  input.occurrence = "S-JK";
  input.reason = "来料虚焊，供应商确认";
  SetResponsibility(as("wang")).execute(input);
  const auto file = open(id);
  EXPECT_EQ(question(id, "S-JK").state, AssignmentState::answered);
  EXPECT_EQ(file.complaint.liability, Liability::supplier);
  EXPECT_EQ(file.decisions.back().kind, DecisionKind::liability);
}

INSTANTIATE_TEST_SUITE_P(Databases, DepartmentsTest, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace
}  // namespace octad::model
