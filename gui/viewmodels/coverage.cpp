#include "gui/viewmodels/coverage.hpp"

#include <algorithm>

#include "gui/viewmodels/action_form_parts.hpp"
#include "model/usecases/lift_containment.hpp"

namespace octad::viewmodels {

using model::CoverageCell;
using model::CoverageMark;
using model::CoverageRow;
using model::Message;
using model::tr;

std::string coverageText(const CoverageCell& cell, const Translator& text) {
  switch (cell.mark()) {
    case CoverageMark::hole:
      return "✗ " + text(cell.missing.front().text);
    case CoverageMark::covered:
      return "✓ " + text(cell.words);
    case CoverageMark::none:
      break;
  }
  return {};
}

std::string coverageDetails(const CoverageRow& row, const Translator& text) {
  std::string out;
  for (const auto& column : model::EnumKeys<model::CoverageColumn>::entries) {
    const auto& words = row.cell(column.value).words;
    if (words.id.empty()) continue;
    out += (out.empty() ? "" : "\n") + text.label(column.value) + ": " + text(words);
  }
  return out;
}

std::vector<model::MissingPoint> missingIn(const CoverageRow& row) {
  std::vector<model::MissingPoint> points;
  for (const auto& cell : row.cells) points.insert(points.end(), cell.missing.begin(), cell.missing.end());
  return points;
}

Message coverageSummary(const model::Coverage& coverage) {
  const std::size_t holes = coverage.holes();
  if (holes == 0) return {tr("Every cause is proven, met by an action, and the action is proven.")};
  return {tr("Holes: {0}. Each leads to where it is mended."), {std::to_string(holes)}};
}

std::optional<Message> whyNotLift(const CasePageViewModel& page, model::ActionId id) {
  if (!page.session().may(model::Right::handleComplaint))
    return Message(tr("Only the CQE lifts a containment."));
  const auto state = page.file().complaint.state;
  if (state == model::CaseState::closed || state == model::CaseState::archived ||
      state == model::CaseState::cancelled)
    return Message(tr("The case is closed."));
  const auto& actions = page.file().actions;
  const auto action =
      std::find_if(actions.begin(), actions.end(), [id](const model::Action& each) { return each.id == id; });
  if (action == actions.end() || action->kind != model::ActionKind::containment)
    return Message(tr("Choose a containment action."));
  if (!action->doneOn) return Message(tr("This containment is not done yet."));
  if (action->liftedOn) return Message(tr("This containment was lifted already."));
  return std::nullopt;
}

ActionForm liftForm(const CasePageViewModel& page, model::ActionId chosen) {
  ActionForm form;
  form.title = {tr("Lift the containment")};
  form.okLabel = tr("Lift it");
  for (const auto& action : page.file().actions)
    if (action.id == chosen) form.notes.push_back({"{0}", {action.text}});
  form.fields = {
      {"lifted_on", tr("Lifted on"), FormFieldKind::date, today(page).iso(), {}, false},
      reasonField(),
  };
  form.whyNot = [chosen](const CasePageViewModel& now) { return whyNotLift(now, chosen); };
  form.execute = [chosen](model::Workplace workplace, model::CaseTarget target, const FormValues& values) {
    model::ContainmentLift input;
    input.target = std::move(target);
    input.actionId = chosen;
    input.liftedOn = requiredDay(values, "lifted_on");
    input.reason = at(values, "reason");
    return model::LiftContainment(std::move(workplace)).execute(input);
  };
  return form;
}

}  // namespace octad::viewmodels
