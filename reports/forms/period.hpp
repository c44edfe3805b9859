#pragma once

#include <string>
#include <vector>

#include "model/ports/reader.hpp"
#include "reports/forms/statistics_report.hpp"

namespace octad::reports {

/// Months as they stand under a title: "2026-10", "2026-01 – 2026-12".
std::string periodText(const std::string& fromMonth, const std::string& toMonth);

/// The cases of a period as the register lists them, oldest first.
std::vector<model::CaseRow> registerRows(model::Reader& reader, const std::string& fromMonth,
                                         const std::string& toMonth, model::Instant now);

/// Rows and counts of a period for the statistics table.
StatisticsInput statisticsInput(model::Reader& reader, const std::string& fromMonth,
                                const std::string& toMonth, model::Instant now);

}  // namespace octad::reports
