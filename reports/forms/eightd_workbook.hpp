#pragma once

#include <string>

#include "reports/forms/report_subject.hpp"

namespace octad::reports {

/// The 8D report as a workbook: a sheet with the overview, then one for each table that has rows.
std::string eightDWorkbook(const ReportSubject& subject, const std::string& recordHash);

}  // namespace octad::reports
