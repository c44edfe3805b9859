#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "reports/workbook/cell.hpp"

namespace octad::reports {

/// Text that a spreadsheet cannot take for a formula (ASVS 1.2.10): before = + - @ TAB CR LF NUL and their
/// full-width forms at the start, also after blanks, quotes or separators, stands a '. NUL becomes U+FFFD.
/// Other text is unchanged.
std::string harmlessText(std::string_view text);

/// Writes RFC 4180 records: UTF-8 with byte order mark, CRLF, text always in quotes, numbers and ISO dates
/// bare.
class CsvWriter {
 public:
  /// Writes the byte order mark. `out` must outlive the writer; check its state after the last record.
  explicit CsvWriter(std::ostream& out, char separator = ',');

  void header(const std::vector<std::string>& names);
  void record(const SheetRow& cells);

 private:
  std::ostream& m_out;
  char m_separator;
};

}  // namespace octad::reports
