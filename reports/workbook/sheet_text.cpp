#include "reports/workbook/sheet_text.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "reports/document/text_safety.hpp"

namespace octad::reports {
namespace {

constexpr std::size_t kCellUnits = 32767;
constexpr std::size_t kNameUnits = 31;
constexpr std::string_view kEllipsis = "…";

/// `text` cut to `units` UTF-16 units at a character's border.
std::string cut(std::string_view text, std::size_t units) {
  std::size_t used = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0) == 0x80) continue;
    used += byte >= 0xF0 ? 2 : 1;
    if (used > units) return std::string(text.substr(0, i));
  }
  return std::string(text);
}

bool isHexDigit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

/// Excel reads "_x0041_" as "A"; an escaped underscore before it keeps it what it is.
std::string keepUnderscores(std::string text) {
  for (auto at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 1)) {
    const bool escape = at + 6 < text.size() && text[at + 6] == '_' &&
                        std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) + 2,
                                    text.begin() + static_cast<std::ptrdiff_t>(at) + 6, isHexDigit);
    if (!escape) continue;
    text.insert(at, "_x005F");
    at += 6;
  }
  return text;
}

std::string lowered(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return text;
}

}  // namespace

std::string sheetText(std::string_view text, bool& shortened) {
  std::string clean = printable(text);
  for (auto at = clean.find(kLineBreak); at != std::string::npos; at = clean.find(kLineBreak, at + 1)) {
    clean.replace(at, kLineBreak.size(), "\n");
  }
  clean = keepUnderscores(std::move(clean));
  std::string kept = cut(clean, kCellUnits);
  shortened = kept.size() < clean.size();
  if (shortened) kept = cut(kept, kCellUnits - 1) + std::string(kEllipsis);
  return kept;
}

std::string sheetName(std::string_view wanted, std::set<std::string>& taken) {
  std::string name = printable(wanted);
  for (char& c : name) {
    if (std::string_view("[]:*?/\\").find(c) != std::string_view::npos) c = '-';
  }
  while (name.starts_with('\'')) name.erase(0, 1);
  name = cut(name, kNameUnits);
  while (name.ends_with('\'')) name.pop_back();
  if (name.empty()) name = "Sheet";
  std::string unique = name;
  for (int n = 2; !taken.insert(lowered(unique)).second; ++n) {
    const std::string suffix = " (" + std::to_string(n) + ")";
    unique = cut(name, kNameUnits - suffix.size()) + suffix;
  }
  return unique;
}

}  // namespace octad::reports
