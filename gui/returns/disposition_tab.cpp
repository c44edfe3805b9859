#include "gui/returns/disposition_tab.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/cases/text_table.hpp"
#include "gui/returns/return_files.hpp"
#include "gui/viewmodels/return_findings.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/palette.hpp"

namespace octad::gui {

using model::Disposition;
using model::Message;
using model::tr;
using viewmodels::groupedNumber;
using viewmodels::ReturnActionId;
using viewmodels::Tone;

namespace {
constexpr int kFewestRows = 4;
constexpr int kMostRows = 8;
}  // namespace

DispositionTab::DispositionTab(wxWindow* parent, ReturnTabHost& host) : ReturnTabPanel(parent, host) {
  const int side = gap(this, Gap::group);
  auto* outer = new wxBoxSizer(wxVERTICAL);
  outer->Add(makeSection(this, text()(tr("Decided, and what became of it"))),
             wxSizerFlags().Border(wxLEFT | wxRIGHT | wxTOP, side));
  m_none = makeMuted(this, text()(tr("No pieces await a disposition yet.")));
  outer->Add(m_none, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxTOP, side));
  m_dispositions = new TextTable(this, text()(tr("Decided, and what became of it")),
                                 {{text()(tr("Line")), 16, false, false, true},
                                  {text()(tr("Finding")), 15, false, false, true},
                                  {text()(tr("Disposition")), 13, false, false, true},
                                  {text()(tr("Pieces")), 7, true, false, false},
                                  {text()(tr("Under way")), 8, true, false, false},
                                  {text()(tr("Ready")), 7, true, false, false},
                                  {text()(tr("Shipped")), 7, true, false, false},
                                  {text()(tr("Credited")), 7, true, false, false},
                                  {text()(tr("Scrapped")), 7, true, false, false}},
                                 kFewestRows, kMostRows);
  outer->Add(m_dispositions->list(), wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxTOP, side));
  outer->Add(makeAuthorisation(), wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, side));
  outer->Add(makeCosts(), wxSizerFlags(1).Expand().Border(wxALL, side));
  SetSizer(outer);
  refresh();
}

wxSizer* DispositionTab::makeAuthorisation() {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  m_authorisation = makeText(this, {});
  row->Add(m_authorisation, wxSizerFlags(1).CentreVertical());
  m_certificate = makeButton(this, text()(tr("Attach a &certificate…")),
                             [this] { attach(model::ReturnPaper::certificate); });
  m_attach = makeButton(this, text()(tr("Attach the &authorisation…")),
                        [this] { attach(model::ReturnPaper::authorisation); });
  for (auto* button : {m_certificate, m_attach})
    row->Add(button, wxSizerFlags().CentreVertical().Border(wxLEFT, gap(this, Gap::field)));
  return row;
}

wxSizer* DispositionTab::makeCosts() {
  auto* box = new wxBoxSizer(wxVERTICAL);
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(makeSection(this, text()(tr("Costs"))), wxSizerFlags().CentreVertical());
  m_totals = makeMuted(this, {});
  head->Add(m_totals, wxSizerFlags(1).CentreVertical().Border(wxLEFT, gap(this, Gap::group)));
  m_book = makeButton(this, text()(tr("Book a c&ost…")),
                      [this] { host().ask(viewmodels::costForm(page(), model::CostKind::credit)); });
  head->Add(m_book, wxSizerFlags().CentreVertical());
  box->Add(head, wxSizerFlags().Expand());
  m_costs = new TextTable(this, text()(tr("Costs")),
                          {{text()(tr("Booked on")), 11, false, false, false},
                           {text()(tr("Kind")), 22, false, false, true},
                           {text()(tr("Amount")), 12, true, false, false},
                           {text()(tr("Currency")), 8, false, false, false},
                           {text()(tr("Note or invoice")), 14, false, false, false},
                           {text()(tr("Note")), 20, false, false, true},
                           {text()(tr("Person")), 8, false, false, false}},
                          kFewestRows, kMostRows);
  box->Add(m_costs->list(), wxSizerFlags(1).Expand().Border(wxTOP, gap(this, Gap::inside)));
  return box;
}

void DispositionTab::refresh() {
  const auto& file = page().file();
  std::vector<TextTable::Row> rows;
  const auto shown = [](long long pieces) { return pieces == 0 ? std::string() : groupedNumber(pieces); };
  for (const auto& line : viewmodels::dispositionRows(file)) {
    TextTable::Row row;
    const bool waits = line.disposition == Disposition::none;
    row.cells = {line.line,
                 text().label(line.finding),
                 waits ? "⚠ " + text()(tr("to be decided")) : text().label(line.disposition),
                 groupedNumber(line.decided),
                 shown(line.work),
                 shown(line.ready),
                 shown(line.shipped),
                 shown(line.credited),
                 shown(line.scrapped)};
    if (waits) row.style.tone = Tone::warning;
    rows.push_back(std::move(row));
  }
  m_none->Show(rows.empty());
  m_dispositions->list()->Show(!rows.empty());
  m_dispositions->show(std::move(rows));
  const bool repairs = file.balance().disposed(Disposition::repair) > 0;
  std::string words = text()(tr("The customer's authorisation is not attached; a repair needs it."));
  for (const auto& paper : file.attachments)
    if (paper.paper == model::ReturnPaper::authorisation)
      words = "✓ " + text()(Message(tr("Customer's authorisation: {0}"), {paper.originalName}));
  const bool has = file.has(model::ReturnPaper::authorisation);
  m_authorisation->SetForegroundColour(has       ? coloursOf(Tone::good).text
                                       : repairs ? coloursOf(Tone::warning).text
                                                 : mutedColour());
  setText(m_authorisation, words);
  const auto actions = page().actions();
  for (auto* button : {m_attach, m_certificate})
    showAction(button, viewmodels::actionOf(actions, ReturnActionId::attach), text());
  showAction(m_book, viewmodels::actionOf(actions, ReturnActionId::cost), text());
  std::vector<TextTable::Row> costs;
  for (const auto& cost : viewmodels::costRows(file)) {
    TextTable::Row row{{cost.day, (cost.reversal ? "↶ " : "") + text().label(cost.kind), cost.amount,
                        cost.currency, cost.document, cost.note, cost.who},
                       {},
                       0};
    row.style.muted = cost.reversal;
    costs.push_back(std::move(row));
  }
  const std::string totals = viewmodels::costTotals(file);
  setText(m_totals, totals.empty() ? text()(tr("No costs yet. They can be booked after the closing, too."))
                                   : text()(Message(tr("in all {0}"), {totals})));
  m_costs->list()->Show(!costs.empty());
  m_costs->show(std::move(costs));
  Layout();
}

void DispositionTab::attach(model::ReturnPaper paper) {
  auto files = askForFiles(this, text());
  if (files.empty()) return;
  host().ask(returnAttachForm(page(), std::move(files), paper, {}));
}

}  // namespace octad::gui
