#pragma once

#include <boost/signals2/connection.hpp>
#include <map>
#include <string>
#include <vector>
#include <wx/panel.h>
#include <wx/timer.h>

#include "gui/shell/page_host.hpp"
#include "gui/viewmodels/new_complaint.hpp"
#include "gui/widgets/layout.hpp"

class wxBoxSizer;
class wxButton;
class wxCheckBox;
class wxScrolledWindow;
class wxStaticText;
class wxTextCtrl;

namespace octad::gui {

class Chip;
class ComplaintItemFields;
class DateField;
class ErrorBar;
class KeyChoice;
class SuggestField;

/// The form of a new complaint: fields on the left; the provisional class with its reason, likely duplicates
/// and what is wrong on the right. Everything by keyboard, Ctrl+Enter saves.
class NewComplaintPage final : public wxPanel, public PageCommands {
 public:
  NewComplaintPage(wxWindow* parent, PageHost& host, viewmodels::NewComplaintViewModel& viewModel);

  void refresh() override {}
  void save() override { submit(); }
  void submit() override;
  bool mayClose() override;
  /// Puts the cursor into the first field.
  void begin();

 private:
  void makeForm(wxWindow* parent, wxSizer* target);
  void makeNotice(FormBuilder& form);
  void makeItems(FormBuilder& form);
  void makeWishes(FormBuilder& form);
  wxWindow* makeSide(wxWindow* parent);
  wxSizer* makeFooter();
  void bindFields();
  void connect();

  void showDraft(const viewmodels::ComplaintDraft& draft);
  viewmodels::ComplaintDraft typed() const;
  void rebuildItems(const std::vector<viewmodels::ItemDraft>& items);
  void fieldsChanged();
  void fieldLeft();
  void showClass();
  void showDuplicates();
  void showDepartments();
  void showProblems();
  void addProblemLink(const viewmodels::FieldProblem& problem);
  void layoutAll();

  PageHost& m_host;
  viewmodels::NewComplaintViewModel& m_viewModel;
  const viewmodels::Translator& m_text;
  FieldErrors m_fieldErrors;
  ErrorBar* m_errors = nullptr;
  wxScrolledWindow* m_scrolled = nullptr;
  SuggestField* m_customer = nullptr;
  wxTextCtrl* m_customerRef = nullptr;
  DateField* m_receivedDate = nullptr;
  wxTextCtrl* m_receivedTime = nullptr;
  KeyChoice* m_channel = nullptr;
  wxTextCtrl* m_contact = nullptr;
  wxBoxSizer* m_itemBox = nullptr;
  wxPanel* m_itemPanel = nullptr;
  std::vector<ComplaintItemFields*> m_items;
  wxTextCtrl* m_title = nullptr;
  wxTextCtrl* m_verbatim = nullptr;
  std::map<std::string, wxCheckBox*> m_demands;
  DateField* m_requestedDate = nullptr;
  wxCheckBox* m_safety = nullptr;
  wxCheckBox* m_penalty = nullptr;
  wxCheckBox* m_repeat = nullptr;
  KeyChoice* m_department = nullptr;
  wxTextCtrl* m_pattern = nullptr;
  wxWindow* m_side = nullptr;
  Chip* m_class = nullptr;
  wxStaticText* m_classReason = nullptr;
  wxBoxSizer* m_duplicateBox = nullptr;
  wxBoxSizer* m_problemBox = nullptr;
  wxButton* m_save = nullptr;
  wxTimer m_keep;  ///< a second after typing the draft goes to the journal
  bool m_showing = false;
  std::vector<boost::signals2::scoped_connection> m_connections;
};

}  // namespace octad::gui
