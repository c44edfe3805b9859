#pragma once

#include <functional>
#include <string>

#include "gui/shell/command.hpp"
#include "gui/viewmodels/session.hpp"

class wxStaticLine;
class wxWindow;

namespace octad::gui {

class ErrorBar;
class PlacesPanel;
class StatusPanel;
class TopBar;

/// What stands around the pages: search and buttons on top, a bar for notices, places on the left, status
/// below. Made anew when the language or the text size changes.
class WorkFrame {
 public:
  WorkFrame(wxWindow* area, CommandSet& commands, const viewmodels::Session& session)
      : m_area(area), m_commands(commands), m_session(session) {}

  /// Makes all of it around the pages in `book`; what was there before goes.
  void make(wxWindow* book);

  TopBar& top() { return *m_top; }
  ErrorBar& notice() { return *m_notice; }
  PlacesPanel& places() { return *m_places; }
  StatusPanel& status() { return *m_status; }

  std::function<void(const std::string& typed)> onSearch;
  std::function<void(const std::string& typed)> onEnter;  ///< Enter in the search field
  std::function<void(const std::string& key)> onPlace;

 private:
  void makeWindows(wxWindow* book);

  wxWindow* m_area;
  CommandSet& m_commands;
  const viewmodels::Session& m_session;
  TopBar* m_top = nullptr;
  ErrorBar* m_notice = nullptr;
  PlacesPanel* m_places = nullptr;
  wxStaticLine* m_placesLine = nullptr;
  StatusPanel* m_status = nullptr;
};

}  // namespace octad::gui
