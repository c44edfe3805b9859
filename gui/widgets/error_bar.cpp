#include "gui/widgets/error_bar.hpp"

#include <wx/stockitem.h>
#include <wx/utils.h>

#include "gui/widgets/layout.hpp"

namespace octad::gui {

namespace {
constexpr int kActionId = wxID_HIGHEST + 1;
constexpr double kNarrowest = 20;
constexpr double kButtonChars = 6;  ///< of a button, around its label

/// Chinese may be broken anywhere, but not before a closing mark.
bool isWide(wxUniChar letter) {
  return letter.GetValue() >= 0x2E80;
}
bool closes(wxUniChar letter) {
  return wxString::FromUTF8("，。；：！？）”、…").find(letter) != wxString::npos;
}

/// The text in lines of at most so many pixels; a word that is wider has a line of its own.
wxString wrapped(const wxWindow* window, const wxString& text, int width) {
  wxString done;
  wxString line;
  wxString word;
  const auto take = [&] {
    if (!line.empty() && window->GetTextExtent(line + word).x > width) {
      done += line.Trim() + "\n";
      line.clear();
    }
    line += word;
    word.clear();
  };
  for (const wxUniChar letter : text) {
    if (isWide(letter) && !closes(letter)) take();
    word += letter;
    if (letter == ' ' || (isWide(letter) && closes(letter))) take();
  }
  take();
  return done + line;
}
}  // namespace

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
  // The bar is as wide as its text wants to be, and would push the buttons of a dialog off the screen.
  const int buttons = chars(this, kButtonChars * 2 + static_cast<double>(actionLabel.size()) +
                                      static_cast<double>(wxGetStockLabel(wxID_CLOSE).size()));
  const int width = GetParent()->GetClientSize().x - buttons - gap(this, Gap::section);
  const wxString text = toWx(sentence);
  ShowMessage(width > chars(this, kNarrowest) ? wrapped(this, text, width) : text, icon);
  setAccessibleName(this, sentence);
}

}  // namespace octad::gui
