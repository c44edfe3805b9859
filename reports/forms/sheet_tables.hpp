#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reports/document/value.hpp"
#include "reports/forms/labels.hpp"
#include "reports/workbook/workbook.hpp"

namespace octad::reports {

/// A column of a sheet: which field of the rows, its English label, what it holds.
struct TableColumn {
  std::string_view field;
  const char* label;
  ColumnKind kind = ColumnKind::text;
  double width = 14;
};

/// A formatted text as the cell of a column: dates and quantities become dates and numbers again, so that a
/// sheet can be sorted and summed.
SheetCell cellOf(const std::string& text, ColumnKind kind);

/// Writes the rows of a form as a sheet; none when there are no rows.
void addTable(Workbook& book, const std::string& name, const std::vector<TableColumn>& columns,
              const Value& rows, const Labels& labels);

/// The signatures of a case, in the 8D and in the record sheet.
void addSignatureTable(Workbook& book, const Value& rows, const Labels& labels);

/// The returns of a case, in the 8D and in the record sheet.
void addReturnTable(Workbook& book, const Value& rows, const Labels& labels);

}  // namespace octad::reports
