#pragma once

#include <functional>
#include <wx/panel.h>

#include "gui/shell/page_host.hpp"
#include "gui/shell/services.hpp"
#include "gui/viewmodels/return_list.hpp"

class wxButton;
class wxSimplebook;

namespace octad::gui {

class ReturnListPage;
class TabBar;

/// The place "Returned goods": the returns, and beside them the stock sweeps that are to be counted.
class ReturnsPlace final : public wxPanel, public PageCommands {
 public:
  /// `makeSweeps` makes the page of the stock sweeps when it is first shown; empty: there is none.
  ReturnsPlace(wxWindow* parent, PageHost& host, viewmodels::ReturnListViewModel& viewModel,
               std::function<Page(wxWindow* parent, PageHost& host)> makeSweeps);

  void refresh() override;
  void save() override;
  void submit() override;
  bool mayClose() override;
  void focusList();
  /// "returns" or "sweeps".
  void choose(const std::string& key);

 private:
  PageCommands* current() const;
  void showTabs();

  PageHost& m_host;
  std::function<Page(wxWindow* parent, PageHost& host)> m_makeSweeps;
  TabBar* m_tabs = nullptr;
  wxButton* m_announce = nullptr;
  wxSimplebook* m_book = nullptr;
  ReturnListPage* m_list = nullptr;
  Page m_sweeps;
};

}  // namespace octad::gui
