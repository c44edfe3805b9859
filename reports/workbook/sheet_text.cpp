#include "reports/workbook/sheet_text.hpp"

#include <cstddef>

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
