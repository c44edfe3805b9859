#pragma once

#include <functional>
#include <string>
#include <wx/panel.h>
#include <wx/timer.h>

#include "gui/shell/command.hpp"

class wxSearchCtrl;

namespace octad::gui {

/// The bar on top: the one primary action, search over all cases, language, person.
class TopBar final : public wxPanel {
 public:
  TopBar(wxWindow* parent, CommandSet& commands, const viewmodels::Translator& text,
         const std::string& personName);

  std::function<void(const std::string&)> onSearch;  ///< a moment after typing
  std::function<void(const std::string&)> onEnter;   ///< Enter in the search field
  void setSearch(const std::string& text);
  std::string search() const;
  void focusSearch();
  bool searchFocused() const;

 private:
  wxSearchCtrl* m_search;
  wxTimer m_pause;
};

}  // namespace octad::gui
