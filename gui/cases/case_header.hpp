#pragma once

#include <functional>
#include <vector>

#include "gui/viewmodels/case_page.hpp"
#include "gui/viewmodels/case_returns.hpp"
#include "gui/widgets/record_header.hpp"

class wxBoxSizer;
class wxToggleButton;

namespace octad::gui {

class Chip;

/// The top of a case page, always there: which case, how bad and why, whose turn until when, and what to do
/// next.
class CaseHeaderPanel final : public RecordHeader {
 public:
  CaseHeaderPanel(wxWindow* parent, const viewmodels::Translator& text);
  void show(const viewmodels::CaseHeader& header, const std::vector<viewmodels::CaseAction>& actions,
            std::optional<viewmodels::CaseActionId> primary, bool canReport);

  std::function<void(viewmodels::CaseActionId)> onAction;
  /// The returns of the case, one click away.
  void showReturns(const std::vector<viewmodels::CaseReturnLink>& returns);
  std::function<void(model::ReturnId)> onReturn;
  /// Names of the others who have the case open now.
  void showOthers(const std::vector<std::string>& names);
  std::function<void()> onResize;  ///< the why lines were shown or hidden

 private:
  void makeFacts();
  void showSpecial(const std::vector<const char*>& labels);
  void showMenu() override;

  std::vector<viewmodels::CaseAction> m_actions;
  Chip* m_class = nullptr;
  wxToggleButton* m_why = nullptr;
  wxStaticText* m_whyText = nullptr;
  Chip* m_state = nullptr;
  Chip* m_shared = nullptr;     ///< there only while the 8D serves other cases too
  Chip* m_challenge = nullptr;  ///< there only while a later case is held against the effect
  Chip* m_others = nullptr;     ///< there only while others have the case open
  Chip* m_special = nullptr;    ///< there only for a customer with a special status
  wxStaticText* m_turn = nullptr;
  wxBoxSizer* m_returns = nullptr;
};

}  // namespace octad::gui
