#pragma once

#include "gui/viewmodels/action_forms.hpp"
#include "gui/viewmodels/case_page.hpp"

class wxWindow;

namespace octad::gui {

/// Shows the form of an action and runs it. Errors stay in the dialog with everything that was typed; a
/// second press after a broken connection sends the same request again, so it happens once. Returns true when
/// it was stored.
bool showActionDialog(wxWindow* parent, viewmodels::CasePageViewModel& page, viewmodels::ActionForm form);

}  // namespace octad::gui
