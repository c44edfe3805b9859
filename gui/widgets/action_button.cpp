#include "gui/widgets/action_button.hpp"

#include <map>
#include <utility>
#include <wx/menu.h>
#include <wx/window.h>

#include "gui/widgets/text.hpp"

namespace octad::gui {

void showAction(wxWindow* button, const std::optional<model::Message>& whyNot,
                const viewmodels::Translator& text, bool fits) {
  button->Enable(!whyNot && fits);
  button->SetToolTip(toWx(whyNot ? text(*whyNot) : std::string()));
}

std::optional<std::size_t> chooseFromMenu(wxWindow* button, const std::vector<MenuEntry>& entries) {
  wxMenu menu;
  std::map<int, std::size_t> places;
  bool below = false;
  for (const bool apart : {false, true})
    for (std::size_t at = 0; at < entries.size(); ++at) {
      if (entries[at].apart != apart) continue;
      if (apart && !std::exchange(below, true)) menu.AppendSeparator();
      auto* item = menu.Append(wxID_ANY, toWx(entries[at].label));
      item->Enable(entries[at].enabled);
      places[item->GetId()] = at;
    }
  const int chosen = button->GetParent()->GetPopupMenuSelectionFromUser(
      menu, button->GetPosition() + wxPoint(0, button->GetSize().y));
  const auto found = places.find(chosen);
  return found == places.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace octad::gui
