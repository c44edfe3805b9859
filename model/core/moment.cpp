#include "model/core/moment.hpp"

#include <array>
#include <charconv>
#include <cstdio>

#include "model/core/error.hpp"

namespace octad::model {

namespace {

constexpr long long kMicrosPerSecond = 1'000'000;

/// Exactly `count` digits at the front of `text`, which is shortened by them.
std::optional<int> takeDigits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + count, value);
  if (error != std::errc{} || end != text.data() + count || text.front() == '-') return std::nullopt;
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, char expected) {
  if (text.empty() || text.front() != expected) return false;
  text.remove_prefix(1);
  return true;
}

/// Any day that exists: how far back a moment may lie is not the format's business.
std::optional<std::chrono::sys_days> takeDay(std::string_view& text) {
  const auto year = takeDigits(text, 4);
  if (!year || !take(text, '-')) return std::nullopt;
  const auto month = takeDigits(text, 2);
  if (!month || !take(text, '-')) return std::nullopt;
  const auto day = takeDigits(text, 2);
  if (!day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date);
}

/// ".5" is half a second; at most microseconds.
std::optional<long long> takeFraction(std::string_view& text) {
  if (!take(text, '.')) return 0;
  long long micros = 0;
  long long unit = kMicrosPerSecond / 10;
  std::size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') {
    micros += (text[digits] - '0') * unit;
    unit /= 10;
    ++digits;
  }
  if (digits == 0 || digits > 6) return std::nullopt;
  text.remove_prefix(digits);
  return micros;
}

/// Seconds east of UTC.
std::optional<int> takeOffset(std::string_view& text) {
  if (take(text, 'Z')) return 0;
  const bool west = !text.empty() && text.front() == '-';
  if (!west && (text.empty() || text.front() != '+')) return std::nullopt;
  text.remove_prefix(1);
  const auto hours = takeDigits(text, 2);
  take(text, ':');
  const auto minutes = hours ? takeDigits(text, 2) : std::nullopt;
  if (!minutes || *hours > 14 || *minutes > 59) return std::nullopt;
  return (west ? -1 : 1) * (*hours * 3600 + *minutes * 60);
}

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

/// Seconds since midnight of "17:30", "9:30" or "17:30:15".
std::optional<int> secondOfDay(std::string_view text) {
  const auto hour = takeDigits(text, text.find(':') == 1 ? 1 : 2);
  if (!hour || !take(text, ':')) return std::nullopt;
  const auto minute = takeDigits(text, 2);
  if (!minute) return std::nullopt;
  int second = 0;
  if (take(text, ':')) second = takeDigits(text, 2).value_or(99);
  const bool endOfDay = *hour == 24 && *minute == 0 && second == 0;
  if (!text.empty() || (*hour > 23 && !endOfDay) || *minute > 59 || second > 60) return std::nullopt;
  return *hour * 3600 + *minute * 60 + second;
}

/// None when the text is no time of day on a day that exists.
std::optional<LocalTime> parseLocal(std::string_view text) {
  const auto date = Date::parse(text.substr(0, 10));
  if (!date) return std::nullopt;
  std::string_view rest = text.substr(10);
  if (rest.empty()) return LocalTime{*date};
  if (!take(rest, 'T') && !take(rest, ' ')) return std::nullopt;
  const auto seconds = secondOfDay(trimmed(rest));
  if (!seconds) return std::nullopt;
  constexpr int kDay = 24 * 3600;
  const int second = *seconds % kDay;
  return LocalTime{date->plusDays(*seconds / kDay), second / 3600, second / 60 % 60, second % 60};
}

bool isKept(Instant at) {
  constexpr std::array kYears{std::chrono::year(1990), std::chrono::year(2200)};
  const auto micros = [](std::chrono::year year) {
    return std::chrono::sys_days(year / 1 / 1).time_since_epoch().count() * 86'400LL * kMicrosPerSecond;
  };
  return at.microseconds >= micros(kYears[0]) && at.microseconds < micros(kYears[1]);
}

}  // namespace

std::string isoInstant(Instant at) {
  const auto time =
      std::chrono::sys_time<std::chrono::microseconds>(std::chrono::microseconds(at.microseconds));
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::hh_mm_ss clock(time - day);
  std::array<char, 32> text{};
  const auto fraction = clock.subseconds().count();
  const int length =
      fraction == 0
          ? std::snprintf(text.data(), text.size(), "T%02d:%02d:%02dZ",
                          static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                          static_cast<int>(clock.seconds().count()))
          : std::snprintf(text.data(), text.size(), "T%02d:%02d:%02d.%06lldZ",
                          static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                          static_cast<int>(clock.seconds().count()), static_cast<long long>(fraction));
  return Date(day).iso() + std::string(text.data(), static_cast<std::size_t>(length));
}

std::optional<Instant> parseIsoInstant(std::string_view text) {
  const auto date = takeDay(text);
  if (!date || !take(text, 'T')) return std::nullopt;
  const auto hour = takeDigits(text, 2);
  if (!hour || !take(text, ':')) return std::nullopt;
  const auto minute = takeDigits(text, 2);
  if (!minute) return std::nullopt;
  std::optional<int> second = 0;
  std::optional<long long> micros = 0;
  if (take(text, ':')) {
    second = takeDigits(text, 2);
    micros = takeFraction(text);
  }
  const auto offset = takeOffset(text);
  if (!second || !micros || !offset || !text.empty() || *hour > 23 || *minute > 59 || *second > 59)
    return std::nullopt;
  const long long seconds =
      date->time_since_epoch().count() * 86'400LL + *hour * 3600 + *minute * 60 + *second - *offset;
  return Instant{seconds * kMicrosPerSecond + *micros};
}

Instant parseMoment(std::string_view text, const Zone& zone, std::string_view field) {
  std::string typed(trimmed(text));
  constexpr std::string_view kFullWidthColon = "：";
  for (auto at = typed.find(kFullWidthColon); at != std::string::npos; at = typed.find(kFullWidthColon))
    typed.replace(at, kFullWidthColon.size(), ":");
  if (const auto moment = parseIsoInstant(typed); moment && isKept(*moment)) return *moment;
  if (const auto local = parseLocal(typed)) return zone.typed(*local, field);
  throw Invalid(std::string(field),
                {tr("\"{0}\" is not a time; write it as YYYY-MM-DD HH:MM, between 1990 and 2199."),
                 {std::string(text)}});
}

}  // namespace octad::model
