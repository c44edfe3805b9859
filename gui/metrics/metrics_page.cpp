#include "gui/metrics/metrics_page.hpp"

#include <algorithm>
#include <wx/button.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "gui/widgets/chart_panel.hpp"
#include "gui/widgets/choice.hpp"
#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/palette.hpp"
#include "model/metrics/class_note.hpp"
#include "reports/charts/column_chart.hpp"

namespace octad::gui {

using model::tr;

namespace {

constexpr double kMonthChars = 11;
constexpr int kYear = 12;
constexpr int kQuarter = 3;

}  // namespace

MetricsPage::MetricsPage(wxWindow* parent, PageHost& host, PageServices services)
    : wxPanel(parent), m_host(host), m_services(std::move(services)), m_metrics(host.session()) {
  m_connections.emplace_back(m_metrics.changed.connect([this] { show(); }));
  m_connections.emplace_back(m_metrics.failed.connect([this](const std::exception_ptr& error) {
    const auto& text = m_host.session().translator;
    m_bar->showError(error, text, text(tr("Read again")), [this] { m_metrics.load(); });
    Layout();
  }));
  m_connections.emplace_back(host.session().translator.changed.connect([this] { rebuild(); }));
  build();
  m_metrics.load();
}

MetricsPage::~MetricsPage() {
  m_connections.clear();
  m_from = m_to = nullptr;
  DestroyChildren();
}

void MetricsPage::build() {
  const auto& text = m_host.session().translator;
  auto* outer = new wxBoxSizer(wxVERTICAL);
  m_bar = new ErrorBar(this);
  outer->Add(m_bar, wxSizerFlags().Expand());
  outer->Add(buildHead(), wxSizerFlags().Expand().Border(wxALL, gap(this, Gap::group)));
  outer->Add(buildChoosers(),
             wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap(this, Gap::group)));
  m_problem = makeText(this, {});
  m_problem->SetForegroundColour(coloursOf(viewmodels::Tone::late).text);
  m_problem->Hide();
  outer->Add(m_problem, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap(this, Gap::group)));
  auto* middle = new wxBoxSizer(wxHORIZONTAL);
  m_list = new RowList(this, text(tr("Counts")),
                       {{text.label(m_metrics.dimension()), 14, false, false, true},
                        {text(tr("All")), 8, true, false, false},
                        {text(tr("Counted")), 10, true, false, false},
                        {text(tr("Weighted")), 10, true, false, false}},
                       *this);
  middle->Add(m_list, wxSizerFlags(2).Expand());
  m_chart = new ChartPanel(this);
  middle->Add(m_chart, wxSizerFlags(3).Expand().Border(wxLEFT, gap(this, Gap::group)));
  outer->Add(middle, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, gap(this, Gap::group)));
  // Two labels: one line would be cut off in a narrow window.
  auto* notes = new wxBoxSizer(wxVERTICAL);
  for (const char* words :
       {tr("All: every recorded complaint. Counted: weight above 0, once per 8D, customer and month."),
        tr("Weighted: the sum of their weights. Totals count cases; parts and defects count items.")})
    notes->Add(makeMuted(this, text(words)));
  m_classNote = makeMuted(this, text(model::kClassNote));
  m_classNote->Hide();
  notes->Add(m_classNote);
  outer->Add(notes, wxSizerFlags().Border(wxALL, gap(this, Gap::group)));
  SetSizer(outer);
}

wxSizer* MetricsPage::buildHead() {
  const auto& text = m_host.session().translator;
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(makeTitle(this, text(tr("Metrics"))), wxSizerFlags(1).CentreVertical());
  if (!m_services.writeCounts) return row;
  const auto add = [&](const char* words, bool excel) {
    row->Add(makeButton(this, text(words), [this, excel] { exportCounts(excel); }),
             wxSizerFlags().CentreVertical().Border(wxLEFT, gap(this, Gap::field)));
  };
  add(tr("Export to PDF…"), false);
  add(tr("Export to Excel…"), true);
  return row;
}

wxSizer* MetricsPage::buildChoosers() {
  const auto& text = m_host.session().translator;
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  const auto label = [&](const char* words) {
    row->Add(makeText(this, text(words)),
             wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::inside)));
  };
  const auto add = [&](wxWindow* window) {
    row->Add(window, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::field)));
  };
  label(tr("Counted by"));
  m_dimension = new KeyChoice(this, enumEntries<model::Dimension>(text));
  m_dimension->setKey(std::string(model::keyOf(m_metrics.dimension())));
  setAccessibleName(m_dimension, text(tr("Counted by")));
  m_dimension->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { readAgain(); });
  add(m_dimension);
  const auto month = [&](const char* words, const std::string& value) {
    label(words);
    auto* field =
        new wxTextCtrl(this, wxID_ANY, toWx(value), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    field->SetInitialSize({chars(this, kMonthChars), -1});
    field->SetHint("YYYY-MM");
    setAccessibleName(field, text(words));
    field->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { readAgain(); });
    field->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
      event.Skip();
      if (!m_from || !m_to) return;  // while the page goes away
      if (fromWx(m_from->GetValue()) != m_metrics.fromMonth() ||
          fromWx(m_to->GetValue()) != m_metrics.toMonth())
        CallAfter([this] { readAgain(); });
    });
    add(field);
    return field;
  };
  m_from = month(tr("From month"), m_metrics.fromMonth());
  m_to = month(tr("To month"), m_metrics.toMonth());
  const auto preset = [&](const char* words, int months) {
    add(makeButton(this, text(words), [this, months] {
      const auto& session = m_host.session();
      const auto list = viewmodels::lastMonths(session.zone.date(session.clock.now()), months);
      m_from->ChangeValue(toWx(list.front()));
      m_to->ChangeValue(toWx(list.back()));
      readAgain();
    }));
  };
  preset(tr("3 months"), kQuarter);
  preset(tr("12 months"), kYear);
  return row;
}

