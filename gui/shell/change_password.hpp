#pragma once

#include "gui/viewmodels/session.hpp"

class wxWindow;

namespace octad::gui {

/// The dialog that changes the own password: the present one and the new one twice. Errors stay at their
/// fields. Returns true when it was changed.
bool changePassword(wxWindow* parent, viewmodels::Session& session);

}  // namespace octad::gui
