#include "gui/returns/findings_tab.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/cases/text_table.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/palette.hpp"

namespace octad::gui {

using model::ConfirmedDecision;
using model::Message;
using model::tr;
using viewmodels::FindingRow;
using viewmodels::groupedNumber;
using viewmodels::ReturnActionId;
using viewmodels::Tone;

namespace {

constexpr int kFewestRows = 3;
constexpr int kMostRows = 6;
constexpr int kFindingsShare = 2;
constexpr int kPhenomenaShare = 1;

}  // namespace

FindingsTab::FindingsTab(wxWindow* parent, ReturnTabHost& host) : ReturnTabPanel(parent, host) {
  const int side = gap(this, Gap::group);
  auto* outer = new wxBoxSizer(wxVERTICAL);
  outer->Add(makeTallies(), wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxTOP, side));
  m_what = makeText(this, {});
  outer->Add(m_what, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, side));
  m_ntf = makeText(this, {});
  outer->AddSpacer(gap(this, Gap::inside));
  outer->Add(m_ntf, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, side));
  outer->Add(makeDecisions(), wxSizerFlags(1).Expand().Border(wxALL, side));
  SetSizer(outer);
  refresh();
}

wxSizer* FindingsTab::makeTallies() {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  auto* left = new wxBoxSizer(wxVERTICAL);
  left->Add(makeSection(this, text()(tr("Found, by line"))));
  m_findings = new TextTable(this, text()(tr("Found, by line")),
                             {{text()(tr("Line")), 13, false, false, true},
                              {text()(tr("Confirmed")), 8, true, false, false},
                              {text()(tr("NTF")), 5, true, false, false},
                              {text()(tr("Cust.-caused")), 8, true, false, false},
                              {text()(tr("Transport")), 8, true, false, false},
                              {text()(tr("No finding")), 8, true, false, false},
                              {text()(tr("Case")), 10, false, false, false}},
                             kFewestRows, kMostRows);
  m_findings->list()->onSelect = [this](long) { showChosen(); };
  m_findings->list()->onActivate = [this](long) {
    if (const auto* line = chosen(); line && !line->caseNumber.empty()) this->host().openCase(line->caseId);
  };
  left->Add(m_findings->list(), wxSizerFlags(1).Expand().Border(wxTOP, gap(this, Gap::inside)));
  row->Add(left, wxSizerFlags(kFindingsShare).Expand());
  auto* right = new wxBoxSizer(wxVERTICAL);
  right->Add(makeSection(this, text()(tr("What was seen"))));
  m_noPhenomena = makeMuted(this, text()(tr("Comes from the tests of units with a serial number.")));
  right->Add(m_noPhenomena, wxSizerFlags().Border(wxTOP, gap(this, Gap::inside)));
  m_phenomena = new TextTable(this, text()(tr("What was seen")),
                              {{text()(tr("Phenomenon")), 11, false, false, true},
                               {text()(tr("Finding")), 15.5, false, false, false},
                               {text()(tr("Units")), 6, true, false, false}},
                              kFewestRows, kMostRows);
  right->Add(m_phenomena->list(), wxSizerFlags(1).Expand().Border(wxTOP, gap(this, Gap::inside)));
  row->Add(right, wxSizerFlags(kPhenomenaShare).Expand().Border(wxLEFT, gap(this, Gap::group)));
  return row;
}

wxSizer* FindingsTab::makeDecisions() {
  auto* box = new wxBoxSizer(wxVERTICAL);
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(makeSection(this, text()(tr("Decisions and dossiers"))), wxSizerFlags(1).CentreVertical());
  m_openCase = makeButton(this, text()(tr("&Open the case")), [this] {
    if (const auto* line = chosen()) host().openCase(line->caseId);
  });
  m_attach =
      makeButton(this, text()(tr("&Attach to a case…")), [this] { decide(ConfirmedDecision::attach); });
  m_newCase = makeButton(this, text()(tr("Ne&w case…")), [this] {
    if (const auto* line = chosen()) host().newCase(line->lineId);
  });
  m_below = makeButton(this, text()(tr("&Below the trigger…")),
                       [this] { decide(ConfirmedDecision::belowTrigger); });
  m_dossier = makeButton(this, text()(tr("&NTF dossier…")), [this] {
    if (const auto* line = chosen()) host().ask(viewmodels::dossierForm(page(), line->lineId));
  });
  for (auto* button : {m_openCase, m_attach, m_newCase, m_below, m_dossier})
    head->Add(button, wxSizerFlags().CentreVertical().Border(wxLEFT, gap(this, Gap::field)));
  box->Add(head, wxSizerFlags().Expand());
  m_noDecisions = makeMuted(this, text()(tr("Nothing was decided yet.")));
  box->Add(m_noDecisions, wxSizerFlags().Border(wxTOP, gap(this, Gap::inside)));
  m_decisions = new TextTable(this, text()(tr("Decisions and dossiers")),
                              {{text()(tr("Line")), 14, false, false, false},
                               {text()(tr("What")), 24, false, false, true},
                               {text()(tr("Result or reason")), 26, false, false, true},
                               {text()(tr("Person")), 8, false, false, false},
                               {text()(tr("When")), 16.5, false, false, false}},
                              kFewestRows, kMostRows);
  box->Add(m_decisions->list(), wxSizerFlags(1).Expand().Border(wxTOP, gap(this, Gap::inside)));
  return box;
}

