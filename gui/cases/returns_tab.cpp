#include "gui/cases/returns_tab.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/cases/action_dialog.hpp"
#include "gui/cases/samples_panel.hpp"
#include "gui/cases/text_table.hpp"
#include "gui/viewmodels/return_forms.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/chip.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/palette.hpp"

namespace octad::gui {

using model::tr;
using viewmodels::CaseActionId;
using viewmodels::CaseReturnRow;
using viewmodels::groupedNumber;
using viewmodels::ReturnHold;

namespace {

constexpr int kFewestRows = 3;
constexpr int kMostRows = 6;

}  // namespace

ReturnsTab::ReturnsTab(wxWindow* parent, CaseTabHost& host) : CaseTabPanel(parent, host) {
  const int side = gap(this, Gap::group);
  auto* outer = new wxBoxSizer(wxVERTICAL);
  outer->Add(buildHead(), wxSizerFlags().Expand().Border(wxALL, side));
  m_empty = makeMuted(this, text()(tr("No returned goods yet. Announce what the customer sends back, so that "
                                      "every piece is accounted for.")));
  outer->Add(m_empty, wxSizerFlags().Border(wxLEFT | wxRIGHT, side));
  m_list = makeList();
  outer->Add(m_list->list(), wxSizerFlags(3).Expand().Border(wxLEFT | wxRIGHT, side));
  m_hold = makeText(this, {});
  outer->Add(m_hold, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, side));
  m_balance = makeText(this, {});
  outer->AddSpacer(gap(this, Gap::inside));
  outer->Add(m_balance, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, side));
  outer->AddSpacer(gap(this, Gap::section));
  m_samples = new SamplesPanel(this, page(), this->host().act);
  outer->Add(m_samples, wxSizerFlags(2).Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, side));
  SetSizer(outer);
  refresh();
}

wxSizer* ReturnsTab::buildHead() {
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(makeTitle(this, text()(tr("Returned goods"))), wxSizerFlags().CentreVertical());
  m_totals = makeMuted(this, {});
  head->Add(m_totals, wxSizerFlags(1).CentreVertical().Border(wxLEFT, gap(this, Gap::group)));
  const auto actions = page().actions();
  m_open = makeButton(this, text()(tr("&Open the return")), [this] { open(); });
  m_continue = makeButton(this, text()(viewmodels::actionOf(actions, CaseActionId::continueReturn).label),
                          [this] { handOver(); });
  m_announce = makeButton(this, text()(viewmodels::actionOf(actions, CaseActionId::announceReturn).label),
                          [this] { host().act(CaseActionId::announceReturn); });
  for (auto* button : {m_open, m_continue, m_announce})
    head->Add(button, wxSizerFlags().CentreVertical().Border(wxLEFT, gap(this, Gap::field)));
  return head;
}

TextTable* ReturnsTab::makeList() {
  auto* list = new TextTable(this, text()(tr("Returned goods")),
                             {{text()(tr("Return")), 10.5, false, false, false},
                              {text()(tr("RMA")), 11, false, false, true},
                              {text()(tr("Part, lot")), 11.5, false, false, true},
                              {text()(tr("State")), 14, false, false, true},
                              {text()(tr("Announced")), 8, true, false, false},
                              {text()(tr("Received")), 8, true, false, false},
                              {text()(tr("Confirmed")), 8, true, false, false},
                              {text()(tr("NTF")), 5, true, false, false},
                              {text()(tr("Cust.-caused")), 8, true, false, false},
                              {text()(tr("Open")), 5, true, false, false},
                              {text()(tr("Closing")), 15.5, false, false, false}},
                             kFewestRows, kMostRows);
  list->list()->onSelect = [this](long) { showChosen(); };
  list->list()->onActivate = [this](long) { open(); };
  return list;
}

const CaseReturnRow* ReturnsTab::chosen() const {
  const auto* row = m_list->selected();
  if (row)
    for (const auto& line : m_rows)
      if (line.lineId.value == row->key) return &line;
  return nullptr;
}

void ReturnsTab::refresh() {
  m_rows = viewmodels::caseReturnRows(page().file());
  std::vector<TextTable::Row> rows;
  for (const auto& line : m_rows) {
    TextTable::Row row;
    row.cells = {line.number,
                 line.rmaNumber,
                 line.lot.empty() ? line.part : line.part + ", " + line.lot,
                 chipText(line.state, text()),
                 groupedNumber(line.announced),
                 groupedNumber(line.received),
                 groupedNumber(line.confirmed),
                 groupedNumber(line.noTroubleFound),
                 groupedNumber(line.customerCaused),
                 groupedNumber(line.open),
                 text()(line.closing)};
    if (line.hold == ReturnHold::blocks) row.style.tone = viewmodels::Tone::warning;
    if (line.hold == ReturnHold::goesOn) row.style.tone = viewmodels::Tone::general;
    row.key = line.lineId.value;
    rows.push_back(std::move(row));
  }
  const bool any = !rows.empty();
  m_empty->Show(!any);
  m_list->list()->Show(any);
  m_list->show(std::move(rows));
  if (any && !m_list->selected()) m_list->list()->selectRow(0);
  const auto totals = viewmodels::returnTotals(page().file());
  setText(m_totals, totals.id.empty() ? std::string() : text()(totals));
  m_samples->refresh();
  showChosen();
}

void ReturnsTab::showChosen() {
  const auto* line = chosen();
  const auto sentence = line ? viewmodels::holdSentence(page().file(), *line) : model::Message();
  const bool blocks = line && line->hold == ReturnHold::blocks;
  m_hold->SetForegroundColour(coloursOf(blocks ? viewmodels::Tone::warning : viewmodels::Tone::general).text);
  setText(m_hold, sentence.id.empty() ? std::string() : text()(sentence));
  m_hold->Show(!sentence.id.empty());
  setText(m_balance,
          line ? viewmodels::balanceWords(page().file().returnBalance(line->lineId), text()) : std::string());
  m_balance->Show(line != nullptr);
  const auto actions = page().actions();
  showAction(m_announce, viewmodels::actionOf(actions, CaseActionId::announceReturn), text());
  showAction(m_continue, viewmodels::actionOf(actions, CaseActionId::continueReturn), text());
  if (line && line->ended) m_continue->Disable();
  m_open->Enable(line != nullptr);
  Layout();
}

void ReturnsTab::open() {
  const auto* line = chosen();
  if (line) host().openReturn(line->returnId);
}

void ReturnsTab::handOver() {
  const auto* line = chosen();
  showActionDialog(this, page(), viewmodels::handOverForm(page(), line ? line->returnId : model::ReturnId()));
}

void ReturnsTab::jump(const viewmodels::JumpTarget& target) {
  if (target.table == "samples") {
    m_samples->jump();
    return;
  }
  for (std::size_t row = 0; row < m_rows.size(); ++row) {
    if (m_rows[row].hold != ReturnHold::blocks) continue;
    m_list->list()->selectRow(static_cast<long>(row));
    break;
  }
  showChosen();
  (m_rows.empty() ? static_cast<wxWindow*>(m_announce) : m_list->list())->SetFocus();
}

}  // namespace octad::gui
