#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace octad::model {

/// A moment, UTC microseconds since 1970.
struct Instant {
  long long microseconds = 0;
  constexpr auto operator<=>(const Instant&) const = default;
};

constexpr Instant plusSeconds(Instant at, long long seconds) {
  return {at.microseconds + seconds * 1'000'000};
}

/// A calendar day without a zone, 1990-01-01 … 2199-12-31 when parsed.
class Date {
 public:
  Date() = default;
  constexpr explicit Date(std::chrono::sys_days days) : m_days(days) {}
  constexpr Date(int year, unsigned month, unsigned day)
      : m_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day)) {}

  /// Strictly YYYY-MM-DD and a day that exists; nothing is rolled over.
  static std::optional<Date> parse(std::string_view iso);

  std::string iso() const;    ///< 2026-11-22
  std::string month() const;  ///< 2026-11
  int year() const;
  constexpr std::chrono::sys_days days() const { return m_days; }
  constexpr Date plusDays(int count) const { return Date(m_days + std::chrono::days(count)); }
  constexpr auto operator<=>(const Date&) const = default;

 private:
  std::chrono::sys_days m_days{};
};

/// Days from `from` to `to`; negative when `to` is earlier.
constexpr int daysBetween(Date from, Date to) {
  return static_cast<int>((to.days() - from.days()).count());
}

}  // namespace octad::model
