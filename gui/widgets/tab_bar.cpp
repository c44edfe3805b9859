#include "gui/widgets/tab_bar.hpp"

#include <wx/sizer.h>
#include <wx/tglbtn.h>
#include <wx/wrapsizer.h>

#include "gui/widgets/layout.hpp"

namespace octad::gui {

namespace {
constexpr double kButtonLines = 1.7;
}

TabBar::TabBar(wxWindow* parent, bool wraps) : wxPanel(parent) {
  if (wraps)
    SetSizer(new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES));
  else
    SetSizer(new wxBoxSizer(wxHORIZONTAL));
}

void TabBar::show(const std::vector<Tab>& tabs, int current) {
  bool resized = false;
  for (const auto& tab : tabs) {
    auto*& button = m_buttons[tab.key];
    const wxString label = toWx(tab.label);
    if (!button) {
      button = new wxToggleButton(this, wxID_ANY, label, wxDefaultPosition, wxDefaultSize,
                                  wxBU_EXACTFIT | wxBORDER_NONE);
      button->Bind(wxEVT_TOGGLEBUTTON, [this, key = tab.key](wxCommandEvent&) { onChoose(key); });
      GetSizer()->Add(button, wxSizerFlags().Border(wxRIGHT, gap(this, Gap::inside) / 2));
      resized = true;
    }
    if (button->GetLabel() != label || button->GetMinSize().x < 0) {
      button->SetLabel(label);
      // Flat buttons come without any room around their text.
      const wxSize textSize = button->GetTextExtent(label);
      button->SetMinSize({textSize.x + gap(this, Gap::group), lines(this, kButtonLines)});
      resized = true;
    }
    if (button->GetToolTipText() != toWx(tab.hint)) {
      button->SetToolTip(toWx(tab.hint));
      setAccessibleName(button, tab.hint);
    }
    button->SetValue(tab.key == current);
  }
  if (resized) {
    Layout();
    if (GetParent()) GetParent()->Layout();
  }
}

}  // namespace octad::gui
