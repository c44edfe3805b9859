#include "reports/workbook/csv_writer.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <ostream>

namespace octad::reports {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// = + - @ in ASCII and full width, and the characters that some programs skip before a formula.
constexpr std::array<std::string_view, 12> kFormulaStarts = {"=",
                                                             "+",
                                                             "-",
                                                             "@",
                                                             "\t",
                                                             "\r",
                                                             "\n",
                                                             std::string_view("\0", 1),
                                                             "\xEF\xBC\x9D",
                                                             "\xEF\xBC\x8B",
                                                             "\xEF\xBC\x8D",
                                                             "\xEF\xBC\xA0"};

/// What a reader with another separator or quote rule may drop before it looks for a formula.
constexpr std::array<std::string_view, 10> kSkipped = {
    " ", "\"", ";", ",", "|", "\xC2\xA0", "\xE3\x80\x80", "\xE2\x80\x8B", "\xEF\xBB\xBF", "\xE2\x80\xAF"};

template <std::size_t N>
std::size_t startsWithAny(std::string_view text, const std::array<std::string_view, N>& starts) {
  for (const auto start : starts) {
    if (text.starts_with(start)) return start.size();
  }
  return 0;
}

std::string number(double value) {
  if (!std::isfinite(value)) return {};
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  return {buffer.data(), end};
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : harmlessText(text)) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string isoDate(const SheetDate& date) {
  char text[24];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text;
}

std::string isoTime(const SheetDateTime& moment) {
  char text[48];
  std::snprintf(text, sizeof text, " %02d:%02d:%02d", moment.hour, moment.minute, moment.second);
  return isoDate(moment.date) + text;
}

struct Formatter {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const std::string& text) const { return quoted(text); }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(double value) const { return number(value); }
  std::string operator()(const SheetDate& date) const { return isoDate(date); }
  std::string operator()(const SheetDateTime& moment) const { return isoTime(moment); }
};

}  // namespace

std::string harmlessText(std::string_view text) {
  std::size_t at = 0;
  while (const auto skipped = startsWithAny(text.substr(at), kSkipped)) at += skipped;
  std::string out(text);
  if (startsWithAny(text.substr(at), kFormulaStarts) > 0) out.insert(at, 1, '\'');
  for (auto nul = out.find('\0'); nul != std::string::npos; nul = out.find('\0'))
    out.replace(nul, 1, kReplacement);
  return out;
}

CsvWriter::CsvWriter(std::ostream& out, char separator) : m_out(out), m_separator(separator) {
  m_out << kByteOrderMark;
}

void CsvWriter::header(const std::vector<std::string>& names) {
  SheetRow cells(names.begin(), names.end());
  record(cells);
}

void CsvWriter::record(const SheetRow& cells) {
  bool first = true;
  for (const auto& cell : cells) {
    if (!first) m_out << m_separator;
    first = false;
    m_out << std::visit(Formatter{}, cell);
  }
  m_out << "\r\n";
}

}  // namespace octad::reports
