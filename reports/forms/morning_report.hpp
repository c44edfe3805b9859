#pragma once

#include <string>

#include "model/usecases/morning_list.hpp"
#include "reports/forms/document_options.hpp"

namespace octad::reports {

/// The list of the morning meeting (早会清单) on one A4 page: what is new, late, major, and who waits for
/// whom. What does not fit is counted. As a workbook every list is a sheet with all its lines.
std::string morningReport(const model::MorningList& list, const DocumentOptions& options);

}  // namespace octad::reports
