#pragma once

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "model/returns/return_queries.hpp"
#include "model/returns/return_records.hpp"

namespace octad::model {

/// The figures of field failure analysis that VDA asks for; averages are weighted by pieces, in days.
struct ReturnFigures {
  long long returns = 0;
  long long received = 0;
  long long found = 0;
  long long confirmed = 0;
  long long noTroubleFound = 0;
  long long customerCaused = 0;
  long long transport = 0;
  std::optional<double> analysisDays;  ///< from receipt to the finding
  std::optional<double> returnDays;    ///< from announcement to receipt
  std::optional<double> ntfShare;      ///< percent of the pieces with a finding
  long long foundByStandardTest = 0;   ///< units with a finding that the standard test gave
  long long foundByLoadTest = 0;
  long long foundByNtf = 0;

  static constexpr auto describe() {
    return members(
        member("returns", &ReturnFigures::returns), member("received", &ReturnFigures::received),
        member("found", &ReturnFigures::found), member("confirmed", &ReturnFigures::confirmed),
        member("ntf", &ReturnFigures::noTroubleFound),
        member("customer_caused", &ReturnFigures::customerCaused),
        member("transport", &ReturnFigures::transport), member("analysis_days", &ReturnFigures::analysisDays),
        member("return_days", &ReturnFigures::returnDays), member("ntf_share", &ReturnFigures::ntfShare),
        member("found_by_standard_test", &ReturnFigures::foundByStandardTest),
        member("found_by_load_test", &ReturnFigures::foundByLoadTest),
        member("found_by_ntf", &ReturnFigures::foundByNtf));
  }
};

ReturnFigures returnFigures(std::span<const FiguresMovement> movements,
                            std::span<const std::pair<TestLevel, long long>> foundByLevel);

}  // namespace octad::model
