#include "model/usecases/lift_containment.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"

namespace octad::model {

namespace {

Action& containmentOf(CaseEdit& edit, ActionId id) {
  for (auto& action : edit.file.actions) {
    if (action.id != id) continue;
    if (action.kind != ActionKind::containment)
      throw Refused("containment", {tr("\"{0}\" is no containment action of D3."), {action.text}});
    if (!action.doneOn)
      throw Refused("containment", {tr("\"{0}\" is not done yet: enter in D3 when it was."), {action.text}});
    if (action.liftedOn)
      throw Refused("containment",
                    {tr("\"{0}\" was lifted on {1} already."), {action.text, action.liftedOn->iso()}});
    return action;
  }
  throw NotFound(tr("This action does not exist any more. Refresh the case."));
}

void lift(CaseEdit& edit, const ContainmentLift& input) {
  Action& action = containmentOf(edit, input.actionId);
  requireDayUntil(input.liftedOn, edit.today, "lifted_on");
  if (input.liftedOn < *action.doneOn)
    throw Invalid("lifted_on", {tr("{0} is before {1}, the day the containment began."),
                                {input.liftedOn.iso(), action.doneOn->iso()}});
  const auto open = std::count_if(
      edit.file.actions.begin(), edit.file.actions.end(),
      [](const Action& candidate) { return candidate.kind == ActionKind::corrective && !candidate.doneOn; });
  const bool none =
      std::none_of(edit.file.actions.begin(), edit.file.actions.end(),
                   [](const Action& candidate) { return candidate.kind == ActionKind::corrective; });
  if ((open > 0 || none) && cleanText(input.reason, "reason").empty())
    throw Invalid("reason",
                  {none ? tr("There is no corrective action yet: say why the containment may end.")
                        : tr("Corrective actions not done: {0}. Say why the containment may end before."),
                   {std::to_string(open)}});
  action.liftedOn = input.liftedOn;
  updateRecord(edit.unit, action);
  edit.problemChanged = true;
}

}  // namespace

Saved LiftContainment::execute(const ContainmentLift& input) {
  const CaseChange change{m_workplace,  "lift-containment", Right::handleComplaint,
                          input.target, input.reason,       fingerprint(input)};
  return changeCase(change, [&input](CaseEdit& edit) { lift(edit, input); });
}

void forceContainment(CaseEdit& edit) {
  for (auto& action : edit.file.actions) {
    if (!action.liftedOn) continue;
    action.liftedOn.reset();
    updateRecord(edit.unit, action);
  }
}

}  // namespace octad::model
