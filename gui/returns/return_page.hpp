#pragma once

#include <boost/signals2/connection.hpp>
#include <map>
#include <vector>
#include <wx/panel.h>

#include "gui/returns/return_services.hpp"
#include "gui/returns/return_tab.hpp"
#include "gui/shell/page_host.hpp"

class wxSimplebook;

namespace octad::gui {

class ErrorBar;
class PointList;
class ReturnHeaderPanel;
class TabBar;

/// One return in the centre of the window: header, what is missing, tabs, and the page of the chosen tab.
class ReturnPage final : public wxPanel, public PageCommands {
 public:
  ReturnPage(wxWindow* parent, PageHost& host, model::ReturnId id, ReturnServices services);
  ~ReturnPage() override;
  ReturnPage(const ReturnPage&) = delete;
  ReturnPage& operator=(const ReturnPage&) = delete;

  void refresh() override;
  void save() override { submit(); }
  void submit() override;
  bool mayClose() override;
  bool followsLanguage() const override { return true; }

  /// Shows a tab; used by jumps and tests.
  void choose(viewmodels::ReturnTab tab);
  viewmodels::ReturnTab current() const { return m_current; }
  viewmodels::ReturnPageViewModel& viewModel() { return m_page; }
  /// Goes to where a missing thing is mended.
  void jump(const viewmodels::ReturnJump& target);
  /// Runs an action: its form, or the place where it is done.
  void act(viewmodels::ReturnActionId id, model::ReturnLineId line = {});

 private:
  void build();
  void rebuild();
  void connect();
  void showReturn();
  void showTabs();
  void showMissing();
  void showError(const std::exception_ptr& error);
  ReturnTabPanel* makeTab(viewmodels::ReturnTab tab);
  ReturnTabPanel* currentPanel() const;
  void goOn();
  void documents();
  void newCase(model::ReturnLineId line);
  bool ask(viewmodels::ReturnForm form);
  void keyPressed(wxKeyEvent& event);
  bool filesDropped(const wxArrayString& paths);
  void askLeave() { m_host.closePage(this); }

  PageHost& m_host;
  ReturnServices m_services;
  viewmodels::ReturnPageViewModel m_page;
  ReturnTabHost m_tabHost;
  viewmodels::ReturnTab m_current = viewmodels::ReturnTab::pieces;
  std::map<viewmodels::ReturnTab, ReturnTabPanel*> m_tabs;
  ErrorBar* m_bar = nullptr;
  ReturnHeaderPanel* m_header = nullptr;
  TabBar* m_tabBar = nullptr;
  PointList* m_missing = nullptr;
  wxSimplebook* m_book = nullptr;
  wxWindow* m_wait = nullptr;
  bool m_rebuildLater = false;
  bool m_focused = false;  ///< took the focus once, after the return was read
  std::vector<boost::signals2::scoped_connection> m_connections;
  viewmodels::Lifetime m_life;
};

}  // namespace octad::gui
