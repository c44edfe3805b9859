#include "reports/exchange/xlsx_reader.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "model/core/error.hpp"

namespace octad::reports {

using model::Invalid;
using model::tr;

namespace {

constexpr std::size_t kNamedCells = 10;

std::string text(const char* value) {
  return value == nullptr ? std::string() : std::string(value);
}

std::optional<std::size_t> wholeNumber(std::string_view digits) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

}  // namespace

void CellTally::add(std::string reference) {
  if (++m_count <= kNamedCells) m_first.push_back(std::move(reference));
}

std::string CellTally::names() const {
  std::string names;
  for (const std::string& name : m_first) names += (names.empty() ? "" : ", ") + name;
  return m_count > m_first.size() ? names + " …" : names;
}

XlsxReader::XlsxReader(const std::filesystem::path& path, const ReadOptions& options)
    : m_package(path, options.limits) {
  const XlsxWorkbook workbook = readWorkbook(m_package);
  m_facts.format = "xlsx";
  m_facts.encoding = "UTF-8";
  m_facts.dates1904 = workbook.dates1904;
  chooseSheet(workbook, options.sheet);
  if (workbook.dates1904)
    m_facts.notes.push_back({tr("The workbook counts its days from 1904; dates were converted so.")});
  m_formats = readCellFormats(m_package, workbook.stylesPart);
  m_shared = readSharedTexts(m_package, workbook.sharedPart);
  m_pump = std::make_unique<XmlPump>(m_package.open(m_part), static_cast<XmlHandler&>(*this));
}

void XlsxReader::chooseSheet(const XlsxWorkbook& workbook, const std::string& wanted) {
  std::string others;
  const XlsxSheetEntry* chosen = nullptr;
  for (const XlsxSheetEntry& sheet : workbook.sheets) {
    if (chosen == nullptr && (wanted.empty() ? !sheet.hidden : sheet.name == wanted))
      chosen = &sheet;
    else
      others += (others.empty() ? "" : ", ") + sheet.name;
  }
  if (chosen == nullptr)
    throw Invalid("sheet", {tr("There is no sheet {0} to read. The workbook has: {1}."), {wanted, others}});
  m_part = chosen->part;
  m_facts.sheet = chosen->name;
  if (!others.empty())
    m_facts.notes.push_back({tr("Sheet {0} is read; not read: {1}."), {chosen->name, others}});
}

std::optional<TableRow> XlsxReader::next() {
  if (m_finished) return std::nullopt;
  if (m_pump->run()) return std::exchange(m_row, TableRow{m_row.line, {}});
  m_finished = true;
  finishNotes();
  return std::nullopt;
}

void XlsxReader::startElement(std::string_view name, const char** attributes) {
  if (name == "sheetData") {
    m_inData = true;
  } else if (name == "mergeCell") {
    m_merged.add(text(attribute(attributes, "ref")).substr(0, 32));
  } else if (!m_inData) {
    return;
  } else if (name == "row") {
    startRow(attributes);
  } else if (name == "c") {
    startCell(attributes);
  } else if (m_inCell) {
    if (name == "f") m_hasFormula = true;
    if (name == "is") m_inInline = true;
    if (name == "rPh") ++m_phonetic;
    m_inText = name == "v" || (name == "t" && m_inInline && m_phonetic == 0);
    m_hasValue = m_hasValue || m_inText;
  }
}

void XlsxReader::startRow(const char** attributes) {
  if (m_inRow) refuseCell();
  const char* const given = attribute(attributes, "r");
  const long long previous = m_row.line;
  const auto number = given == nullptr ? std::optional<std::size_t>(static_cast<std::size_t>(previous) + 1)
                                       : wholeNumber(given);
  m_column = 0;
  if (!number || *number > 1048576 || static_cast<long long>(*number) <= previous) refuseCell();
  m_row = {static_cast<long long>(*number), {}};
  m_inRow = true;
  m_rowFilled = false;
  m_rowBytes = 0;
  m_nextColumn = 0;
  const std::string hidden = text(attribute(attributes, "hidden"));
  if (hidden == "1" || hidden == "true") m_hiddenRows.add(std::to_string(m_row.line));
}

void XlsxReader::startCell(const char** attributes) {
  if (!m_inRow || m_inCell) refuseCell();
  m_column = m_nextColumn;
  if (const char* const reference = attribute(attributes, "r")) {
    const auto place = cellPlace(reference);
    if (!place || place->row != m_row.line || place->column < m_nextColumn) refuseCell();
    m_column = place->column;
  }
  m_nextColumn = m_column + 1;
  m_inCell = true;
  m_inInline = m_inText = m_hasValue = m_hasFormula = false;
  m_phonetic = 0;
  m_stored.clear();
  const char* const type = attribute(attributes, "t");
  m_type = type == nullptr ? "n" : type;
  m_format = {};
  if (const char* const style = attribute(attributes, "s")) {
    const auto index = wholeNumber(style);
    if (index && *index < m_formats.size()) m_format = m_formats[*index];
  }
}

void XlsxReader::characters(std::string_view piece) {
  if (!m_inCell || !m_inText) return;
  countBytes(piece.size());
  m_stored += piece;
}

void XlsxReader::countBytes(std::size_t bytes) {
  m_rowBytes += bytes;
  if (m_rowBytes > m_package.limits().recordBytes)
    throw Invalid("file",
                  {tr("Row {0} holds more than {1} bytes of text at cell {2}: shorten the cell."),
                   {std::to_string(m_row.line), std::to_string(m_package.limits().recordBytes), here()}});
}

void XlsxReader::endElement(std::string_view name) {
  m_inText = false;
  if (name == "sheetData") {
    m_inData = false;
  } else if (!m_inData) {
    return;
  } else if (name == "is") {
    m_inInline = false;
  } else if (name == "rPh") {
    --m_phonetic;
  } else if (name == "c" && m_inCell) {
    m_inCell = false;
    endCell();
  } else if (name == "row" && m_inRow) {
    m_inRow = false;
    if (m_rowFilled) m_pump->pause();
  }
}

void XlsxReader::endCell() {
  if (m_hasFormula) (m_hasValue ? m_formulas : m_formulasEmpty).add(here());
  std::string value = m_hasValue ? cellValue() : std::string();
  const std::size_t limit = m_package.limits().columns;
  if (m_column >= limit) {
    if (value.empty()) return;  // formatting out to the last column is common, text there is not
    throw Invalid(
        "file", {tr("Cell {0} lies beyond column {1}. Remove what stands there, or export the table as CSV."),
                 {here(), std::to_string(limit)}});
  }
  m_row.cells.resize(m_column);
  m_rowFilled = m_rowFilled || !value.empty();
  m_row.cells.push_back(std::move(value));
}

std::string XlsxReader::cellValue() {
  if (m_type == "n") return m_stored.empty() ? std::string() : storedNumber();
  if (m_type == "s") return std::string(sharedText());
  if (m_type == "b") return m_stored == "1" ? "TRUE" : m_stored == "0" ? "FALSE" : m_stored;
  if (m_type == "e") m_errors.add(here());
  if (m_type == "d") return isoDate();
  auto plain = cellText(m_stored);
  if (!plain) throw Invalid("file", {tr("Cell {0} contains a NUL character: remove it."), {here()}});
  return std::move(*plain);
}

std::string XlsxReader::storedNumber() {
  const auto plain = numberText(m_stored);
  if (!plain)
    throw Invalid(
        "file",
        {tr("Cell {0} should hold a number but is damaged. Open the file in your spreadsheet program and "
            "save it again."),
         {here()}});
  if (m_format.look == NumberLook::plain) return *plain;
  if (m_format.look == NumberLook::zeroPadded) {
    const bool digits = plain->find_first_not_of("0123456789") == std::string::npos;
    const bool pad = digits && plain->size() < m_format.digits;
    return pad ? std::string(m_format.digits - plain->size(), '0') + *plain : *plain;
  }
  const auto date = dateText(m_stored, m_format.look, m_facts.dates1904);
  if (!date) m_wrongDates.add(here());
  return date.value_or(*plain);
}

std::string_view XlsxReader::sharedText() {
  const auto index = wholeNumber(m_stored);
  if (!index || *index >= m_shared.size())
    throw Invalid(
        "file",
        {tr("Cell {0} refers to a text that the workbook does not have. Open the file in your spreadsheet "
            "program and save it again."),
         {here()}});
  const std::string_view shared = m_shared.at(*index);
  countBytes(shared.size());
  return shared;
}

/// A date cell as ISO text, in the same form as dates stored as numbers.
std::string XlsxReader::isoDate() const {
  std::string iso = m_stored;
  if (iso.size() > 10 && iso[10] == 'T') iso[10] = ' ';
  if (iso.ends_with(".000")) iso.resize(iso.size() - 4);
  if (iso.ends_with(" 00:00:00")) iso.resize(iso.size() - 9);
  return iso;
}

void XlsxReader::refuseCell() const {
  throw Invalid(
      "file",
      {tr("The sheet is damaged after cell {0}. Open the file in your spreadsheet program and save it "
          "again."),
       {cellReference(m_column, std::max(1LL, m_row.line))}});
}

void XlsxReader::finishNotes() {
  const auto note = [this](const CellTally& cells, const char* sentence) {
    if (cells.count() > 0)
      m_facts.notes.push_back({sentence, {std::to_string(cells.count()), cells.names()}});
  };
  note(m_formulas, tr("Cells with a formula, taken at their stored result: {0} ({1})."));
  note(m_formulasEmpty,
       tr("Cells with a formula but no stored result, read as empty: {0} ({1}). Save the file once in your "
          "spreadsheet program to fill them."));
  note(m_errors, tr("Cells that show an error: {0} ({1})."));
  note(m_wrongDates, tr("Cells formatted as a date whose number is no date: {0} ({1})."));
  note(m_merged, tr("Merged cells, whose text stands in the first cell alone: {0} ({1})."));
  note(m_hiddenRows, tr("Hidden rows, read like the others: {0} (rows {1})."));
}

}  // namespace octad::reports
