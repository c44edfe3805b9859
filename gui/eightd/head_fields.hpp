#pragma once

#include <functional>
#include <memory>
#include <vector>
#include <wx/panel.h>

#include "gui/cases/value_field.hpp"
#include "gui/viewmodels/row_table.hpp"
#include "gui/viewmodels/translator.hpp"
#include "gui/widgets/layout.hpp"

namespace octad::gui {

/// Fields that stand once on the page of a discipline: a table of one row, without its list.
class HeadFields final : public wxPanel {
 public:
  HeadFields(wxWindow* parent, viewmodels::RowTable& table, const viewmodels::Translator& text);

  /// The record was loaded again.
  void refresh();
  void setReadOnly(bool readOnly);
  void jump();

  std::function<void()> onEdit;

 private:
  void showErrors();

  viewmodels::RowTable& m_table;
  const viewmodels::Translator& m_text;
  std::vector<std::unique_ptr<ValueField>> m_fields;
  FieldErrors m_errors;
};

}  // namespace octad::gui
