#include "model/core/time.hpp"

#include <cstdio>

namespace octad::model {

namespace {

std::optional<int> number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<Date> Date::parse(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto year = number(iso.substr(0, 4));
  const auto month = number(iso.substr(5, 2));
  const auto day = number(iso.substr(8, 2));
  if (!year || !month || !day || *year < 1990 || *year > 2199) return std::nullopt;
  const auto date = std::chrono::year(*year) / std::chrono::month(static_cast<unsigned>(*month)) /
                    std::chrono::day(static_cast<unsigned>(*day));
  if (!date.ok()) return std::nullopt;
  return Date(std::chrono::sys_days(date));
}

std::string Date::iso() const {
  const std::chrono::year_month_day date(m_days);
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text;
}

std::string Date::month() const {
  return iso().substr(0, 7);
}

int Date::year() const {
  return static_cast<int>(std::chrono::year_month_day(m_days).year());
}

}  // namespace octad::model
