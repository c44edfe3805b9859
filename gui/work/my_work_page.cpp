#include "gui/work/my_work_page.hpp"

#include <array>
#include <wx/button.h>
#include <wx/filedlg.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/shell/write_document.hpp"
#include "gui/viewmodels/chip_look.hpp"
#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/list_or_empty.hpp"
#include "gui/widgets/tab_bar.hpp"
#include "gui/work/people_list.hpp"

namespace octad::gui {

using model::Message;
using model::tr;
using model::Urgency;
using viewmodels::Tone;
using viewmodels::WorkColumn;

namespace {

using viewmodels::WorkView;

constexpr int keyOf(WorkView view) {
  return static_cast<int>(view);
}

struct ListColumn {
  WorkColumn column;
  const char* title;
  double width;
  bool right = false;
  bool stretch = false;
  bool optional = false;
};
constexpr double kWaitsForWhom = 19;  ///< "CQE Wang Fang · 3 d"
constexpr double kWaitsForMe = 9;     ///< "3 d"
constexpr double kDueInChinese = 23;  ///< the same is said in fewer characters
constexpr std::array kColumns{
    ListColumn{WorkColumn::urgency, tr("Left"), 8.5, true},
    ListColumn{WorkColumn::due, tr("Due"), 31},
    ListColumn{WorkColumn::kind, tr("What to do"), 19},
    ListColumn{WorkColumn::number, tr("No."), 11},
    ListColumn{WorkColumn::severity, tr("Class"), 10.5},
    ListColumn{WorkColumn::customer, tr("Customer"), 12, false, true},
    ListColumn{WorkColumn::subject, tr("Subject"), 20, false, true},
    ListColumn{WorkColumn::waits, tr("Waits"), kWaitsForWhom},
};

WorkColumn columnAt(int index) {
  return kColumns[static_cast<std::size_t>(index)].column;
}

}  // namespace

MyWorkPage::MyWorkPage(wxWindow* parent, PageHost& host, viewmodels::MyWorkViewModel& viewModel,
                       MorningWriter writeMorning)
    : TabbedListPage(parent, host, viewModel),
      m_viewModel(viewModel),
      m_writeMorning(std::move(writeMorning)) {
  const auto& text = host.session().translator;
  std::vector<RowColumn> columns;
  const bool chinese = text.language() == model::Language::chinese;
  for (const auto& column : kColumns)
    columns.push_back({text(column.title),
                       chinese && column.column == WorkColumn::due ? kDueInChinese : column.width,
                       column.right, false, column.stretch, column.optional});
  build(
      makeBeside(), text(tr("My work")), std::move(columns),
      [this](int key) { m_viewModel.show(static_cast<WorkView>(key)); },
      [this] { m_viewModel.show(m_viewModel.view() == WorkView::mine ? WorkView::others : WorkView::mine); });
  if (!m_viewModel.hasPeople()) return;
  m_people = new PeopleList(this, text, m_viewModel);
  addAbove(m_people);
  m_people->showRows();
  m_people->Show(m_viewModel.view() == WorkView::people);
}

/// Right of the tabs: how urgent the list is, and the list for the morning meeting.
wxWindow* MyWorkPage::makeBeside() {
  const auto& text = m_host.session().translator;
  auto* beside = new wxPanel(this);
  m_summary = makeMuted(beside, {});
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(m_summary, wxSizerFlags().CentreVertical());
  if (m_writeMorning) {
    auto* button = makeButton(beside, text(tr("&Morning list…")), [this] { saveMorningList(); });
    button->SetToolTip(toWx(text(
        tr("Saves the list of the morning meeting: new, late, of the highest class, who is waited for"))));
    row->Add(button, wxSizerFlags().CentreVertical().Border(wxLEFT, gap(this, Gap::field)));
  }
  beside->SetSizer(row);
  return beside;
}

void MyWorkPage::saveMorningList() {
  const auto& text = m_host.session().translator;
  wxFileDialog file(wxGetTopLevelParent(this), toWx(text(tr("Morning meeting list"))), {},
                    toWx(text(tr("Morning meeting list")) + ".pdf"),
                    "PDF (*.pdf)|*.pdf|" + toWx(text(tr("Excel workbook"))) + " (*.xlsx)|*.xlsx",
                    wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
  if (file.ShowModal() != wxID_OK) return;
  std::string path = fromWx(file.GetPath());
  if (!path.ends_with(".pdf") && !path.ends_with(".xlsx"))
    path += file.GetFilterIndex() == 1 ? ".xlsx" : ".pdf";
  writeDocument(
      m_host, m_life, *m_errors,
      {tr("Writing the report…"), path, [write = m_writeMorning, &session = m_host.session(), path] {
         write(session, path);
         return Message(tr("Saved as {0}"), {path});
       }});
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
  std::vector<TabBar::Tab> tabs{{keyOf(WorkView::mine), mine, mine},
                                {keyOf(WorkView::others), others, others}};
  const std::string people = text(tr("My people"));
  if (m_viewModel.hasPeople()) tabs.push_back({keyOf(WorkView::people), people, people});
  m_tabs->show(tabs, keyOf(m_viewModel.view()));
}

void MyWorkPage::showState() {
  const auto& text = m_host.session().translator;
  showTabs();
  m_list->setWidth(static_cast<int>(kColumns.size()) - 1,
                   m_viewModel.view() == WorkView::mine ? kWaitsForMe : kWaitsForWhom);
  setText(m_summary, m_viewModel.loading() ? text(tr("Reading…")) : m_viewModel.summary());
  if (m_people != nullptr) {
    m_people->Show(m_viewModel.view() == WorkView::people);
    m_people->showRows();
  }
  if (showReading()) {
    if (m_viewModel.view() == WorkView::people)
      m_book->showEmpty(text(tr("Nothing waits for your people.")), text(tr("What waits for me")));
    else if (m_viewModel.view() == WorkView::others)
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
  if (item->inPlaceOf && model::isDepartmentsWork(*item) &&
      m_host.session().actor.departmentId != item->inPlaceOf->departmentId)
    // The list goes with the desk.
    CallAfter([this, wanted = *item] { m_host.actFor(*wanted.inPlaceOf, wanted.caseId, wanted.returnId); });
  else
    openRecord(item->caseId, item->returnId, behind);
}

}  // namespace octad::gui
