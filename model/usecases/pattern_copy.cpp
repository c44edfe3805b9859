#include "model/usecases/pattern_copy.hpp"

#include <map>

#include "model/usecases/case_rows.hpp"

namespace octad::model {

namespace {

std::map<CauseId, CauseId> copyCauses(UnitOfWork& unit, const CaseFile& pattern, ProblemId problem) {
  std::map<CauseId, CauseId> copied;
  for (const auto& old : pattern.causes) {
    if (old.result == CauseResult::excluded) continue;
    Cause cause;
    cause.problemId = problem;
    cause.type = old.type;
    cause.text = old.text;
    cause.textCustomer = old.textCustomer;
    insertRecord(unit, cause);
    copied[old.id] = cause.id;
  }
  for (const auto& old : pattern.whySteps) {
    const auto cause = copied.find(old.causeId);
    if (cause == copied.end()) continue;
    WhyStep step;
    step.problemId = problem;
    step.causeId = cause->second;
    step.position = old.position;
    step.answer = old.answer;
    insertRecord(unit, step);
  }
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
