#pragma once

#include "gui/viewmodels/my_work.hpp"
#include "gui/work/tabbed_list_page.hpp"

class wxStaticText;

namespace octad::gui {

/// The place "My work": what waits for the person at the window, beside it what that person waits for. Enter
/// opens the page where the work is done.
class MyWorkPage final : public TabbedListPage {
 public:
  MyWorkPage(wxWindow* parent, PageHost& host, viewmodels::MyWorkViewModel& viewModel);

  void refresh() override { m_viewModel.refresh(); }

 private:
  long rowCount() const override { return m_viewModel.rowCount(); }
  std::string cell(long row, int column) const override;
  RowStyle style(long row, int column) const override;
  void open(long row, bool behind) override;
  void select(long row) override { m_viewModel.select(row); }
  long selectedRow() const override { return m_viewModel.selectedRow(); }
  void showState() override;

  void showTabs();

  viewmodels::MyWorkViewModel& m_viewModel;
  wxStaticText* m_summary = nullptr;
};

}  // namespace octad::gui
