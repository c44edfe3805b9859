#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gui/viewmodels/page_action.hpp"
#include "gui/viewmodels/translator.hpp"

class wxWindow;

namespace octad::gui {

/// Enables a button when its action can be done; otherwise its tool tip says why not, or who may. An action
/// that can be done may still not fit what is chosen.
void showAction(wxWindow* button, const std::optional<model::Message>& whyNot,
                const viewmodels::Translator& text, bool fits = true);
template <class Id>
void showAction(wxWindow* button, const viewmodels::PageAction<Id>& action,
                const viewmodels::Translator& text, bool fits = true) {
  showAction(button, action.whyNot, text, fits);
}

struct MenuEntry {
  std::string label;
  bool enabled = true;
  bool apart = false;  ///< below a line, at the end
};
/// A menu below a button; the place of the chosen entry in the list, none when it is left.
std::optional<std::size_t> chooseFromMenu(wxWindow* button, const std::vector<MenuEntry>& entries);

/// The actions as a menu below a button.
template <class Id>
std::optional<Id> chooseAction(wxWindow* button, const std::vector<viewmodels::PageAction<Id>>& actions,
                               const viewmodels::Translator& text) {
  std::vector<MenuEntry> entries;
  for (const auto& action : actions) {
    // A disabled entry says why; a tool tip would not be shown on it.
    const std::string why = action.whyNot ? "   – " + text(*action.whyNot) : std::string();
    entries.push_back({text(action.label) + why, action.enabled(), action.dangerous});
  }
  const auto chosen = chooseFromMenu(button, entries);
  return chosen ? std::optional(actions[*chosen].id) : std::nullopt;
}

}  // namespace octad::gui
