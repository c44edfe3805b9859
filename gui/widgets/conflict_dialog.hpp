#pragma once

#include <optional>
#include <vector>

#include "gui/viewmodels/field_conflict.hpp"
#include "gui/viewmodels/translator.hpp"

class wxWindow;

namespace octad::gui {

/// Shows field by field what I wrote and what somebody else saved meanwhile, and lets me choose. Nothing when
/// it is left without deciding; then everything typed stays as it is.
std::optional<std::vector<viewmodels::FieldConflict>> showConflictDialog(
    wxWindow* parent, std::vector<viewmodels::FieldConflict> conflicts, const viewmodels::Translator& text);

}  // namespace octad::gui
