#include "model/usecases/save_discipline.hpp"

#include <algorithm>
#include <map>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/content_diff.hpp"
#include "model/usecases/discipline_text.hpp"

namespace octad::model {

namespace {

ActionKind kindOf(DisciplineCode code) {
  if (code == DisciplineCode::d3) return ActionKind::containment;
  return code == DisciplineCode::d7 ? ActionKind::preventive : ActionKind::corrective;
}

std::vector<Action> actionsOf(const CaseFile& file, ActionKind kind) {
  std::vector<Action> actions;
  std::copy_if(file.actions.begin(), file.actions.end(), std::back_inserter(actions),
               [kind](const Action& action) { return action.kind == kind; });
  return actions;
}

/// What was sorted at a location that is counted by the day is the sum of its counts: a page that was opened
/// before the last count must not write older numbers over it.
void keepCounts(const CaseFile& file, std::vector<SweepRow>& wanted) {
  for (const auto& stored : file.sweep) {
    const bool counted =
        std::any_of(file.sweepCounts.begin(), file.sweepCounts.end(),
                    [&stored](const SweepCount& count) { return count.sweepId == stored.id; });
    if (!counted) continue;
    const auto row = std::find_if(wanted.begin(), wanted.end(),
                                  [&stored](const SweepRow& w) { return w.id == stored.id; });
    if (row == wanted.end() || row->location != stored.location || !row->notApplicable.empty())
      throw Refused("sweep-counted", {tr("\"{0}\" was counted already: the location stays in the sweep."),
                                      {translated(labelOf(stored.location))}});
    row->ok = stored.ok;
    row->ng = stored.ng;
    row->rework = stored.rework;
    if (row->open() < 0)
      throw Invalid("sweep." + std::to_string(row - wanted.begin()) + ".suspect",
                    {tr("{0} pieces were sorted at \"{1}\" already: fewer cannot be suspect."),
                     {std::to_string(row->suspect - row->open()), translated(labelOf(row->location))}});
  }
}

bool saveContainment(CaseEdit& edit, DisciplineContent& content) {
  Problem& problem = edit.file.problem;
  keepCounts(edit.file, content.sweep);
  bool changed = storeRows(edit.unit, problem.id, edit.file.sweep, content.sweep);
  edit.file.sweep = content.sweep;
  if (problem.cleanPoint != content.cleanPoint || problem.cleanPointDate != content.cleanPointDate) {
    problem.cleanPoint = content.cleanPoint;
    problem.cleanPointDate = content.cleanPointDate;
    updateRecord(edit.unit, problem);
    changed = true;
  }
  return changed;
}

/// A cause that an action answers cannot simply go.
void requireUnused(const CaseFile& file, const std::vector<Cause>& wanted) {
  for (const auto& old : file.causes) {
    const bool kept =
        std::any_of(wanted.begin(), wanted.end(), [&old](const Cause& cause) { return cause.id == old.id; });
    const bool used = std::any_of(file.actions.begin(), file.actions.end(),
                                  [&old](const Action& action) { return action.causeId == old.id; });
    if (!kept && used)
      throw Refused(
          "cause-used",
          {tr("The cause \"{0}\" cannot be removed: an action is directed at it. Exclude the cause, "
              "or change the action first."),
           {old.text}});
  }
}

bool saveCauses(CaseEdit& edit, DisciplineContent& content) {
  requireUnused(edit.file, content.causes);
  const ProblemId problem = edit.file.problem.id;
  // Steps of a cause that goes have to go before it; their new list follows below.
  std::vector<WhyStep> steps = edit.file.whySteps;
  bool changed = false;
  std::erase_if(steps, [&](const WhyStep& step) {
    const bool kept = std::any_of(content.whySteps.begin(), content.whySteps.end(),
                                  [&](const WhyStep& w) { return w.id == step.id; });
    if (!kept) edit.unit.remove(Row(step));
    changed = changed || !kept;
    return !kept;
  });
  std::map<CauseId, CauseId> keys;
  const auto placed = [&keys](CauseId typed, CauseId stored) { keys[typed] = stored; };
  changed = storeRows(edit.unit, problem, edit.file.causes, content.causes, placed) || changed;
  for (auto& step : content.whySteps) {
    if (const auto key = keys.find(step.causeId); key != keys.end()) step.causeId = key->second;
    const bool known = std::any_of(content.causes.begin(), content.causes.end(),
                                   [&step](const Cause& cause) { return cause.id == step.causeId; });
    if (!known) throw Invalid("why_steps", tr("A why-step belongs to no cause. Choose its cause."));
  }
  changed = storeRows(edit.unit, problem, steps, content.whySteps) || changed;
  edit.file.causes = content.causes;
  edit.file.whySteps = content.whySteps;
  return changed;
}

/// D6 writes what became of the planned actions; planning them is D5.
std::vector<Action> implemented(const std::vector<Action>& stored, const std::vector<Action>& typed) {
  std::vector<Action> actions = stored;
  for (const auto& row : typed) {
    const auto known = std::find_if(actions.begin(), actions.end(),
                                    [&row](const Action& action) { return action.id == row.id; });
    if (known == actions.end())
      throw Invalid("actions", tr("D6 carries out the actions of D5. Add or remove actions there."));
    known->doneOn = row.doneOn;
    known->proof = row.proof;
    known->effectiveness = row.effectiveness;
    known->effectivenessMethod = row.effectivenessMethod;
    known->firstGoodLot = row.firstGoodLot;
    known->checkedBy = row.checkedBy;
    known->checkedOn = row.checkedOn;
  }
  return actions;
}

/// D5 writes what is planned; what became of it stays as D6 has it.
std::vector<Action> planned(const std::vector<Action>& stored, const std::vector<Action>& typed) {
  std::vector<Action> actions;
  for (const auto& row : typed) {
    Action action;
    const auto known = std::find_if(stored.begin(), stored.end(),
                                    [&row](const Action& candidate) { return candidate.id == row.id; });
    if (known != stored.end()) action = *known;
    action.id = row.id;
    action.causeId = row.causeId;
    action.text = row.text;
    action.textCustomer = row.textCustomer;
    action.owner = row.owner;
    action.departmentId = row.departmentId;
    action.dueOn = row.dueOn;
    actions.push_back(std::move(action));
  }
  return actions;
}

bool saveActions(CaseEdit& edit, const DisciplineContent& content) {
  const ActionKind kind = kindOf(content.code);
  const auto stored = actionsOf(edit.file, kind);
  auto wanted = content.actions;
  if (content.code == DisciplineCode::d5) wanted = planned(stored, content.actions);
  if (content.code == DisciplineCode::d6) wanted = implemented(stored, content.actions);
  for (auto& action : wanted) {
    action.kind = kind;
    action.liftedOn.reset();  // lifting is a step of its own (LiftContainment)
    for (const auto& known : stored)
      if (known.id == action.id) action.liftedOn = known.liftedOn;
    const bool known =
        !action.causeId || std::any_of(edit.file.causes.begin(), edit.file.causes.end(),
                                       [&](const Cause& c) { return c.id == *action.causeId; });
    if (!known) throw Invalid("actions", tr("An action is directed at a cause that D4 does not have."));
  }
  const bool changed = storeRows(edit.unit, edit.file.problem.id, stored, wanted);
  std::erase_if(edit.file.actions, [kind](const Action& action) { return action.kind == kind; });
  edit.file.actions.insert(edit.file.actions.end(), wanted.begin(), wanted.end());
  return changed;
}

bool saveRows(CaseEdit& edit, DisciplineContent& content) {
  CaseFile& file = edit.file;
  bool changed = false;
  switch (content.code) {
    case DisciplineCode::d1:
      changed = storeRows(edit.unit, file.problem.id, file.team, content.team);
      file.team = content.team;
      return changed;
    case DisciplineCode::d2:
      changed = storeRows(edit.unit, file.problem.id, file.facts, content.facts);
      file.facts = content.facts;
      return changed;
    case DisciplineCode::d3:
      changed = saveContainment(edit, content);
      return saveActions(edit, content) || changed;
    case DisciplineCode::d4:
      return saveCauses(edit, content);
    case DisciplineCode::d5:
    case DisciplineCode::d6:
      return saveActions(edit, content);
    case DisciplineCode::d7:
      changed = storeRows(edit.unit, file.problem.id, file.documentChanges, content.documentChanges);
      file.documentChanges = content.documentChanges;
      return saveActions(edit, content) || changed;
    case DisciplineCode::d0:
    case DisciplineCode::d8:
      return false;
  }
  return false;
}

void requireEditable(const Discipline& discipline, long long expectedVersion) {
  const std::string name = translated(labelOf(discipline.code));
  if (expectedVersion != 0 && discipline.rowVersion != expectedVersion)
    throw Conflict(
        {tr("{0} was saved by somebody else meanwhile. Compare both versions and save again."), {name}});
  if (discipline.state != DisciplineState::open && discipline.state != DisciplineState::rejected)
    throw Refused("discipline", {tr("{0} cannot be edited now. Its state is: {1}."),
                                 {name, translated(labelOf(discipline.state))}});
}

}  // namespace

Saved SaveDiscipline::execute(const DisciplineContent& input) {
  CaseTarget target = input.target;
  target.version = 0;  // the discipline has its own version
  const CaseChange change{m_workplace, "save-discipline", disciplineRight(m_workplace.actor), target,
                          {},          fingerprint(input)};
  return changeCase(change, [&input](CaseEdit& edit) {
    requireDisciplineWork(edit, input.code);
    Discipline& discipline = disciplineIn(edit.file, input.code);
    requireEditable(discipline, input.disciplineVersion);
    requireAccepted(edit.file, input.code);
    DisciplineContent content = cleanContent(input, edit.today);
    const bool rowsChanged = saveRows(edit, content);
    edit.raiseVersion = false;
    if (!rowsChanged && discipline.text == content.text && discipline.textCustomer == content.textCustomer)
      return;
    discipline.text = content.text;
    discipline.textCustomer = content.textCustomer;
    updateRecord(edit.unit, discipline);
    edit.problemChanged = true;
  });
}

DisciplineContent SaveDiscipline::from(const CaseFile& file, DisciplineCode code) {
  DisciplineContent content;
  const Discipline& discipline = file.discipline(code);
  content.target = {file.complaint.id, file.complaint.rowVersion, {}};
  content.code = code;
  content.disciplineVersion = discipline.rowVersion;
  content.text = discipline.text;
  content.textCustomer = discipline.textCustomer;
  switch (code) {
    case DisciplineCode::d1:
      content.team = file.team;
      break;
    case DisciplineCode::d2:
      content.facts = file.facts;
      break;
    case DisciplineCode::d3:
      content.sweep = file.sweep;
      content.cleanPoint = file.problem.cleanPoint;
      content.cleanPointDate = file.problem.cleanPointDate;
      content.actions = actionsOf(file, ActionKind::containment);
      break;
    case DisciplineCode::d4:
      content.causes = file.causes;
      content.whySteps = file.whySteps;
      break;
    case DisciplineCode::d5:
    case DisciplineCode::d6:
      content.actions = actionsOf(file, ActionKind::corrective);
      break;
    case DisciplineCode::d7:
      content.documentChanges = file.documentChanges;
      content.actions = actionsOf(file, ActionKind::preventive);
      break;
    case DisciplineCode::d0:
    case DisciplineCode::d8:
      break;
  }
  return content;
}

}  // namespace octad::model
