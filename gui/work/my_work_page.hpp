#pragma once

#include <boost/signals2/connection.hpp>
#include <vector>
#include <wx/panel.h>

#include "gui/shell/page_host.hpp"
#include "gui/viewmodels/my_work.hpp"
#include "gui/widgets/row_list.hpp"

class wxStaticText;

namespace octad::gui {

class ErrorBar;
class ListOrEmpty;
class TabBar;

/// The place "My work": what waits for the person at the window, beside it what that person waits for. Enter
/// opens the page where the work is done.
class MyWorkPage final : public wxPanel, public PageCommands, private RowSource {
 public:
  MyWorkPage(wxWindow* parent, PageHost& host, viewmodels::MyWorkViewModel& viewModel);

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

  void makeList();
  void showTabs();
  void showRows();
  void showState();
  void open(long row, bool behind);

  PageHost& m_host;
  viewmodels::MyWorkViewModel& m_viewModel;
  ErrorBar* m_errors = nullptr;
  TabBar* m_tabs = nullptr;
  wxStaticText* m_summary = nullptr;
  ListOrEmpty* m_book = nullptr;
  RowList* m_list = nullptr;
  std::vector<boost::signals2::scoped_connection> m_connections;
};

}  // namespace octad::gui
