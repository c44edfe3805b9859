#pragma once

#include <string>
#include <vector>

#include "model/cases/queries.hpp"
#include "reports/forms/document_options.hpp"

namespace octad::reports {

/// The complaint register (客户投诉登记簿) of a period or filter, one line a case in the order given.
/// `period` stands under the title, e.g. "2026-10". As a workbook every column keeps its type.
std::string registerReport(const std::vector<model::CaseRow>& rows, const std::string& period,
                           const DocumentOptions& options);

}  // namespace octad::reports
