#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>
#include <wx/dataview.h>
#include <wx/timer.h>

#include "gui/viewmodels/chip_look.hpp"

namespace octad::gui {

/// One column; the width is in characters of the font, so that it grows with the text size.
struct RowColumn {
  std::string title;
  double widthChars = 12;
  bool alignRight = false;
  bool sortable = false;
  bool stretch = false;   ///< takes what is left of the width; several share it
  bool optional = false;  ///< left out while the list is too narrow for all
};

/// How a cell looks beside its text.
struct RowStyle {
  std::optional<viewmodels::Tone> tone;
  bool bold = false;
  bool muted = false;
  bool flash = false;  ///< in the theme's highlight for a moment: this is what changed
};

/// What kind of list it is.
struct RowListStyle {
  bool multiple = false;  ///< several rows can be selected
  bool header = true;
  bool tallRows = false;  ///< room around the text, for short lists to choose from
};

/// Where a list takes its rows from. Called for visible rows only; answers at once from a cache.
class RowSource {
 public:
  virtual ~RowSource() = default;
  virtual long rowCount() const = 0;
  virtual std::string cell(long row, int column) const = 0;
  virtual RowStyle style(long row, int column) const;
};

/// A native list (visible to assistive technology) over any number of rows: fixed line height, explicit
/// widths, copy as tab-separated text with Ctrl+C, selection kept over changes.
class RowList final : public wxDataViewCtrl {
 public:
  /// `source` must outlive the list or be taken away by `setSource`.
  RowList(wxWindow* parent, const std::string& accessibleName, std::vector<RowColumn> columns,
          RowSource& source, bool multiple = false);
  RowList(wxWindow* parent, const std::string& accessibleName, std::vector<RowColumn> columns,
          RowSource& source, const RowListStyle& style);

  /// The number of rows changed: the list starts anew; `select` (or -1) is selected and shown.
  void reload(long select = -1);
  /// The content of rows changed, not their number.
  void rowsChanged(long first, long last);
  long selectedRow() const;
  std::vector<long> selectedRows() const;
  void selectRow(long row);
  /// Selects exactly these rows and shows the first of them.
  void selectRows(const std::vector<long>& rows);
  /// Gives a column another width, in characters; those that stretch share what is left anew.
  void setWidth(int column, double widthChars);
  /// The arrow in the header.
  void showSort(int column, bool descending);
  /// Selected rows as tab-separated text.
  std::string selectedText() const;

  std::function<void(long)> onActivate;        ///< double click or Enter
  std::function<void(long)> onActivateBehind;  ///< Ctrl+Enter (GTK lists tell no middle click)
  std::function<void(long)> onSelect;          ///< -1: nothing selected
  std::function<void(int)> onSort;             ///< header of a sortable column clicked

 private:
  class Model;
  void fitColumns();
  void showTop();
  void copySelection() const;
  void keyPressed(wxKeyEvent& event);

  std::vector<RowColumn> m_columns;
  int m_fittedWidth = -1;  ///< the width that the columns share
  RowSource* m_source;
  wxObjectDataPtr<Model> m_model;
  wxTimer m_settled;
  bool m_quiet = false;  ///< while the list itself changes the selection
};

}  // namespace octad::gui
