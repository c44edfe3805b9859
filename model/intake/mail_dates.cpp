#include "model/intake/mail_dates.hpp"

#include <array>
#include <optional>
#include <string_view>

#include "model/intake/mail_lines.hpp"

namespace octad::model {

namespace {

constexpr int kMonths = 12;
/// A day without a year may lie so far back; one that lies further back is of the next year.
constexpr int kDaysBack = 60;

/// Reads a line from left to right.
class Cursor {
 public:
  Cursor(std::string_view text, std::size_t at) : m_text(text), m_at(at) {}

  std::size_t at() const { return m_at; }
  bool take(std::string_view word) {
    if (m_text.compare(m_at, word.size(), word) != 0) return false;
    m_at += word.size();
    return true;
  }
  bool takeAny(std::string_view signs) {
    if (m_at >= m_text.size() || signs.find(m_text[m_at]) == std::string_view::npos) return false;
    ++m_at;
    return true;
  }
  void skip(std::string_view signs) {
    while (takeAny(signs)) {
    }
  }
  char here() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
  /// A number of one to four digits that no further digit follows.
  std::optional<int> number() {
    int value = 0;
    std::size_t end = m_at;
    while (end < m_text.size() && m_text[end] >= '0' && m_text[end] <= '9' && end - m_at < 5)
      value = value * 10 + (m_text[end++] - '0');
    if (end == m_at || end - m_at > 4) return std::nullopt;
    m_digits = end - m_at;
    m_at = end;
    return value;
  }
  std::size_t digits() const { return m_digits; }
  /// jan, january … as a whole word.
  std::optional<int> monthName() {
    static constexpr std::array<std::string_view, kMonths> kNames{
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december"};
    std::size_t end = m_at;
    while (end < m_text.size() && m_text[end] >= 'a' && m_text[end] <= 'z') ++end;
    const std::string_view word = m_text.substr(m_at, end - m_at);
    if (word.size() < 3) return std::nullopt;
    for (int month = 0; month < kMonths; ++month)
      if (kNames[static_cast<std::size_t>(month)].starts_with(word) || (word == "sept" && month == 8)) {
        m_at = end;
        return month + 1;
      }
    return std::nullopt;
  }

 private:
  std::string_view m_text;
  std::size_t m_at;
  std::size_t m_digits = 0;
};

std::optional<Date> dayOf(int year, int month, int day) {
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  if (month < 1 || day < 1) return std::nullopt;
  return Date::parse(std::to_string(year) + "-" + two(month) + "-" + two(day));
}

std::optional<Date> dayWithoutYear(int month, int day, Date sent) {
  auto found = dayOf(sent.year(), month, day);
  if (found && daysBetween(*found, sent) > kDaysBack) found = dayOf(sent.year() + 1, month, day);
  return found;
}

/// "nov 30, 2026" or "nov 30" behind a month, "30 nov 2026" behind a day: the year when there is one.
std::optional<int> yearAfter(Cursor& cursor) {
  Cursor look = cursor;
  look.skip(" ,.-");
  const auto year = look.number();
  if (!year || look.digits() != 4) return std::nullopt;
  cursor = look;
  return year;
}

std::optional<Date> fromMonthName(Cursor& cursor, Date sent) {
  const auto month = cursor.monthName();
  if (!month) return std::nullopt;
  cursor.skip(" .");
  const auto day = cursor.number();
  if (!day || cursor.digits() > 2) return std::nullopt;
  for (const char* ending : {"st", "nd", "rd", "th"}) cursor.take(ending);
  const auto year = yearAfter(cursor);
  return year ? dayOf(*year, *month, *day) : dayWithoutYear(*month, *day, sent);
}

/// 2026-11-30, 2026/11/30, 2026.11.30, 2026年11月30日
std::optional<Date> afterYear(Cursor& cursor, int year) {
  const bool chinese = cursor.take("年");
  const char sign = cursor.here();
  if (!chinese && !cursor.takeAny("-/.")) return std::nullopt;
  const auto month = cursor.number();
  if (!month) return std::nullopt;
  if (chinese ? !cursor.take("月") : !cursor.take(std::string_view(&sign, 1))) return std::nullopt;
  const auto day = cursor.number();
  if (!day) return std::nullopt;
  if (chinese && !cursor.take("日")) cursor.take("号");
  return dayOf(year, *month, *day);
}

/// 30.11.2026; 30/11/2026 only where one of the two cannot be a month.
std::optional<Date> dayFirst(Cursor& cursor, int first) {
  const char sign = cursor.here();
  if (!cursor.takeAny("-/.")) return std::nullopt;
  const auto second = cursor.number();
  if (!second || !cursor.take(std::string_view(&sign, 1))) return std::nullopt;
  const auto year = cursor.number();
  if (!year || cursor.digits() != 4) return std::nullopt;
  if (sign == '.' || first > kMonths) return dayOf(*year, *second, first);
  if (*second > kMonths || *second == first) return dayOf(*year, first, *second);
  return std::nullopt;
}

std::optional<Date> fromNumber(Cursor& cursor, Date sent) {
  const auto first = cursor.number();
  if (!first) return std::nullopt;
  if (cursor.digits() == 4) return afterYear(cursor, *first);
  if (cursor.digits() > 2) return std::nullopt;
  if (cursor.take("月")) {
    const auto day = cursor.number();
    if (!day || !(cursor.take("日") || cursor.take("号"))) return std::nullopt;
    return dayWithoutYear(*first, *day, sent);
  }
  Cursor named = cursor;
  for (const char* ending : {"st", "nd", "rd", "th"}) named.take(ending);
  named.skip(" .-");
  named.take("of ");
  if (const auto month = named.monthName()) {
    cursor = named;
    const auto year = yearAfter(cursor);
    return year ? dayOf(*year, *month, *first) : dayWithoutYear(*month, *first, sent);
  }
  return dayFirst(cursor, *first);
}

}  // namespace

std::vector<WrittenDate> datesIn(const std::string& lower, Date sent) {
  std::vector<WrittenDate> dates;
  for (std::size_t at = 0; at < lower.size(); ++at) {
    const char c = lower[at];
    if (!isAsciiWordByte(c) || (at > 0 && isAsciiWordByte(lower[at - 1]))) continue;
    Cursor cursor(lower, at);
    const auto day = c >= '0' && c <= '9' ? fromNumber(cursor, sent) : fromMonthName(cursor, sent);
    if (!day) continue;
    dates.push_back({at, cursor.at(), *day});
    at = cursor.at() - 1;
  }
  return dates;
}

}  // namespace octad::model
