#include "gui/returns/state_strip.hpp"

#include <algorithm>
#include <sstream>
#include <wx/sizer.h>
#include <wx/tglbtn.h>
#include <wx/wrapsizer.h>

#include "gui/viewmodels/chip_look.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/palette.hpp"

namespace octad::gui {

using model::Message;
using model::tr;
using viewmodels::BoardField;
using viewmodels::groupedNumber;

namespace {

constexpr double kButtonLines = 2.2;

}  // namespace

StateStrip::StateStrip(wxWindow* parent, const viewmodels::Translator& text) : wxPanel(parent), m_text(text) {
  SetSizer(new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES));
}

std::string StateStrip::labelOf(const BoardField& field) const {
  const auto look = viewmodels::chipOf(field.state);
  std::string label = look.glyph + " " + m_text(look.label) + "\n";
  if (field.returns == 0) return label + "–";
  return label +
         m_text(Message(tr("{0} · {1} pcs"), {groupedNumber(field.returns), groupedNumber(field.pieces)}));
}

void StateStrip::show(const std::vector<BoardField>& fields) {
  for (auto& [state, button] : m_buttons) button->Hide();
  for (const auto& field : fields) {
    auto*& button = m_buttons[field.state];
    if (!button) {
      button = new wxToggleButton(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize,
                                  wxBU_EXACTFIT | wxBORDER_NONE);
      button->Bind(wxEVT_TOGGLEBUTTON, [this, state = field.state](wxCommandEvent&) { onToggle(state); });
      button->SetName(toWx("state-" + std::string(model::keyOf(field.state))));
      GetSizer()->Add(button, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, gap(this, Gap::inside) / 2));
    }
    button->Show();
    button->SetLabel(toWx(labelOf(field)));
    const auto look = viewmodels::chipOf(field.state);
    const std::string name = m_text.label(field.state);
    button->SetForegroundColour(field.returns == 0 ? mutedColour() : coloursOf(look.tone).text);
    const std::string words =
        m_text(Message(tr("{0}: {1} returns, {2} pieces"),
                       {name, groupedNumber(field.returns), groupedNumber(field.pieces)}));
    button->SetToolTip(toWx(words));
    setAccessibleName(button, words);
    button->SetValue(field.chosen);
  }
  fitWidths();
}

void StateStrip::fitWidths() {
  for (auto& [state, button] : m_buttons) {
    int widest = 0;
    std::istringstream text(fromWx(button->GetLabel()));
    for (std::string line; std::getline(text, line);) {
      int width = 0;
      int height = 0;
      GetTextExtent(toWx(line), &width, &height);
      widest = std::max(widest, width);
    }
    // Flat buttons come without any room around their text.
    button->SetMinSize({widest + gap(this, Gap::group) + gap(this, Gap::inside), lines(this, kButtonLines)});
  }
  Layout();
  if (GetParent()) GetParent()->Layout();
}

}  // namespace octad::gui
