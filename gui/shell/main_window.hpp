#pragma once

#include <boost/signals2/connection.hpp>
#include <string>
#include <vector>
#include <wx/frame.h>

#include "gui/shell/command.hpp"
#include "gui/shell/services.hpp"

class wxMenuBar;

namespace octad::gui {

class WorkArea;

/// The one window: start page, choice of person, or the work area, with the menu over them.
class MainWindow final : public wxFrame {
 public:
  MainWindow(Services& services, std::string asLogin);
  ~MainWindow() override;

  /// Opens a database by its URL; the start page says what went wrong.
  void openDatabase(const std::string& url);
  void openDemonstration();
  WorkArea* workArea() const { return m_work; }

 private:
  void addCommands();
  void addFileCommands();
  void addPageCommands();
  void addViewCommands();
  void buildMenu();
  void showStart();
  void choosePerson(bool ask);
  void showWork(const model::Person& person);
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
  wxWindow* m_content = nullptr;
  WorkArea* m_work = nullptr;
  int m_baseFontSize;
  std::vector<boost::signals2::scoped_connection> m_connections;
};

}  // namespace octad::gui
