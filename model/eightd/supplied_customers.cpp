#include "model/eightd/supplied_customers.hpp"

#include <chrono>

#include "model/core/time.hpp"

namespace octad::model {

std::string monthsBefore(const std::string& month, int months) {
  const auto first = Date::parse(month + "-01");
  if (!first) return month;
  const std::chrono::year_month_day day{first->days()};
  return Date(std::chrono::sys_days(day - std::chrono::months(months))).month();
}

}  // namespace octad::model
