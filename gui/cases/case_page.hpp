#pragma once

#include <boost/signals2/connection.hpp>
#include <map>
#include <vector>
#include <wx/panel.h>
#include <wx/timer.h>

#include "gui/cases/case_tab.hpp"
#include "gui/cases/page_services.hpp"
#include "gui/shell/page_host.hpp"
#include "gui/viewmodels/case_page.hpp"

class wxSimplebook;

namespace octad::gui {

class CaseHeaderPanel;
class ErrorBar;
class StepBar;

/// One case in the centre of the window: header, steps, and the page of the chosen step.
class CasePage final : public wxPanel, public PageCommands {
 public:
  CasePage(wxWindow* parent, PageHost& host, model::ComplaintId id, PageServices services);
  ~CasePage() override;
  CasePage(const CasePage&) = delete;
  CasePage& operator=(const CasePage&) = delete;

  void refresh() override;
  void save() override;
  void submit() override;
  bool mayClose() override;
  bool followsLanguage() const override { return true; }

  /// Shows a step; used by Alt+1..8, jumps and tests.
  void choose(viewmodels::CaseTab tab);
  viewmodels::CaseTab current() const { return m_current; }
  viewmodels::CasePageViewModel& viewModel() { return m_page; }

 private:
  void build();
  void rebuild();
  void connect();
  void showCase();
  void shownAgain();
  void showSteps();
  void showTrail();
  void showError(const std::exception_ptr& error);
  CaseTabPanel* makeTab(viewmodels::CaseTab tab);
  CaseTabPanel* currentPanel() const;
  void jump(const viewmodels::JumpTarget& target);
  void act(viewmodels::CaseActionId id);
  void report();
  void keepDrafts();
  void keyPressed(wxKeyEvent& event);
  bool filesDropped(const wxArrayString& paths);
  bool askAboutDrafts();
  void askLeave();

  PageHost& m_host;
  PageServices m_services;
  viewmodels::CasePageViewModel m_page;
  CaseTabHost m_tabHost;
  viewmodels::CaseTab m_current = viewmodels::CaseTab::complaint;
  std::map<viewmodels::CaseTab, CaseTabPanel*> m_tabs;
  ErrorBar* m_bar = nullptr;
  CaseHeaderPanel* m_header = nullptr;
  StepBar* m_steps = nullptr;
  wxSimplebook* m_book = nullptr;
  wxWindow* m_wait = nullptr;
  bool m_rebuildLater = false;
  bool m_focused = false;     ///< took the focus once, after the case was read
  bool m_announcing = false;  ///< the form of a new return was asked for
  wxTimer m_keeping;
  std::vector<boost::signals2::scoped_connection> m_connections;
  viewmodels::Lifetime m_life;
};

}  // namespace octad::gui
