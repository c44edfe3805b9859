#pragma once

#include <exception>
#include <functional>
#include <string>
#include <wx/infobar.h>

#include "gui/viewmodels/translator.hpp"

namespace octad::gui {

/// The calm bar on top of a page: what went wrong or what should be known, and what to do about it.
class ErrorBar final : public wxInfoBar {
 public:
  explicit ErrorBar(wxWindow* parent);
  /// `action` is offered as a button when its label is given.
  void showError(const std::string& sentence, const std::string& actionLabel = {},
                 std::function<void()> action = {});
  void showError(const std::exception_ptr& error, const viewmodels::Translator& text,
                 const std::string& actionLabel = {}, std::function<void()> action = {});
  void showNotice(const std::string& sentence, const std::string& actionLabel = {},
                  std::function<void()> action = {});
  /// Says that a file was written and offers to open it.
  void offerFile(const std::string& sentence, const std::string& path, const viewmodels::Translator& text);
  /// Does what the button offers, as a click does; the bar goes.
  void runAction();
  /// What is said now; empty while the bar is hidden.
  std::string sentence() const { return IsShown() ? m_sentence : std::string(); }
  bool offersAction() const { return IsShown() && static_cast<bool>(m_action); }

 private:
  void showWith(const std::string& sentence, int icon, const std::string& actionLabel,
                std::function<void()> action);
  std::function<void()> m_action;
  std::string m_sentence;
};

}  // namespace octad::gui
