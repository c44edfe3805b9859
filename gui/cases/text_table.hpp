#pragma once

#include <string>
#include <vector>

#include "gui/widgets/row_list.hpp"

namespace octad::gui {

/// Makes columns wide enough for their titles, which the native header writes in bold.
std::vector<RowColumn> fitTitles(const wxWindow* window, std::vector<RowColumn> columns);

/// A native list of a few rows that are texts already, e.g. the decisions of a case.
class TextTable final : private RowSource {
 public:
  struct Row {
    std::vector<std::string> cells;
    RowStyle style;
    long long key = 0;
  };

  /// As high as its rows, between `fewest` and `most` of them.
  TextTable(wxWindow* parent, const std::string& accessibleName, std::vector<RowColumn> columns, int fewest,
            int most);
  void show(std::vector<Row> rows);
  RowList* list() const { return m_list; }
  const Row* selected() const;

 private:
  long rowCount() const override { return static_cast<long>(m_rows.size()); }
  std::string cell(long row, int column) const override;
  RowStyle style(long row, int) const override { return m_rows[static_cast<std::size_t>(row)].style; }

  void fitHeight();

  int m_fewest;
  int m_most;
  std::vector<Row> m_rows;
  RowList* m_list;
};

}  // namespace octad::gui
