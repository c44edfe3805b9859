#include "model/usecases/set_responsibility.hpp"

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

using Chosen = std::optional<DepartmentId>;

/// A department that stands there already may stay, even when it is no longer active.
Chosen choose(CaseEdit& edit, const std::vector<Department>& departments, const std::string& text,
              const char* field, Chosen stored) {
  if (text.empty()) return std::nullopt;
  for (const auto& department : departments)
    if (stored == department.id && department.code == text) return stored;
  const Department& department = findDepartment(departments, text, field);
  if (edit.file.departmentName(department.id).empty()) edit.file.departments.push_back(department);
  return department.id;
}

void set(CaseEdit& edit, const Responsibility& input, const std::vector<Department>& departments) {
  const std::string reason = requireReason(input.reason);
  Complaint& head = edit.file.complaint;
  Problem& problem = edit.file.problem;
  const Chosen occurrence =
      choose(edit, departments, input.occurrence, "occurrence", head.responsibleDepartmentId);
  const Chosen escape = choose(edit, departments, input.escape, "escape", problem.escapeDepartmentId);
  const Chosen analysis = choose(edit, departments, input.analysis, "analysis", problem.analysisDepartmentId);
  head.responsibleDepartmentId = occurrence;
  // A supplier let it occur: whoever counts by liability is told so, unless it was decided otherwise.
  const bool supplier = std::any_of(
      departments.begin(), departments.end(),
      [&](const Department& department) { return occurrence == department.id && department.supplier; });
  if (supplier && head.liability == Liability::undetermined) {
    head.liability = Liability::supplier;
    decide(edit, DecisionKind::liability, keyOf(head.liability), reason);
  }
  if (escape == problem.escapeDepartmentId && analysis == problem.analysisDepartmentId) return;
  problem.escapeDepartmentId = escape;
  problem.analysisDepartmentId = analysis;
  updateRecord(edit.unit, problem);
  edit.problemChanged = true;
}

std::string codeOf(const CaseFile& file, Chosen id) {
  for (const auto& department : file.departments)
    if (id == department.id) return department.code;
  return {};
}

}  // namespace

Saved SetResponsibility::execute(const Responsibility& input) {
  requireRight(m_workplace.actor, Right::handleComplaint);
  const auto departments = m_workplace.store.reader().departments();
  const CaseChange change{m_workplace,  "responsibility", Right::handleComplaint,
                          input.target, input.reason,     fingerprint(input)};
  return changeCase(change, [&](CaseEdit& edit) { set(edit, input, departments); });
}

Responsibility SetResponsibility::from(const CaseFile& file) {
  Responsibility now;
  now.target = {file.complaint.id, file.complaint.rowVersion, {}};
  now.occurrence = codeOf(file, file.complaint.responsibleDepartmentId);
  now.escape = codeOf(file, file.problem.escapeDepartmentId);
  now.analysis = codeOf(file, file.problem.analysisDepartmentId);
  return now;
}

}  // namespace octad::model
