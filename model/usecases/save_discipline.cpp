#include "model/usecases/save_discipline.hpp"

#include <algorithm>
#include <map>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/eightd/why_tree.hpp"
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

/// Rows that the page shows as a list of their own.
template <class Record>
bool saveList(CaseEdit& edit, std::vector<Record>& stored, const std::vector<Record>& typed) {
  std::vector<Record> wanted = typed;
  const bool changed = storeRows(edit.unit, edit.file.problem.id, stored, wanted);
  stored = std::move(wanted);
  return changed;
}

/// What stands once on the page of a discipline and belongs to the problem itself.
bool saveHead(CaseEdit& edit, const DisciplineContent& content) {
  Problem wanted = edit.file.problem;
  switch (content.code) {
    case DisciplineCode::d3:
      wanted.cleanPoint = content.cleanPoint;
      wanted.cleanPointDate = content.cleanPointDate;
      break;
    case DisciplineCode::d6:
      wanted.effectCriterion = content.effectCriterion;
      wanted.effectWindow = content.effectWindow;
      wanted.effectUnit = content.effectUnit;
      wanted.effectSample = content.effectSample;
      break;
    case DisciplineCode::d8:
      wanted.recognition = content.recognition;
      break;
    default:
      return false;
  }
  if (fingerprint(wanted) == fingerprint(edit.file.problem)) return false;
  edit.file.problem = std::move(wanted);
  updateRecord(edit.unit, edit.file.problem);
  return true;
}

/// A cause that an action answers cannot simply go.
void requireUnused(const CaseFile& file, const std::vector<Cause>& wanted) {
  for (const auto& old : file.causes) {
    const bool kept =
        std::any_of(wanted.begin(), wanted.end(), [&old](const Cause& cause) { return cause.id == old.id; });
    const bool used = std::any_of(file.actions.begin(), file.actions.end(),
                                  [&old](const Action& action) { return action.causeId == old.id; });
    const bool weighed =
        std::any_of(file.candidates.begin(), file.candidates.end(),
                    [&old](const ActionCandidate& candidate) { return candidate.causeId == old.id; });
    if (!kept && weighed)
      throw Refused("cause-used", {tr("The cause \"{0}\" cannot be removed: D5 weighs candidates against it. "
                                      "Exclude the cause, or change the candidates first."),
                                   {old.text}});
    if (!kept && used)
      throw Refused(
          "cause-used",
          {tr("The cause \"{0}\" cannot be removed: an action is directed at it. Exclude the cause, "
              "or change the action first."),
           {old.text}});
  }
}

bool isAmong(const std::vector<WhyStep>& steps, WhyStepId id) {
  return std::any_of(steps.begin(), steps.end(), [id](const WhyStep& step) { return step.id == id; });
}

/// Steps that go have to go before their cause, and branches before what they hang on.
bool removeSteps(CaseEdit& edit, const std::vector<WhyStep>& wanted) {
  auto& steps = edit.file.whySteps;
  const std::size_t before = steps.size();
  for (auto& step : steps) {
    const bool orphan = step.parentId && !isAmong(wanted, *step.parentId);
    if (!orphan || !isAmong(wanted, step.id)) continue;
    step.parentId.reset();
    updateRecord(edit.unit, step);
  }
  const auto isLeafToGo = [&](const WhyStep& step) {
    return !isAmong(wanted, step.id) && std::none_of(steps.begin(), steps.end(), [&](const WhyStep& other) {
      return other.parentId == step.id;
    });
  };
  for (auto leaf = std::find_if(steps.begin(), steps.end(), isLeafToGo); leaf != steps.end();
       leaf = std::find_if(steps.begin(), steps.end(), isLeafToGo)) {
    edit.unit.remove(Row(*leaf));
    steps.erase(leaf);
  }
  return steps.size() != before;
}

/// What is stored first stands first: a branch is stored after the step it hangs on.
void parentsFirst(std::vector<WhyStep>& steps) {
  std::vector<WhyStep> ordered;
  while (!steps.empty()) {
    const auto next = std::find_if(steps.begin(), steps.end(), [&](const WhyStep& step) {
      return !step.parentId || isAmong(ordered, *step.parentId);
    });
    ordered.push_back(std::move(*next));
    steps.erase(next);
  }
  steps = std::move(ordered);
}

void requireKnownCauses(const std::vector<WhyStep>& steps, const std::vector<Cause>& causes) {
  for (const auto& step : steps) {
    const bool known = std::any_of(causes.begin(), causes.end(),
                                   [&step](const Cause& cause) { return cause.id == step.causeId; });
    if (!known) throw Invalid("why_steps", tr("A why-step belongs to no cause. Choose its cause."));
  }
}

