#include "gui/widgets/chip.hpp"

#include <memory>
#include <wx/dcclient.h>
#include <wx/graphics.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/widgets/layout.hpp"
#include "gui/widgets/palette.hpp"

namespace octad::gui {

std::string chipText(const viewmodels::ChipLook& look, const viewmodels::Translator& text) {
  return look.glyph + " " + text(look.label);
}

Chip::Chip(wxWindow* parent, const viewmodels::ChipLook& look, const viewmodels::Translator& text)
    : wxPanel(parent),
      m_label(new wxStaticText(this, wxID_ANY, toWx(chipText(look, text)))),
      m_tone(look.tone) {
  auto* box = new wxBoxSizer(wxHORIZONTAL);
  const int side = gap(this, Gap::field);
  box->Add(m_label, wxSizerFlags().CentreVertical().Border(wxLEFT | wxRIGHT, side));
  auto* outer = new wxBoxSizer(wxVERTICAL);
  outer->Add(box, wxSizerFlags().Border(wxTOP | wxBOTTOM, gap(this, Gap::inside) / 2));
  SetSizer(outer);
  applyColours();
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
  Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
    applyColours();
    event.Skip();
  });
}

void Chip::setLook(const viewmodels::ChipLook& look, const viewmodels::Translator& text) {
  m_tone = look.tone;
  m_label->SetLabel(toWx(chipText(look, text)));
  applyColours();
  InvalidateBestSize();
  if (GetParent() != nullptr) GetParent()->Layout();
}

void Chip::applyColours() {
  m_label->SetForegroundColour(coloursOf(m_tone).text);
  Refresh();
}

void Chip::paint() {
  wxPaintDC dc(this);
  const std::unique_ptr<wxGraphicsContext> graphics(wxGraphicsContext::Create(dc));
  if (!graphics) return;
  const wxSize size = GetClientSize();
  graphics->SetBrush(wxBrush(coloursOf(m_tone).background));
  graphics->SetPen(*wxTRANSPARENT_PEN);
  graphics->DrawRoundedRectangle(0, 0, size.x, size.y, size.y / 2.0);
}

}  // namespace octad::gui
