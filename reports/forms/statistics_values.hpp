#pragma once

#include <map>
#include <string>

#include "reports/document/value.hpp"
#include "reports/forms/labels.hpp"
#include "reports/forms/statistics_report.hpp"

namespace octad::reports {

/// How a complaint was handled, as the form asks (S1-91).
struct HandlingMode {
  bool compensation = false;
  bool goodsReturned = false;
  bool discount = false;
  std::string other;  ///< the other demands in words
};

HandlingMode handlingMode(const std::string& demand, const Labels& labels);

/// Losses summed for each currency.
std::map<std::string, long long> lossByCurrency(const std::vector<StatisticsRow>& rows);
std::string lossText(const std::map<std::string, long long>& losses);

/// What a row of a count is about, e.g. "Major complaint" or "2026-10", classes by their names in the policy
/// in force; `brief` for charts: "Major".
std::string countLabel(const model::CountTable& table, const model::Count& row, const model::Policy& policy,
                       const Labels& labels, bool brief = false);

Value countRows(const model::CountTable& table, const model::Policy& policy, const Labels& labels);
/// "Weights by the policy in force: Major complaint 2, General complaint 1, Other quality issue 0."
model::Message weightsSentence(const model::Policy& policy);
Value statisticsRows(const StatisticsInput& input, const Labels& labels, const model::Zone& zone);

}  // namespace octad::reports
