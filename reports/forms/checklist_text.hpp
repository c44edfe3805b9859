#pragma once

#include <string>
#include <vector>

#include "model/audit/clause_checklist.hpp"
#include "model/cases/case_file.hpp"
#include "reports/forms/document_options.hpp"

namespace octad::reports {

/// The clause checklist of a case as plain text, in the languages of the options: clause and question, what
/// the records say ("+"), what is missing ("!"), or why it does not arise ("-").
std::string checklistText(const model::CaseFile& file, const std::vector<model::ClausePoint>& checklist,
                          const DocumentOptions& options);

}  // namespace octad::reports
