// What a case page offers around questions to departments, and its forms from the first field to what is
// stored.
#include <gtest/gtest.h>

#include "gui/viewmodels/answer_words.hpp"
#include "gui/viewmodels/case_page.hpp"
#include "model/core/error.hpp"
#include "model/usecases/decide_complaint.hpp"
#include "tests/viewmodels/sample_file.hpp"
#include "tests/viewmodels/session_fixture.hpp"

namespace octad::viewmodels {

using model::AssignmentState;
using model::DisciplineCode;
using model::DisciplineState;

namespace {

/// Two departments work on a case; each page is the one of its person.
class DepartmentForms : public SessionTest {
 protected:
  DepartmentForms() : id(database.makeCase()) {
    model::AcceptanceDecision decision;
    decision.target = {id, 0, {}};
    decision.liability = model::Liability::ours;
    model::DecideComplaint({database.store(), database.clock(), database.actor("wang")}).execute(decision);
  }

  /// Fills the form of an action as a person and sends it; the field and the sentence of the refusal, "" when
  /// it was stored.
  std::string send(const std::string& login, CaseActionId action, const FormValues& typed) {
    Session session = sessionOf(login, immediate);
    CasePageViewModel page(session, id);
    page.load();
    const auto actions = page.actions();
    if (const auto& whyNot = actionOf(actions, action).whyNot) return translator(*whyNot);
    const auto form = actionForm(action, page);
    FormValues values = startValues(form);
    for (const auto& [name, value] : typed) values[name] = value;
    std::string answer;
    page.run(
        newUuid(),
        [&](model::Workplace workplace, model::CaseTarget target) {
          return form.execute(std::move(workplace), std::move(target), values);
        },
        [](const model::Saved&) {},
        [&](const std::exception_ptr& error) {
          try {
            std::rethrow_exception(error);
          } catch (const model::Error& ours) {
            answer = ours.field() + ": " + translator(ours.message());
          }
        });
    return answer;
  }
  model::CaseFile stored() { return database.store().reader().openCase(id); }
  std::string whyNot(const std::string& login, CaseActionId action) {
    Session session = sessionOf(login, immediate);
    CasePageViewModel page(session, id);
    page.load();
    const auto actions = page.actions();
    const auto& found = actionOf(actions, action).whyNot;
    return found ? translator(*found) : std::string();
  }

