#pragma once

#include <map>
#include <string>
#include <vector>

#include "gui/shell/kept_form_page.hpp"
#include "gui/viewmodels/known_failures.hpp"
#include "gui/viewmodels/new_complaint.hpp"

class wxCheckBox;
class wxStaticText;
class wxTextCtrl;

namespace octad::gui {

class Chip;
class ComplaintItemFields;
class DateField;
class KeyChoice;
class SuggestField;

/// The form of a new complaint: fields on the left; the provisional class with its reason, likely duplicates
/// and what is wrong on the right.
class NewComplaintPage final : public KeptFormPage {
 public:
  NewComplaintPage(wxWindow* parent, PageHost& host, viewmodels::NewComplaintViewModel& viewModel);
  void begin() override;

 private:
  void makeFields(FormBuilder& form) override;
  void makeNotice(FormBuilder& form);
  void makeItems(FormBuilder& form);
  void makeWishes(FormBuilder& form);
  void makeSide(wxWindow* side, wxSizer* box) override;
  void showSide() override;
  void takeTyped() override;
  void typingPaused() override;
  void showProblems() override;
  void bindFields();
  void connect();

  void showDraft(const viewmodels::ComplaintDraft& draft);
  viewmodels::ComplaintDraft typed() const;
  void rebuildItems(const std::vector<viewmodels::ItemDraft>& items);
  void removeItem(std::size_t at);
  void fieldLeft();
  void showDuplicates();
  void showKnown();
  void showDepartments();
  void showCampaigns();
  void showMail();
  void showMailFiles(const viewmodels::MailStart& start);
  void showSources();

  viewmodels::NewComplaintViewModel& m_viewModel;
  viewmodels::KnownFailuresViewModel m_known;
  SuggestField* m_customer = nullptr;
  wxTextCtrl* m_customerRef = nullptr;
  DateField* m_receivedDate = nullptr;
  wxTextCtrl* m_receivedTime = nullptr;
  KeyChoice* m_channel = nullptr;
  wxTextCtrl* m_contact = nullptr;
  std::vector<ComplaintItemFields*> m_items;
  wxTextCtrl* m_title = nullptr;
  wxTextCtrl* m_verbatim = nullptr;
  std::map<std::string, wxCheckBox*> m_demands;
  DateField* m_requestedDate = nullptr;
  wxCheckBox* m_safety = nullptr;
  KeyChoice* m_escalated = nullptr;
  wxCheckBox* m_penalty = nullptr;
  wxCheckBox* m_repeat = nullptr;
  KeyChoice* m_department = nullptr;
  KeyChoice* m_campaign = nullptr;
  std::vector<std::pair<std::string, bool>> m_shownCampaigns;
  wxTextCtrl* m_pattern = nullptr;
  Chip* m_class = nullptr;
  wxStaticText* m_classReason = nullptr;
  wxBoxSizer* m_mailBox = nullptr;
  wxBoxSizer* m_duplicateBox = nullptr;
  wxBoxSizer* m_knownBox = nullptr;
};

}  // namespace octad::gui
