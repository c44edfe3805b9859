#pragma once

#include <boost/signals2/connection.hpp>
#include <optional>
#include <string>
#include <vector>
#include <wx/eventfilter.h>
#include <wx/frame.h>
#include <wx/timer.h>

#include "gui/shell/command.hpp"
#include "gui/shell/lock_cover.hpp"
#include "gui/shell/services.hpp"
#include "gui/viewmodels/lock.hpp"

class wxMenuBar;

namespace octad::gui {

class WorkArea;

/// The one window: start page, choice of person, or the work area, with the menu over them.
class MainWindow final : public wxFrame, private wxEventFilter {
 public:
  MainWindow(Services& services, std::string asLogin);
  ~MainWindow() override;

  /// Opens a database by its URL; the start page says what went wrong.
  void openDatabase(const std::string& url);
  void openDemonstration();
  WorkArea* workArea() const { return m_work; }
  viewmodels::LockViewModel& lock() { return m_lock; }

 private:
  void addCommands();
  void addFileCommands();
  void addPageCommands();
  void addViewCommands();
  void buildMenu();
  void showStart();
  void choosePerson(bool ask);
  /// At one's own desk, or in place of somebody who is away.
  void showWork(const model::Person& person, const std::optional<model::StandIn>& place = {});
  void actFor(const std::optional<model::StandIn>& place);
  void leave();
  void finishLeaving();
  void askPassword();
  void showWho();
  int FilterEvent(wxEvent& event) override;
  void replaceContent(wxWindow* content);
  void languageChanged();
  void setTextSize(double scale);
  void restoreLayout();
  void rememberLayout();
  void showKeys();
  void showAbout();
  void keyPressed(wxKeyEvent& event);
  bool working() const { return m_work != nullptr; }

  Services& m_services;
  std::string m_asLogin;
  viewmodels::StartViewModel m_start;
  CommandSet m_commands;
  viewmodels::LockViewModel m_lock;
  LockCover m_cover;
  wxTimer m_idle;  ///< looks whether somebody is still there
  wxWindow* m_content = nullptr;
  WorkArea* m_work = nullptr;
  int m_baseFontSize;
  bool m_leaving = false;
  std::vector<boost::signals2::scoped_connection> m_connections;
};

}  // namespace octad::gui
