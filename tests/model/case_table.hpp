#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace octad::tests {

/// One line of a text table of tests/cases: its columns, parted by `|` and trimmed, and where it stands.
struct CaseLine {
  std::vector<std::string> columns;
  std::string place;  ///< file and line, for SCOPED_TRACE

  /// The column, empty when the line is shorter.
  const std::string& operator[](std::size_t column) const;
};

/// The lines of tests/cases/`name`; empty lines and what follows `#` are left out. Fails the test when the
/// file is missing or empty.
std::vector<CaseLine> readCases(const std::string& name);

std::vector<std::string> split(std::string_view text, char separator);

/// A whole file of the source tree.
std::string sourceFile(const std::string& path);

}  // namespace octad::tests
