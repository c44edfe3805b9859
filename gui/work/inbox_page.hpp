#pragma once

#include <boost/signals2/connection.hpp>
#include <vector>
#include <wx/panel.h>

#include "gui/shell/page_host.hpp"
#include "gui/viewmodels/inbox.hpp"
#include "gui/widgets/row_list.hpp"

class wxButton;

namespace octad::gui {

class ErrorBar;
class ListOrEmpty;
class TabBar;

/// The place "Inbox": what the person at the window was told. Enter opens the case or return and marks the
/// notice as read; Space only marks it.
class InboxPage final : public wxPanel, public PageCommands, private RowSource {
 public:
  InboxPage(wxWindow* parent, PageHost& host, viewmodels::InboxViewModel& viewModel);

  void refresh() override { m_viewModel.refresh(); }
  void save() override {}
  void submit() override {}
  bool mayClose() override { return true; }
  void focusList();
  RowList& list() { return *m_list; }

 private:
  long rowCount() const override { return m_viewModel.rowCount(); }
  std::string cell(long row, int column) const override;
  RowStyle style(long row, int column) const override;

  void makeHead(wxSizer* page);
  void makeList();
  void keyPressed(wxKeyEvent& event);
  void showTabs();
  void showRows();
  void showState();
  void open(long row, bool behind);

  PageHost& m_host;
  viewmodels::InboxViewModel& m_viewModel;
  ErrorBar* m_errors = nullptr;
  TabBar* m_tabs = nullptr;
  wxButton* m_markAll = nullptr;
  ListOrEmpty* m_book = nullptr;
  RowList* m_list = nullptr;
  std::vector<boost::signals2::scoped_connection> m_connections;
};

}  // namespace octad::gui
