#include "gui/viewmodels/case_actions.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "model/core/error.hpp"
#include "model/eightd/challenge.hpp"
#include "model/eightd/gates.hpp"
#include "model/eightd/owed_answers.hpp"
#include "model/policy/due_time.hpp"
#include "model/returns/return_state.hpp"
#include "model/usecases/answer_short.hpp"

namespace octad::viewmodels {

using model::Acceptance;
using model::Action;
using model::ActionKind;
using model::Actor;
using model::AssignmentId;
using model::AssignmentState;
using model::CaseFile;
using model::CaseState;
using model::ClockName;
using model::Complaint;
using model::Discipline;
using model::DisciplineCode;
using model::DisciplineState;
using model::GateStrength;
using model::Message;
using model::MissingPoint;
using model::Right;
using model::Submission;
using model::tr;

namespace {

using WhyNot = std::optional<Message>;

/// The first sentence that stands in the way; the order given is the order in which a person would ask.
WhyNot firstOf(std::initializer_list<WhyNot> reasons) {
  for (const auto& reason : reasons)
    if (reason) return reason;
  return std::nullopt;
}

WhyNot unless(bool condition, Message sentence) {
  return condition ? std::nullopt : WhyNot(std::move(sentence));
}

WhyNot withoutRight(const Actor& actor, Right right) {
  try {
    requireRight(actor, right);
    return std::nullopt;
  } catch (const model::Refused& refused) {
    return refused.message();
  }
}

WhyNot notOpen(CaseState state) {
  switch (state) {
    case CaseState::closed:
      return Message(tr("The case is closed. Reopen it first."));
    case CaseState::archived:
      return Message(tr("The case is archived."));
    case CaseState::cancelled:
      return Message(tr("The case was cancelled."));
    case CaseState::registered:
    case CaseState::confirming:
    case CaseState::handling:
    case CaseState::closing:
      break;
  }
  return std::nullopt;
}

WhyNot underClosingReview(CaseState state) {
  return unless(state != CaseState::closing,
                Message(tr("The case is in closing review. Return the closing first.")));
}

/// "Still missing: a confirmed cause; its proof; and 2 more".
Message stillMissing(const std::vector<MissingPoint>& points) {
  constexpr std::size_t kTold = 3;
  std::vector<Message> told;
  for (const auto& point : points)
    if (told.size() < kTold) told.push_back(point.text);
  if (points.size() <= kTold) return Message(tr("Still missing: {0}"), {model::listed(told)});
  return Message(tr("Still missing: {0} And {1} more."),
                 {model::listed(told), std::to_string(points.size() - kTold)});
}

WhyNot closingGate(const CaseFile& file, int lots) {
  if (gateStrength(file.complaint.severity) != GateStrength::hard) return std::nullopt;
  const auto missing = missingForClosing(file, lots);
  return missing.empty() ? std::nullopt : WhyNot(stillMissing(missing));
}

struct Decider {
  const CaseFile& file;
  const Actor& actor;
  int lots;

  const Complaint& head() const { return file.complaint; }
  WhyNot right(Right needed) const { return withoutRight(actor, needed); }
  WhyNot openForCqe() const { return firstOf({notOpen(head().state), right(Right::handleComplaint)}); }

  WhyNot decide(Acceptance wanted, const char* already) const {
    return firstOf({openForCqe(), underClosingReview(head().state),
                    unless(head().acceptance != Acceptance::merged,
                           Message(tr("The case was merged into another one."))),
                    unless(head().acceptance != wanted, Message(already))});
  }

  WhyNot close() const {
    return firstOf(
        {notOpen(head().state),
         unless(head().state == CaseState::closing, Message(tr("Closing has to be requested first."))),
         right(Right::approveClosing),
         unless((!head().ownerId || *head().ownerId != actor.id) && closingRequester() != actor.id,
                Message(tr("The closing has to be approved by somebody other than the owner and the one who "
                           "asked for it.")))});
  }

  /// Who asked for the closing under review: the newest row without an approver.
  model::PersonId closingRequester() const {
    model::PersonId requester;
    for (const auto& row : file.closings)
      requester = row.reopened || row.approvedBy ? model::PersonId() : row.byPerson;
    return requester;
  }

