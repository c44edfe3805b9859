#pragma once

#include <boost/signals2/connection.hpp>
#include <string>
#include <vector>
#include <wx/panel.h>
#include <wx/timer.h>

#include "gui/shell/page_host.hpp"
#include "gui/viewmodels/new_return.hpp"
#include "gui/widgets/layout.hpp"

class wxBoxSizer;
class wxButton;
class wxCheckBox;
class wxScrolledWindow;
class wxStaticText;
class wxTextCtrl;

namespace octad::gui {

class DateField;
class ErrorBar;
class KeyChoice;
class ReturnLineFields;
class SuggestField;

/// The form "Announce a return": who sends back what, and why; also for goods that came without a word.
/// Everything by keyboard, Ctrl+Enter saves.
class NewReturnPage final : public wxPanel, public PageCommands {
 public:
  NewReturnPage(wxWindow* parent, PageHost& host, viewmodels::NewReturnViewModel& viewModel);

  void refresh() override {}
  void save() override { submit(); }
  void submit() override;
  bool mayClose() override;
  /// Puts the cursor into the first field.
  void begin();

 private:
  void makeForm(wxWindow* parent, wxSizer* target);
  void makeWhat(FormBuilder& form);
  void makeLines(FormBuilder& form);
  void makeDates(FormBuilder& form);
  wxWindow* makeSide(wxWindow* parent);
  wxSizer* makeFooter();
  void bindFields();
  void connect();
  void showDraft(const viewmodels::ReturnDraft& draft);
  viewmodels::ReturnDraft typed() const;
  void rebuildLines(const std::vector<viewmodels::ReturnLineDraft>& lines);
  void fieldsChanged();
  void caseLeft(std::size_t line);
  void showHints();
  void showProblems();
  void layoutAll();

  PageHost& m_host;
  viewmodels::NewReturnViewModel& m_viewModel;
  const viewmodels::Translator& m_text;
  FieldErrors m_fieldErrors;
  ErrorBar* m_errors = nullptr;
  wxScrolledWindow* m_scrolled = nullptr;
  SuggestField* m_customer = nullptr;
  wxTextCtrl* m_customerRef = nullptr;
  KeyChoice* m_kind = nullptr;
  KeyChoice* m_treatment = nullptr;
  wxCheckBox* m_blind = nullptr;
  wxPanel* m_linePanel = nullptr;
  wxBoxSizer* m_lineBox = nullptr;
  std::vector<ReturnLineFields*> m_lines;
  wxTextCtrl* m_withoutCase = nullptr;
  DateField* m_announcedOn = nullptr;
  DateField* m_expectedOn = nullptr;
  DateField* m_replacementDueOn = nullptr;
  wxTextCtrl* m_carrier = nullptr;
  wxTextCtrl* m_noteNumber = nullptr;
  wxTextCtrl* m_location = nullptr;
  wxTextCtrl* m_remarks = nullptr;
  wxWindow* m_side = nullptr;
  wxStaticText* m_hint = nullptr;
  wxBoxSizer* m_problemBox = nullptr;
  wxButton* m_save = nullptr;
  wxTimer m_keep;  ///< a second after typing the draft goes to the journal
  bool m_showing = false;
  std::vector<boost::signals2::scoped_connection> m_connections;
};

}  // namespace octad::gui
