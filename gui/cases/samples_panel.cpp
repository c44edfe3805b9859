#include "gui/cases/samples_panel.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/cases/action_dialog.hpp"
#include "gui/cases/text_table.hpp"
#include "gui/viewmodels/sample_forms.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/palette.hpp"

namespace octad::gui {

using model::tr;
using viewmodels::CaseActionId;
using viewmodels::CaseSampleRow;

namespace {

constexpr int kFewestRows = 2;
constexpr int kMostRows = 4;
constexpr int kListShare = 3;
constexpr int kWayShare = 2;

/// Who has it; the number of the return that it became comes first.
std::string whereIs(const CaseSampleRow& sample) {
  if (sample.returnNumber.empty()) return sample.holder;
  return "→ " + sample.returnNumber + (sample.holder.empty() ? "" : " · " + sample.holder);
}

}  // namespace

SamplesPanel::SamplesPanel(wxWindow* parent, viewmodels::CasePageViewModel& page,
                           std::function<void(CaseActionId)> act)
    : wxPanel(parent), m_page(page), m_text(page.session().translator), m_act(std::move(act)) {
  auto* outer = new wxBoxSizer(wxVERTICAL);
  outer->Add(buildHead(), wxSizerFlags().Expand());
  m_wait = makeText(this, {});
  outer->Add(m_wait, wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::inside)));
  outer->Add(buildLists(), wxSizerFlags(1).Expand().Border(wxTOP, gap(this, Gap::field)));
  SetSizer(outer);
}

wxSizer* SamplesPanel::buildHead() {
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(makeSection(this, m_text(tr("Samples"))), wxSizerFlags(1).CentreVertical());
  m_return = makeButton(this, m_text(tr("Becomes a return…")), [this] {
    if (const auto* row = chosen()) ask(viewmodels::sampleReturnForm(m_page, row->id));
  });
  m_consent = makeButton(this, m_text(tr("Destructive test…")), [this] {
    if (const auto* row = chosen()) ask(viewmodels::sampleConsentForm(m_page, row->id));
  });
  m_move = makeButton(this, m_text(tr("Hand on…")), [this] {
    if (const auto* row = chosen()) ask(viewmodels::moveSampleForm(m_page, row->id));
  });
  m_analysable = makeButton(this, m_text(tr("Can be analysed…")), [this] {
    if (const auto* row = chosen()) ask(viewmodels::analysableForm(m_page, row->id));
  });
  m_news = makeButton(this, m_text(viewmodels::actionOf(m_page.actions(), CaseActionId::sample).label),
                      [this] { m_act(CaseActionId::sample); });
  for (auto* button : {m_return, m_consent, m_move, m_analysable, m_news})
    head->Add(button, wxSizerFlags().CentreVertical().Border(wxLEFT, gap(this, Gap::field)));
  return head;
}

wxSizer* SamplesPanel::buildLists() {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  m_list = new TextTable(this, m_text(tr("Samples")),
                         {{m_text(tr("Arrived")), 16.5, false, false, false},
                          {m_text(tr("Pieces")), 6, true, false, false},
                          {m_text(tr("Can be analysed")), 16.5, false, false, false},
                          {m_text(tr("Who has it")), 14, false, false, true},
                          {m_text(tr("Destructive test")), 12, false, false, true}},
                         kFewestRows, kMostRows);
  m_list->list()->onSelect = [this](long) { showChosen(); };
  row->Add(m_list->list(), wxSizerFlags(kListShare).Expand());
  m_way = new TextTable(this, m_text(tr("Way of the sample")),
                        {{m_text(tr("Since")), 18.5, false, false, false},
                         {m_text(tr("Way of the sample")), 20, false, false, true}},
                        kFewestRows, kMostRows);
  row->Add(m_way->list(), wxSizerFlags(kWayShare).Expand().Border(wxLEFT, gap(this, Gap::group)));
  return row;
}

const CaseSampleRow* SamplesPanel::chosen() const {
  const auto* row = m_list->selected();
  if (row)
    for (const auto& sample : m_rows)
      if (sample.id.value == row->key) return &sample;
  return nullptr;
}

void SamplesPanel::refresh() {
  const auto& session = m_page.session();
  m_rows = viewmodels::caseSampleRows(m_page.file(), session.zone);
  std::vector<TextTable::Row> rows;
  for (const auto& sample : m_rows) {
    TextTable::Row row;
    if (sample.toCome)
      row.cells = {sample.arrived ? sample.arrivedAt : m_text(tr("on its way")),
                   viewmodels::groupedNumber(sample.quantity), sample.analysableAt, whereIs(sample),
                   sample.consent.id.empty() ? m_text(tr("not asked")) : m_text(sample.consent)};
    else
      row.cells = {m_text(tr("No sample will come")), {}, {}, sample.note, {}};
    row.key = sample.id.value;
    rows.push_back(std::move(row));
  }
  const bool any = !rows.empty();
  m_list->list()->Show(any);
  m_way->list()->Show(any);
  m_list->show(std::move(rows));
  if (any && !m_list->selected()) m_list->list()->selectRow(0);
  const auto wait = viewmodels::sampleWait(m_page.file(), session.zone, session.clock.now());
  std::string words;
  if (wait)
    words = m_text(wait->words);
  else if (!any)
    words = m_text(tr("No sample yet."));
  m_wait->SetForegroundColour(wait && wait->remind ? coloursOf(viewmodels::Tone::warning).text
                                                   : mutedColour());
  setText(m_wait, words);
  m_wait->Show(!words.empty());
  showChosen();
}

void SamplesPanel::showChosen() {
  const auto* sample = chosen();
  std::vector<TextTable::Row> steps;
  if (sample)
    for (const auto& step : viewmodels::sampleWay(m_page.file(), sample->id, m_page.session().zone)) {
      TextTable::Row row;
      std::string words = m_text(step.what);
      if (!step.note.empty()) words += " · " + step.note;
      row.cells = {step.when, words};
      row.style.bold = step.now;
      steps.push_back(std::move(row));
    }
  m_way->show(std::move(steps));
  const auto actions = m_page.actions();
  const auto& news = viewmodels::actionOf(actions, CaseActionId::sample);
  showAction(m_news, news, m_text);
  showAction(m_analysable, news, m_text, sample && sample->markable);
  showAction(m_move, viewmodels::actionOf(actions, CaseActionId::moveSample), m_text,
             sample && sample->arrived);
  showAction(m_consent, viewmodels::actionOf(actions, CaseActionId::sampleConsent), m_text,
             sample && sample->toCome);
  showAction(m_return, viewmodels::actionOf(actions, CaseActionId::announceReturn), m_text,
             sample && sample->arrived && sample->returnNumber.empty() &&
                 m_page.session().may(model::Right::recordReturn));
  for (auto* button : {m_return, m_consent, m_move, m_analysable}) button->Show(!m_rows.empty());
  Layout();
}

void SamplesPanel::ask(viewmodels::ActionForm form) {
  showActionDialog(this, m_page, std::move(form));
}

void SamplesPanel::jump() {
  (m_rows.empty() ? static_cast<wxWindow*>(m_news) : m_list->list())->SetFocus();
}

}  // namespace octad::gui
