#pragma once

#include <wx/colour.h>

#include "gui/viewmodels/chip_look.hpp"

namespace octad::gui {

/// Text and background that are readable together.
struct ColourPair {
  wxColour text;
  wxColour background;
};

/// True when the desktop theme is dark; read it again after wxEVT_SYS_COLOUR_CHANGED.
bool isDarkTheme();
/// The colour pair of a tone in the theme of now: Okabe-Ito hues, told apart with every common colour
/// blindness.
ColourPair coloursOf(viewmodels::Tone tone);
/// Secondary text.
wxColour mutedColour();
/// Background of a row that just changed: the theme's highlight, thin enough to read any text on it.
wxColour flashColour();

}  // namespace octad::gui