bool saveCauses(CaseEdit& edit, DisciplineContent& content) {
  requireUnused(edit.file, content.causes);
  requireTree(content.whySteps);
  parentsFirst(content.whySteps);
  const ProblemId problem = edit.file.problem.id;
  bool changed = removeSteps(edit, content.whySteps);
  std::map<CauseId, CauseId> causes;
  const auto causePlaced = [&causes](CauseId typed, CauseId stored) { causes[typed] = stored; };
  changed = storeRows(edit.unit, problem, edit.file.causes, content.causes, causePlaced) || changed;
  for (auto& step : content.whySteps)
    if (const auto key = causes.find(step.causeId); key != causes.end()) step.causeId = key->second;
  requireKnownCauses(content.whySteps, content.causes);
  const auto stepPlaced = [&content](WhyStepId typed, WhyStepId stored) {
    for (auto& step : content.whySteps)
      if (step.parentId == typed) step.parentId = stored;
  };
  changed = storeRows(edit.unit, problem, edit.file.whySteps, content.whySteps, stepPlaced) || changed;
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
    known->changeRecord = row.changeRecord;
    known->customerApproval = row.customerApproval;
    known->approvalRecord = row.approvalRecord;
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
    action.sideEffects = row.sideEffects;
    action.proofBefore = row.proofBefore;
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

/// A candidate weighed against a cause that D4 does not have is against none.
void requireCandidateCauses(const CaseFile& file, const std::vector<ActionCandidate>& candidates) {
  for (const auto& candidate : candidates) {
    const bool known =
        !candidate.causeId || std::any_of(file.causes.begin(), file.causes.end(),
                                          [&](const Cause& c) { return c.id == *candidate.causeId; });
    if (!known) throw Invalid("candidates", tr("A candidate is directed at a cause that D4 does not have."));
  }
}

/// What another line or site answered is a record: a page that was opened before the answer came must not
/// take it back.
void keepAnswers(const CaseFile& file, std::vector<ReadAcross>& wanted) {
  for (const auto& old : file.readAcross) {
    if (!old.answeredOn) continue;
    const auto row = std::find_if(wanted.begin(), wanted.end(),
                                  [&old](const ReadAcross& candidate) { return candidate.id == old.id; });
    if (row == wanted.end())
      throw Refused("read-across", {tr("\"{0}\" of the read-across was answered on {1}: the row stays."),
                                    {old.subject, old.answeredOn->iso()}});
    if (row->answeredOn) continue;
    row->answeredOn = old.answeredOn;
    row->answer = old.answer;
  }
}

bool saveRows(CaseEdit& edit, DisciplineContent& content) {
  CaseFile& file = edit.file;
  bool changed = saveHead(edit, content);
  switch (content.code) {
    case DisciplineCode::d1:
      return saveList(edit, file.team, content.team) || changed;
    case DisciplineCode::d2:
      changed = saveList(edit, file.facts, content.facts) || changed;
      return saveList(edit, file.isNots, content.isNots) || changed;
    case DisciplineCode::d3:
      keepCounts(file, content.sweep);
      changed = saveList(edit, file.sweep, content.sweep) || changed;
      return saveActions(edit, content) || changed;
    case DisciplineCode::d4:
      return saveCauses(edit, content) || changed;
    case DisciplineCode::d5:
      requireCandidateCauses(file, content.candidates);
      changed = saveList(edit, file.candidates, content.candidates) || changed;
      return saveActions(edit, content) || changed;
    case DisciplineCode::d6:
      return saveActions(edit, content) || changed;
    case DisciplineCode::d7:
      changed = saveList(edit, file.documentChanges, content.documentChanges) || changed;
      keepAnswers(file, content.readAcross);
      changed = saveList(edit, file.readAcross, content.readAcross) || changed;
      return saveActions(edit, content) || changed;
    case DisciplineCode::d0:
    case DisciplineCode::d8:
      return changed;
  }
  return false;
}

/// Submitted by one department, it is still open to another one that was asked for it too.
bool isOwed(const CaseEdit& edit, const Discipline& discipline) {
  return discipline.state == DisciplineState::submitted &&
         std::any_of(edit.file.assignments.begin(), edit.file.assignments.end(),
                     [&](const Assignment& assignment) {
                       return edit.actor.departmentId == assignment.departmentId &&
                              owes(edit.file, assignment, discipline.code);
                     });
}

void requireEditable(const CaseEdit& edit, const Discipline& discipline, long long expectedVersion) {
  const std::string name = translated(labelOf(discipline.code));
  if (expectedVersion != 0 && discipline.rowVersion != expectedVersion)
    throw Conflict(
        {tr("{0} was saved by somebody else meanwhile. Compare both versions and save again."), {name}});
  if (discipline.state != DisciplineState::open && discipline.state != DisciplineState::rejected &&
      !isOwed(edit, discipline))
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
    requireEditable(edit, discipline, input.disciplineVersion);
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
      content.isNots = file.isNots;
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
      content.candidates = file.candidates;
      content.actions = actionsOf(file, ActionKind::corrective);
      break;
    case DisciplineCode::d6:
      content.effectCriterion = file.problem.effectCriterion;
      content.effectWindow = file.problem.effectWindow;
      content.effectUnit = file.problem.effectUnit;
      content.effectSample = file.problem.effectSample;
      content.actions = actionsOf(file, ActionKind::corrective);
      break;
    case DisciplineCode::d7:
      content.documentChanges = file.documentChanges;
      content.readAcross = file.readAcross;
      content.actions = actionsOf(file, ActionKind::preventive);
      break;
    case DisciplineCode::d8:
      content.recognition = file.problem.recognition;
      break;
    case DisciplineCode::d0:
      break;
  }
  return content;
}

}  // namespace octad::model
