#include "model/usecases/assign_department.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"

namespace octad::model {

namespace {

void requireOpenDiscipline(CaseFile& file, DisciplineCode code) {
  requireAccepted(file, code);
  const Discipline& discipline = disciplineIn(file, code);
  if (discipline.state != DisciplineState::open && discipline.state != DisciplineState::rejected)
    throw Refused("discipline", {tr("{0} cannot be asked for. Its state is: {1}."),
                                 {translated(labelOf(code)), translated(labelOf(discipline.state))}});
}

bool overlaps(const Assignment& assignment, const std::vector<DisciplineCode>& codes) {
  return std::any_of(codes.begin(), codes.end(),
                     [&](DisciplineCode code) { return asksFor(assignment, code); });
}

/// A department that refused is relieved when another one is asked: the CQE's ruling.
void relieveOthers(CaseEdit& edit, DepartmentId asked, const std::vector<DisciplineCode>& codes) {
  for (auto& assignment : edit.file.assignments) {
    if (assignment.departmentId == asked || assignment.state != AssignmentState::refused ||
        !overlaps(assignment, codes))
      continue;
    assignment.state = AssignmentState::withdrawn;
    updateRecord(edit.unit, assignment);
  }
}

/// The department's row for these disciplines: asked again it is the same question, not a second one.
Assignment& questionTo(CaseEdit& edit, DepartmentId department, const std::vector<DisciplineCode>& codes) {
  auto& assignments = edit.file.assignments;
  const auto known = std::find_if(assignments.begin(), assignments.end(), [&](const Assignment& assignment) {
    const bool open = isPending(assignment) || assignment.state == AssignmentState::refused;
    return assignment.departmentId == department && open && overlaps(assignment, codes);
  });
  if (known != assignments.end()) return *known;
  Assignment assignment;
  assignment.complaintId = edit.file.complaint.id;
  assignment.problemId = edit.file.problem.id;
  assignment.departmentId = department;
  return assignments.emplace_back(std::move(assignment));
}

void ask(CaseEdit& edit, const DepartmentQuestion& input, DepartmentId department) {
  const auto codes = parseDisciplines(input.disciplines, "disciplines");
  for (const auto code : codes) requireOpenDiscipline(edit.file, code);
  requireDay(input.dueOn, "due_on");
  if (input.dueOn < edit.today)
    throw Invalid("due_on", {tr("{0} has passed. Enter today or a later day."), {input.dueOn.iso()}});
  relieveOthers(edit, department, codes);
  Assignment& assignment = questionTo(edit, department, codes);
  auto all = codes;
  if (!assignment.disciplines.empty())
    all = parseDisciplines(assignment.disciplines + ',' + disciplinesText(codes), "disciplines");
  assignment.disciplines = disciplinesText(all);
  assignment.question = cleanText(input.question, "question");
  assignment.dueOn = input.dueOn;
  assignment.state = AssignmentState::asked;
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

}  // namespace

Saved AssignDepartment::execute(const DepartmentQuestion& input) {
  requireRight(m_workplace.actor, Right::handleComplaint);
  const Department department =
      findDepartment(m_workplace.store.reader().departments(), input.department, "department");
  const CaseChange change{m_workplace,  "assign",       Right::handleComplaint,
                          input.target, input.question, fingerprint(input)};
  return changeCase(change, [&](CaseEdit& edit) {
    // The summary names the department whose turn it is.
    if (edit.file.departmentName(department.id).empty()) edit.file.departments.push_back(department);
    ask(edit, input, department.id);
  });
}

Saved RefuseAssignment::execute(const AssignmentRefusal& input) {
  const CaseChange change{
      m_workplace,
      "refuse",
      may(m_workplace.actor, Right::handleComplaint) ? Right::handleComplaint : Right::answerAssignment,
      input.target,
      input.reason,
      fingerprint(input)};
  return changeCase(change, [&input](CaseEdit& edit) {
    const std::string reason = requireReason(input.reason);
    auto& assignments = edit.file.assignments;
    const auto found = std::find_if(assignments.begin(), assignments.end(),
                                    [&](const Assignment& row) { return row.id == input.assignmentId; });
    if (found == assignments.end())
      throw NotFound({tr("Case {0} has no such question to a department. Open the case again."),
                      {edit.file.complaint.number}});
    const bool own = edit.actor.departmentId && *edit.actor.departmentId == found->departmentId;
    if (!own && !may(edit.actor, Right::handleComplaint))
      throw Refused("right", tr("Only the department that was asked can refuse the question."));
    if (found->state != AssignmentState::asked && found->state != AssignmentState::rejected)
      throw Refused("assignment", {tr("The question can no longer be refused. Its state is: {0}."),
                                   {translated(labelOf(found->state))}});
    found->state = AssignmentState::refused;
    found->refusal = reason;
    ++found->bounces;
    updateRecord(edit.unit, *found);
  });
}

}  // namespace octad::model
