#include "gui/widgets/error_bar.hpp"

#include <wx/stockitem.h>
#include <wx/utils.h>

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
    runAction();
  });
}

void ErrorBar::runAction() {
  const auto action = m_action;
  Dismiss();
  if (action) action();
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

void ErrorBar::offerFile(const std::string& sentence, const std::string& path,
                         const viewmodels::Translator& text) {
  showNotice(sentence, text(model::tr("Open the file")), [path] { wxLaunchDefaultApplication(toWx(path)); });
}

void ErrorBar::showWith(const std::string& sentence, int icon, const std::string& actionLabel,
                        std::function<void()> action) {
  m_sentence = sentence;
  for (const int id : {kActionId, static_cast<int>(wxID_CLOSE)})
    if (HasButtonId(id)) RemoveButton(id);
  m_action = std::move(action);
  if (!actionLabel.empty()) AddButton(kActionId, toWx(actionLabel));
  // With its text from wx: GTK's own button speaks the language of the desktop, not of this window.
  AddButton(wxID_CLOSE, wxGetStockLabel(wxID_CLOSE, wxSTOCK_NOFLAGS));
  ShowMessage(toWx(sentence), icon);
  setAccessibleName(this, sentence);
}

}  // namespace octad::gui
