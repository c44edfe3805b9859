#pragma once

#include <string>

#include "model/cases/case_file.hpp"
#include "reports/forms/document_options.hpp"

namespace octad::reports {

/// The 8D report of a case as the customer reads it: customer wording where there is one, no internal
/// remarks, no rejected answers, no other customers of the same problem, no person to blame. Steps
/// that are not done say so. Major and general complaints get the full form; for other issues steps without
/// content are left out. `recordHash`: hash of the record printed, lower-case hex. Returns the file's bytes.
std::string eightDReport(const model::CaseFile& file, const std::string& recordHash,
                         const AttachmentBytes& bytes, const DocumentOptions& options);

}  // namespace octad::reports