  /// Whoever works on a case may add evidence to it; readers may not.
  WhyNot attach() const {
    const auto closed = notOpen(head().state);
    if (closed) return closed;
    for (const Right one : {Right::handleComplaint, Right::answerAssignment, Right::checkAction,
                            Right::recordReturn, Right::registerComplaint})
      if (may(actor, one)) return std::nullopt;
    return right(Right::handleComplaint);
  }

  /// Replies are never blocked, not even after closing.
  WhyNot reply() const {
    return firstOf({unless(head().state != CaseState::cancelled, Message(tr("The case was cancelled."))),
                    right(Right::handleComplaint)});
  }

  WhyNot requestClosing() const {
    const bool nothingToHandle =
        head().acceptance == Acceptance::notOurs || head().acceptance == Acceptance::merged;
    return firstOf(
        {notOpen(head().state),
         unless(head().state != CaseState::closing, Message(tr("Closing was requested already."))),
         unless(head().state == CaseState::handling || nothingToHandle,
                Message(tr("Only a case that is being handled can be closed. Decide on it first."))),
         right(Right::handleComplaint), closingGate(file, lots)});
  }

  WhyNot moveSample() const {
    const bool arrived =
        std::any_of(file.samples.begin(), file.samples.end(),
                    [](const model::Sample& sample) { return sample.toCome && sample.arrivedAt; });
    return firstOf(
        {openForCqe(),
         unless(arrived, Message(tr("The sample has not arrived yet. Record its arrival first.")))});
  }

  WhyNot sampleConsent() const {
    const bool any = std::any_of(file.samples.begin(), file.samples.end(),
                                 [](const model::Sample& sample) { return sample.toCome; });
    return firstOf({openForCqe(),
                    unless(any, Message(tr("There is no sample to ask about. Record the sample first.")))});
  }

  WhyNot decideStop() const {
    const bool anothers = std::any_of(file.pauses.begin(), file.pauses.end(), [this](const auto& pause) {
      return pause.isOpen() && pause.stands() == model::PauseState::asked && pause.askedBy != actor.id;
    });
    return firstOf({notOpen(head().state), right(Right::handleComplaint),
                    unless(actor.has(model::Role::manager),
                           Message(tr("Stops of clocks are approved by the quality manager."))),
                    unless(anothers, Message(tr("Nobody else asks for the stop of a clock.")))});
  }

  WhyNot followUp() const {
    const bool closed = head().state == CaseState::closed || head().state == CaseState::archived;
    return firstOf({unless(closed, Message(tr("The customer is visited after the closing."))),
                    right(Right::handleComplaint)});
  }

  WhyNot openReturns() const {
    const auto points = model::missingReturns(file);
    return points.empty() ? std::nullopt : WhyNot(points.front().text);
  }

  WhyNot cancel() const {
    return firstOf({notOpen(head().state),
                    unless(head().state == CaseState::registered || head().state == CaseState::confirming,
                           Message(tr("Only a case that is not handled yet can be cancelled."))),
                    right(Right::handleComplaint), openReturns()});
  }

  WhyNot ruleRefusal() const {
    const model::Assignment* refused = nullptr;
    for (const auto& question : file.assignments)
      if (question.state == AssignmentState::refused && (!refused || question.bounces < refused->bounces))
        refused = &question;
    const bool managers =
        refused && refused->bounces >= model::kManagersBounce && !actor.has(model::Role::manager);
    return firstOf(
        {openForCqe(), unless(refused != nullptr, Message(tr("No department has refused a question."))),
         unless(!managers, Message(tr("The question was refused twice: the quality manager rules.")))});
  }

  WhyNot withdraw() const {
    const bool any = std::any_of(file.assignments.begin(), file.assignments.end(), [](const auto& question) {
      return question.state != AssignmentState::approved && question.state != AssignmentState::withdrawn;
    });
    return firstOf({openForCqe(), unless(any, Message(tr("No department is asked.")))});
  }

