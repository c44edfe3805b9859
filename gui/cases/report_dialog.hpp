#pragma once

#include <optional>
#include <string>

#include "gui/cases/page_services.hpp"
#include "gui/viewmodels/translator.hpp"

class wxWindow;

namespace octad::gui {

/// Asks for kind, language and place of the report of a case; none when it is left.
std::optional<CaseReportRequest> showReportDialog(wxWindow* parent, const std::string& number,
                                                  const viewmodels::Translator& text);

}  // namespace octad::gui
