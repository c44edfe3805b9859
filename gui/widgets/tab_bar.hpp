#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>
#include <wx/panel.h>

class wxToggleButton;

namespace octad::gui {

/// Pages of a page as flat buttons in a row; the one shown is pressed.
class TabBar : public wxPanel {
 public:
  struct Tab {
    int key = 0;
    std::string label;
    std::string hint;  ///< for tool tip and assistive technology
  };
  /// Tabs that do not fit go into a second row when `wraps`.
  explicit TabBar(wxWindow* parent, bool wraps = true);
  void show(const std::vector<Tab>& tabs, int current);

  std::function<void(int)> onChoose;

 private:
  std::map<int, wxToggleButton*> m_buttons;
};

}  // namespace octad::gui
