#pragma once

#include <string>

#include "model/cases/case_file.hpp"
#include "reports/forms/document_options.hpp"

namespace octad::reports {

/// The working paper of a case, for the house and its auditors and never for the customer: coverage of causes
/// and actions, the decision matrix of D5, what was decided on similar cases, other customers and challenged
/// effects, weak answers that were let pass, the questions to departments and the self-assessment. PDF or
/// HTML; Invalid("output") for a workbook. Returns the file's bytes.
std::string workingPaper(const model::CaseFile& file, const std::string& recordHash,
                         const DocumentOptions& options);

}  // namespace octad::reports
