#pragma once

#include <memory>

#include "gui/viewmodels/action_forms.hpp"
#include "gui/viewmodels/case_page.hpp"
#include "gui/viewmodels/form_subject.hpp"

class wxWindow;

namespace octad::gui {

/// Shows a form and runs it. Errors stay in the dialog with everything that was typed; a
/// second press after a broken connection sends the same request again, so it happens once. Returns true when
/// it was stored.
bool showFormDialog(wxWindow* parent, std::unique_ptr<viewmodels::FormSubject> subject);
/// The same for an action of a case.
bool showActionDialog(wxWindow* parent, viewmodels::CasePageViewModel& page, viewmodels::ActionForm form);

}  // namespace octad::gui
