#pragma once

#include <optional>
#include <string>

#include "gui/cases/page_services.hpp"
#include "gui/viewmodels/translator.hpp"
#include "model/cases/case_file.hpp"

class wxWindow;

namespace octad::gui {

/// Asks for kind, language and place of the report of a case, and says where the customer would read internal
/// wording; none when it is left.
std::optional<CaseReportRequest> showReportDialog(wxWindow* parent, const model::CaseFile& file,
                                                  const viewmodels::Translator& text);

}  // namespace octad::gui
