#pragma once

#include "gui/viewmodels/inbox.hpp"
#include "gui/work/tabbed_list_page.hpp"

class wxButton;

namespace octad::gui {

/// The place "Inbox": what the person at the window was told. Enter opens the case or return and marks the
/// notice as read; Space only marks it.
class InboxPage final : public TabbedListPage {
 public:
  InboxPage(wxWindow* parent, PageHost& host, viewmodels::InboxViewModel& viewModel);

  void refresh() override { m_viewModel.refresh(); }

 private:
  long rowCount() const override { return m_viewModel.rowCount(); }
  std::string cell(long row, int column) const override;
  RowStyle style(long row, int column) const override;
  void open(long row, bool behind) override;
  void select(long row) override { m_viewModel.select(row); }
  long selectedRow() const override { return m_viewModel.selectedRow(); }
  std::string wholeText(long row) const override;
  void showState() override;

  void showTabs();
  void keyPressed(wxKeyEvent& event);

  viewmodels::InboxViewModel& m_viewModel;
  wxButton* m_markAll = nullptr;
};

}  // namespace octad::gui
