#include "gui/viewmodels/chip_look.hpp"

#include "model/eightd/gates.hpp"
#include "model/policy/class_names.hpp"

namespace octad::viewmodels {

using model::tr;

ChipLook chipOf(model::SeverityClass severity) {
  const std::string label = model::shortClassWords(severity, {}).id;
  switch (severity) {
    case model::SeverityClass::major:
      return {"●", label, Tone::major};
    case model::SeverityClass::general:
      return {"◐", label, Tone::general};
    case model::SeverityClass::other:
      break;
  }
  return {"○", label, Tone::neutral};
}

ChipLook chipOf(model::SeverityClass severity, const model::Message& name, const Translator& text) {
  ChipLook look = chipOf(severity);
  if (!name.args.empty()) look.label = text(model::shortClassWords(severity, name));
  return look;
}

ChipLook chipOf(model::CaseState state) {
  const char* label = model::labelOf(state);
  switch (state) {
    case model::CaseState::registered:
      return {"□", label, Tone::warning};
    case model::CaseState::confirming:
      return {"◇", label, Tone::warning};
    case model::CaseState::handling:
      return {"▷", label, Tone::general};
    case model::CaseState::closing:
      return {"◆", label, Tone::general};
    case model::CaseState::closed:
      return {"✓", label, Tone::good};
    case model::CaseState::archived:
      return {"▣", label, Tone::neutral};
    case model::CaseState::cancelled:
      break;
  }
  return {"×", label, Tone::neutral};
}

ChipLook chipOf(model::Acceptance acceptance) {
  const char* label = model::labelOf(acceptance);
  switch (acceptance) {
    case model::Acceptance::accepted:
      return {"✓", label, Tone::general};
    case model::Acceptance::partly:
      return {"◐", label, Tone::general};
    case model::Acceptance::notOurs:
      return {"×", label, Tone::neutral};
    case model::Acceptance::merged:
      return {"→", label, Tone::neutral};
    case model::Acceptance::undecided:
      break;
  }
  return {"?", label, Tone::neutral};
}

ChipLook chipOf(model::ReturnState state) {
  const char* label = model::labelOf(state);
  switch (state) {
    case model::ReturnState::announced:
      return {"□", label, Tone::warning};
    case model::ReturnState::authorised:
      return {"◇", label, Tone::warning};
    case model::ReturnState::inTransit:
      return {"→", label, Tone::general};
    case model::ReturnState::received:
      return {"▽", label, Tone::general};
    case model::ReturnState::quarantined:
      return {"■", label, Tone::general};
    case model::ReturnState::inTest:
      return {"◐", label, Tone::general};
    case model::ReturnState::found:
      return {"◆", tr("Found"), Tone::warning};  // to be decided
    case model::ReturnState::disposed:
      return {"▷", tr("In disposition"), Tone::general};
    case model::ReturnState::settled:
      return {"○", tr("Settled"), Tone::good};
    case model::ReturnState::closed:
      return {"✓", label, Tone::good};
    case model::ReturnState::matched:
      return {"×", tr("Matched"), Tone::neutral};
    case model::ReturnState::cancelled:
      break;
  }
  return {"×", label, Tone::neutral};
}

ChipLook chipOfPhase(std::string_view phase, model::CaseState state) {
  if (state != model::CaseState::handling || phase.empty()) return chipOf(state);
  ChipLook look = chipOf(state);
  const std::string label = model::phaseLabel(phase);
  if (!label.empty()) look.label = label;
  return look;
}

}  // namespace octad::viewmodels
