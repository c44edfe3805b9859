#include "gui/cases/history_view.hpp"

#include <wx/checkbox.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/cases/text_table.hpp"
#include "gui/widgets/layout.hpp"

namespace octad::gui {

using model::tr;

namespace {
constexpr int kEventRows = 10;
constexpr int kChangeRows = 4;
}  // namespace

HistoryView::HistoryView(wxWindow* parent, const viewmodels::Translator& text)
    : wxPanel(parent), m_text(text) {
  auto* outer = new wxBoxSizer(wxVERTICAL);
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(makeTitle(this, m_text(tr("History"))), wxSizerFlags(1).CentreVertical());
  m_derived = new wxCheckBox(this, wxID_ANY, toWx(m_text(tr("Show computed changes too"))));
  m_derived->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { showEvents(); });
  m_verdict = makeMuted(this, {});
  head->Add(m_verdict, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::group)));
  head->Add(m_derived, wxSizerFlags().CentreVertical());
  outer->Add(head, wxSizerFlags().Expand().Border(wxALL, gap(this, Gap::group)));
  m_events = new TextTable(this, m_text(tr("History")),
                           {{m_text(tr("Time")), 17, false, false, false},
                            {m_text(tr("Person")), 14, false, false, false},
                            {m_text(tr("What happened")), 40, false, false, true},
                            {m_text(tr("Reason")), 30, false, false, false}},
                           kEventRows, kEventRows);
  m_events->list()->onSelect = [this](long) { showChanges(); };
  outer->Add(m_events->list(), wxSizerFlags(3).Expand().Border(wxLEFT | wxRIGHT, gap(this, Gap::group)));
  outer->Add(makeSection(this, m_text(tr("Changed fields"))),
             wxSizerFlags().Border(wxLEFT | wxTOP, gap(this, Gap::group)));
  m_changes = new TextTable(this, m_text(tr("Changed fields")),
                            {{m_text(tr("Field")), 22, false, false, false},
                             {m_text(tr("Before")), 30, false, false, false},
                             {m_text(tr("After")), 30, false, false, true}},
                            kChangeRows, kChangeRows);
  outer->Add(m_changes->list(),
             wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap(this, Gap::group)));
  SetSizer(outer);
}

void HistoryView::show(std::vector<told::HistoryLine> lines, const model::Zone& zone,
                       const std::string& verdict) {
  m_lines = std::move(lines);
  m_zone = zone;
  m_verdict->SetLabel(toWx(verdict));
  showEvents();
  Layout();
}

void HistoryView::showEvents() {
  std::vector<TextTable::Row> rows;
  for (std::size_t index = 0; index < m_lines.size(); ++index) {
    const auto& line = m_lines[index];
    if (line.derived && !m_derived->GetValue()) continue;
    TextTable::Row row;
    row.cells = {viewmodels::timeText(m_zone, line.at), line.person, m_text(line.sentence),
                 m_text(line.reason)};
    row.style.muted = line.derived;
    row.key = static_cast<long long>(index);
    rows.push_back(std::move(row));
  }
  m_events->show(std::move(rows));
  showChanges();
}

void HistoryView::showChanges() {
  std::vector<TextTable::Row> rows;
  if (const auto* row = m_events->selected(); row != nullptr) {
    const auto index = static_cast<std::size_t>(row->key);
    if (index < m_lines.size())
      for (const auto& change : m_lines[index].changes)
        rows.push_back({{change.column, change.before, change.after}, {}, 0});
  }
  m_changes->show(std::move(rows));
}

}  // namespace octad::gui