const FindingRow* FindingsTab::chosen() const {
  if (const auto* row = m_findings->selected())
    for (const auto& line : m_rows)
      if (line.lineId.value == row->key) return &line;
  return nullptr;
}

void FindingsTab::refresh() {
  const auto& file = page().file();
  m_rows = viewmodels::findingRows(file);
  std::vector<TextTable::Row> rows;
  for (const auto& line : m_rows) {
    TextTable::Row row;
    row.cells = {line.line,
                 groupedNumber(line.confirmed),
                 groupedNumber(line.noTroubleFound),
                 groupedNumber(line.customerCaused),
                 groupedNumber(line.transport),
                 groupedNumber(line.open),
                 line.caseId && line.caseNumber.empty() ? text()(tr("a case")) : line.caseNumber};
    if (line.undecided > 0 || line.ntfWaits) row.style.tone = Tone::warning;
    row.key = line.lineId.value;
    rows.push_back(std::move(row));
  }
  const bool any = !rows.empty();
  m_findings->show(std::move(rows));
  if (any && !m_findings->selected()) m_findings->list()->selectRow(0);
  std::vector<TextTable::Row> phenomena;
  for (const auto& seen : viewmodels::phenomenonRows(file))
    phenomena.push_back({{seen.phenomenon.empty() ? text()(tr("not written down")) : seen.phenomenon,
                          text().label(seen.finding), groupedNumber(seen.units)},
                         {},
                         0});
  m_noPhenomena->Show(phenomena.empty());
  m_phenomena->list()->Show(!phenomena.empty());
  m_phenomena->show(std::move(phenomena));
  std::vector<TextTable::Row> decisions;
  for (const auto& decision : viewmodels::decisionRows(file, page().session().zone, text())) {
    TextTable::Row row{{decision.line, text()(decision.what), decision.words, decision.who, decision.when},
                       {},
                       decision.lineId.value};
    if (decision.open) row.style.tone = Tone::warning;
    decisions.push_back(std::move(row));
  }
  m_noDecisions->Show(decisions.empty());
  m_decisions->list()->Show(!decisions.empty());
  m_decisions->show(std::move(decisions));
  showChosen();
}

void FindingsTab::showChosen() {
  const auto* line = chosen();
  std::string what;
  if (line && line->undecided > 0)
    what =
        "⚠ " + text()(Message(tr("{0} confirmed pieces have no case: attach them, open a case of their own, "
                                 "or say why they stay below the trigger."),
                              {groupedNumber(line->undecided)}));
  m_what->SetForegroundColour(coloursOf(Tone::warning).text);
  setText(m_what, what);
  m_what->Show(!what.empty());
  const std::string ntf = line && !line->ntf.id.empty() ? text()(line->ntf) : std::string();
  const bool waits = line && line->ntfWaits;
  m_ntf->SetForegroundColour(coloursOf(waits ? Tone::warning : Tone::good).text);
  setText(m_ntf, ntf.empty() ? ntf : (waits ? "⚠ " : "✓ ") + ntf);
  m_ntf->Show(!ntf.empty());
  const auto actions = page().actions();
  const auto& decideAction = viewmodels::actionOf(actions, ReturnActionId::decide);
  const bool free = line && !line->caseId;
  for (auto* button : {m_attach, m_newCase, m_below}) {
    showAction(button, decideAction, text());
    if (!free && button->IsEnabled()) {
      button->Disable();
      button->SetToolTip(toWx(text()(tr("This line belongs to a case."))));
    }
  }
  if (line && line->undecided == 0 && m_below->IsEnabled()) {
    m_below->Disable();
    m_below->SetToolTip(toWx(text()(tr("There are no confirmed pieces to decide on."))));
  }
  if (m_newCase->IsEnabled() && !page().session().may(model::Right::registerComplaint)) m_newCase->Disable();
  m_openCase->Enable(line && !line->caseNumber.empty());
  showAction(m_dossier, viewmodels::actionOf(actions, ReturnActionId::dossier), text());
  if (line && line->noTroubleFound == 0 && m_dossier->IsEnabled()) {
    m_dossier->Disable();
    m_dossier->SetToolTip(toWx(text()(tr("No pieces without trouble found."))));
  }
  Layout();
}

void FindingsTab::decide(ConfirmedDecision decision) {
  if (const auto* line = chosen()) host().ask(viewmodels::decideForm(page(), line->lineId, decision));
}

void FindingsTab::jump(const viewmodels::ReturnJump& target) {
  for (std::size_t row = 0; row < m_rows.size(); ++row)
    if (m_rows[row].lineId == target.lineId) m_findings->list()->selectRow(static_cast<long>(row));
  showChosen();
  m_findings->list()->SetFocus();
}

}  // namespace octad::gui
