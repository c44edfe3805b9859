#include "model/usecases/pattern_copy.hpp"

#include <map>

#include "model/eightd/why_tree.hpp"
#include "model/usecases/case_rows.hpp"

namespace octad::model {

namespace {

/// A branch is stored after the step it hangs on.
void copySteps(UnitOfWork& unit, const std::vector<WhyTreeNode>& nodes, ProblemId problem, CauseId cause,
               std::optional<WhyStepId> parent) {
  for (const auto& node : nodes) {
    WhyStep step;
    step.problemId = problem;
    step.causeId = cause;
    step.position = node.step->position;
    step.answer = node.step->answer;
    if (!node.onMainChain) step.parentId = parent;
    insertRecord(unit, step);
    copySteps(unit, node.children, problem, cause, step.id);
  }
}

std::map<CauseId, CauseId> copyCauses(UnitOfWork& unit, const CaseFile& pattern, ProblemId problem) {
  std::map<CauseId, CauseId> copied;
  for (const auto& old : pattern.causes) {
    if (old.result == CauseResult::excluded) continue;
    Cause cause;
    cause.problemId = problem;
    cause.type = old.type;
    cause.text = old.text;
    cause.textCustomer = old.textCustomer;
    cause.branch = old.branch;
    insertRecord(unit, cause);
    copied[old.id] = cause.id;
  }
  for (const auto& [old, cause] : copied) copySteps(unit, whyTree(pattern.whySteps, old), problem, cause, {});
  return copied;
}

}  // namespace

void copyPattern(UnitOfWork& unit, const CaseFile& pattern, CaseFile& file) {
  const ProblemId problem = file.problem.id;
  for (auto& discipline : file.disciplines) {
    const Discipline& old = pattern.discipline(discipline.code);
    if (old.text.empty() && old.textCustomer.empty()) continue;
    discipline.text = old.text;
    discipline.textCustomer = old.textCustomer;
    updateRecord(unit, discipline);
  }
  for (TeamMember member : pattern.team) {
    member.id = {};
    member.problemId = problem;
    insertRecord(unit, member);
  }
  const auto causes = copyCauses(unit, pattern, problem);
  for (const auto& old : pattern.actions) {
    Action action;
    action.problemId = problem;
    action.kind = old.kind;
    if (old.causeId)
      if (const auto cause = causes.find(*old.causeId); cause != causes.end()) action.causeId = cause->second;
    action.text = old.text;
    action.textCustomer = old.textCustomer;
    action.owner = old.owner;
    action.departmentId = old.departmentId;
    insertRecord(unit, action);
  }
}

}  // namespace octad::model
