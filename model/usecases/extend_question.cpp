#include "model/usecases/extend_question.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"
#include "model/usecases/questions.hpp"

namespace octad::model {

namespace {

void requireLater(Date day, const Assignment& question, const char* field) {
  requireDay(day, field);
  if (!(question.dueOn < day))
    throw Invalid(field, {tr("The answer is due {0}. Enter a later day."), {question.dueOn.iso()}});
}

void askFor(CaseEdit& edit, const ExtensionAsked& input) {
  const std::string reason = requireReason(input.reason);
  const Assignment& question = questionIn(edit.file, input.assignmentId);
  const bool own = edit.actor.departmentId && *edit.actor.departmentId == question.departmentId;
  if (!own && !may(edit.actor, Right::handleComplaint))
    throw Refused("right", tr("Only the department that was asked can ask for more time."));
  if (question.state != AssignmentState::asked && question.state != AssignmentState::rejected)
    throw Refused("assignment", {tr("More time cannot be asked for. The state of the question is: {0}."),
                                 {translated(labelOf(question.state))}});
  if (openExtension(edit.file, question.id))
    throw Refused("extension", tr("More time was asked for already. Wait for the CQE's ruling."));
  requireLater(input.wantedDay, question, "wanted_day");
  ExtensionRequest request;
  request.complaintId = edit.file.complaint.id;
  request.assignmentId = question.id;
  request.fromDay = question.dueOn;
  request.wantedDay = input.wantedDay;
  request.reason = reason;
  request.requestedBy = edit.actor.id;
  request.requestedAt = edit.now;
  insertRecord(edit.unit, request);
  edit.file.extensions.push_back(std::move(request));
}

void rule(CaseEdit& edit, const ExtensionDecision& input) {
  Assignment& question = questionIn(edit.file, input.assignmentId);
  const auto* open = openExtension(edit.file, question.id);
  if (!open) throw Refused("extension", tr("This department has not asked for more time."));
  const std::string words = cleanText(input.words, "words");
  if (!input.grant && words.empty()) throw Invalid("words", tr("Say why there is no more time."));
  ExtensionRequest ruled = *open;
  ruled.state = input.grant ? ExtensionState::granted : ExtensionState::refused;
  ruled.ruling = words;
  ruled.ruledBy = edit.actor.id;
  ruled.ruledAt = edit.now;
  if (input.grant) {
    const Date day = input.day.value_or(open->wantedDay);
    requireLater(day, question, "day");
    question.dueOn = day;
    updateRecord(edit.unit, question);
  }
  updateRecord(edit.unit, ruled);
  for (auto& row : edit.file.extensions)
    if (row.id == ruled.id) row = ruled;
}

}  // namespace

Saved AskExtension::execute(const ExtensionAsked& input) {
  const Right right =
      may(m_workplace.actor, Right::handleComplaint) ? Right::handleComplaint : Right::answerAssignment;
  const CaseChange change{m_workplace,  "ask-extension", right,
                          input.target, input.reason,    fingerprint(input)};
  return changeCase(change, [&input](CaseEdit& edit) { askFor(edit, input); });
}

Saved RuleExtension::execute(const ExtensionDecision& input) {
  const CaseChange change{m_workplace,  "rule-extension", Right::handleComplaint,
                          input.target, input.words,      fingerprint(input)};
  return changeCase(change, [&input](CaseEdit& edit) { rule(edit, input); });
}

}  // namespace octad::model
