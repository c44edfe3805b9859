#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "gui/viewmodels/return_page.hpp"
#include "gui/widgets/record_header.hpp"

namespace octad::gui {

class Chip;

/// The top of the page of a return, always there: which return, of whom, how far, whose turn until when, its
/// cases, and what to do next.
class ReturnHeaderPanel final : public RecordHeader {
 public:
  ReturnHeaderPanel(wxWindow* parent, const viewmodels::Translator& text);
  void show(const viewmodels::ReturnHeader& header, const std::vector<viewmodels::ReturnCaseLink>& cases,
            const std::vector<viewmodels::ReturnAction>& actions,
            const std::optional<viewmodels::NextStep>& next, bool canPrint);

  std::function<void(viewmodels::ReturnActionId)> onAction;
  std::function<void(model::ComplaintId)> onCase;

 private:
  void makeFacts();
  void showCases(const std::vector<viewmodels::ReturnCaseLink>& cases);
  void showMenu() override;

  std::vector<viewmodels::ReturnAction> m_actions;
  Chip* m_state = nullptr;
  wxStaticText* m_turn = nullptr;
  wxStaticText* m_rma = nullptr;
  wxBoxSizer* m_cases = nullptr;
};

}  // namespace octad::gui
