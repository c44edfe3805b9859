#include "gui/work/my_work_page.hpp"

#include <array>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/cases/text_table.hpp"
#include "gui/viewmodels/chip_look.hpp"
#include "gui/widgets/error_bar.hpp"
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
    : wxPanel(parent), m_host(host), m_viewModel(viewModel) {
  auto* page = new wxBoxSizer(wxVERTICAL);
  m_errors = new ErrorBar(this);
  page->Add(m_errors, wxSizerFlags().Expand());
  m_tabs = new TabBar(this, false);
  m_tabs->onChoose = [this](int key) { m_viewModel.showOthers(key == kOthers); };
  m_summary = makeMuted(this, {});
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(m_tabs, wxSizerFlags().CentreVertical());
  head->AddStretchSpacer();
  head->Add(m_summary, wxSizerFlags().CentreVertical());
  page->Add(head, wxSizerFlags().Expand().Border(wxALL, gap(this, Gap::field)));
  makeList();
  page->Add(m_book, wxSizerFlags(1).Expand());
  SetSizer(page);
  m_connections.emplace_back(m_viewModel.reset.connect([this] { showRows(); }));
  m_connections.emplace_back(m_viewModel.stateChanged.connect([this] { showState(); }));
  showRows();
}

void MyWorkPage::makeList() {
  const auto& text = m_host.session().translator;
  m_book = new ListOrEmpty(this, [this] { m_viewModel.showOthers(!m_viewModel.othersShown()); });
  std::vector<RowColumn> columns;
  for (const auto& column : kColumns)
    columns.push_back(
        {text(column.title), column.width, column.right, false, column.stretch, column.optional});
  m_list = new RowList(m_book, text(tr("My work")), fitTitles(this, std::move(columns)), *this);
  m_list->onActivate = [this](long row) { open(row, false); };
  m_list->onActivateBehind = [this](long row) { open(row, true); };
  m_list->onSelect = [this](long row) { m_viewModel.select(row); };
  m_book->setList(m_list);
}

void MyWorkPage::focusList() {
  m_list->SetFocus();
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

void MyWorkPage::showRows() {
  m_list->reload(m_viewModel.selectedRow());
  showState();
}

void MyWorkPage::showState() {
  const auto& text = m_host.session().translator;
  const bool loading = m_viewModel.loading();
  showTabs();
  setText(m_summary, loading ? text(tr("Reading…")) : m_viewModel.summary());
  if (m_viewModel.error())
    m_errors->showError(m_viewModel.error(), text, text(tr("Try again")), [this] { refresh(); });
  else if (m_errors->IsShown())
    m_errors->Dismiss();
  if (loading || m_viewModel.error() || m_viewModel.rowCount() > 0)
    m_book->showList();
  else if (m_viewModel.othersShown())
    m_book->showEmpty(text(tr("You wait for nobody.")), text(tr("What waits for me")));
  else
    m_book->showEmpty(text(tr("Nothing waits for you.")),
                      m_viewModel.othersCount() > 0 ? text(tr("What I wait for")) : std::string());
  Layout();
}

void MyWorkPage::open(long row, bool behind) {
  const auto* item = m_viewModel.row(row);
  if (!item) return;
  if (item->returnId)
    m_host.openReturn(item->returnId);
  else if (behind)
    m_host.openCaseBehind(item->caseId);
  else
    m_host.openCase(item->caseId);
}

}  // namespace octad::gui
