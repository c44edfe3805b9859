#include "model/usecases/submit_discipline.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"
#include "model/usecases/questions.hpp"

namespace octad::model {

namespace {

bool hasActions(const CaseFile& file, ActionKind kind) {
  return std::any_of(file.actions.begin(), file.actions.end(),
                     [kind](const Action& action) { return action.kind == kind; });
}

bool hasContent(const CaseFile& file, const Discipline& discipline) {
  if (!discipline.text.empty() || !discipline.textCustomer.empty()) return true;
  switch (discipline.code) {
    case DisciplineCode::d1:
      return !file.team.empty();
    case DisciplineCode::d2:
      return !file.facts.empty();
    case DisciplineCode::d3:
      return !file.sweep.empty() || hasActions(file, ActionKind::containment);
    case DisciplineCode::d4:
      return !file.causes.empty();
    case DisciplineCode::d5:
      return hasActions(file, ActionKind::corrective);
    case DisciplineCode::d6:
      return std::any_of(file.actions.begin(), file.actions.end(), [](const Action& action) {
        return action.kind == ActionKind::corrective && (action.doneOn || !action.proof.empty());
      });
    case DisciplineCode::d7:
      return !file.documentChanges.empty() || hasActions(file, ActionKind::preventive);
    case DisciplineCode::d0:
    case DisciplineCode::d8:
      return false;
  }
  return false;
}

void requireSource(const CaseFile& file, const std::optional<AttachmentId>& source) {
  const bool attached = source && std::any_of(file.attachments.begin(), file.attachments.end(),
                                              [&](const Attachment& a) { return a.id == *source; });
  if (!attached)
    throw Refused("source",
                  tr("An answer on behalf of a department needs its source: attach the mail or paper "
                     "it was taken from."));
}

/// The question this answers: of the department answered for, or of the person's own.
Assignment* assignmentAnswered(CaseFile& file, DisciplineCode code, std::optional<DepartmentId> department) {
  if (!department) return nullptr;
  for (auto& assignment : file.assignments)
    if (assignment.departmentId == *department && asksFor(assignment, code) && isPending(assignment))
      return &assignment;
  return nullptr;
}

/// Answered when this department has handed in everything asked of it, whatever others did.
void answerAssignment(CaseEdit& edit, Assignment& assignment) {
  for (const auto code : parseDisciplines(assignment.disciplines, "disciplines")) {
    const DisciplineState state = edit.file.discipline(code).state;
    const bool decided = state == DisciplineState::approved || state == DisciplineState::notRequired;
    if (!decided && !hasAnswered(edit.file, assignment, code)) return;
  }
  assignment.state = AssignmentState::answered;
  updateRecord(edit.unit, assignment);
}

void submit(CaseEdit& edit, const DisciplineSubmission& input, std::optional<DepartmentId> onBehalfOf) {
  Discipline& discipline = disciplineIn(edit.file, input.code);
  const std::string name = translated(labelOf(input.code));
  Assignment* answered =
      assignmentAnswered(edit.file, input.code, onBehalfOf ? onBehalfOf : edit.actor.departmentId);
  // Where another department answered first, this one still owes its own answer.
  const bool alsoOwed =
      discipline.state == DisciplineState::submitted && answered && owes(edit.file, *answered, input.code);
  if (discipline.state != DisciplineState::open && discipline.state != DisciplineState::rejected && !alsoOwed)
    throw Refused("discipline", {tr("{0} cannot be submitted now. Its state is: {1}."),
                                 {name, translated(labelOf(discipline.state))}});
  if (!hasContent(edit.file, discipline))
    throw Refused("empty", {tr("{0} is empty. Write the answer before submitting it."), {name}});
  if (onBehalfOf) requireSource(edit.file, input.sourceAttachmentId);

  discipline.state = DisciplineState::submitted;
  ++discipline.revision;
  discipline.decidedAt.reset();
  updateRecord(edit.unit, discipline);
  edit.problemChanged = true;

  Submission submission;
  submission.problemId = edit.file.problem.id;
  submission.discipline = input.code;
  submission.revision = discipline.revision;
  if (answered) submission.assignmentId = answered->id;
  submission.submittedBy = edit.actor.id;
  submission.submittedAt = edit.now;
  submission.onBehalfOf = onBehalfOf;
  submission.sourceAttachmentId = input.sourceAttachmentId;
  std::tie(submission.snapshot, submission.sha256) = edit.unit.freeze(edit.file, input.code);
  insertRecord(edit.unit, submission);
  edit.file.submissions.push_back(std::move(submission));
  if (answered) answerAssignment(edit, *answered);
}

}  // namespace

Saved SubmitDiscipline::execute(const DisciplineSubmission& input) {
  const Right right =
      may(m_workplace.actor, Right::handleComplaint) ? Right::handleComplaint : Right::answerAssignment;
  requireRight(m_workplace.actor, right);
  std::optional<DepartmentId> onBehalfOf;
  if (!input.onBehalfOf.empty()) {
    requireRight(m_workplace.actor, Right::handleComplaint);
    onBehalfOf =
        findDepartment(m_workplace.store.reader().departments(), input.onBehalfOf, "on_behalf_of").id;
  }
  const CaseChange change{m_workplace, "submit", right, input.target, {}, fingerprint(input)};
  return changeCase(change, [&](CaseEdit& edit) {
    requireDisciplineWork(edit, input.code);
    requireAccepted(edit.file, input.code);
    submit(edit, input, onBehalfOf);
  });
}

}  // namespace octad::model
