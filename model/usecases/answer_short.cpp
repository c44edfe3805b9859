#include "model/usecases/answer_short.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/eightd/gates.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"
#include "model/usecases/reply_customer.hpp"

namespace octad::model {

namespace {

std::string needed(const std::string& value, const std::string& field, const char* sentence) {
  std::string clean = cleanText(value, field);
  if (clean.empty()) throw Invalid(field, Message(sentence));
  return clean;
}

void takeAnswer(CaseEdit& edit, const ShortAnswer& input) {
  CaseFile& file = edit.file;
  Cause cause = file.causes.empty() ? Cause() : file.causes.front();
  cause.problemId = file.problem.id;
  cause.text = needed(input.cause, "cause", tr("Write the cause in a sentence."));
  cause.textCustomer = cleanText(input.causeCustomer, "cause_customer");
  cause.result = CauseResult::confirmed;
  file.causes.empty() ? insertRecord(edit.unit, cause) : updateRecord(edit.unit, cause);
  file.causes.assign(1, cause);

  const auto corrective = std::find_if(file.actions.begin(), file.actions.end(), [](const Action& action) {
    return action.kind == ActionKind::corrective;
  });
  const bool known = corrective != file.actions.end();
  Action action = known ? *corrective : Action();
  action.problemId = file.problem.id;
  action.causeId = cause.id;
  action.text = needed(input.action, "action", tr("Write what is done about the cause."));
  action.textCustomer = cleanText(input.actionCustomer, "action_customer");
  action.owner = cleanLine(input.owner, "owner", kNameLength);
  action.dueOn = input.dueOn;
  action.doneOn = input.doneOn;
  if (action.dueOn) requireDay(*action.dueOn, "due_on");
  if (action.doneOn) requireDayUntil(*action.doneOn, edit.today, "done_on");
  if (known) {
    updateRecord(edit.unit, action);
    *corrective = action;
  } else {
    insertRecord(edit.unit, action);
    file.actions.push_back(action);
  }
}

/// Disciplines that are written otherwise stay as they are.
void moveDisciplines(CaseEdit& edit, DisciplineState from, DisciplineState to, const std::string& reason) {
  for (auto& discipline : edit.file.disciplines) {
    if (discipline.state != from) continue;
    if (from == DisciplineState::notRequired && discipline.reason.rfind(kShortPath, 0) != 0) continue;
    discipline.state = to;
    discipline.reason = to == DisciplineState::notRequired ? std::string(kShortPath) + ": " + reason : "";
    if (to == DisciplineState::notRequired)
      discipline.decidedAt = edit.now;
    else
      discipline.decidedAt.reset();
    updateRecord(edit.unit, discipline);
  }
}

std::size_t correctiveCount(const CaseFile& file) {
  return static_cast<std::size_t>(
      std::count_if(file.actions.begin(), file.actions.end(),
                    [](const Action& action) { return action.kind == ActionKind::corrective; }));
}

void answer(CaseEdit& edit, const ShortAnswer& input) {
  if (const auto why = AnswerShort::whyNot(edit.file)) throw Refused("short-answer", *why);
  std::string reason = cleanText(input.reason, "reason");
  if (edit.file.problem.way != AnswerWay::shortReply &&
      gateStrength(edit.file.complaint.severity) == GateStrength::soft)
    reason = requireReason(input.reason);
  takeAnswer(edit, input);
  moveDisciplines(edit, DisciplineState::open, DisciplineState::notRequired, reason);
  edit.problemChanged = true;
  if (edit.file.problem.way != AnswerWay::shortReply) {
    edit.file.problem.way = AnswerWay::shortReply;
    updateRecord(edit.unit, edit.file.problem);
  }
  if (cleanText(input.reply, "reply").empty()) return;
  const ReplyStage stage = edit.file.replies.empty() ? ReplyStage::first : ReplyStage::letter;
  recordReply(edit, {input.target, stage, input.medium, input.recipient, input.reply});
}

}  // namespace

std::optional<Message> AnswerShort::whyNot(const CaseFile& file) {
  if (gateStrength(file.complaint.severity) == GateStrength::hard)
    return Message(tr("A complaint of the highest class is answered by an 8D report, not by a short reply."));
  if (file.complaint.acceptance != Acceptance::accepted && file.complaint.acceptance != Acceptance::partly)
    return Message(tr("Accept the complaint first: a cause is answered for what is ours."));
  if (!file.submissions.empty() || !file.assignments.empty())
    return Message(tr("Departments were asked or answered already: go on with the 8D."));
  if (file.causes.size() > 1 || correctiveCount(file) > 1)
    return Message(tr("There is more than one cause or corrective action: go on with the 8D."));
  return std::nullopt;
}

ShortAnswer AnswerShort::from(const CaseFile& file) {
  ShortAnswer input;
  input.target = {file.complaint.id, file.complaint.rowVersion, {}};
  if (!file.causes.empty()) {
    input.cause = file.causes.front().text;
    input.causeCustomer = file.causes.front().textCustomer;
  }
  for (const auto& action : file.actions) {
    if (action.kind != ActionKind::corrective) continue;
    input.action = action.text;
    input.actionCustomer = action.textCustomer;
    input.owner = action.owner;
    input.dueOn = action.dueOn;
    input.doneOn = action.doneOn;
    break;
  }
  return input;
}

Saved AnswerShort::execute(const ShortAnswer& input) {
  const CaseChange change{m_workplace,  "answer-short", Right::handleComplaint,
                          input.target, input.reason,   fingerprint(input)};
  return changeCase(change, [&input](CaseEdit& edit) { answer(edit, input); });
}

Saved AnswerInFull::execute(const FullAnswer& input) {
  const CaseChange change{m_workplace,  "answer-in-full", Right::handleComplaint,
                          input.target, input.reason,     fingerprint(input)};
  return changeCase(change, [&input](CaseEdit& edit) {
    if (edit.file.problem.way != AnswerWay::shortReply)
      throw Refused("short-answer",
                    tr("The case is not answered short: its disciplines are required already."));
    requireReason(input.reason);
    edit.file.problem.way = AnswerWay::eightD;
    updateRecord(edit.unit, edit.file.problem);
    moveDisciplines(edit, DisciplineState::notRequired, DisciplineState::open, {});
    edit.problemChanged = true;
  });
}

}  // namespace octad::model
