#pragma once

#include <string>
#include <string_view>

#include "gui/viewmodels/translator.hpp"
#include "model/cases/complaint.hpp"
#include "model/returns/return_share.hpp"

namespace octad::viewmodels {

/// What a chip says about its subject; windows and documents choose the colour pair for it.
enum class Tone { neutral, major, general, good, warning, late };

/// A state chip: glyph and word say the same as the colour (colour is never the only sign).
struct ChipLook {
  std::string glyph;  ///< one character, told apart by shape
  std::string label;  ///< English msgid, short
  Tone tone = Tone::neutral;

  bool operator==(const ChipLook&) const = default;
};

ChipLook chipOf(model::SeverityClass severity);
/// By the name that a policy gives the class (`className`), in short; the usual one when it gives none.
ChipLook chipOf(model::SeverityClass severity, const model::Message& name, const Translator& text);
ChipLook chipOf(model::CaseState state);
/// Accepted, not ours … ; neutral while undecided.
ChipLook chipOf(model::Acceptance acceptance);
/// How far a return is; the same in its place, its page and its cases.
ChipLook chipOf(model::ReturnState state);
/// Containing, analysing …: what lists show as the state of an open case.
ChipLook chipOfPhase(std::string_view phase, model::CaseState state);

}  // namespace octad::viewmodels
