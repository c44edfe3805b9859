#pragma once

#include <functional>

class wxTextCtrl;
class wxWindow;

namespace octad::gui {

/// A field for pieces: numbers stand at the right, and what was typed is shown as it is read once the field is
/// left ("1,000" and full-width digits become 1000). `echoed` hears of that.
wxTextCtrl* makeQuantityField(wxWindow* parent, std::function<void()> echoed = {});

}  // namespace octad::gui
