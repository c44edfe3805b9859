#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gui/viewmodels/return_units.hpp"

class wxWindow;

namespace octad::gui {

/// A pasted list on its way into the return: what it says, where it goes, how many it makes.
struct PastedList {
  viewmodels::PiecesAt kind;
  std::vector<model::NewUnit> units;
};

/// Shows a list of serial numbers with its count before it is entered; none when it is left. `pasted` is what
/// it starts with, `chosen` which of the pieces without a serial number are meant first.
std::optional<PastedList> showPasteUnitsDialog(wxWindow* parent, viewmodels::ReturnPageViewModel& page,
                                               const std::string& pasted, std::size_t chosen);

/// Text on the clipboard; empty when there is none.
std::string textOnClipboard();

}  // namespace octad::gui
