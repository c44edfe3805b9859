#pragma once

#include "gui/cases/record_page.hpp"
#include "gui/returns/return_services.hpp"
#include "gui/returns/return_tab.hpp"

namespace octad::gui {

class PointList;
class ReturnHeaderPanel;
class TabBar;

/// One return in the centre of the window: header, what is missing, tabs, and the page of the chosen tab.
class ReturnPage final : public RecordPage {
 public:
  ReturnPage(wxWindow* parent, PageHost& host, model::ReturnId id, ReturnServices services);
  ~ReturnPage() override { finish(); }

  /// Shows a tab; used by jumps and tests.
  void choose(viewmodels::ReturnTab tab) { chooseTab(static_cast<int>(tab)); }
  viewmodels::ReturnTab current() const { return static_cast<viewmodels::ReturnTab>(currentTab()); }
  viewmodels::ReturnPageViewModel& viewModel() { return m_page; }
  /// Goes to where a missing thing is mended.
  void jump(const viewmodels::ReturnJump& target);
  /// Runs an action: its form, or the place where it is done.
  void act(viewmodels::ReturnActionId id, model::ReturnLineId line = {});

 private:
  Top makeTop() override;
  void showTop() override;
  void showTabs() override;
  void showMissing();
  RecordTabPanel* makeTab(wxWindow* parent, int tab) override;
  std::optional<int> tabOf(int digit) const override;
  bool mayLeave() override;
  std::optional<model::Message> whyNotAttach() const override;
  void attachDropped(std::vector<FileSource> files) override;
  void attachPasted(FileSource picture) override;
  /// Shows a tab and gives its panel.
  template <class Panel>
  Panel* panelOf(viewmodels::ReturnTab tab) {
    choose(tab);
    return static_cast<Panel*>(currentPanel());
  }
  void goOn();
  void documents();
  void newCase(model::ReturnLineId line);
  bool ask(viewmodels::ReturnForm form);

  ReturnServices m_services;
  viewmodels::ReturnPageViewModel m_page;
  ReturnTabHost m_tabHost;
  ReturnHeaderPanel* m_header = nullptr;
  TabBar* m_tabBar = nullptr;
  PointList* m_missing = nullptr;
};

}  // namespace octad::gui
