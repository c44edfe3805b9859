#include "gui/widgets/error_bar.hpp"

#include "gui/widgets/layout.hpp"

namespace octad::gui {

namespace {
constexpr int kActionId = wxID_HIGHEST + 1;
}

ErrorBar::ErrorBar(wxWindow* parent) : wxInfoBar(parent) {
  Bind(wxEVT_BUTTON, [this](wxCommandEvent& event) {
    if (event.GetId() != kActionId) {
      event.Skip();
      return;
    }
    const auto action = m_action;
    Dismiss();
    if (action) action();
  });
}

void ErrorBar::showError(const std::string& sentence, const std::string& actionLabel,
                         std::function<void()> action) {
  showWith(sentence, wxICON_ERROR, actionLabel, std::move(action));
}

void ErrorBar::showError(const std::exception_ptr& error, const viewmodels::Translator& text,
                         const std::string& actionLabel, std::function<void()> action) {
  showWith(text.error(error), wxICON_ERROR, actionLabel, std::move(action));
}

void ErrorBar::showNotice(const std::string& sentence, const std::string& actionLabel,
                          std::function<void()> action) {
  showWith(sentence, wxICON_INFORMATION, actionLabel, std::move(action));
}

void ErrorBar::showWith(const std::string& sentence, int icon, const std::string& actionLabel,
                        std::function<void()> action) {
  if (HasButtonId(kActionId)) RemoveButton(kActionId);
  m_action = std::move(action);
  if (!actionLabel.empty()) AddButton(kActionId, toWx(actionLabel));
  ShowMessage(toWx(sentence), icon);
  setAccessibleName(this, sentence);
}

}  // namespace octad::gui
