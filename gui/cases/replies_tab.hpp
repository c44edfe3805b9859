#pragma once

#include "gui/cases/case_tab.hpp"

class wxButton;
class wxStaticText;
class wxTextCtrl;

namespace octad::gui {

class TextTable;

/// What was sent to the customer, revision by revision, and what came back.
class RepliesTab final : public CaseTabPanel {
 public:
  RepliesTab(wxWindow* parent, CaseTabHost& host);
  void refresh() override;
  void jump(const viewmodels::JumpTarget& target) override;

 private:
  void showReply();

  TextTable* m_replies = nullptr;
  wxTextCtrl* m_wording = nullptr;
  wxTextCtrl* m_answer = nullptr;
  wxButton* m_compare = nullptr;
  wxButton* m_send = nullptr;
  wxButton* m_record = nullptr;
  wxButton* m_assess = nullptr;
  wxStaticText* m_assessment = nullptr;
};

}  // namespace octad::gui
