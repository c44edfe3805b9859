#pragma once

#include <boost/signals2/connection.hpp>
#include <vector>
#include <wx/panel.h>

#include "gui/cases/page_services.hpp"
#include "gui/shell/page_host.hpp"
#include "gui/viewmodels/metrics.hpp"
#include "gui/widgets/row_list.hpp"

class wxStaticText;
class wxTextCtrl;

namespace octad::gui {

class ChartPanel;
class ErrorBar;
class KeyChoice;

/// Counts of a period: all, counted and weighted side by side, as a table and as the same chart that the
/// report has.
class MetricsPage final : public wxPanel, public PageCommands, private RowSource {
 public:
  MetricsPage(wxWindow* parent, PageHost& host, PageServices services);
  ~MetricsPage() override;
  MetricsPage(const MetricsPage&) = delete;
  MetricsPage& operator=(const MetricsPage&) = delete;

  void refresh() override;
  void save() override {}
  void submit() override {}
  bool mayClose() override { return true; }
  bool followsLanguage() const override { return true; }
  viewmodels::MetricsViewModel& viewModel() { return m_metrics; }

 private:
  long rowCount() const override;
  std::string cell(long row, int column) const override;
  RowStyle style(long row, int column) const override;

  void build();
  wxSizer* buildHead();
  wxSizer* buildChoosers();
  void rebuild();
  void readAgain();
  void show();
  void drawChart();
  void exportCounts(bool workbook);

  PageHost& m_host;
  PageServices m_services;
  viewmodels::MetricsViewModel m_metrics;
  ErrorBar* m_bar = nullptr;
  KeyChoice* m_dimension = nullptr;
  wxTextCtrl* m_from = nullptr;
  wxTextCtrl* m_to = nullptr;
  wxStaticText* m_problem = nullptr;
  wxStaticText* m_classNote = nullptr;  ///< shown with classes that a policy names
  RowList* m_list = nullptr;
  ChartPanel* m_chart = nullptr;
  std::vector<boost::signals2::scoped_connection> m_connections;
  viewmodels::Lifetime m_life;
};

}  // namespace octad::gui
