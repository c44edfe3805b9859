#include "model/usecases/assign_department.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"
#include "model/usecases/questions.hpp"

namespace octad::model {

namespace {

/// A department that refused is relieved when another one is asked: that is a ruling too. Gives back how
/// often the question was refused so far.
int relieveOthers(CaseEdit& edit, DepartmentId asked, const std::vector<DisciplineCode>& codes) {
  int bounces = 0;
  for (auto& assignment : edit.file.assignments) {
    const bool same = std::any_of(codes.begin(), codes.end(),
                                  [&](DisciplineCode code) { return asksFor(assignment, code); });
    if (assignment.departmentId == asked || assignment.state != AssignmentState::refused || !same) continue;
    requireRuling(assignment, edit.actor);
    bounces = std::max(bounces, assignment.bounces);
    withdrawQuestion(edit, assignment);
  }
  return bounces;
}

/// The department named in the refusing one's place.
std::optional<DepartmentId> named(Reader& reader, const std::string& department) {
  if (department.empty()) return std::nullopt;
  return findDepartment(reader.departments(), department, "instead").id;
}

void refuse(CaseEdit& edit, const AssignmentRefusal& input, std::optional<DepartmentId> instead) {
  const std::string reason = requireReason(input.reason);
  Assignment& question = questionIn(edit.file, input.assignmentId);
  const bool own = edit.actor.departmentId && *edit.actor.departmentId == question.departmentId;
  if (!own && !may(edit.actor, Right::handleComplaint))
    throw Refused("right", tr("Only the department that was asked can refuse the question."));
  if (question.state != AssignmentState::asked && question.state != AssignmentState::rejected)
    throw Refused("assignment", {tr("The question can no longer be refused. Its state is: {0}."),
                                 {translated(labelOf(question.state))}});
  if (instead == question.departmentId)
    throw Invalid("instead", tr("This is the department that refuses. Name another one, or none."));
  question.state = AssignmentState::refused;
  question.refusal = reason;
  question.proposedId = instead;
  ++question.bounces;
  updateRecord(edit.unit, question);
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
    const auto codes = parseDisciplines(input.disciplines, "disciplines");
    const int bounces = relieveOthers(edit, department.id, codes);
    askDepartment(edit, {department.id, codes, input.question, input.dueOn, bounces});
  });
}

Saved RefuseAssignment::execute(const AssignmentRefusal& input) {
  const Right right =
      may(m_workplace.actor, Right::handleComplaint) ? Right::handleComplaint : Right::answerAssignment;
  requireRight(m_workplace.actor, right);
  const auto instead = named(m_workplace.store.reader(), input.instead);
  const CaseChange change{m_workplace, "refuse", right, input.target, input.reason, fingerprint(input)};
  return changeCase(change, [&](CaseEdit& edit) { refuse(edit, input, instead); });
}

}  // namespace octad::model
