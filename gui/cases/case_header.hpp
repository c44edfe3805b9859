#pragma once

#include <functional>
#include <wx/panel.h>

#include "gui/viewmodels/case_page.hpp"

class wxButton;
class wxStaticText;
class wxToggleButton;

namespace octad::gui {

class Chip;

/// The top of a case page, always there: which case, how bad and why, whose turn until when, and what to do
/// next.
class CaseHeaderPanel final : public wxPanel {
 public:
  CaseHeaderPanel(wxWindow* parent, const viewmodels::Translator& text);
  void show(const viewmodels::CaseHeader& header, const std::vector<viewmodels::CaseAction>& actions,
            std::optional<viewmodels::CaseActionId> primary, bool canReport);

  std::function<void()> onBack;
  std::function<void(viewmodels::CaseActionId)> onAction;
  std::function<void()> onReport;
  std::function<void()> onResize;  ///< the why lines were shown or hidden

 private:
  wxSizer* buildFirstRow();
  wxSizer* buildSecondRow();
  void showMenu();

  const viewmodels::Translator& m_text;
  std::vector<viewmodels::CaseAction> m_actions;
  std::optional<viewmodels::CaseActionId> m_primaryId;
  wxStaticText* m_number = nullptr;
  wxStaticText* m_subject = nullptr;
  Chip* m_class = nullptr;
  wxToggleButton* m_why = nullptr;
  wxStaticText* m_whyText = nullptr;
  Chip* m_state = nullptr;
  wxStaticText* m_turn = nullptr;
  wxStaticText* m_due = nullptr;
  wxButton* m_primary = nullptr;
  wxButton* m_more = nullptr;
  wxButton* m_report = nullptr;
};

}  // namespace octad::gui
