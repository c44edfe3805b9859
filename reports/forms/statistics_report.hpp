#pragma once

#include <string>
#include <vector>

#include "model/cases/case_file.hpp"
#include "model/metrics/counts.hpp"
#include "model/policy/policy.hpp"
#include "reports/forms/document_options.hpp"

namespace octad::reports {

/// One complaint as the statistics list it (S1-91).
struct StatisticsRow {
  std::string number;
  model::Instant receivedAt;
  std::string customer;
  std::string content;          ///< what is wrong
  std::string responsibleUnit;  ///< department
  std::string demand;           ///< comma separated keys, see Complaint::demand
  long long lossMinor = 0;      ///< in minor units of `lossCurrency`
  std::string lossCurrency;
  std::string product;
  long long quantity = 0;  ///< defective pieces
  model::SeverityClass severity = model::SeverityClass::other;
  model::Message className;  ///< by its own policy; empty: as usual
};

/// The line of one case.
StatisticsRow statisticsRow(const model::CaseFile& file);

/// What the statistics of a period are made of. Tables that were not counted are left empty.
struct StatisticsInput {
  std::string period;  ///< stands under the title, e.g. "2026-10"
  std::vector<StatisticsRow> rows;
  model::CountTable byMonth;
  model::CountTable byClass;
  model::CountTable byCustomer;
  model::CountTable byDepartment;
  model::CountTable byDefect;
  model::Policy policy;  ///< in force: what the classes of the counts are called and weigh
};

/// Complaint statistics of a month, quarter or year (客户投诉分析统计表, S1-91): the counts all / counted /
/// weighted side by side, charts, and the list of complaints with how they were handled and what they
/// cost. Loss is summed for each currency on its own.
std::string statisticsReport(const StatisticsInput& input, const DocumentOptions& options);

}  // namespace octad::reports
