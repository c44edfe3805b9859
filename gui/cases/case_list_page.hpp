#pragma once

#include <boost/signals2/connection.hpp>
#include <set>
#include <vector>
#include <wx/panel.h>
#include <wx/timer.h>

#include "gui/cases/case_preview.hpp"
#include "gui/cases/page_services.hpp"
#include "gui/shell/page_host.hpp"
#include "gui/viewmodels/case_list.hpp"
#include "gui/widgets/row_list.hpp"

class wxCheckBox;
class wxBoxSizer;
class wxButton;
class wxSplitterWindow;
class wxStaticText;

namespace octad::gui {

class CustomerFilter;
class ErrorBar;
class KeyChoice;
class ListOrEmpty;

/// The list of cases with its filter bar and the preview below.
class CaseListPage final : public wxPanel, public PageCommands, private RowSource {
 public:
  /// `newComplaint` is what an empty list offers; `writeList` writes the list as a register inside the
  /// executor (empty: no such button).
  CaseListPage(wxWindow* parent, PageHost& host, viewmodels::CaseListViewModel& viewModel,
               std::function<void()> newComplaint,
               std::function<void(const ListExportRequest&)> writeList = {});

  void refresh() override;
  void save() override {}
  void submit() override {}
  bool mayClose() override { return true; }
  void focusList();
  RowList& list() { return *m_list; }
  bool flashes(model::ComplaintId id) const { return m_flashing.count(id.value) != 0; }

 private:
  long rowCount() const override;
  std::string cell(long row, int column) const override;
  RowStyle style(long row, int column) const override;
  RowStyle ownStyle(const model::CaseRow& row, int column) const;

  wxSizer* makeFilterBar();
  void arrangeBar();
  wxWindow* makeListArea(wxWindow* parent);
  void connect();
  void showFilter();   ///< filter of the viewmodel -> controls
  void applyFilter();  ///< controls -> viewmodel
  void showChoices();
  void showClasses();
  void showRows();
  void showState();
  void chooseView();
  void keepView();
  void openSelected();
  void exportList();
  void flash(const std::vector<model::ComplaintId>& changed);
  void endFlash();

  PageHost& m_host;
  viewmodels::CaseListViewModel& m_viewModel;
  std::function<void()> m_newComplaint;
  std::function<void(const ListExportRequest&)> m_writeList;
  ErrorBar* m_errors = nullptr;
  wxBoxSizer* m_bar = nullptr;  ///< filters and actions, beside or below each other
  wxBoxSizer* m_filters = nullptr;
  wxBoxSizer* m_actions = nullptr;
  KeyChoice* m_state = nullptr;
  KeyChoice* m_severity = nullptr;
  std::vector<std::pair<std::string, std::string>> m_classEntries;  ///< as m_severity has them
  CustomerFilter* m_customer = nullptr;
  KeyChoice* m_campaign = nullptr;  ///< shown where there are campaigns
  KeyChoice* m_department = nullptr;
  wxCheckBox* m_overdue = nullptr;
  KeyChoice* m_views = nullptr;
  wxButton* m_clear = nullptr;
  wxStaticText* m_summary = nullptr;
  ListOrEmpty* m_book = nullptr;
  RowList* m_list = nullptr;
  CasePreviewPanel* m_preview = nullptr;
  wxTimer m_slow;                  ///< "Reading…" is said after 200 ms only
  std::set<long long> m_flashing;  ///< cases whose rows are pointed out for a moment
  wxTimer m_flashEnd;
  std::vector<boost::signals2::scoped_connection> m_connections;
  viewmodels::Lifetime m_life;
};

}  // namespace octad::gui
