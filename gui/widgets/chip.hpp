#pragma once

#include <wx/panel.h>

#include "gui/viewmodels/chip_look.hpp"
#include "gui/viewmodels/translator.hpp"

class wxStaticText;

namespace octad::gui {

/// "● Major": glyph and short word for lists, menus and plain text.
std::string chipText(const viewmodels::ChipLook& look, const viewmodels::Translator& text);

/// A state chip: short word, glyph and colour on a rounded ground. A native label inside carries the word, so
/// that screen readers find it.
class Chip final : public wxPanel {
 public:
  Chip(wxWindow* parent, const viewmodels::ChipLook& look, const viewmodels::Translator& text);
  void setLook(const viewmodels::ChipLook& look, const viewmodels::Translator& text);

 private:
  void paint();
  void applyColours();

  wxStaticText* m_label;
  viewmodels::Tone m_tone;
};

}  // namespace octad::gui
