#include "gui/widgets/palette.hpp"

#include <wx/settings.h>

namespace octad::gui {

using viewmodels::Tone;

namespace {

wxColour mixed(const wxColour& front, const wxColour& back, double share) {
  const auto mix = [share](unsigned char a, unsigned char b) {
    return static_cast<unsigned char>(a * share + b * (1 - share));
  };
  return {mix(front.Red(), back.Red()), mix(front.Green(), back.Green()), mix(front.Blue(), back.Blue())};
}

}  // namespace

bool isDarkTheme() {
  const wxColour window = wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOW);
  return window.Red() + window.Green() + window.Blue() < 3 * 128;
}

ColourPair coloursOf(Tone tone) {
  const bool dark = isDarkTheme();
  switch (tone) {
    case Tone::major:
      return dark ? ColourPair{{0xFF, 0xB0, 0x80}, {0x5A, 0x2A, 0x10}}
                  : ColourPair{{0xA8, 0x3A, 0x00}, {0xFB, 0xE9, 0xDF}};
    case Tone::general:
      return dark ? ColourPair{{0x9C, 0xCB, 0xF2}, {0x17, 0x3A, 0x58}}
                  : ColourPair{{0x17, 0x55, 0x8A}, {0xE3, 0xEE, 0xF7}};
    case Tone::good:
      return dark ? ColourPair{{0x86, 0xE0, 0xBE}, {0x0C, 0x40, 0x31}}
                  : ColourPair{{0x00, 0x69, 0x4C}, {0xE0, 0xF3, 0xEC}};
    case Tone::warning:
      return dark ? ColourPair{{0xF5, 0xCF, 0x7A}, {0x4D, 0x38, 0x08}}
                  : ColourPair{{0x7A, 0x52, 0x00}, {0xFD, 0xF1, 0xD3}};
    case Tone::late:
      return dark ? ColourPair{{0xFF, 0xA3, 0xB5}, {0x5C, 0x16, 0x28}}
                  : ColourPair{{0x9B, 0x1C, 0x3B}, {0xFA, 0xE4, 0xE9}};
    case Tone::neutral:
      break;
  }
  return dark ? ColourPair{{0xC5, 0xCD, 0xD5}, {0x3B, 0x42, 0x49}}
              : ColourPair{{0x4A, 0x55, 0x60}, {0xEC, 0xEF, 0xF2}};
}

wxColour flashColour() {
  const wxColour highlight = wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHT);
  const wxColour window = wxSystemSettings::GetColour(wxSYS_COLOUR_LISTBOX);
  constexpr double kShare = 0.3;
  const auto mixed = [](unsigned char over, unsigned char under) {
    return wxColour::AlphaBlend(over, under, kShare);
  };
  return {mixed(highlight.Red(), window.Red()), mixed(highlight.Green(), window.Green()),
          mixed(highlight.Blue(), window.Blue())};
}

wxColour mutedColour() {
  return mixed(wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT),
               wxSystemSettings::GetColour(wxSYS_COLOUR_BTNFACE), 0.65);
}

}  // namespace octad::gui
