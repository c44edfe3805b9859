#include "gui/cases/history_tab.hpp"

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

HistoryTab::HistoryTab(wxWindow* parent, CaseTabHost& host) : CaseTabPanel(parent, host) {
  auto* outer = new wxBoxSizer(wxVERTICAL);
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(makeTitle(this, text()(tr("History"))), wxSizerFlags(1).CentreVertical());
  m_derived = new wxCheckBox(this, wxID_ANY, toWx(text()(tr("Show computed changes too"))));
  m_derived->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { refresh(); });
  m_trail = makeMuted(this, {});
  head->Add(m_trail, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::group)));
  head->Add(m_derived, wxSizerFlags().CentreVertical());
  outer->Add(head, wxSizerFlags().Expand().Border(wxALL, gap(this, Gap::group)));
  m_events = new TextTable(this, text()(tr("History")),
                           {{text()(tr("Time")), 17, false, false, false},
                            {text()(tr("Person")), 14, false, false, false},
                            {text()(tr("What happened")), 40, false, false, true},
                            {text()(tr("Reason")), 30, false, false, false}},
                           kEventRows, kEventRows);
  m_events->list()->onSelect = [this](long) { showChanges(); };
  outer->Add(m_events->list(), wxSizerFlags(3).Expand().Border(wxLEFT | wxRIGHT, gap(this, Gap::group)));
  outer->Add(makeSection(this, text()(tr("Changed fields"))),
             wxSizerFlags().Border(wxLEFT | wxTOP, gap(this, Gap::group)));
  m_changes = new TextTable(this, text()(tr("Changed fields")),
                            {{text()(tr("Field")), 22, false, false, false},
                             {text()(tr("Before")), 30, false, false, false},
                             {text()(tr("After")), 30, false, false, true}},
                            kChangeRows, kChangeRows);
  outer->Add(m_changes->list(),
             wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap(this, Gap::group)));
  SetSizer(outer);
  refresh();
}

void HistoryTab::refresh() {
  std::vector<TextTable::Row> rows;
  const auto& history = page().history();
  for (std::size_t index = 0; index < history.size(); ++index) {
    const auto& line = history[index];
    if (line.derived && !m_derived->GetValue()) continue;
    TextTable::Row row;
    row.cells = {viewmodels::timeText(page().session().zone, line.at), line.person, text()(line.sentence),
                 line.reason};
    row.style.muted = line.derived;
    row.key = static_cast<long long>(index);
    rows.push_back(std::move(row));
  }
  m_events->show(std::move(rows));
  showChanges();
  if (!page().trail())
    m_trail->SetLabel({});
  else
    m_trail->SetLabel(toWx(page().trail()->faults.empty() ? text()(page().trailVerdict())
                                                          : text()(tr("Audit trail altered"))));
  Layout();
}

void HistoryTab::showChanges() {
  std::vector<TextTable::Row> rows;
  if (const auto* row = m_events->selected(); row != nullptr) {
    const auto index = static_cast<std::size_t>(row->key);
    if (index < page().history().size())
      for (const auto& change : page().history()[index].changes)
        rows.push_back({{change.column, change.before, change.after}, {}, 0});
  }
  m_changes->show(std::move(rows));
}

}  // namespace octad::gui
