#pragma once

#include "gui/viewmodels/my_work.hpp"
#include "gui/work/tabbed_list_page.hpp"

class wxStaticText;

namespace octad::gui {

class PeopleList;

/// The place "My work": what waits for the person at the window, beside it what that person waits for. Enter
/// opens the page where the work is done. Heads and quality managers see what waits for their people, too.
class MyWorkPage final : public TabbedListPage {
 public:
  /// Writes the list of the morning meeting to a file; runs in the executor.
  using MorningWriter = std::function<void(const viewmodels::Session& session, const std::string& path)>;

  MyWorkPage(wxWindow* parent, PageHost& host, viewmodels::MyWorkViewModel& viewModel,
             MorningWriter writeMorning);

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
  wxWindow* makeBeside();
  void saveMorningList();

  viewmodels::MyWorkViewModel& m_viewModel;
  MorningWriter m_writeMorning;
  viewmodels::Lifetime m_life;
  wxStaticText* m_summary = nullptr;
  PeopleList* m_people = nullptr;  ///< none: nobody is looked after
};

}  // namespace octad::gui
