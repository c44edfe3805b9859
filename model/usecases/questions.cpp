#include "model/usecases/questions.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/core/text.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"

namespace octad::model {

namespace {

/// Submitted counts as open where several departments answer the same discipline.
void requireOpenDiscipline(CaseFile& file, DisciplineCode code) {
  requireAccepted(file, code);
  const DisciplineState state = disciplineIn(file, code).state;
  if (state == DisciplineState::approved || state == DisciplineState::notRequired)
    throw Refused("discipline", {tr("{0} cannot be asked for. Its state is: {1}."),
                                 {translated(labelOf(code)), translated(labelOf(state))}});
}

bool overlaps(const Assignment& assignment, const std::vector<DisciplineCode>& codes) {
  return std::any_of(codes.begin(), codes.end(),
                     [&](DisciplineCode code) { return asksFor(assignment, code); });
}

/// The department's row for these disciplines: asked again it is the same question, not a second one.
Assignment& questionTo(CaseEdit& edit, const Asked& asked) {
  auto& assignments = edit.file.assignments;
  const auto known = std::find_if(assignments.begin(), assignments.end(), [&](const Assignment& assignment) {
    const bool open = isPending(assignment) || assignment.state == AssignmentState::refused;
    return assignment.departmentId == asked.department && open && overlaps(assignment, asked.codes);
  });
  if (known != assignments.end()) return *known;
  Assignment assignment;
  assignment.complaintId = edit.file.complaint.id;
  assignment.problemId = edit.file.problem.id;
  assignment.departmentId = asked.department;
  return assignments.emplace_back(std::move(assignment));
}

}  // namespace

Assignment& questionIn(CaseFile& file, AssignmentId id) {
  const auto found = std::find_if(file.assignments.begin(), file.assignments.end(),
                                  [id](const Assignment& row) { return row.id == id; });
  if (found == file.assignments.end())
    throw NotFound(
        {tr("Case {0} has no such question to a department. Open the case again."), {file.complaint.number}});
  return *found;
}

void requireDueDay(Date day, Date today) {
  requireDay(day, "due_on");
  if (day < today) throw Invalid("due_on", {tr("{0} has passed. Enter today or a later day."), {day.iso()}});
}

void withdrawQuestion(CaseEdit& edit, Assignment& question) {
  question.state = AssignmentState::withdrawn;
  question.withdrawnAt = edit.now;
  updateRecord(edit.unit, question);
}

void requireRuling(const Assignment& refused, const Actor& actor) {
  if (refused.bounces < kManagersBounce || actor.has(Role::manager)) return;
  throw Refused("ruling", {tr("The question was refused {0} times. The quality manager rules on it now."),
                           {std::to_string(refused.bounces)}});
}

void askDepartment(CaseEdit& edit, const Asked& asked) {
  for (const auto code : asked.codes) requireOpenDiscipline(edit.file, code);
  requireDueDay(asked.dueOn, edit.today);
  Assignment& assignment = questionTo(edit, asked);
  if (assignment.state == AssignmentState::refused) requireRuling(assignment, edit.actor);
  auto all = asked.codes;
  if (!assignment.disciplines.empty())
    all = parseDisciplines(assignment.disciplines + ',' + disciplinesText(asked.codes), "disciplines");
  assignment.disciplines = disciplinesText(all);
  assignment.question = cleanText(asked.words, "question");
  assignment.dueOn = asked.dueOn;
  assignment.state = AssignmentState::asked;
  assignment.bounces = std::max(assignment.bounces, asked.bounces);
  assignment.askedBy = edit.actor.id;
  assignment.askedAt = edit.now;
  assignment.complaintNumber = edit.file.complaint.number;
  assignment.customerName = edit.file.customer.name;
  assignment.partNumber = edit.file.complaint.partNumber;
  assignment.failure = edit.file.complaint.failure;
  if (assignment.id)
    updateRecord(edit.unit, assignment);
  else
    insertRecord(edit.unit, assignment);
  startConfirming(edit);
}

}  // namespace octad::model
