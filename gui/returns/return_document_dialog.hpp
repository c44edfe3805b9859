#pragma once

#include <optional>
#include <string>

#include "gui/returns/return_services.hpp"
#include "gui/viewmodels/translator.hpp"

class wxWindow;

namespace octad::gui {

/// Asks which paper of the return in which language, and where to save it; none when it is left.
std::optional<ReturnDocumentRequest> showReturnDocumentDialog(
    wxWindow* parent, const std::string& number,
    const std::vector<std::pair<std::string, const char*>>& documents, const viewmodels::Translator& text);

}  // namespace octad::gui
