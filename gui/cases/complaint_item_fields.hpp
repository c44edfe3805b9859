#pragma once

#include <functional>
#include <wx/panel.h>

#include "gui/viewmodels/new_complaint.hpp"

class wxButton;
class wxStaticText;
class wxTextCtrl;

namespace octad::gui {

class DateField;
class FieldErrors;
class KeyChoice;
class SuggestField;

/// The fields of one item of a new complaint: part, lot, failure, kind and quantities.
class ComplaintItemFields final : public wxPanel {
 public:
  /// `index` numbers the field names ("items.0.part"); `changed` is called on every change, `left` when a
  /// field was left.
  ComplaintItemFields(wxWindow* parent, viewmodels::NewComplaintViewModel& viewModel,
                      const viewmodels::Translator& text, std::size_t index, FieldErrors& errors,
                      std::function<void()> changed, std::function<void()> left,
                      std::function<void()> removeThis);

  viewmodels::ItemDraft draft() const;
  void show(const viewmodels::ItemDraft& draft);

 private:
  SuggestField* makeFailureField(wxWindow* parent);

  viewmodels::NewComplaintViewModel& m_viewModel;
  SuggestField* m_part = nullptr;
  wxTextCtrl* m_lot = nullptr;
  SuggestField* m_failure = nullptr;
  KeyChoice* m_kind = nullptr;
  wxTextCtrl* m_defective = nullptr;
  wxTextCtrl* m_delivered = nullptr;
  DateField* m_builtOn = nullptr;
};

}  // namespace octad::gui
