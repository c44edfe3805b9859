#pragma once

#include <string>

#include "model/cases/case_file.hpp"
#include "reports/forms/document_options.hpp"

namespace octad::reports {

/// The complaint record sheet (客户投诉记录单, S1-78) with the handling form under it (客户投诉处理单,
/// S1-88): what the customer said, what came of it, and the lines to sign (S1-87). PDF, HTML or a workbook.
std::string recordSheet(const model::CaseFile& file, const std::string& recordHash,
                        const DocumentOptions& options);

}  // namespace octad::reports
