#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/core/message.hpp"

namespace octad::reports {

/// What a table file may cost before it is refused (security anchors: zip bomb, 500 MB line).
struct TableLimits {
  std::uint64_t recordBytes = 1024 * 1024;               ///< one line, one quoted record, one workbook cell
  std::size_t columns = 1024;                            ///< cells in one row
  std::uint64_t inflatedBytes = 512ull * 1024 * 1024;    ///< all parts of a workbook together
  std::uint64_t ratio = 200;                             ///< inflated : packed, for parts over 1 MB
  std::uint64_t parts = 10000;                           ///< files inside a workbook
  std::uint64_t sharedTextBytes = 128ull * 1024 * 1024;  ///< shared texts of a workbook, held in memory
};

/// What the user said about the file. Empty members are found out from the file, and a note says how.
struct ReadOptions {
  std::string encoding;   ///< e.g. "UTF-8", "GB18030", "UTF-16LE"; see encodingNames()
  char separator = '\0';  ///< of a CSV file: , ; tab or |
  std::string sheet;      ///< of a workbook: the sheet's name; otherwise the first visible one
  TableLimits limits;
};

/// One row as text. Rows whose cells are all empty are not handed out; cells missing at the end of a row are
/// empty.
struct TableRow {
  long long line = 0;  ///< CSV: line of the file where the row begins; workbook: row number; from 1
  std::vector<std::string> cells;  ///< UTF-8; line breaks inside a cell are "\n"
};

/// How the file was understood. Complete, with all notes, once TableReader::next() has returned nothing.
struct TableFacts {
  std::string format;      ///< csv, tsv, xlsx
  std::string encoding;    ///< UTF-8, UTF-8 BOM, UTF-16LE, UTF-16BE, GB18030 …
  char separator = '\0';   ///< '\0' for a workbook
  std::string sheet;       ///< empty for a CSV file
  bool dates1904 = false;  ///< the workbook counts its days from 1904
  std::vector<model::Message>
      notes;  ///< what was decided or left out: encoding, separator, formulas, merged cells …
};

/// Reads the rows of one file from first to last, holding one row at a time.
class TableReader {
 public:
  TableReader() = default;
  TableReader(const TableReader&) = delete;
  TableReader& operator=(const TableReader&) = delete;
  virtual ~TableReader() = default;

  /// The next row, nothing at the end. Throws model::Invalid naming the line or cell that cannot be read.
  virtual std::optional<TableRow> next() = 0;
  virtual const TableFacts& facts() const = 0;
  /// 0 … 1, share of the file that was read.
  virtual double progress() const = 0;
};

/// Opens a CSV, TSV or XLSX file; the content decides which, not the name. Throws model::Invalid (field
/// "file", "encoding", "separator" or "sheet") with a sentence that says what to do; no encoding is ever
/// guessed silently.
std::unique_ptr<TableReader> openTable(const std::filesystem::path& path, const ReadOptions& options = {});

}  // namespace octad::reports
