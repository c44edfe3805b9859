#pragma once

#include "reports/exchange/encoding.hpp"
#include "reports/exchange/table_reader.hpp"

namespace octad::reports {

/// Reads delimited text by RFC 4180: quoted cells may hold separators, doubled quotes and line breaks; lines
/// may end with CR LF, LF or CR, also mixed in one file. A quote inside an unquoted cell is an ordinary
/// character.
class CsvReader : public TableReader {
 public:
  CsvReader(const std::filesystem::path& path, const ReadOptions& options);

  std::optional<TableRow> next() override;
  const TableFacts& facts() const override { return m_facts; }
  double progress() const override { return m_source.progress(); }

 private:
  enum class State { cellStart, plain, quoted, quoteSeen };

  bool fill();
  void chooseSeparator(char named);
  std::optional<TableRow> record();
  State quotedPart(char c);
  void append(std::size_t length, State state);
  void endCell(TableRow& row);
  void lineBreak(char c);
  [[noreturn]] void refuseLength(State state) const;

  TextEncoding m_encoding;
  TextSource m_source;
  TableLimits m_limits;
  TableFacts m_facts;
  std::string m_text;          // the piece being read
  std::size_t m_pos = 0;       // in m_text
  long long m_line = 1;        // of m_pos
  long long m_recordLine = 1;  // where the current record began
  long long m_quoteLine = 0;   // where the current quoted cell began
  std::uint64_t m_length = 0;  // of the current record
  bool m_afterCr = false;      // an LF that follows belongs to the CR
  std::string m_cell;
};

}  // namespace octad::reports
