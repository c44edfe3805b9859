#include "gui/cases/text_table.hpp"

#include "gui/widgets/layout.hpp"

namespace octad::gui {

namespace {
/// A row of the native list is a little higher than a line of text; its header is one more.
constexpr double kRowLines = 1.35;
}  // namespace

TextTable::TextTable(wxWindow* parent, const std::string& accessibleName, std::vector<RowColumn> columns,
                     double visibleLines)
    : m_list(nullptr) {
  m_list = new RowList(parent, accessibleName, std::move(columns), *this);
  m_list->SetMinSize({chars(parent, 30), lines(parent, (visibleLines + 1) * kRowLines)});
}

void TextTable::show(std::vector<Row> rows) {
  const long selectedRow = m_list->selectedRow();
  const bool sameCount = rows.size() == m_rows.size();
  m_rows = std::move(rows);
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
