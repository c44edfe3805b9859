#include "gui/cases/coverage_tab.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/cases/action_dialog.hpp"
#include "gui/cases/missing_list.hpp"
#include "gui/cases/text_table.hpp"
#include "gui/viewmodels/coverage.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/chip.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/palette.hpp"

namespace octad::gui {

using model::CoverageColumn;
using model::tr;

namespace {

constexpr double kSubjectChars = 15;
constexpr double kCellChars = 22;
constexpr int kDetailChars = 130;

}  // namespace

CoverageTab::CoverageTab(wxWindow* parent, CaseTabHost& host) : CaseTabPanel(parent, host) {
  const int side = gap(this, Gap::group);
  auto* outer = new wxBoxSizer(wxVERTICAL);
  outer->Add(buildHead(), wxSizerFlags().Expand().Border(wxALL, side));
  std::vector<RowColumn> columns{{text()(tr("About")), kSubjectChars, false, false, false}};
  for (const auto& column : model::EnumKeys<CoverageColumn>::entries)
    columns.push_back({text().label(column.value), kCellChars, false, false, true});
  m_dates =
      new MissingList(this, text(), [this](const viewmodels::JumpTarget& to) { this->host().jump(to); });
  outer->Add(m_dates, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, side));
  m_list = new RowList(this, text()(tr("Coverage")), fitTitles(this, std::move(columns)), *this);
  m_list->onSelect = [this](long) { showChosen(); };
  m_list->onActivate = [this](long) { mend(); };
  outer->Add(m_list, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, side));
  m_missing =
      new MissingList(this, text(), [this](const viewmodels::JumpTarget& to) { this->host().jump(to); });
  outer->Add(m_missing, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, side));
  m_details = makeText(this, {});
  outer->Add(m_details, wxSizerFlags().Expand().Border(wxALL, side));
  SetSizer(outer);
  refresh();
}

wxSizer* CoverageTab::buildHead() {
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(makeTitle(this, text()(tr("Coverage"))), wxSizerFlags().CentreVertical());
  m_summary = makeMuted(this, {});
  head->Add(m_summary, wxSizerFlags(1).CentreVertical().Border(wxLEFT, gap(this, Gap::group)));
  m_lift = makeButton(this, text()(tr("&Lift the containment…")), [this] { lift(); });
  head->Add(m_lift, wxSizerFlags().CentreVertical());
  return head;
}

std::string CoverageTab::cell(long row, int column) const {
  const auto& line = m_coverage.rows[static_cast<std::size_t>(row)];
  if (column == 0) {
    // Further actions against a cause stand below it without naming it again.
    const bool again = line.subject == model::CoverageSubject::cause &&
                       line.cell(CoverageColumn::cause).mark() == model::CoverageMark::none;
    return again ? std::string() : text().label(line.subject);
  }
  return viewmodels::coverageText(line.cells[static_cast<std::size_t>(column - 1)], text());
}

RowStyle CoverageTab::style(long row, int column) const {
  RowStyle style;
  if (column == 0) return style;
  const auto& cell =
      m_coverage.rows[static_cast<std::size_t>(row)].cells[static_cast<std::size_t>(column - 1)];
  if (cell.mark() != model::CoverageMark::hole)
    return style;  // what is there is read, what is missing is seen
  style.tone = viewmodels::Tone::late;
  style.bold = true;
  return style;
}

const model::CoverageRow* CoverageTab::chosen() const {
  const long row = m_list->selectedRow();
  return row < 0 || row >= rowCount() ? nullptr : &m_coverage.rows[static_cast<std::size_t>(row)];
}

void CoverageTab::refresh() {
  const long before = m_list->selectedRow();
  m_coverage = page().coverage();
  m_list->reload(rowCount() == 0 ? -1 : std::max(0L, std::min(before, rowCount() - 1)));
  setText(m_summary, text()(viewmodels::coverageSummary(m_coverage)));
  const auto dates = page().implausibleDates();
  m_dates->show(text()(tr("Dates to check:")), dates, {});
  m_dates->Show(!dates.empty());
  showChosen();
}

void CoverageTab::showChosen() {
  const auto* row = chosen();
  m_missing->show(text()(tr("Missing here:")),
                  row ? viewmodels::missingIn(*row) : std::vector<model::MissingPoint>(),
                  row ? text()(tr("Nothing is missing here.")) : std::string());
  setText(m_details, row ? viewmodels::coverageDetails(*row, text()) : std::string(),
          chars(this, kDetailChars));
  showAction(m_lift, viewmodels::whyNotLift(page(), row ? row->actionId : model::ActionId()), text());
  Layout();
}

/// The first hole of the row.
void CoverageTab::mend() {
  const auto* row = chosen();
  if (!row) return;
  const auto points = viewmodels::missingIn(*row);
  if (!points.empty()) host().jump(viewmodels::jumpTarget(points.front()));
}

void CoverageTab::lift() {
  if (const auto* row = chosen()) showActionDialog(this, page(), viewmodels::liftForm(page(), row->actionId));
}

void CoverageTab::jump(const viewmodels::JumpTarget& target) {
  for (std::size_t row = 0; row < m_coverage.rows.size(); ++row)
    if (m_coverage.rows[row].subject == model::CoverageSubject::containment &&
        m_coverage.rows[row].actionId.value == target.rowId) {
      m_list->selectRow(static_cast<long>(row));
      break;
    }
  showChosen();
  (m_lift->IsEnabled() ? static_cast<wxWindow*>(m_lift) : m_list)->SetFocus();
}

}  // namespace octad::gui
