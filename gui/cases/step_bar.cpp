#include "gui/cases/step_bar.hpp"

#include <wx/sizer.h>
#include <wx/tglbtn.h>
#include <wx/wrapsizer.h>

#include "gui/widgets/layout.hpp"

namespace octad::gui {

using viewmodels::CaseTab;

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
      button = new wxToggleButton(this, wxID_ANY, label, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
      button->Bind(wxEVT_TOGGLEBUTTON, [this, tab = step.tab](wxCommandEvent&) { onChoose(tab); });
      const bool group = step.tab == CaseTab::d0 || step.tab == CaseTab::returns;
      GetSizer()->Add(
          button, wxSizerFlags().Border(wxLEFT, group ? gap(this, Gap::field) : gap(this, Gap::inside) / 2));
      resized = true;
    }
    if (button->GetLabel() != label) {
      button->SetLabel(label);
      button->InvalidateBestSize();
      resized = true;
    }
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
