#pragma once

#include <string>
#include <wx/button.h>

#include "gui/viewmodels/return_actions.hpp"
#include "gui/viewmodels/translator.hpp"
#include "gui/widgets/text.hpp"

namespace octad::gui {

/// Enables a button when the action can be done; otherwise its tool tip says why not, or who may.
inline void showAction(wxButton* button, const viewmodels::ReturnAction& action,
                       const viewmodels::Translator& text) {
  button->Enable(action.enabled());
  button->SetToolTip(toWx(action.whyNot ? text(*action.whyNot) : std::string()));
}

}  // namespace octad::gui
