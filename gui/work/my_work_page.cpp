#include "gui/work/my_work_page.hpp"

#include <array>
#include <wx/stattext.h>

#include "gui/viewmodels/chip_look.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/list_or_empty.hpp"
#include "gui/widgets/tab_bar.hpp"

namespace octad::gui {

using model::Message;
using model::tr;
using model::Urgency;
using viewmodels::Tone;
using viewmodels::WorkColumn;

namespace {

constexpr int kMine = 0;
constexpr int kOthers = 1;

struct ListColumn {
  WorkColumn column;
  const char* title;
  double width;
  bool right = false;
  bool stretch = false;
  bool optional = false;
};
constexpr std::array kColumns{
    ListColumn{WorkColumn::urgency, tr("Left"), 10, true},
    ListColumn{WorkColumn::due, tr("Due"), 31},
    ListColumn{WorkColumn::kind, tr("What to do"), 17},
    ListColumn{WorkColumn::number, tr("No."), 11},
    ListColumn{WorkColumn::severity, tr("Complaint class"), 15},
    ListColumn{WorkColumn::customer, tr("Customer"), 12, false, true},
    ListColumn{WorkColumn::subject, tr("Subject"), 20, false, true},
    ListColumn{WorkColumn::waits, tr("Waits"), 16, false, false, true},
};

WorkColumn columnAt(int index) {
  return kColumns[static_cast<std::size_t>(index)].column;
}

}  // namespace

MyWorkPage::MyWorkPage(wxWindow* parent, PageHost& host, viewmodels::MyWorkViewModel& viewModel)
    : TabbedListPage(parent, host, viewModel), m_viewModel(viewModel) {
  const auto& text = host.session().translator;
  m_summary = makeMuted(this, {});
  std::vector<RowColumn> columns;
  for (const auto& column : kColumns)
    columns.push_back(
        {text(column.title), column.width, column.right, false, column.stretch, column.optional});
  build(
      m_summary, text(tr("My work")), std::move(columns),
      [this](int key) { m_viewModel.showOthers(key == kOthers); },
      [this] { m_viewModel.showOthers(!m_viewModel.othersShown()); });
}

std::string MyWorkPage::cell(long row, int column) const {
  return m_viewModel.cell(row, columnAt(column));
}

RowStyle MyWorkPage::style(long row, int column) const {
  switch (columnAt(column)) {
    case WorkColumn::urgency:
      switch (m_viewModel.urgency(row)) {
        case Urgency::overdue:
          return {Tone::late, true, false};
        case Urgency::today:
          return {Tone::warning, true, false};
        default:
          return {};
      }
    case WorkColumn::severity:
      if (const auto* item = m_viewModel.row(row); item && item->severity)
        return {viewmodels::chipOf(*item->severity).tone, false, false};
      return {};
    case WorkColumn::waits:
      return {std::nullopt, false, true};
    default:
      return {};
  }
}

void MyWorkPage::showTabs() {
  const auto& text = m_host.session().translator;
  const auto label = [&](const char* words, std::size_t count) {
    return text(Message(words, {viewmodels::groupedNumber(static_cast<long long>(count))}));
  };
  const std::string mine = label(tr("Waits for me: {0}"), m_viewModel.mineCount());
  const std::string others = label(tr("I wait for others: {0}"), m_viewModel.othersCount());
  m_tabs->show({{kMine, mine, mine}, {kOthers, others, others}}, m_viewModel.othersShown() ? kOthers : kMine);
}

void MyWorkPage::showState() {
  const auto& text = m_host.session().translator;
  showTabs();
  setText(m_summary, m_viewModel.loading() ? text(tr("Reading…")) : m_viewModel.summary());
  if (showReading()) {
    if (m_viewModel.othersShown())
      m_book->showEmpty(text(tr("You wait for nobody.")), text(tr("What waits for me")));
    else
      m_book->showEmpty(text(tr("Nothing waits for you.")),
                        m_viewModel.othersCount() > 0 ? text(tr("What I wait for")) : std::string());
  }
  Layout();
}

void MyWorkPage::open(long row, bool behind) {
  const auto* item = m_viewModel.row(row);
  if (item == nullptr) return;
  if (item->inPlaceOf && m_host.session().actor.departmentId != item->inPlaceOf->departmentId)
    // The list goes with the desk.
    CallAfter([this, wanted = *item] { m_host.actFor(*wanted.inPlaceOf, wanted.caseId, wanted.returnId); });
  else
    openRecord(item->caseId, item->returnId, behind);
}

}  // namespace octad::gui
