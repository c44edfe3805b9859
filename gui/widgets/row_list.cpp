#include "gui/widgets/row_list.hpp"

#include <algorithm>
#include <wx/clipbrd.h>

#include "gui/widgets/gtk_call.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/palette.hpp"

namespace octad::gui {

RowStyle RowSource::style(long, int) const {
  return {};
}

/// Flat virtual model: asks the source for what is on the screen.
class RowList::Model final : public wxDataViewVirtualListModel {
 public:
  Model(RowSource& source, unsigned columns)
      : wxDataViewVirtualListModel(static_cast<unsigned>(source.rowCount())),
        m_source(&source),
        m_columns(columns) {}

  unsigned GetColumnCount() const override { return m_columns; }
  wxString GetColumnType(unsigned) const override { return "string"; }
  void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override {
    value = static_cast<long>(row) < m_source->rowCount()
                ? toWx(m_source->cell(static_cast<long>(row), static_cast<int>(column)))
                : wxString();
  }
  bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }
  bool GetAttrByRow(unsigned row, unsigned column, wxDataViewItemAttr& attr) const override {
    if (static_cast<long>(row) >= m_source->rowCount()) return false;
    const RowStyle style = m_source->style(static_cast<long>(row), static_cast<int>(column));
    if (style.tone) attr.SetColour(coloursOf(*style.tone).text);
    if (style.muted) attr.SetColour(mutedColour());
    if (style.flash) attr.SetBackgroundColour(flashColour());
    attr.SetBold(style.bold);
    return style.tone || style.bold || style.muted || style.flash;
  }

 private:
  RowSource* m_source;
  unsigned m_columns;
};

namespace {

constexpr int kSettleMs = 150;  ///< GTK has measured the rows of a new list

long listFlags(const RowListStyle& style) {
  return (style.tallRows ? 0 : wxDV_ROW_LINES) | (style.multiple ? wxDV_MULTIPLE : wxDV_SINGLE) |
         (style.header ? 0 : wxDV_NO_HEADER);
}

}  // namespace

RowList::RowList(wxWindow* parent, const std::string& accessibleName, std::vector<RowColumn> columns,
                 RowSource& source, bool multiple)
    : RowList(parent, accessibleName, std::move(columns), source, RowListStyle{.multiple = multiple}) {}

RowList::RowList(wxWindow* parent, const std::string& accessibleName, std::vector<RowColumn> columns,
                 RowSource& source, const RowListStyle& style)
    : wxDataViewCtrl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, listFlags(style)),
      m_columns(std::move(columns)),
      m_source(&source) {
  callGtk<void>("gtk_tree_view_set_enable_search", static_cast<void*>(GtkGetTreeView()), 0);
  for (std::size_t at = 0; at < m_columns.size(); ++at) {
    const RowColumn& column = m_columns[at];
    const auto align = column.alignRight ? wxALIGN_RIGHT : wxALIGN_LEFT;
    auto* renderer =
        new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT, align | wxALIGN_CENTRE_VERTICAL);
    renderer->EnableEllipsize(wxELLIPSIZE_END);
    // Room around the text; wx sets row heights for its own renderers only.
    callGtk<void>("gtk_cell_renderer_set_padding", static_cast<void*>(renderer->GetGtkHandle()),
                  gap(this, Gap::inside), gap(this, Gap::inside) * (style.tallRows ? 3 : 2) / 2 - 1);
    const int flags = wxDATAVIEW_COL_RESIZABLE | (column.sortable ? wxDATAVIEW_COL_SORTABLE : 0);
    AppendColumn(new wxDataViewColumn(toWx(column.title), renderer, static_cast<unsigned>(at),
                                      chars(this, column.widthChars), align, flags));
  }
  m_model = new Model(source, static_cast<unsigned>(m_columns.size()));
  AssociateModel(m_model.get());
  setAccessibleName(this, accessibleName);

  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    fitColumns();
  });
  m_settled.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { showTop(); });
  Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) {
    if (onActivate && event.GetItem().IsOk()) onActivate(static_cast<long>(m_model->GetRow(event.GetItem())));
  });
  Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
    if (onSelect && !m_quiet) onSelect(selectedRow());
  });
  Bind(wxEVT_DATAVIEW_COLUMN_SORTED, [this](wxDataViewEvent& event) {
    if (onSort && event.GetColumn() >= 0 && !m_quiet) onSort(event.GetColumn());
  });
  Bind(wxEVT_CHAR_HOOK, &RowList::keyPressed, this);
}

void RowList::reload(long select) {
  m_quiet = true;
  UnselectAll();
  m_model->Reset(static_cast<unsigned>(m_source->rowCount()));
  if (select >= 0 && select < m_source->rowCount()) selectRow(select);
  m_quiet = false;
}

void RowList::rowsChanged(long first, long last) {
  for (long row = first; row <= last && row < m_source->rowCount(); ++row)
    m_model->RowChanged(static_cast<unsigned>(row));
}

