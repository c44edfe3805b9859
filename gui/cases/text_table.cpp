#include "gui/cases/text_table.hpp"

#include <algorithm>

#include "gui/widgets/layout.hpp"

namespace octad::gui {

namespace {

/// A row of the native list is a little higher than a line of text; its header is one more.
constexpr double kRowLines = 1.3;
/// Characters that the header keeps free beside a title.
constexpr double kTitleMargin = 2.5;

}  // namespace

std::vector<RowColumn> fitTitles(const wxWindow* window, std::vector<RowColumn> columns) {
  const wxFont bold = window->GetFont().Bold();
  for (auto& column : columns) {
    int width = 0;
    int height = 0;
    window->GetTextExtent(toWx(column.title), &width, &height, nullptr, nullptr, &bold);
    column.widthChars =
        std::max(column.widthChars, width / static_cast<double>(window->GetCharWidth()) + kTitleMargin);
  }
  return columns;
}

TextTable::TextTable(wxWindow* parent, const std::string& accessibleName, std::vector<RowColumn> columns,
                     int fewest, int most)
    : m_fewest(fewest), m_most(most), m_list(nullptr) {
  m_list = new RowList(parent, accessibleName, fitTitles(parent, std::move(columns)), *this);
  fitHeight();
}

void TextTable::fitHeight() {
  const int shown = std::clamp(static_cast<int>(m_rows.size()), m_fewest, m_most);
  m_list->SetMinSize({chars(m_list, 30), lines(m_list, (shown + 1.4) * kRowLines)});
}

void TextTable::show(std::vector<Row> rows) {
  const long selectedRow = m_list->selectedRow();
  const bool sameCount = rows.size() == m_rows.size();
  m_rows = std::move(rows);
  fitHeight();
  if (sameCount)
    m_list->rowsChanged(0, rowCount() - 1);
  else
    m_list->reload(selectedRow < rowCount() ? selectedRow : -1);
}

const TextTable::Row* TextTable::selected() const {
  const long row = m_list->selectedRow();
  return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

std::string TextTable::cell(long row, int column) const {
  const auto& cells = m_rows[static_cast<std::size_t>(row)].cells;
  const auto index = static_cast<std::size_t>(column);
  return index < cells.size() ? cells[index] : std::string();
}

}  // namespace octad::gui
