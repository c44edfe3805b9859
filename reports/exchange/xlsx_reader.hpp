#pragma once

#include <vector>

#include "reports/exchange/table_reader.hpp"
#include "reports/exchange/xlsx_package.hpp"
#include "reports/exchange/xlsx_parts.hpp"

namespace octad::reports {

/// Which cells something was noticed in: how many, and the first few by name.
class CellTally {
 public:
  void add(std::string reference);
  std::size_t count() const { return m_count; }
  /// "D5, E5, F5 …"
  std::string names() const;

 private:
  std::size_t m_count = 0;
  std::vector<std::string> m_first;
};

/// Reads one sheet of an XLSX workbook row by row while it is being unpacked.
class XlsxReader : public TableReader, private XmlHandler {
 public:
  XlsxReader(const std::filesystem::path& path, const ReadOptions& options);

  std::optional<TableRow> next() override;
  const TableFacts& facts() const override { return m_facts; }
  double progress() const override { return m_pump->progress(); }

 private:
  void startElement(std::string_view name, const char** attributes) override;
  void endElement(std::string_view name) override;
  void characters(std::string_view text) override;

  void chooseSheet(const XlsxWorkbook& workbook, const std::string& wanted);
  void startRow(const char** attributes);
  void startCell(const char** attributes);
  void endCell();
  void countBytes(std::size_t bytes);
  std::string cellValue();
  std::string storedNumber();
  std::string_view sharedText();
  std::string isoDate() const;
  std::string here() const { return cellReference(m_column, m_row.line); }
  [[noreturn]] void refuseCell() const;
  void finishNotes();

  XlsxPackage m_package;
  TableFacts m_facts;
  std::string m_part;
  std::vector<NumberFormat> m_formats;
  SharedTexts m_shared;
  std::unique_ptr<XmlPump> m_pump;
  bool m_finished = false;

  // Where in the sheet we are.
  bool m_inData = false;
  bool m_inRow = false;
  bool m_inCell = false;
  bool m_inInline = false;
  bool m_inText = false;
  int m_phonetic = 0;
  TableRow m_row;
  bool m_rowFilled = false;
  std::uint64_t m_rowBytes = 0;
  std::size_t m_column = 0;
  std::size_t m_nextColumn = 0;
  std::string m_type;    // of the cell: n, s, str, inlineStr, b, e, d
  std::string m_stored;  // its value as written
  bool m_hasValue = false;
  bool m_hasFormula = false;
  NumberFormat m_format;

  CellTally m_formulas;
  CellTally m_formulasEmpty;
  CellTally m_errors;
  CellTally m_wrongDates;
  CellTally m_merged;
  CellTally m_hiddenRows;
};

}  // namespace octad::reports
