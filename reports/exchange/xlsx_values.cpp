#include "reports/exchange/xlsx_values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace octad::reports {

namespace {

constexpr std::size_t kMaxColumns = 16384;  // of the file format
constexpr long long kMaxRows = 1048576;
constexpr double kFirstDayAfter9999 = 2958466;

std::optional<double> number(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

/// A format code without quoted text, escaped characters, fillers and brackets, only its first section, lower
/// case. `elapsed` tells whether one of the brackets was [h], [mm] …
std::string bareCode(std::string_view code, bool& elapsed) {
  std::string bare;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = code[i];
    if (c == '"') {
      i = std::min(code.find('"', i + 1), code.size());
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '[') {
      const std::size_t end = std::min(code.find(']', i), code.size());
      const std::string_view inside = code.substr(i + 1, end - i - 1);
      if (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos) elapsed = true;
      i = end;
    } else {
      bare += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return bare;
}

std::string clock(long long seconds) {
  std::array<char, 48> text;
  std::snprintf(text.data(), text.size(), "%02lld:%02lld:%02lld", seconds / 3600, seconds / 60 % 60,
                seconds % 60);
  return text.data();
}

std::string day(long long serial, bool dates1904) {
  using namespace std::chrono;
  if (!dates1904 && serial == 60)
    return "1900-02-29";  // the day that never was, kept for an old program's sake
  const sys_days start = dates1904 ? sys_days(year(1904) / January / 1)
                                   : sys_days(year(1899) / December / (serial < 60 ? 31 : 30));
  const year_month_day date(start + days(serial));
  std::array<char, 48> text;
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text.data();
}

/// The character of an escape `_xHHHH_` at the start of `text`.
std::optional<unsigned> escapedUnit(std::string_view text) {
  if (text.size() < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_') return std::nullopt;
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data() + 2, text.data() + 6, value, 16);
  if (error != std::errc() || end != text.data() + 6) return std::nullopt;
  if (value >= 0xD800 && value <= 0xDFFF) return std::nullopt;  // half a character: left as it is written
  return value;
}

void appendUtf8(std::string& text, unsigned unit) {
  if (unit < 0x80) {
    text += static_cast<char>(unit);
  } else if (unit < 0x800) {
    text += static_cast<char>(0xC0 | unit >> 6);
    text += static_cast<char>(0x80 | (unit & 0x3F));
  } else {
    text += static_cast<char>(0xE0 | unit >> 12);
    text += static_cast<char>(0x80 | (unit >> 6 & 0x3F));
    text += static_cast<char>(0x80 | (unit & 0x3F));
  }
}

}  // namespace

NumberFormat builtInFormat(int id) {
  if (id == 46) return {NumberLook::elapsed, 0};
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47 || id == 55 || id == 56)
    return {NumberLook::time, 0};
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
    return {NumberLook::date, 0};
  return {};
}

NumberFormat formatOfCode(std::string_view code) {
  if (code.size() > 1 && code.size() <= 64 && code.find_first_not_of('0') == std::string_view::npos)
    return {NumberLook::zeroPadded, code.size()};
  bool elapsed = false;
  const std::string bare = bareCode(code, elapsed);
  if (elapsed) return {NumberLook::elapsed, 0};
  if (bare.find_first_of("#?") != std::string::npos || bare == "general") return {};
  const bool days = bare.find_first_of("yd") != std::string::npos;
  const bool clocks = bare.find_first_of("hs") != std::string::npos;
  if (days) return {NumberLook::date, 0};
  if (clocks) return {NumberLook::time, 0};
  if (bare.find('m') != std::string::npos) return {NumberLook::date, 0};  // m without a clock is a month
  return {};
}

std::optional<std::string> numberText(std::string_view stored) {
  const std::string_view digits = stored.starts_with('-') ? stored.substr(1) : stored;
  if (!digits.empty() && digits.size() <= 15 &&
      digits.find_first_not_of("0123456789") == std::string_view::npos)
    return std::string(stored);
  const std::optional<double> value = number(stored);
  if (!value) return std::nullopt;
  // 15 digits: what a person typed as 5.1 is stored as 5.0999999999999996.
  std::array<char, 64> text;
  const auto shortest =
      std::to_chars(text.data(), text.data() + text.size(), *value, std::chars_format::general, 15);
  std::string result(text.data(), shortest.ptr);
  if (result.find('e') == std::string::npos || std::abs(*value) >= 1e21 || std::abs(*value) < 1e-9)
    return result;
  double rounded = 0;
  std::from_chars(result.data(), result.data() + result.size(), rounded);
  const auto plain = std::to_chars(text.data(), text.data() + text.size(), rounded, std::chars_format::fixed);
  return std::string(text.data(), plain.ptr);
}

std::optional<std::string> dateText(std::string_view stored, NumberLook look, bool dates1904) {
  const std::optional<double> value = number(stored);
  const double limit = dates1904 ? kFirstDayAfter9999 - 1462 : kFirstDayAfter9999;
  if (!value || *value < 0 || *value >= limit) return std::nullopt;
  // Whole seconds: the stored fraction of a day is never exact.
  const long long seconds = std::llround(*value * 86400.0);
  if (look == NumberLook::elapsed) return clock(seconds);
  const long long serial = seconds / 86400;
  const bool timeOnly = serial == 0 && (look == NumberLook::time || !dates1904);
  if (timeOnly) return clock(seconds);
  if (static_cast<double>(serial) >= limit) return std::nullopt;  // rounded up over the edge
  const std::string date = day(serial, dates1904);
  return seconds % 86400 == 0 ? date : date + " " + clock(seconds % 86400);
}

std::optional<CellPlace> cellPlace(std::string_view reference) {
  std::size_t column = 0;
  std::size_t i = 0;
  for (; i < reference.size() && i < 4 && reference[i] >= 'A' && reference[i] <= 'Z'; ++i)
    column = column * 26 + static_cast<std::size_t>(reference[i] - 'A') + 1;
  long long row = 0;
  const char* const last = reference.data() + reference.size();
  const auto [end, error] = std::from_chars(reference.data() + i, last, row);
  if (i == 0 || column > kMaxColumns || error != std::errc() || end != last || row < 1 || row > kMaxRows)
    return std::nullopt;
  return CellPlace{column - 1, row};
}

std::string cellReference(std::size_t column, long long row) {
  std::string letters;
  for (std::size_t left = column + 1; left > 0; left = (left - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
  return letters + std::to_string(row);
}

std::optional<std::string> cellText(std::string_view stored) {
  std::string text;
  text.reserve(stored.size());
  for (std::size_t i = 0; i < stored.size(); ++i) {
    if (const auto unit = stored[i] == '_' ? escapedUnit(stored.substr(i)) : std::nullopt) {
      if (*unit == 0) return std::nullopt;
      appendUtf8(text, *unit);
      i += 6;
    } else {
      text += stored[i];
    }
  }
  // Line breaks: CR LF and CR become LF, as in CSV files.
  std::string lines;
  lines.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\r')
      lines += text[i];
    else if (i + 1 == text.size() || text[i + 1] != '\n')
      lines += '\n';
  return lines;
}

}  // namespace octad::reports
