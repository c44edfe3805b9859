#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "reports/charts/drawing.hpp"
#include "reports/workbook/cell.hpp"

namespace octad::reports {

/// What a column holds, which decides its look.
enum class ColumnKind { text, longText, whole, decimal, percent, date, dateTime };

struct SheetColumn {
  std::string header;
  ColumnKind kind = ColumnKind::text;
  double width = 14;  ///< in characters
};

/// A native column chart over columns of its own sheet.
struct SheetChart {
  std::string title;
  int categories = 0;       ///< index of the column with the labels
  std::vector<int> series;  ///< indexes of the columns with the values; named by their headers
  bool stacked = false;
};

/// One sheet, written from top to bottom: title lines, the header, rows.
class Sheet {
 public:
  virtual ~Sheet() = default;
  /// A line over all columns; the first is larger. Only before the first row.
  virtual void title(const std::string& text) = 0;
  /// Throws model::Refused("rows") when the sheet is full (1,048,576 rows).
  virtual void row(const SheetRow& cells) = 0;
  /// Right of the data.
  virtual void chart(const SheetChart& chart) = 0;
  /// Right of the data, as a picture, e.g. a Pareto chart, which Excel's own charts cannot show here.
  virtual void picture(const Drawing& drawing) = 0;
};

/// Writes an .xlsx file: styled and frozen header, filter, text never a formula or link, A4 print set-up.
/// Memory does not grow with rows; equal input gives equal bytes.
class Workbook {
 public:
  struct Properties {
    std::string title;
    std::string author;
    std::int64_t createdUnixSeconds = 0;
  };

  explicit Workbook(const Properties& properties);
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  /// `name` is made acceptable to Excel (31 characters, no []:*?/\, not twice). The sheet lives as long as
  /// the workbook and only the newest one is written to.
  Sheet& addSheet(const std::string& name, std::vector<SheetColumn> columns);

  /// Cells whose text was longer than a cell can hold (32,767) and ends in "…".
  std::size_t shortenedCells() const;

  /// The file's bytes; nothing can be added afterwards. Throws model::Invalid("workbook").
  std::string finish();

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace octad::reports