void MetricsPage::rebuild() {
  m_from = m_to = nullptr;
  DestroyChildren();
  SetSizer(nullptr);
  build();
  show();
  Layout();
}

void MetricsPage::refresh() {
  m_metrics.load();
}

void MetricsPage::readAgain() {
  const auto& text = m_host.session().translator;
  if (const auto dimension = model::fromKey<model::Dimension>(m_dimension->key()))
    m_metrics.setDimension(*dimension);
  const auto problem = m_metrics.setPeriod(fromWx(m_from->GetValue()), fromWx(m_to->GetValue()));
  m_problem->Show(problem.has_value());
  if (problem) m_problem->SetLabel(toWx("⚠ " + text(*problem)));
  Layout();
  if (!problem) m_metrics.load();
}

void MetricsPage::show() {
  m_bar->Dismiss();
  m_list->GetColumn(0)->SetTitle(toWx(m_host.session().translator.label(m_metrics.dimension())));
  m_list->reload();
  m_classNote->Show(m_metrics.hasNamedClasses());
  Layout();
  drawChart();
}

void MetricsPage::drawChart() {
  const auto& text = m_host.session().translator;
  reports::ColumnChart chart;
  chart.emptyText = text(tr("No complaints in this period"));
  chart.series = {{text(tr("All")), {}}, {text(tr("Counted")), {}}, {text(tr("Weighted")), {}}};
  std::string description;
  const auto& rows = m_metrics.rows();
  for (std::size_t index = 0; index < std::min(rows.size(), viewmodels::MetricsViewModel::kChartRows);
       ++index) {
    const auto& row = rows[index];
    const std::string label = m_metrics.rowLabel(row);
    chart.categories.push_back(label);
    chart.series[0].values.push_back(static_cast<double>(row.all));
    chart.series[1].values.push_back(static_cast<double>(row.counted));
    chart.series[2].values.push_back(static_cast<double>(row.weighted));
    description += label + " " + std::to_string(row.all) + "; ";
  }
  m_chart->setDrawing([chart](cairo_t* cr, double width,
                              double height) { reports::drawColumnChart(cr, width, height, chart); },
                      description);
}

long MetricsPage::rowCount() const {
  const auto rows = static_cast<long>(m_metrics.rows().size());
  return rows == 0 ? 0 : rows + 1;
}

std::string MetricsPage::cell(long row, int column) const {
  const bool isTotal = row >= static_cast<long>(m_metrics.rows().size());
  const auto& count = isTotal ? m_metrics.table().total : m_metrics.rows()[static_cast<std::size_t>(row)];
  switch (column) {
    case 0:
      return isTotal ? m_host.session().translator(tr("Total")) : m_metrics.rowLabel(count);
    case 1:
      return viewmodels::groupedNumber(count.all);
    case 2:
      return viewmodels::groupedNumber(count.counted);
    default:
      return viewmodels::groupedNumber(count.weighted);
  }
}

RowStyle MetricsPage::style(long row, int) const {
  RowStyle style;
  style.bold = row >= static_cast<long>(m_metrics.rows().size());
  return style;
}

void MetricsPage::exportCounts(bool workbook) {
  const auto& text = m_host.session().translator;
  const std::string extension = workbook ? "xlsx" : "pdf";
  wxFileDialog file(wxGetTopLevelParent(this), toWx(text(tr("Export the counts"))), {},
                    toWx("octad-" + m_metrics.fromMonth() + "-" + m_metrics.toMonth() + "." + extension),
                    toWx("*." + extension), wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
  if (file.ShowModal() != wxID_OK) return;
  CountExportRequest request{m_metrics.table(), workbook, fromWx(file.GetPath())};
  viewmodels::inBackground(
      m_host.session().executor, m_life,
      [write = m_services.writeCounts, request] {
        write(request);
        return request.path;
      },
      [this](const std::string& path) {
        const auto& translate = m_host.session().translator;
        m_bar->offerFile(translate(model::Message(tr("Saved as {0}"), {path})), path, translate);
        Layout();
      },
      [this](const std::exception_ptr& error) { m_bar->showError(error, m_host.session().translator); });
}

}  // namespace octad::gui
