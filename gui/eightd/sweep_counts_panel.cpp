#include "gui/eightd/sweep_counts_panel.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/cases/action_dialog.hpp"
#include "gui/cases/text_table.hpp"
#include "gui/viewmodels/sweep_counts.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/palette.hpp"

namespace octad::gui {

using model::Message;
using model::tr;
using model::translated;

namespace {

constexpr int kFewestRows = 2;
constexpr int kMostRows = 6;

}  // namespace

SweepCountsPanel::SweepCountsPanel(wxWindow* parent, viewmodels::CasePageViewModel& page)
    : wxPanel(parent), m_page(page), m_text(page.session().translator) {
  auto* outer = new wxBoxSizer(wxVERTICAL);
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  m_title = makeSection(this, {});
  head->Add(m_title, wxSizerFlags().CentreVertical());
  m_progress = makeText(this, {});
  head->Add(m_progress, wxSizerFlags(1).CentreVertical().Border(wxLEFT, gap(this, Gap::group)));
  m_correct = makeButton(this, m_text(tr("Correct a count…")), [this] { count(true); });
  m_enter = makeButton(this, m_text(tr("Enter a count…")), [this] { count(false); });
  for (auto* button : {m_correct, m_enter})
    head->Add(button, wxSizerFlags().CentreVertical().Border(wxLEFT, gap(this, Gap::field)));
  outer->Add(head, wxSizerFlags().Expand());
  m_list = new TextTable(this, m_text(tr("Counts by the day")),
                         {{m_text(tr("Counted on")), 11, false, false, false},
                          {m_text(tr("OK")), 7, true, false, false},
                          {m_text(tr("NG")), 7, true, false, false},
                          {m_text(tr("Rework")), 7, true, false, false},
                          {m_text(tr("Sorted so far")), 9, true, false, false},
                          {m_text(tr("Who counted")), 10, false, false, false},
                          {m_text(tr("Lots, remarks")), 24, false, false, true}},
                         kFewestRows, kMostRows);
  outer->Add(m_list->list(), wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::inside)));
  SetSizer(outer);
}

void SweepCountsPanel::show(model::SweepLocation location) {
  m_location = location;
  const auto& file = m_page.file();
  const auto* row = viewmodels::sweepAt(file, location);
  setText(m_title, m_text(Message(tr("Counts: {0}"), {translated(model::labelOf(location))})));
  const auto whyNot = viewmodels::whyNotCount(file, m_page.session().actor, location);
  const bool counted = row && row->notApplicable.empty() && row->suspect > 0;
  std::string words;
  if (counted)
    words = m_text(viewmodels::sweepProgress(*row));
  else if (whyNot)
    words = m_text(*whyNot);
  const bool open = counted && row->open() > 0;
  m_progress->SetForegroundColour(open      ? coloursOf(viewmodels::Tone::warning).text
                                  : counted ? coloursOf(viewmodels::Tone::good).text
                                            : mutedColour());
  setText(m_progress, open ? "⚠ " + words : counted ? "✓ " + words : words);

  std::vector<TextTable::Row> rows;
  if (row)
    for (const auto& count : viewmodels::sweepCountRows(file, row->id)) {
      TextTable::Row line;
      line.cells = {count.day,
                    count.ok,
                    count.ng,
                    count.rework,
                    viewmodels::groupedNumber(count.sortedSoFar),
                    count.by,
                    (count.correction ? "↶ " : "") + count.note};
      line.style.muted = count.correction;
      rows.push_back(std::move(line));
    }
  const bool any = !rows.empty();
  m_list->show(std::move(rows));
  m_list->list()->Show(any);
  m_enter->Enable(!whyNot.has_value());
  m_enter->SetToolTip(toWx(whyNot ? m_text(*whyNot) : std::string()));
  m_correct->Show(any);
  m_correct->Enable(!whyNot.has_value());
  Layout();
  if (onHeight) onHeight();
}

void SweepCountsPanel::count(bool correction) {
  if (const auto* row = viewmodels::sweepAt(m_page.file(), m_location))
    showActionDialog(this, m_page, viewmodels::sweepCountForm(m_page, *row, correction));
}

}  // namespace octad::gui
