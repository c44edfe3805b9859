#include "cli/verbs/table_text.hpp"

#include <algorithm>
#include <ostream>

namespace octad::cli {

std::size_t displayWidth(const std::string& text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    // Three and four byte letters from U+2E80 on are CJK, full-width forms or emoji: two columns.
    const bool wide = length == 4 || (length == 3 && lead >= 0xE2 &&
                                      !(lead == 0xE2 && static_cast<unsigned char>(text[i + 1]) < 0xBA));
    width += wide ? 2 : 1;
    i += length;
  }
  return width;
}

void printTable(std::ostream& out, const std::vector<std::vector<std::string>>& rows,
                std::size_t textColumns) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (widths.size() <= i) widths.push_back(0);
      widths[i] = std::max(widths[i], displayWidth(row[i]));
    }
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string pad(widths[i] - displayWidth(row[i]), ' ');
      line += (i == 0 ? "" : "  ") + (i < textColumns ? row[i] + pad : pad + row[i]);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out << line << '\n';
  }
}

}  // namespace octad::cli