long RowList::selectedRow() const {
  const wxDataViewItem item = GetSelection();
  return item.IsOk() ? static_cast<long>(m_model->GetRow(item)) : -1;
}

std::vector<long> RowList::selectedRows() const {
  wxDataViewItemArray items;
  GetSelections(items);
  std::vector<long> rows;
  for (const auto& item : items) rows.push_back(static_cast<long>(m_model->GetRow(item)));
  std::sort(rows.begin(), rows.end());
  return rows;
}

void RowList::selectRow(long row) {
  if (row < 0 || row >= m_source->rowCount()) return;
  const wxDataViewItem item = m_model->GetItem(static_cast<unsigned>(row));
  Select(item);
  SetCurrentItem(item);
  EnsureVisible(item);
  // GTK scrolls the first row away while it measures the rows of a new list: brought back when it has done
  // so.
  if (row == 0) m_settled.StartOnce(kSettleMs);
}

void RowList::selectRows(const std::vector<long>& rows) {
  wxDataViewItemArray items;
  for (const long row : rows)
    if (row >= 0 && row < m_source->rowCount()) items.Add(m_model->GetItem(static_cast<unsigned>(row)));
  m_quiet = true;
  SetSelections(items);
  m_quiet = false;
  if (!items.empty()) EnsureVisible(items.front());
}

void RowList::showTop() {
  if (m_source->rowCount() < 2 || selectedRow() != 0) return;
  // The list believes that its first row is in sight, so it has to leave before it comes.
  EnsureVisible(m_model->GetItem(static_cast<unsigned>(m_source->rowCount() - 1)));
  EnsureVisible(m_model->GetItem(0));
}

void RowList::showSort(int column, bool descending) {
  m_quiet = true;
  if (column >= 0 && column < static_cast<int>(GetColumnCount()))
    GetColumn(static_cast<unsigned>(column))->SetSortOrder(!descending);
  m_quiet = false;
}

std::string RowList::selectedText() const {
  std::string text;
  for (const long row : selectedRows()) {
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
      if (column > 0) text += '\t';
      text += m_source->cell(row, static_cast<int>(column));
    }
    text += '\n';
  }
  return text;
}

void RowList::copySelection() const {
  wxClipboardLocker lock;
  if (!!lock) wxTheClipboard->SetData(new wxTextDataObject(toWx(selectedText())));
}

void RowList::keyPressed(wxKeyEvent& event) {
  if (event.GetKeyCode() == 'C' && event.ControlDown()) {
    copySelection();
    return;
  }
  const bool enter = event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER;
  if (enter && event.ControlDown() && onActivateBehind && selectedRow() >= 0) {
    onActivateBehind(selectedRow());
    return;
  }
  event.Skip();
}

void RowList::setWidth(int column, double widthChars) {
  RowColumn& changed = m_columns[static_cast<std::size_t>(column)];
  if (changed.widthChars == widthChars) return;
  changed.widthChars = widthChars;
  GetColumn(static_cast<unsigned>(column))->SetWidth(chars(this, widthChars));
  m_fittedWidth = -1;
  fitColumns();
}

void RowList::fitColumns() {
  if (GetClientSize().x == m_fittedWidth) return;
  m_fittedWidth = GetClientSize().x;
  double wanted = 3;
  for (const auto& column : m_columns) wanted += column.widthChars;
  const bool narrow = chars(this, wanted) > GetClientSize().x;
  for (unsigned at = 0; at < GetColumnCount(); ++at)
    if (m_columns[at].optional && GetColumn(at)->IsHidden() != narrow) GetColumn(at)->SetHidden(narrow);
  const unsigned last = GetColumnCount() - 1;
  int used = chars(this, 3);
  double stretching = 0;  // characters of all stretched columns, by which they share what is left
  for (unsigned at = 0; at < GetColumnCount(); ++at) {
    const RowColumn& column = m_columns[at];
    if (GetColumn(at)->IsHidden()) continue;
    if (column.stretch) {
      stretching += column.widthChars;
      continue;
    }
    // GTK gives what is left to the last column, and then tells that as its width.
    const int own = chars(this, column.widthChars);
    const int shown = GetColumn(at)->GetWidth();  // 0 before the list was drawn
    used += at == last || shown <= 0 ? own : shown;
  }
  if (stretching <= 0) return;
  const double room = GetClientSize().x - used;
  for (unsigned at = 0; at < GetColumnCount(); ++at) {
    const RowColumn& column = m_columns[at];
    if (!column.stretch || GetColumn(at)->IsHidden()) continue;
    const int width =
        std::max(static_cast<int>(room * column.widthChars / stretching), chars(this, column.widthChars));
    if (width != GetColumn(at)->GetWidth()) GetColumn(at)->SetWidth(width);
  }
}

}  // namespace octad::gui