  model::ComplaintId id;
};

TEST_F(DepartmentForms, FromTheQuestionToTheRulingOfTheManager) {
  EXPECT_EQ(whyNot("wang", CaseActionId::ruleRefusal), "No department has refused a question.");
  EXPECT_EQ(send("wang", CaseActionId::assign, {{"department", "TE"}, {"D5", ""}}), "");
  EXPECT_EQ(send("liu", CaseActionId::refuse, {{"instead", "PIE"}, {"reason", "不是测试问题"}}), "");
  EXPECT_EQ(questionState(stored().assignments[0], translator), "Refused (1)");
  EXPECT_EQ(questionWords(stored(), stored().assignments[0], translator),
            "不是测试问题 · names PIE Process engineering");
  // The form starts with what the department proposes.
  EXPECT_EQ(send("wang", CaseActionId::ruleRefusal, {{"reason", "追溯指向制程"}}), "");
  ASSERT_EQ(stored().assignments.size(), 2u);
  EXPECT_EQ(stored().assignments[1].departmentId, database.department("PIE"));
  EXPECT_EQ(send("zhao", CaseActionId::refuse, {{"reason", "也不是制程问题"}}), "");
  EXPECT_EQ(whyNot("wang", CaseActionId::ruleRefusal),
            "The question was refused twice: the quality manager rules.");
  EXPECT_EQ(send("chen", CaseActionId::ruleRefusal, {{"ruling", "insist"}, {"reason", "由制程部门回复"}}),
            "");
  EXPECT_EQ(stored().assignments[1].state, AssignmentState::asked);
}

TEST_F(DepartmentForms, MoreTimeIsAskedForAndGranted) {
  EXPECT_NE(whyNot("liu", CaseActionId::askExtension), "");
  const std::string wednesday = "2030-01-02";
  EXPECT_EQ(send("wang", CaseActionId::assign, {{"department", "TE"}, {"due_on", wednesday}}), "");
  EXPECT_EQ(send("liu", CaseActionId::askExtension, {{"wanted_day", wednesday}, {"reason", "等待切片结果"}})
                .substr(0, 11),
            "wanted_day:");
  EXPECT_EQ(send("liu", CaseActionId::askExtension, {{"reason", "等待切片结果"}}), "");
  EXPECT_EQ(whyNot("liu", CaseActionId::askExtension),
            "More time was asked for already. Wait for the CQE's ruling.");
  EXPECT_EQ(send("wang", CaseActionId::ruleExtension, {{"grant", "refused"}}).substr(0, 6), "words:");
  EXPECT_EQ(send("wang", CaseActionId::ruleExtension, {}), "");
  EXPECT_EQ(stored().assignments[0].dueOn.iso(), "2030-01-07")
      << "the form starts with the day asked for: three days later, and not on the weekend";
}

TEST_F(DepartmentForms, ResponsibilityStartsWithWhatStands) {
  EXPECT_EQ(send("wang", CaseActionId::responsibility, {{"escape", "PROD"}, {"reason", "切片结果判定"}}), "");
  EXPECT_EQ(send("wang", CaseActionId::responsibility, {{"analysis", "TE"}, {"reason", "由测试部主导"}}), "");
  EXPECT_EQ(stored().problem.escapeDepartmentId, database.department("PROD")) << "kept by the second form";
  EXPECT_EQ(stored().problem.analysisDepartmentId, database.department("TE"));
}

TEST(AnswerWords, TellWhoAnsweredWhoConfirmedAndWhoStillOwes) {
  const Translator text;
  const model::Zone zone("Asia/Shanghai");
  auto file = sampleFile();
  const auto words = [&] { return answerWords(file, DisciplineCode::d4, zone, text); };
  EXPECT_EQ(words(), "");
  disciplineOf(file, DisciplineCode::d4).state = DisciplineState::submitted;
  model::Submission submission;
  submission.id = model::SubmissionId(1);
  submission.onBehalfOf = kTe;
  submission.submittedBy = kOwner;
  submission.submittedAt = model::Instant{1'794'816'000'000'000};
  file.submissions = {submission};
  EXPECT_EQ(words(), "submitted by TE 测试部, revision 1, 2026-11-16 16:00 · not confirmed by TE 测试部 yet");
  model::AnswerConfirmation word;
  word.submissionId = submission.id;
  word.agreed = false;
  word.note = "not ours";
  word.confirmedBy = kOtherCqe;
  file.confirmations = {word};
  EXPECT_NE(words().find("Hu Jie objects: not ours"), std::string::npos) << words();
  model::Assignment question;
  question.id = model::AssignmentId(5);
  question.departmentId = kTe;
  question.disciplines = "D4";
  file.assignments = {question};
  EXPECT_NE(words().find("TE 测试部 owes its answer"), std::string::npos) << words();
  file.departments[0].supplier = true;
  EXPECT_EQ(askedLabel(file, question, text), "TE 测试部 (supplier)");
}

TEST(AnswerWords, ADepartmentWritesWhatAnotherOneHandedIn) {
  auto file = sampleFile();
  disciplineOf(file, DisciplineCode::d4).state = DisciplineState::submitted;
  const auto save = [&] {
    const auto actions = disciplineActions(file, DisciplineCode::d4, departmentMember());
    return actionOf(actions, CaseActionId::save).enabled();
  };
  EXPECT_FALSE(save());
  model::Assignment question;
  question.id = model::AssignmentId(5);
  question.departmentId = kTe;
  question.disciplines = "D4";
  file.assignments = {question};
  EXPECT_TRUE(save());
  model::Submission own;
  own.assignmentId = question.id;
  own.discipline = DisciplineCode::d4;
  file.submissions = {own};
  EXPECT_FALSE(save()) << "it has answered";
}

TEST(AnswerWords, TheHeaderNamesWhatChallengesTheEffect) {
  auto file = sampleFile();
  EXPECT_EQ(challengeWords(file).id, "");
  model::EffectChallenge challenge;
  challenge.laterNumber = "C26-00019";
  file.challenges = {challenge};
  EXPECT_EQ(model::Catalogue().sentence(challengeWords(file)), "Effect challenged by C26-00019");
  file.challenges[0].ruling = model::ChallengeRuling::dismissed;
  EXPECT_EQ(challengeWords(file).id, "");
}

}  // namespace
}  // namespace octad::viewmodels
