#include "tests/model/case_table.hpp"

#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace octad::tests {

namespace {

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t") - first + 1));
}

}  // namespace

const std::string& CaseLine::operator[](std::size_t column) const {
  static const std::string none;
  return column < columns.size() ? columns[column] : none;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  while (from <= text.size()) {
    const auto to = std::min(text.find(separator, from), text.size());
    parts.push_back(trimmed(text.substr(from, to - from)));
    from = to + 1;
  }
  return parts;
}

std::string sourceFile(const std::string& path) {
  std::ifstream file(std::string(OCTAD_SOURCE_DIR) + "/" + path, std::ios::binary);
  EXPECT_TRUE(file.good()) << path;
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

std::vector<CaseLine> readCases(const std::string& name) {
  std::vector<CaseLine> lines;
  std::istringstream content(sourceFile("tests/cases/" + name));
  std::string line;
  for (int number = 1; std::getline(content, line); ++number) {
    const std::string text = trimmed(std::string_view(line).substr(0, line.find('#')));
    if (text.empty()) continue;
    lines.push_back({split(text, '|'), "tests/cases/" + name + ":" + std::to_string(number)});
  }
  EXPECT_FALSE(lines.empty()) << name;
  return lines;
}

}  // namespace octad::tests
