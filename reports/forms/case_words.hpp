#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/cases/complaint.hpp"
#include "model/eightd/problem.hpp"
#include "reports/forms/labels.hpp"

namespace octad::reports {

/// Words for what a case keeps as a key.
std::string channelText(std::string_view key, const Labels& labels);
std::string mediumText(std::string_view key, const Labels& labels);
std::string resultText(std::string_view key, const Labels& labels);
std::string demandText(std::string_view demand, const Labels& labels);  ///< "8D report, Sorting"
std::vector<std::string> demandKeys(std::string_view demand);
std::string demandWord(std::string_view key, const Labels& labels);

/// The look of a class or state, as templates name it (`class="chip …"`).
std::string_view severityChip(model::SeverityClass severity);
std::string_view disciplineChip(model::DisciplineState state);

/// The name of a discipline without its code, which stands beside it as a badge.
std::string disciplineName(model::DisciplineCode code, const Labels& labels);

/// The wording the customer reads; the internal one only where there is no other.
const std::string& forCustomer(const std::string& customer, const std::string& internal);

}  // namespace octad::reports
