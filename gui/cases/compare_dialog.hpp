#pragma once

#include <string>
#include <vector>

#include "gui/viewmodels/revisions.hpp"

class wxWindow;

namespace octad::gui {

/// Shows two of the revisions side by side, the changes marked. At least two are needed.
void showComparison(wxWindow* parent, const std::string& title, std::vector<viewmodels::Revision> revisions,
                    const viewmodels::Translator& text);

}  // namespace octad::gui
