#pragma once

#include <string>

class wxWindow;

namespace octad::gui {

/// Names a control for assistive technology (GTK: SetName and labels do not reach AT-SPI for every control).

void setAccessibleName(wxWindow* window, const std::string& name, const std::string& description = {});

}  // namespace octad::gui
