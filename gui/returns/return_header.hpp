#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>
#include <wx/panel.h>

#include "gui/viewmodels/return_page.hpp"

class wxBoxSizer;
class wxButton;
class wxStaticText;

namespace octad::gui {

class Chip;

/// The top of the page of a return, always there: which return, of whom, how far, whose turn until when, its
/// cases, and what to do next.
class ReturnHeaderPanel final : public wxPanel {
 public:
  ReturnHeaderPanel(wxWindow* parent, const viewmodels::Translator& text);
  void show(const viewmodels::ReturnHeader& header, const std::vector<viewmodels::ReturnCaseLink>& cases,
            const std::vector<viewmodels::ReturnAction>& actions,
            const std::optional<viewmodels::NextStep>& next, bool canPrint);

  std::function<void()> onBack;
  std::function<void(viewmodels::ReturnActionId)> onAction;
  std::function<void()> onNext;
  std::function<void()> onDocuments;
  std::function<void(model::ComplaintId)> onCase;

 private:
  wxSizer* buildFirstRow();
  wxSizer* buildSecondRow();
  void showCases(const std::vector<viewmodels::ReturnCaseLink>& cases);
  void showMenu();

  const viewmodels::Translator& m_text;
  std::vector<viewmodels::ReturnAction> m_actions;
  wxStaticText* m_number = nullptr;
  wxStaticText* m_subject = nullptr;
  Chip* m_state = nullptr;
  wxStaticText* m_rma = nullptr;
  wxStaticText* m_turn = nullptr;
  wxStaticText* m_due = nullptr;
  wxBoxSizer* m_cases = nullptr;
  wxButton* m_primary = nullptr;
  wxButton* m_more = nullptr;
  wxButton* m_documents = nullptr;
};

}  // namespace octad::gui
