#pragma once

#include <boost/signals2/connection.hpp>
#include <vector>
#include <wx/panel.h>
#include <wx/timer.h>

#include "gui/shell/page_host.hpp"
#include "gui/viewmodels/return_list.hpp"
#include "gui/widgets/row_list.hpp"

class wxButton;
class wxSearchCtrl;
class wxSizer;
class wxStaticText;

namespace octad::gui {

class CustomerFilter;
class ErrorBar;
class KeyChoice;
class ListOrEmpty;
class StateStrip;

/// The returned goods: filter, board by state, list, and the figures of a period.
class ReturnListPage final : public wxPanel, public PageCommands, private RowSource {
 public:
  ReturnListPage(wxWindow* parent, PageHost& host, viewmodels::ReturnListViewModel& viewModel);

  void refresh() override;
  void save() override {}
  void submit() override {}
  bool mayClose() override { return true; }
  void focusList();
  RowList& list() { return *m_list; }

 private:
  long rowCount() const override { return m_viewModel.rowCount(); }
  std::string cell(long row, int column) const override;
  RowStyle style(long row, int column) const override;

  wxSizer* makeFilterBar();
  wxWindow* makeListArea();
  wxSizer* makeFigures();
  void connect();
  void showFilter();
  void applyFilter();
  void showRows();
  void showState();
  void open(long row);

  PageHost& m_host;
  viewmodels::ReturnListViewModel& m_viewModel;
  ErrorBar* m_errors = nullptr;
  KeyChoice* m_which = nullptr;
  KeyChoice* m_kind = nullptr;
  KeyChoice* m_waits = nullptr;
  CustomerFilter* m_customer = nullptr;
  wxSearchCtrl* m_text = nullptr;
  wxButton* m_clear = nullptr;
  wxStaticText* m_summary = nullptr;
  StateStrip* m_board = nullptr;
  ListOrEmpty* m_book = nullptr;
  RowList* m_list = nullptr;
  KeyChoice* m_period = nullptr;
  wxStaticText* m_figures = nullptr;
  wxTimer m_pause;  ///< a moment after typing in the search field
  std::vector<boost::signals2::scoped_connection> m_connections;
};

}  // namespace octad::gui
