#include "reports/exchange/csv_reader.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "model/core/error.hpp"

namespace octad::reports {

using model::Invalid;
using model::tr;

namespace {

constexpr std::string_view kSeparators = ",;\t|";

std::string separatorName(char separator) {
  return separator == '\t' ? model::translated(tr("tab")) : std::string(1, separator);
}

/// Some programs save a web page or XML under the name of a table.
bool looksLikeMarkup(std::string_view text) {
  std::string start;
  for (const char c : text.substr(0, 64))
    if (!std::isspace(static_cast<unsigned char>(c)))
      start += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return start.starts_with("<html") || start.starts_with("<!doctype") || start.starts_with("<?xml") ||
         start.starts_with("<table");
}

/// How often each separator stands outside quotes in the first line that has any.
std::array<std::size_t, kSeparators.size()> countSeparators(std::string_view text) {
  std::array<std::size_t, kSeparators.size()> counts{};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (const std::size_t which = kSeparators.find(c); which != std::string_view::npos) ++counts[which];
    const bool found = std::any_of(counts.begin(), counts.end(), [](std::size_t n) { return n > 0; });
    if ((c == '\n' || c == '\r') && found) break;
  }
  return counts;
}

}  // namespace

CsvReader::CsvReader(const std::filesystem::path& path, const ReadOptions& options)
    : m_encoding(detectEncoding(path, options.encoding)),
      m_source(path, m_encoding),
      m_limits(options.limits) {
  m_facts.encoding = m_encoding.name;
  m_facts.notes = m_encoding.notes;
  fill();
  if (looksLikeMarkup(m_text))
    throw Invalid(
        "file",
        {tr("The file is a web page or XML, not a table: open it in your spreadsheet program and save it as "
            "XLSX or CSV.")});
  chooseSeparator(options.separator);
  m_facts.format = m_facts.separator == '\t' ? "tsv" : "csv";
}

bool CsvReader::fill() {
  m_pos = 0;
  return m_source.read(m_text);
}

void CsvReader::chooseSeparator(char named) {
  if (named != '\0' && kSeparators.find(named) == std::string_view::npos)
    throw Invalid("separator", {tr("The separator can be a comma, a semicolon, a tab or a bar.")});

  // Spreadsheet programs understand a first line "sep=;", so people write it.
  const bool told = m_text.size() > 5 && m_text.starts_with("sep=") &&
                    (m_text[5] == '\r' || m_text[5] == '\n') &&
                    kSeparators.find(m_text[4]) != std::string_view::npos;
  if (told) {
    m_facts.separator = m_text[4];
    m_pos = 5;
    lineBreak(m_text[m_pos++]);
    m_facts.notes.push_back(
        {tr("Cells are separated by {0}: the first line says so."), {separatorName(m_text[4])}});
  }
  if (named != '\0') {
    m_facts.separator = named;
    m_facts.notes.push_back({tr("Cells are separated by {0}: as you chose."), {separatorName(named)}});
  }
  if (m_facts.separator != '\0') return;

  const auto counts = countSeparators(m_text);
  const auto most = std::max_element(counts.begin(), counts.end());
  if (*most > 0 && std::count(counts.begin(), counts.end(), *most) > 1)
    throw Invalid("separator",
                  {tr("The first line does not show which character separates the cells: choose it "
                      "(--separator).")});
  if (*most == 0) {
    m_facts.separator = ',';
    m_facts.notes.push_back({tr("No separator was found: every line is read as one cell.")});
    return;
  }
  m_facts.separator = kSeparators[static_cast<std::size_t>(most - counts.begin())];
  m_facts.notes.push_back({tr("Cells are separated by {0}: the commonest in the first line."),
                           {separatorName(m_facts.separator)}});
}

std::optional<TableRow> CsvReader::next() {
  while (std::optional<TableRow> row = record())
    if (std::any_of(row->cells.begin(), row->cells.end(),
                    [](const std::string& cell) { return !cell.empty(); }))
      return row;
  return std::nullopt;
}

std::optional<TableRow> CsvReader::record() {
  TableRow row;
  State state = State::cellStart;
  bool begun = false;
  m_length = 0;
  m_cell.clear();
  const std::string plainEnds{m_facts.separator, '\r', '\n'};
  while (m_pos < m_text.size() || fill()) {
    const char c = m_text[m_pos];
    if (std::exchange(m_afterCr, false) && c == '\n') {
      ++m_pos;
      continue;
    }
    if (!std::exchange(begun, true)) row.line = m_recordLine = m_line;

    if (state == State::quoted) {
      state = quotedPart(c);
      continue;
    }
    const bool lineEnd = c == '\r' || c == '\n';
    if (state == State::cellStart && c == '"') {
      state = State::quoted;
      m_quoteLine = m_line;
      ++m_pos;
    } else if (state == State::quoteSeen && c == '"') {
      state = State::quoted;
      append(1, state);
    } else if (c == m_facts.separator) {
      endCell(row);
      state = State::cellStart;
      ++m_pos;
    } else if (lineEnd) {
      endCell(row);
      lineBreak(c);
      ++m_pos;
      return row;
    } else if (state == State::quoteSeen) {
      throw Invalid(
          "file",
          {tr("Line {0}: text follows the closing quote of a cell. Double the quotes that belong to the "
              "text, or save the file again from your spreadsheet program."),
           {std::to_string(m_line)}});
    } else {
      state = State::plain;
      append(std::min(m_text.find_first_of(plainEnds, m_pos), m_text.size()) - m_pos, state);
    }
  }
  if (state == State::quoted)
    throw Invalid(
        "file",
        {tr("The quote opened in line {0} is never closed. Close it, or save the file again from your "
            "spreadsheet program."),
         {std::to_string(m_quoteLine)}});
  if (!begun) return std::nullopt;
  endCell(row);
  return row;
}

CsvReader::State CsvReader::quotedPart(char c) {
  if (c == '"') {
    ++m_pos;
    return State::quoteSeen;
  }
  if (c != '\r' && c != '\n') {
    append(std::min(m_text.find_first_of("\"\r\n", m_pos), m_text.size()) - m_pos, State::quoted);
    return State::quoted;
  }
  m_cell += '\n';
  lineBreak(c);
  ++m_pos;
  if (++m_length > m_limits.recordBytes) refuseLength(State::quoted);
  return State::quoted;
}

void CsvReader::append(std::size_t length, State state) {
  m_length += length;
  if (m_length > m_limits.recordBytes) refuseLength(state);
  m_cell.append(m_text, m_pos, length);
  m_pos += length;
}

void CsvReader::endCell(TableRow& row) {
  if (row.cells.size() == m_limits.columns)
    throw Invalid(
        "file",
        {tr("Line {0} has more than {1} cells. Check the separator, or remove the columns that are not "
            "needed."),
         {std::to_string(m_line), std::to_string(m_limits.columns)}});
  row.cells.push_back(std::move(m_cell));
  m_cell.clear();
}

void CsvReader::lineBreak(char c) {
  ++m_line;
  m_afterCr = c == '\r';
}

void CsvReader::refuseLength(State state) const {
  const std::string limit = std::to_string(m_limits.recordBytes);
  if (state == State::quoted)
    throw Invalid(
        "file",
        {tr("The quote opened in line {0} is not closed within {1} bytes. Close it, or shorten the cell."),
         {std::to_string(m_quoteLine), limit}});
  throw Invalid("file",
                {tr("Line {0} is longer than {1} bytes. Check that the file is a table with one row a line."),
                 {std::to_string(m_line), limit}});
}

}  // namespace octad::reports
