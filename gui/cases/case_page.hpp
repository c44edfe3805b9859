#pragma once

#include <wx/timer.h>

#include "gui/cases/case_tab.hpp"
#include "gui/cases/page_services.hpp"
#include "gui/cases/record_page.hpp"
#include "gui/viewmodels/case_news.hpp"
#include "gui/viewmodels/case_page.hpp"

namespace octad::gui {

class CaseHeaderPanel;
class StepBar;

/// One case in the centre of the window: header, steps, and the page of the chosen step.
class CasePage final : public RecordPage {
 public:
  CasePage(wxWindow* parent, PageHost& host, model::ComplaintId id, PageServices services);
  ~CasePage() override;

  /// Shows a step; used by Alt+1..8, jumps and tests.
  void choose(viewmodels::CaseTab tab) { chooseTab(static_cast<int>(tab)); }
  viewmodels::CaseTab current() const { return static_cast<viewmodels::CaseTab>(currentTab()); }
  viewmodels::CasePageViewModel& viewModel() { return m_page; }
  void look(const model::RecordChanges& changes) override { m_news.look(changes); }

 private:
  void connect();
  Top makeTop() override;
  void showTop() override;
  void showTabs() override;
  RecordTabPanel* makeTab(wxWindow* parent, int tab) override;
  std::optional<int> tabOf(int digit) const override;
  bool unsaved() const override;
  bool mayLeave() override;
  std::optional<model::Message> whyNotAttach() const override;
  void attachDropped(std::vector<FileSource> files) override;
  void attachPasted(FileSource picture) override { attachDropped({std::move(picture)}); }
  void shownAgain();
  void offerSigning(std::optional<model::DisciplineCode> only);
  void offerWaiting();
  void showTrail();
  void jump(const viewmodels::JumpTarget& target);
  void act(viewmodels::CaseActionId id);
  void report();
  void keepDrafts();

  PageServices m_services;
  viewmodels::CasePageViewModel m_page;
  viewmodels::CaseNews m_news{m_page};
  CaseTabHost m_tabHost;
  CaseHeaderPanel* m_header = nullptr;
  StepBar* m_steps = nullptr;
  /// What to offer for signing once the case was read again.
  struct Offered {
    std::optional<model::DisciplineCode> only;
  };
  std::optional<Offered> m_offerAfter;
  bool m_announcing = false;  ///< the form of a new return was asked for
  wxTimer m_keeping;
  wxTimer m_presence;  ///< says again and again that the case is open here
};

}  // namespace octad::gui
