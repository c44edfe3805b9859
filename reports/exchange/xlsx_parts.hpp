#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reports/exchange/xlsx_package.hpp"
#include "reports/exchange/xlsx_values.hpp"

namespace octad::reports {

/// One sheet with rows; chart sheets are left out.
struct XlsxSheetEntry {
  std::string name;
  std::string part;
  bool hidden = false;
};

/// What a workbook says about its sheets.
struct XlsxWorkbook {
  std::vector<XlsxSheetEntry> sheets;
  bool dates1904 = false;
  std::string stylesPart;  ///< empty when there is none
  std::string sharedPart;  ///< empty when there is none
};

/// Follows the relationships from the package to its workbook. Throws model::Invalid when it is no XLSX
/// workbook.
XlsxWorkbook readWorkbook(XlsxPackage& package);

/// The number format of each cell style, by the index that cells use.
std::vector<NumberFormat> readCellFormats(XlsxPackage& package, const std::string& part);

/// The shared texts of a workbook in one block of memory.
class SharedTexts {
 public:
  std::size_t size() const { return m_ends.size(); }
  std::string_view at(std::size_t index) const;
  /// Throws model::Invalid when the block would grow over `limit` bytes.
  void add(std::string_view text, std::uint64_t limit);

 private:
  std::string m_block;
  std::vector<std::uint32_t> m_ends;
};

/// Reads the shared texts, without the reading aids (phonetic runs) of East Asian cells.
SharedTexts readSharedTexts(XlsxPackage& package, const std::string& part);

}  // namespace octad::reports
