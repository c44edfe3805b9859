#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace octad::reports {

using SheetDate = std::chrono::year_month_day;

/// A date with a time of day, already in the zone it is shown in.
struct SheetDateTime {
  SheetDate date;
  int hour = 0;
  int minute = 0;
  int second = 0;
};

/// A value of a table file: nothing, text, whole number, decimal, date, date with time. Text is always text.
using SheetCell = std::variant<std::monostate, std::string, std::int64_t, double, SheetDate, SheetDateTime>;
using SheetRow = std::vector<SheetCell>;

}  // namespace octad::reports
