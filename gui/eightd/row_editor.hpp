#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>
#include <wx/panel.h>

#include "gui/cases/value_field.hpp"
#include "gui/viewmodels/row_table.hpp"
#include "gui/viewmodels/translator.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/row_list.hpp"

class wxStaticText;

namespace octad::gui {

/// A table of rows with the form of the chosen row beside it: the list shows, the form edits. What is typed
/// goes into the RowTable at once; values that cannot be taken stay as typed and are told below their field.
class RowEditor final : public wxPanel, private RowSource {
 public:
  RowEditor(wxWindow* parent, viewmodels::RowTable& table, const viewmodels::Translator& text);

  /// The rows were loaded again; keeps the chosen row by its id when it is still there.
  void refresh();
  void setReadOnly(bool readOnly);
  /// Goes to the row whose first field has this key, or to the first row; focuses its form, in the field of
  /// that key where there is one.
  void jump(const std::string& rowKey, long long rowId = 0, const std::string& fieldKey = {});
  int selectedRow() const { return m_row; }
  /// A further button below the list, for the chosen row; `always`: also while the rows cannot be edited.
  void addButton(const char* label, std::function<void(int row)> act, bool always = false);

  std::function<void()> onEdit;    ///< something was typed, added or removed
  std::function<void()> onSelect;  ///< another row is chosen
  std::function<void()> onHeight;  ///< the form came or went: the page has to be laid out again
  /// Removes a row in place of the table, for rows that others hang on.
  std::function<void(int)> removeRow;

 private:
  long rowCount() const override { return m_table->rowCount(); }
  std::string cell(long row, int column) const override;
  RowStyle style(long row, int column) const override;

  void build();
  void buildForm();
  void chooseRow(int row);
  void showRow();
  void lockFields();
  void fieldChanged(std::size_t field);
  void showErrors();
  void add();
  void remove();
  void updateButtons();
  std::string choiceText(const viewmodels::RowField& field, const std::string& key) const;

  viewmodels::RowTable* m_table;
  const viewmodels::Translator& m_text;
  std::vector<int> m_listFields;  ///< index of the field in each column of the list
  std::vector<std::unique_ptr<ValueField>> m_fields;
  FieldErrors m_errors;
  RowList* m_list = nullptr;
  wxSizer* m_right = nullptr;  ///< the form or the word that there is none
  wxPanel* m_form = nullptr;   ///< none before a row is chosen
  wxStaticText* m_empty = nullptr;
  wxButton* m_add = nullptr;
  wxButton* m_remove = nullptr;
  wxSizer* m_buttons = nullptr;  ///< none for rows that are given
  struct More {
    wxButton* button = nullptr;
    bool always = false;
  };
  std::vector<More> m_more;
  int m_row = -1;
  long long m_rowId = 0;
  bool m_readOnly = false;
};

}  // namespace octad::gui
