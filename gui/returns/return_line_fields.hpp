#pragma once

#include <functional>
#include <wx/panel.h>

#include "gui/viewmodels/new_return.hpp"

class wxTextCtrl;

namespace octad::gui {

class FieldErrors;
class SuggestField;

/// One line of a new return as a row of fields: case, part, lot, failure, pieces.
class ReturnLineFields final : public wxPanel {
 public:
  /// What the row tells its page.
  struct Events {
    std::function<void()> changed;
    std::function<void()> caseLeft;
    std::function<void()> removeThis;  ///< empty: the row stays
  };
  /// `index` numbers the field names ("lines.0.part"); only the first row has its labels above.
  ReturnLineFields(wxWindow* parent, viewmodels::NewReturnViewModel& viewModel,
                   const viewmodels::Translator& text, std::size_t index, FieldErrors& errors, Events events);

  viewmodels::ReturnLineDraft draft() const;
  void show(const viewmodels::ReturnLineDraft& draft);
  void SetFocus() override;

 private:
  SuggestField* m_case = nullptr;
  SuggestField* m_part = nullptr;
  wxTextCtrl* m_lot = nullptr;
  wxTextCtrl* m_failure = nullptr;
  wxTextCtrl* m_quantity = nullptr;
};

}  // namespace octad::gui
