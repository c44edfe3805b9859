#pragma once

#include <functional>
#include <vector>
#include <wx/panel.h>

#include "gui/viewmodels/row_table.hpp"
#include "gui/viewmodels/translator.hpp"

class wxTextCtrl;

namespace octad::gui {

/// D2: the seven questions as on paper: question, internal answer, answer for the customer.
class FactGrid final : public wxPanel {
 public:
  FactGrid(wxWindow* parent, viewmodels::RowTable& facts, const viewmodels::Translator& text);
  /// The facts were loaded again.
  void refresh();
  void setReadOnly(bool readOnly);
  void jump(const std::string& question);

  std::function<void()> onEdit;

 private:
  wxTextCtrl* addCell(const std::string& name, int row, int field);

  viewmodels::RowTable* m_facts;
  std::vector<wxTextCtrl*> m_cells;  ///< two a question: internal, customer
};

}  // namespace octad::gui
