#include "gui/cases/step_bar.hpp"

#include <wx/sizer.h>
#include <wx/tglbtn.h>
#include <wx/wrapsizer.h>

#include "gui/widgets/layout.hpp"

namespace octad::gui {

using viewmodels::CaseTab;

namespace {
constexpr double kButtonLines = 1.7;
}

StepBar::StepBar(wxWindow* parent) : wxPanel(parent) {
  SetSizer(new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES));
}

void StepBar::show(const std::vector<viewmodels::CaseStep>& steps, CaseTab current,
                   const viewmodels::Translator& text) {
  bool resized = false;
  for (const auto& step : steps) {
    auto*& button = m_buttons[step.tab];
    const wxString label = toWx(text(step.label));
    if (!button) {
      button = new wxToggleButton(this, wxID_ANY, label, wxDefaultPosition, wxDefaultSize,
                                  wxBU_EXACTFIT | wxBORDER_NONE);
      button->Bind(wxEVT_TOGGLEBUTTON, [this, tab = step.tab](wxCommandEvent&) { onChoose(tab); });
      GetSizer()->Add(button, wxSizerFlags().Border(wxRIGHT, gap(this, Gap::inside) / 2));
      resized = true;
    }
    if (button->GetLabel() != label) {
      button->SetLabel(label);
      resized = true;
    }
    // Flat buttons come without any room around their text.
    const wxSize textSize = button->GetTextExtent(label);
    button->SetMinSize({textSize.x + gap(this, Gap::group), lines(this, kButtonLines)});
    const std::string hint = text(step.hint);
    button->SetToolTip(toWx(hint));
    setAccessibleName(button, hint);
    button->SetValue(step.tab == current);
  }
  if (resized) {
    Layout();
    if (GetParent()) GetParent()->Layout();
  }
}

}  // namespace octad::gui
