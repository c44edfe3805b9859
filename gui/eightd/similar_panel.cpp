#include "gui/eightd/similar_panel.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/cases/action_dialog.hpp"
#include "gui/cases/text_table.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/palette.hpp"

namespace octad::gui {

using model::SimilarVerdict;
using model::tr;

namespace {

constexpr int kFewestRows = 2;
constexpr int kMostRows = 7;

}  // namespace

SimilarPanel::SimilarPanel(wxWindow* parent, CaseTabHost& host)
    : wxPanel(parent), m_host(host), m_text(host.page.text()), m_similar(host.page) {
  build();
  m_connections.emplace_back(m_similar.stateChanged.connect([this] { show(); }));
}

void SimilarPanel::build() {
  auto* outer = new wxBoxSizer(wxVERTICAL);
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(makeSection(this, m_text(tr("Similar cases"))), wxSizerFlags(1).CentreVertical());
  m_open = makeButton(this, m_text(tr("Open the case")), [this] { openChosen(); });
  m_same =
      makeButton(this, m_text(tr("Same problem…")), [this] { decide(SimilarVerdict::sameProblem, false); });
  m_recurrence =
      makeButton(this, m_text(tr("Recurrence…")), [this] { decide(SimilarVerdict::recurrence, false); });
  m_another =
      makeButton(this, m_text(tr("Another problem…")), [this] { decide(SimilarVerdict::different, false); });
  m_none = makeButton(this, m_text(tr("None of these: new…")),
                      [this] { decide(SimilarVerdict::different, true); });
  for (auto* button : {m_open, m_same, m_recurrence, m_another, m_none})
    head->Add(button, wxSizerFlags().CentreVertical().Border(wxLEFT, gap(this, Gap::field)));
  outer->Add(head, wxSizerFlags().Expand());
  m_summary = makeText(this, {});
  outer->Add(m_summary, wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::inside)));
  m_list = new TextTable(this, m_text(tr("Similar cases")),
                         fitTitles(this, {{"%", 5, true, false, false},
                                          {m_text(tr("No.")), 11, false, false, false},
                                          {m_text(tr("Customer")), 14, false, false, false},
                                          {m_text(tr("Part")), 13, false, false, false},
                                          {m_text(tr("Failure")), 16, false, false, true},
                                          {m_text(tr("State")), 12, false, false, false},
                                          {m_text(tr("Decision")), 16, false, false, false},
                                          {m_text(tr("Alike in")), 24, false, false, true}}),
                         kFewestRows, kMostRows);
  m_list->list()->SetName("similar");
  m_list->list()->onSelect = [this](long) { showButtons(); };
  m_list->list()->onActivate = [this](long) { openChosen(); };
  outer->Add(m_list->list(), wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::inside)));
  SetSizer(outer);
}

void SimilarPanel::refresh() {
  show();
  m_similar.refresh();
}

void SimilarPanel::show() {
  std::vector<TextTable::Row> rows;
  for (const auto& line : m_similar.cases()) {
    TextTable::Row row;
    const auto& other = line.other;
    row.cells = {std::to_string(line.similarity.score),
                 other.number,
                 other.customerName,
                 other.traits.part,
                 other.traits.failure.substr(0, other.traits.failure.find('\n')),
                 m_text.label(other.state),
                 line.decision ? m_text.label(line.decision->verdict) : std::string(),
                 viewmodels::similarReasons(line.similarity, m_text)};
    row.key = other.id.value;
    row.style.muted = line.similarity.score < model::kSimilarFrom && !line.decision;
    rows.push_back(std::move(row));
  }
  std::string words;
  for (const auto& sentence : viewmodels::similarSummary(m_host.page.file()))
    words += (words.empty() ? "" : " · ") + m_text(sentence);
  if (m_similar.error())
    words = m_text(tr("Similar cases could not be read. Press F5 to try again."));
  else if (rows.empty() && !m_similar.loading())
    words = m_text(tr("No similar case was found.")) + (words.empty() ? "" : " ") + words;
  const bool wanted = viewmodels::similarWanted(m_host.page.file());
  m_summary->SetForegroundColour(wanted ? coloursOf(viewmodels::Tone::warning).text : mutedColour());
  setText(m_summary, (wanted ? "⚠ " : "") + words);
  m_summary->Show(!words.empty());
  const bool any = !rows.empty();
  m_list->show(std::move(rows));
  m_list->list()->Show(any);
  showButtons();
  Layout();
  if (onHeight) onHeight();
}

void SimilarPanel::showButtons() {
  const auto* other = chosen();
  const auto enable = [this](wxButton* button, SimilarVerdict verdict, const model::SimilarCase* about) {
    const auto why = viewmodels::whyNotDecideSimilar(m_host.page, verdict, about);
    button->Enable(!why);
    button->SetToolTip(toWx(why ? m_text(*why) : std::string()));
  };
  enable(m_same, SimilarVerdict::sameProblem, other);
  enable(m_recurrence, SimilarVerdict::recurrence, other);
  enable(m_another, SimilarVerdict::different, other);
  m_another->Enable(m_another->IsEnabled() && other != nullptr);
  enable(m_none, SimilarVerdict::different, nullptr);
  m_open->Enable(other != nullptr);
}

const model::SimilarCase* SimilarPanel::chosen() const {
  const auto* row = m_list->selected();
  return row ? m_similar.find(model::ComplaintId(row->key)) : nullptr;
}

void SimilarPanel::decide(SimilarVerdict verdict, bool none) {
  const auto* other = none ? nullptr : chosen();
  if (const auto why = viewmodels::whyNotDecideSimilar(m_host.page, verdict, other))
    m_host.showStatus(m_text(*why));
  else
    showActionDialog(this, m_host.page, viewmodels::similarForm(verdict, other));
}

void SimilarPanel::openChosen() {
  if (const auto* other = chosen(); other && m_host.openCase) m_host.openCase(other->other.id);
}

void SimilarPanel::jump() {
  if (m_list->list()->IsShown())
    m_list->list()->SetFocus();
  else
    m_none->SetFocus();
}

}  // namespace octad::gui
