#pragma once

#include <vector>

#include "gui/shell/kept_form_page.hpp"
#include "gui/viewmodels/new_return.hpp"

class wxCheckBox;
class wxStaticText;
class wxTextCtrl;

namespace octad::gui {

class DateField;
class KeyChoice;
class ReturnLineFields;
class SuggestField;

/// The form "Announce a return": who sends back what, and why; also for goods that came without a word.
class NewReturnPage final : public KeptFormPage {
 public:
  NewReturnPage(wxWindow* parent, PageHost& host, viewmodels::NewReturnViewModel& viewModel);
  void begin() override;

 private:
  void makeFields(FormBuilder& form) override;
  void makeWhat(FormBuilder& form);
  void makeLines(FormBuilder& form);
  void makeDates(FormBuilder& form);
  void makeSide(wxWindow* side, wxSizer* box) override;
  void showSide() override;
  void takeTyped() override;
  void fieldsChanged() override;
  void showDraft(const viewmodels::ReturnDraft& draft);
  viewmodels::ReturnDraft typed() const;
  void rebuildLines(const std::vector<viewmodels::ReturnLineDraft>& lines);
  void removeLine(std::size_t at);
  void caseLeft(std::size_t line);

  viewmodels::NewReturnViewModel& m_viewModel;
  SuggestField* m_customer = nullptr;
  wxTextCtrl* m_customerRef = nullptr;
  KeyChoice* m_kind = nullptr;
  KeyChoice* m_treatment = nullptr;
  wxCheckBox* m_blind = nullptr;
  std::vector<ReturnLineFields*> m_lines;
  wxTextCtrl* m_withoutCase = nullptr;
  DateField* m_announcedOn = nullptr;
  DateField* m_expectedOn = nullptr;
  DateField* m_replacementDueOn = nullptr;
  wxTextCtrl* m_carrier = nullptr;
  wxTextCtrl* m_noteNumber = nullptr;
  wxTextCtrl* m_location = nullptr;
  wxTextCtrl* m_remarks = nullptr;
  wxStaticText* m_hint = nullptr;
};

}  // namespace octad::gui
