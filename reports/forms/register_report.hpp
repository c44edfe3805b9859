#pragma once

#include <string>
#include <vector>

#include "model/cases/queries.hpp"
#include "model/policy/policy.hpp"
#include "reports/forms/document_options.hpp"

namespace octad::reports {

/// The complaint register (客户投诉登记簿) of a period or filter, one line a case in the order given.
/// `period` stands under the title, e.g. "2026-10"; `inForce` is the policy whose classes are summed up, each
/// line has the class of its own. As a workbook every column keeps its type.
std::string registerReport(const std::vector<model::CaseRow>& rows, const std::string& period,
                           const model::Policy& inForce, const DocumentOptions& options);

}  // namespace octad::reports
