#include <gtest/gtest.h>

#include "gui/viewmodels/case_actions.hpp"
#include "model/core/catalogue.hpp"
#include "tests/viewmodels/sample_file.hpp"

namespace octad::viewmodels {

using model::CaseState;
using model::DisciplineCode;
using model::DisciplineState;

namespace {

/// The sentence in English that says why an action cannot be done; "" when it can.
std::string whyNot(const std::vector<CaseAction>& actions, CaseActionId id) {
  const auto& action = actionOf(actions, id);
  return action.whyNot ? model::Catalogue().sentence(*action.whyNot) : std::string();
}

struct Row {
  const char* what;
  CaseState state;
  model::Acceptance acceptance;
  CaseActionId action;
  const char* whyNot;
};

constexpr auto kUndecided = model::Acceptance::undecided;
constexpr auto kAccepted = model::Acceptance::accepted;
constexpr auto kNotOurs = model::Acceptance::notOurs;

const Row kRows[] = {
    {"accept a new one", CaseState::registered, kUndecided, CaseActionId::accept, ""},
    {"accept twice", CaseState::handling, kAccepted, CaseActionId::accept,
     "The complaint is accepted already."},
    {"not ours comes out of D4", CaseState::handling, kAccepted, CaseActionId::notOurs, ""},
    {"not ours twice", CaseState::confirming, kNotOurs, CaseActionId::notOurs,
     "It is decided already that this is not ours."},
    {"decide in closing review", CaseState::closing, kAccepted, CaseActionId::partly,
     "The case is in closing review. Return the closing first."},
    {"ask in a closed case", CaseState::closed, kAccepted, CaseActionId::assign,
     "The case is closed. Reopen it first."},
    {"ask a department", CaseState::registered, kUndecided, CaseActionId::assign, ""},
    {"cancel a new one", CaseState::registered, kUndecided, CaseActionId::cancel, ""},
    {"cancel in handling", CaseState::handling, kAccepted, CaseActionId::cancel,
     "Only a case that is not handled yet can be cancelled."},
    {"close without request", CaseState::handling, kAccepted, CaseActionId::close,
     "Closing has to be requested first."},
    {"request undecided", CaseState::registered, kUndecided, CaseActionId::requestClosing,
     "Only a case that is being handled can be closed. Decide on it first."},
    {"request twice", CaseState::closing, kAccepted, CaseActionId::requestClosing,
     "Closing was requested already."},
    {"return the closing", CaseState::closing, kAccepted, CaseActionId::returnClosing, ""},
    {"return what is not asked", CaseState::handling, kAccepted, CaseActionId::returnClosing,
     "Closing was not requested."},
    {"reopen", CaseState::closed, kAccepted, CaseActionId::reopen, ""},
    {"reopen an open one", CaseState::handling, kAccepted, CaseActionId::reopen,
     "Only a closed case can be reopened."},
    {"reopen an archived one", CaseState::archived, kAccepted, CaseActionId::reopen,
     "Only a closed case can be reopened."},
    {"answer without reply", CaseState::handling, kAccepted, CaseActionId::answer,
     "Nothing was sent to the customer yet."},
    {"reply at once", CaseState::registered, kUndecided, CaseActionId::reply, ""},
    {"file in a cancelled case", CaseState::cancelled, kUndecided, CaseActionId::attach,
     "The case was cancelled."},
    {"verify nothing", CaseState::handling, kAccepted, CaseActionId::verify,
     "No corrective action is done yet."},
    {"stop no clock", CaseState::handling, kAccepted, CaseActionId::stopClock, "No clock is running."},
    {"resume no clock", CaseState::handling, kAccepted, CaseActionId::resumeClock, "No clock is stopped."},
};

}  // namespace

TEST(CaseActions, AreAllowedByStateAndSayWhyNot) {
  for (const auto& row : kRows) {
    auto file = sampleFile();
    file.complaint.state = row.state;
    file.complaint.acceptance = row.acceptance;
    EXPECT_EQ(whyNot(caseActions(file, cqe()), row.action), row.whyNot) << row.what;
  }
}

TEST(CaseActions, FollowTheRightsOfThePerson) {
  auto file = sampleFile();
  for (const auto& action : caseActions(file, auditor())) {
    if (action.id == CaseActionId::attach) continue;
    EXPECT_FALSE(action.enabled()) << action.label;
  }
  EXPECT_NE(whyNot(caseActions(file, auditor()), CaseActionId::accept), "The complaint is accepted already.")
      << "the right is asked before the facts";
  EXPECT_FALSE(actionOf(caseActions(file, departmentMember()), CaseActionId::assign).enabled());
}

TEST(CaseActions, ClosingNeedsSomeoneElse) {
  auto file = sampleFile();
  file.complaint.state = CaseState::closing;
  EXPECT_EQ(whyNot(caseActions(file, cqe(kOwner)), CaseActionId::close),
            "The closing has to be approved by somebody other than the owner and the one who asked for it.");
  EXPECT_EQ(whyNot(caseActions(file, cqe(kOtherCqe)), CaseActionId::close), "");
}

TEST(CaseActions, MajorCasesTellWhatIsMissingForClosing) {
  auto file = sampleFile();
  const std::string sentence = whyNot(caseActions(file, cqe()), CaseActionId::requestClosing);
  EXPECT_EQ(sentence.rfind("Still missing: ", 0), 0U) << sentence;
  file.complaint.severity = model::SeverityClass::general;
  EXPECT_EQ(whyNot(caseActions(file, cqe()), CaseActionId::requestClosing), "")
      << "a soft gate is passed with a reason";
}

TEST(CaseActions, DepartmentsRefuseOnlyTheirOwnQuestions) {
  auto file = sampleFile();
  EXPECT_EQ(whyNot(caseActions(file, departmentMember()), CaseActionId::refuse),
            "Your department has no open question in this case.");
  model::Assignment asked;
  asked.id = model::AssignmentId(3);
  asked.departmentId = kTe;
  file.assignments.push_back(asked);
  EXPECT_EQ(whyNot(caseActions(file, departmentMember()), CaseActionId::refuse), "");
  EXPECT_EQ(ownAssignment(file, departmentMember()), model::AssignmentId(3));
  file.assignments.front().state = model::AssignmentState::answered;
  EXPECT_FALSE(ownAssignment(file, departmentMember()));
}

TEST(CaseActions, ClocksAreStoppedOnceAndLetRunAgain) {
  auto file = sampleFile();
  model::CaseClock clock;
  clock.name = model::ClockName::finalReport;
  clock.startedAt = model::Instant{1};
  file.clocks.push_back(clock);
  EXPECT_EQ(whyNot(caseActions(file, cqe()), CaseActionId::stopClock), "");
  model::ClockPause pause;
  pause.clock = model::ClockName::finalReport;
  file.pauses.push_back(pause);
  EXPECT_EQ(whyNot(caseActions(file, cqe()), CaseActionId::stopClock), "No clock is running.");
  EXPECT_EQ(whyNot(caseActions(file, cqe()), CaseActionId::resumeClock), "");
}

TEST(DisciplineActions, FollowTheStateOfTheDiscipline) {
  auto file = sampleFile();
  auto& d4 = disciplineOf(file, DisciplineCode::d4);
  auto actions = disciplineActions(file, DisciplineCode::d4, cqe());
  EXPECT_EQ(whyNot(actions, CaseActionId::save), "");
  EXPECT_EQ(whyNot(actions, CaseActionId::approve), "Nothing is submitted for review.");
  EXPECT_EQ(whyNot(actions, CaseActionId::require), "It is required.");

  d4.state = DisciplineState::submitted;
  actions = disciplineActions(file, DisciplineCode::d4, cqe());
  EXPECT_EQ(whyNot(actions, CaseActionId::save), "It is submitted and waits for review.");
  EXPECT_EQ(whyNot(actions, CaseActionId::reject), "");
  EXPECT_EQ(whyNot(actions, CaseActionId::approve).rfind("Still missing", 0), 0U) << "hard gate of major";

  d4.state = DisciplineState::approved;
  EXPECT_EQ(whyNot(disciplineActions(file, DisciplineCode::d4, cqe()), CaseActionId::submit),
            "It is approved. Only an objection or a failed verification opens it again.");
  d4.state = DisciplineState::notRequired;
  actions = disciplineActions(file, DisciplineCode::d4, cqe());
  EXPECT_EQ(whyNot(actions, CaseActionId::require), "");
  EXPECT_EQ(whyNot(actions, CaseActionId::save), "It is not required. Require it again first.");
}

TEST(DisciplineActions, AnswersOnBehalfAreReviewedBySomeoneElse) {
  auto file = sampleFile();
  disciplineOf(file, DisciplineCode::d1).state = DisciplineState::submitted;
  model::Submission submission;
  submission.discipline = DisciplineCode::d1;
  submission.submittedBy = kOwner;
  submission.onBehalfOf = kTe;
  file.submissions.push_back(submission);
  EXPECT_FALSE(
      actionOf(disciplineActions(file, DisciplineCode::d1, cqe(kOwner)), CaseActionId::reject).enabled());
  EXPECT_TRUE(
      actionOf(disciplineActions(file, DisciplineCode::d1, cqe(kOtherCqe)), CaseActionId::reject).enabled());
}

TEST(DisciplineActions, BeginWhenTheComplaintIsAccepted) {
  auto file = sampleFile();
  file.complaint.acceptance = model::Acceptance::undecided;
  EXPECT_EQ(whyNot(disciplineActions(file, DisciplineCode::d4, cqe()), CaseActionId::save),
            "It opens when the complaint is accepted. Decide on the complaint first.");
  EXPECT_EQ(whyNot(disciplineActions(file, DisciplineCode::d3, cqe()), CaseActionId::save), "");
  file.complaint.acceptance = model::Acceptance::notOurs;
  EXPECT_EQ(whyNot(disciplineActions(file, DisciplineCode::d8, cqe()), CaseActionId::save), "");
}

TEST(DisciplineActions, AMajorComplaintLeavesNothingOutButTheEmergencyResponse) {
  auto file = sampleFile();
  EXPECT_EQ(whyNot(disciplineActions(file, DisciplineCode::d7, cqe()), CaseActionId::waive),
            "It cannot be left out of a complaint of the highest class.");
  EXPECT_EQ(whyNot(disciplineActions(file, DisciplineCode::d0, cqe()), CaseActionId::waive), "");
  file.complaint.severity = model::SeverityClass::general;
  EXPECT_EQ(whyNot(disciplineActions(file, DisciplineCode::d7, cqe()), CaseActionId::waive), "");
}

TEST(CaseActions, WhoAskedForTheClosingDoesNotApproveIt) {
  auto file = sampleFile();
  file.complaint.state = CaseState::closing;
  model::Closing request;
  request.byPerson = kOtherCqe;
  file.closings.push_back(request);
  EXPECT_NE(whyNot(caseActions(file, cqe(kOtherCqe)), CaseActionId::close), "");
}

TEST(DisciplineActions, DepartmentsWriteWhatTheyAreAskedButDoNotReview) {
  auto file = sampleFile();
  EXPECT_EQ(whyNot(disciplineActions(file, DisciplineCode::d4, departmentMember()), CaseActionId::save),
            "This has not been asked of your department. Ask the CQE of the case.");
  model::Assignment asked;
  asked.departmentId = kTe;
  asked.disciplines = "D4,D5";
  file.assignments.push_back(asked);
  auto actions = disciplineActions(file, DisciplineCode::d4, departmentMember());
  EXPECT_TRUE(actionOf(actions, CaseActionId::save).enabled());
  EXPECT_FALSE(actionOf(actions, CaseActionId::waive).enabled());
  disciplineOf(file, DisciplineCode::d4).state = DisciplineState::submitted;
  actions = disciplineActions(file, DisciplineCode::d4, departmentMember());
  EXPECT_FALSE(actionOf(actions, CaseActionId::approve).enabled());
  EXPECT_FALSE(
      actionOf(disciplineActions(file, DisciplineCode::d4, auditor()), CaseActionId::save).enabled());
}

TEST(CaseActions, ThePrimaryActionIsTheNextStep) {
  auto file = sampleFile();
  file.complaint.state = CaseState::registered;
  file.complaint.acceptance = model::Acceptance::undecided;
  EXPECT_EQ(primaryCaseAction(file, caseActions(file, cqe())), CaseActionId::reply);
  file.replies.emplace_back();
  EXPECT_EQ(primaryCaseAction(file, caseActions(file, cqe())), CaseActionId::accept);
  file.complaint.state = CaseState::handling;
  file.complaint.acceptance = model::Acceptance::accepted;
  EXPECT_EQ(primaryCaseAction(file, caseActions(file, cqe())), CaseActionId::assign);
  file.complaint.state = CaseState::closing;
  EXPECT_FALSE(primaryCaseAction(file, caseActions(file, cqe(kOwner)))) << "somebody else's turn";
  EXPECT_EQ(primaryCaseAction(file, caseActions(file, cqe(kOtherCqe))), CaseActionId::close);
  EXPECT_FALSE(primaryCaseAction(file, caseActions(file, auditor())));
}

}  // namespace octad::viewmodels