  WhyNot assess() const {
    const auto closed = notOpen(head().state);
    if (closed || may(actor, Right::handleComplaint)) return closed;
    const bool asked =
        std::any_of(file.assignments.begin(), file.assignments.end(), [&](const auto& question) {
          return actor.departmentId == question.departmentId && question.state != AssignmentState::withdrawn;
        });
    return firstOf({right(Right::answerAssignment),
                    unless(asked, Message(tr("Your department was not asked in this case.")))});
  }

  WhyNot askExtension() const {
    const auto own = ownAssignment(file, actor);
    return firstOf(
        {notOpen(head().state), right(Right::answerAssignment),
         unless(own.has_value(), Message(tr("Your department has no open question in this case."))),
         unless(!own || !model::openExtension(file, *own),
                Message(tr("More time was asked for already. Wait for the CQE's ruling.")))});
  }

  WhyNot ruleExtension() const {
    const bool any = std::any_of(file.assignments.begin(), file.assignments.end(), [&](const auto& question) {
      return model::openExtension(file, question.id) != nullptr;
    });
    return firstOf({openForCqe(), unless(any, Message(tr("No department asks for more time.")))});
  }

  WhyNot verify() const {
    const bool anyCorrective =
        std::any_of(file.actions.begin(), file.actions.end(), [](const Action& action) {
          return action.kind == ActionKind::corrective && action.doneOn.has_value();
        });
    return firstOf({openForCqe(), unless(anyCorrective, Message(tr("No corrective action is done yet.")))});
  }
};

const Submission* newestSubmission(const CaseFile& file, DisciplineCode code) {
  const Submission* newest = nullptr;
  for (const auto& submission : file.submissions)
    if (submission.discipline == code && (!newest || submission.revision > newest->revision))
      newest = &submission;
  return newest;
}

/// D4 to D8 begin when the complaint is accepted; a case that is not ours still has its summary to write.
WhyNot notAccepted(const CaseFile& file, DisciplineCode code) {
  const Acceptance acceptance = file.complaint.acceptance;
  const bool accepted = acceptance == Acceptance::accepted || acceptance == Acceptance::partly;
  const bool summary = code == DisciplineCode::d8 && acceptance == Acceptance::notOurs;
  return unless(code < DisciplineCode::d4 || accepted || summary,
                Message(tr("It opens when the complaint is accepted. Decide on the complaint first.")));
}

/// The CQE writes everywhere, checkers in D6, departments where they are asked.
WhyNot notAsked(const CaseFile& file, const Actor& actor, DisciplineCode code) {
  if (may(actor, Right::handleComplaint)) return std::nullopt;
  if (code == DisciplineCode::d6 && may(actor, Right::checkAction)) return std::nullopt;
  if (!may(actor, Right::answerAssignment)) return withoutRight(actor, Right::answerAssignment);
  const bool asked =
      std::any_of(file.assignments.begin(), file.assignments.end(), [&](const auto& assignment) {
        const bool pending =
            assignment.state == AssignmentState::asked || assignment.state == AssignmentState::rejected;
        return pending && actor.departmentId == assignment.departmentId &&
               assignment.disciplines.find(keyOf(code)) != std::string::npos;
      });
  return unless(asked, Message(tr("This has not been asked of your department. Ask the CQE of the case.")));
}

/// Submitted by one department, it is still open to another one that was asked for it too.
bool isOwed(const CaseFile& file, const Actor& actor, DisciplineCode code) {
  return std::any_of(file.assignments.begin(), file.assignments.end(), [&](const auto& assignment) {
    return actor.departmentId == assignment.departmentId && model::owes(file, assignment, code);
  });
}

WhyNot cannotWrite(const CaseFile& file, const Actor& actor, const Discipline& discipline) {
  switch (discipline.state) {
    case DisciplineState::submitted:
      if (isOwed(file, actor, discipline.code)) break;
      return Message(tr("It is submitted and waits for review."));
    case DisciplineState::approved:
      return Message(tr("It is approved. Only an objection or a failed verification opens it again."));
    case DisciplineState::notRequired:
      return Message(tr("It is not required. Require it again first."));
    case DisciplineState::open:
    case DisciplineState::rejected:
      break;
  }
  return firstOf({notOpen(file.complaint.state), notAsked(file, actor, discipline.code),
                  notAccepted(file, discipline.code)});
}

/// A major complaint leaves out nothing but the emergency response.
WhyNot cannotWaive(const CaseFile& file, const Actor& actor, const Discipline& discipline) {
  const bool hard = gateStrength(file.complaint.severity) == GateStrength::hard;
  const bool waivable =
      discipline.state == DisciplineState::open || discipline.state == DisciplineState::rejected;
  return firstOf({notOpen(file.complaint.state), withoutRight(actor, Right::handleComplaint),
                  unless(waivable, Message(tr("It is submitted or decided already."))),
                  unless(!hard || discipline.code == DisciplineCode::d0,
                         Message(tr("It cannot be left out of a complaint of the highest class.")))});
}

WhyNot cannotReview(const CaseFile& file, const Actor& actor, const Discipline& discipline) {
  const Submission* submission = newestSubmission(file, discipline.code);
  return firstOf({notOpen(file.complaint.state),
                  unless(discipline.state == DisciplineState::submitted,
                         Message(tr("Nothing is submitted for review."))),
                  withoutRight(actor, Right::handleComplaint),
                  unless(!submission || !submission->onBehalfOf || submission->submittedBy != actor.id,
                         Message(tr("You entered this answer for the department, so someone else has to "
                                    "review it.")))});
}

WhyNot approvalGate(const CaseFile& file, DisciplineCode code, int lots) {
  if (gateStrength(file.complaint.severity) != GateStrength::hard) return std::nullopt;
  const auto missing = missingFor(code, file, lots);
  return missing.empty() ? std::nullopt : WhyNot(stillMissing(missing));
}

}  // namespace

bool isOpen(CaseState state) {
  return !notOpen(state).has_value();
}

std::vector<ClockName> stoppedClocks(const CaseFile& file) {
  std::vector<ClockName> stopped;
  for (const auto& pause : file.pauses)
    if (pause.isOpen() && std::find(stopped.begin(), stopped.end(), pause.clock) == stopped.end())
      stopped.push_back(pause.clock);
  return stopped;
}

std::vector<ClockName> askedStops(const CaseFile& file) {
  std::vector<ClockName> asked;
  for (const auto& pause : file.pauses)
    if (pause.isOpen() && pause.stands() == model::PauseState::asked) asked.push_back(pause.clock);
  return asked;
}

std::vector<ClockName> extendableClocks(const CaseFile& file) {
  std::vector<ClockName> open;
  for (const auto& clock : file.clocks)
    if (!clock.metAt && clock.dueReason != keyOf(model::DueBy::dropped)) open.push_back(clock.name);
  return open;
}

std::vector<ClockName> runningClocks(const CaseFile& file) {
  const auto stopped = stoppedClocks(file);
  std::vector<ClockName> running;
  for (const auto& clock : file.clocks)
    if (clock.startedAt && !clock.metAt &&
        std::find(stopped.begin(), stopped.end(), clock.name) == stopped.end())
      running.push_back(clock.name);
  return running;
}

std::optional<AssignmentId> ownAssignment(const CaseFile& file, const Actor& actor) {
  if (!actor.departmentId) return std::nullopt;
  for (const auto& assignment : file.assignments)
    if (assignment.departmentId == *actor.departmentId &&
        (assignment.state == AssignmentState::asked || assignment.state == AssignmentState::rejected))
      return assignment.id;
  return std::nullopt;
}

std::vector<DisciplineCode> unconfirmedAnswers(const CaseFile& file, const Actor& actor) {
  std::vector<DisciplineCode> codes;
  if (!actor.departmentId) return codes;
  for (const auto& entry : model::EnumKeys<DisciplineCode>::entries) {
    const Submission* newest = newestSubmission(file, entry.value);
    if (newest && newest->onBehalfOf == actor.departmentId && newest->submittedBy != actor.id &&
        !model::confirmationOf(file, newest->id))
      codes.push_back(entry.value);
  }
  return codes;
}

std::vector<const model::ReturnShare*> openReturns(const CaseFile& file) {
  std::vector<const model::ReturnShare*> open;
  for (const auto& share : file.returns) {
    const bool known = std::any_of(open.begin(), open.end(), [&share](const model::ReturnShare* other) {
      return other->returnId == share.returnId;
    });
    if (!known && !model::isEnded(share.state)) open.push_back(&share);
  }
  return open;
}

std::vector<CaseAction> caseActions(const CaseFile& file, const Actor& actor, int verificationLots) {
  const Decider decider{file, actor, verificationLots};
  const Complaint& head = file.complaint;
  const auto open = notOpen(head.state);
  const auto openForCqe = decider.openForCqe();
  std::vector<CaseAction> actions{
      {CaseActionId::accept, tr("&Accept…"), false,
       decider.decide(Acceptance::accepted, tr("The complaint is accepted already."))},
      {CaseActionId::partly, tr("Accept in &part…"), false,
       decider.decide(Acceptance::partly, tr("The complaint is accepted in part already."))},
      {CaseActionId::notOurs, tr("&Not ours…"), true,
       decider.decide(Acceptance::notOurs, tr("It is decided already that this is not ours."))},
      {CaseActionId::join, tr("&Join another 8D…"), false, openForCqe},
      {CaseActionId::answerShort, tr("Answer s&hort…"), false,
       firstOf({openForCqe, underClosingReview(head.state), model::AnswerShort::whyNot(file)})},
      {CaseActionId::answerInFull, tr("Make an 8&D of it…"), false,
       firstOf({openForCqe, underClosingReview(head.state),
                unless(file.problem.way == model::AnswerWay::shortReply,
                       Message(tr("Its disciplines are required already.")))})},
      {CaseActionId::assign, tr("Ask a &department…"), false,
       firstOf({openForCqe, underClosingReview(head.state)})},
      {CaseActionId::refuse, tr("&Refuse the question…"), true,
       firstOf({open, withoutRight(actor, Right::answerAssignment),
                unless(ownAssignment(file, actor).has_value(),
                       Message(tr("Your department has no open question in this case.")))})},
      {CaseActionId::ruleRefusal, tr("R&ule on a refusal…"), false, decider.ruleRefusal()},
      {CaseActionId::withdraw, tr("Take a &question back…"), true, decider.withdraw()},
      {CaseActionId::askExtension, tr("Ask for more ti&me…"), false, decider.askExtension()},
      {CaseActionId::ruleExtension, tr("Rule on an e&xtension…"), false, decider.ruleExtension()},
      {CaseActionId::confirmAnswer, tr("&Confirm an answer…"), false,
       firstOf({withoutRight(actor, Right::answerAssignment),
                unless(!unconfirmedAnswers(file, actor).empty(),
                       Message(tr("No answer entered for your department waits for its word.")))})},
      {CaseActionId::responsibility, tr("Respons&ibility…"), false, openForCqe},
      {CaseActionId::sample, tr("&Sample…"), false, openForCqe},
      {CaseActionId::moveSample, tr("&Hand a sample on…"), false, decider.moveSample()},
      {CaseActionId::sampleConsent, tr("&Word on a destructive test…"), false, decider.sampleConsent()},
      {CaseActionId::stopClock, tr("S&top a clock…"), false,
       firstOf({openForCqe, unless(!runningClocks(file).empty(), Message(tr("No clock is running.")))})},
      {CaseActionId::resumeClock, tr("&Run again…"), false,
       firstOf({openForCqe, unless(!stoppedClocks(file).empty(), Message(tr("No clock is stopped.")))})},
      {CaseActionId::decideStop, tr("Appro&ve a stop…"), false, decider.decideStop()},
      {CaseActionId::extendClock, tr("Later &date…"), false,
       firstOf({openForCqe,
                unless(!extendableClocks(file).empty(), Message(tr("Every clock was met already.")))})},
      {CaseActionId::campaign, tr("Campai&gn…"), false, openForCqe},
      {CaseActionId::followUp, tr("Visit after the closi&ng…"), false, decider.followUp()},
      {CaseActionId::amend, tr("&Edit complaint…"), false,
       firstOf({openForCqe, underClosingReview(head.state)})},
      {CaseActionId::attach, tr("Add a &file…"), false, decider.attach()},
      {CaseActionId::announceReturn, tr("Announce a ret&urn…"), false,
       firstOf({open, decider.right(Right::announceReturn)})},
      {CaseActionId::continueReturn, tr("Return cont&inues…"), false,
       firstOf({openForCqe,
                unless(!openReturns(file).empty(), Message(tr("No return of this case is under way.")))})},
      {CaseActionId::reply, tr("Record a &reply…"), false, decider.reply()},
      {CaseActionId::answer, tr("Record the customer's &answer…"), false,
       firstOf({unless(head.state != CaseState::cancelled, Message(tr("The case was cancelled."))),
                decider.right(Right::handleComplaint),
                unless(!file.replies.empty(), Message(tr("Nothing was sent to the customer yet.")))})},
      {CaseActionId::verify, tr("Record a &verification…"), false, decider.verify()},
      {CaseActionId::ruleChallenge, tr("Rule on a c&hallenge…"), false,
       firstOf({unless(head.state != CaseState::cancelled, Message(tr("The case was cancelled."))),
                decider.right(Right::handleComplaint),
                unless(!model::openChallenges(file).empty(),
                       Message(tr("No later case challenges the effect.")))})},
      {CaseActionId::assess, tr("Self-assess&ment…"), false, decider.assess()},
      {CaseActionId::requestClosing, tr("Request c&losing…"), false, decider.requestClosing()},
      {CaseActionId::close, tr("&Close the case…"), false, decider.close()},
      {CaseActionId::returnClosing, tr("Return the closing…"), true,
       firstOf({unless(head.state == CaseState::closing, Message(tr("Closing was not requested."))),
                decider.right(Right::handleComplaint)})},
      {CaseActionId::reopen, tr("Re&open the case…"), true,
       firstOf({unless(head.state == CaseState::closed, Message(tr("Only a closed case can be reopened."))),
                decider.right(Right::handleComplaint)})},
      {CaseActionId::cancel, tr("Cancel the case (entered in error)…"), true, decider.cancel()},
  };
  return actions;
}

std::vector<CaseAction> disciplineActions(const CaseFile& file, DisciplineCode code, const Actor& actor,
                                          int verificationLots) {
  const Discipline& discipline = file.discipline(code);
  const auto write = cannotWrite(file, actor, discipline);
  const auto review = cannotReview(file, actor, discipline);
  return {
      {CaseActionId::save, tr("&Save"), false, write},
      {CaseActionId::submit, tr("S&ubmit for review…"), false, write},
      {CaseActionId::approve, tr("&Approve…"), false,
       firstOf({review, approvalGate(file, code, verificationLots)})},
      {CaseActionId::reject, tr("Re&turn…"), true, review},
      {CaseActionId::waive, tr("&Not required…"), true, cannotWaive(file, actor, discipline)},
      {CaseActionId::require, tr("&Require again…"), false,
       firstOf({notOpen(file.complaint.state),
                unless(discipline.state == DisciplineState::notRequired, Message(tr("It is required."))),
                withoutRight(actor, Right::handleComplaint)})},
  };
}

std::optional<CaseActionId> primaryCaseAction(const CaseFile& file, const std::vector<CaseAction>& actions,
                                              int lots) {
  std::vector<CaseActionId> wanted;
  const bool replied = !file.replies.empty();
  switch (file.complaint.state) {
    case CaseState::registered:
    case CaseState::confirming:
      if (!replied) wanted.push_back(CaseActionId::reply);
      if (file.complaint.acceptance == Acceptance::undecided)
        wanted.push_back(CaseActionId::accept);
      else
        wanted.push_back(CaseActionId::requestClosing);
      break;
    case CaseState::handling:
      if (!replied) wanted.push_back(CaseActionId::reply);
      if (missingForClosing(file, lots).empty()) wanted.push_back(CaseActionId::requestClosing);
      if (file.assignments.empty() && file.problem.way != model::AnswerWay::shortReply)
        wanted.push_back(CaseActionId::assign);
      break;
    case CaseState::closing:
      wanted.push_back(CaseActionId::close);
      break;
    case CaseState::closed:
    case CaseState::archived:
    case CaseState::cancelled:
      break;
  }
  for (const CaseActionId id : wanted)
    if (actionOf(actions, id).enabled()) return id;
  return std::nullopt;
}

}  // namespace octad::viewmodels
