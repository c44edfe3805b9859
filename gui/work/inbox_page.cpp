#include "gui/work/inbox_page.hpp"

#include <array>
#include <wx/button.h>
#include <wx/sizer.h>

#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/list_or_empty.hpp"
#include "gui/widgets/tab_bar.hpp"

namespace octad::gui {

using model::Message;
using model::NoticeLevel;
using model::tr;
using viewmodels::InboxColumn;
using viewmodels::Tone;

namespace {

constexpr int kUnread = 0;
constexpr int kAll = 1;

struct ListColumn {
  InboxColumn column;
  const char* title;
  double width;
  bool stretch = false;
  bool optional = false;
};
constexpr std::array kColumns{
    ListColumn{InboxColumn::made, tr("Told on"), 18},
    ListColumn{InboxColumn::condition, tr("Why"), 15},
    ListColumn{InboxColumn::number, tr("No."), 13},
    ListColumn{InboxColumn::customer, tr("Customer"), 12, true},
    ListColumn{InboxColumn::words, tr("What to do"), 68, true},
    ListColumn{InboxColumn::subject, tr("Subject"), 20, true, true},
};

InboxColumn columnAt(int index) {
  return kColumns[static_cast<std::size_t>(index)].column;
}

}  // namespace

InboxPage::InboxPage(wxWindow* parent, PageHost& host, viewmodels::InboxViewModel& viewModel)
    : wxPanel(parent), m_host(host), m_viewModel(viewModel) {
  auto* page = new wxBoxSizer(wxVERTICAL);
  m_errors = new ErrorBar(this);
  page->Add(m_errors, wxSizerFlags().Expand());
  makeHead(page);
  makeList();
  page->Add(m_book, wxSizerFlags(1).Expand());
  SetSizer(page);
  m_connections.emplace_back(m_viewModel.reset.connect([this] { showRows(); }));
  m_connections.emplace_back(m_viewModel.stateChanged.connect([this] { showState(); }));
  showRows();
}

void InboxPage::makeHead(wxSizer* page) {
  m_tabs = new TabBar(this, false);
  m_tabs->onChoose = [this](int key) { m_viewModel.showAll(key == kAll); };
  m_markAll = makeButton(this, m_host.session().translator(tr("Mark all as read")),
                         [this] { m_viewModel.markAllRead(); });
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(m_tabs, wxSizerFlags().CentreVertical());
  head->AddStretchSpacer();
  head->Add(m_markAll, wxSizerFlags().CentreVertical());
  page->Add(head, wxSizerFlags().Expand().Border(wxALL, gap(this, Gap::field)));
}

void InboxPage::makeList() {
  const auto& text = m_host.session().translator;
  m_book = new ListOrEmpty(this, [this] { m_viewModel.showAll(true); });
  std::vector<RowColumn> columns;
  for (const auto& column : kColumns)
    columns.push_back({text(column.title), column.width, false, false, column.stretch, column.optional});
  m_list = new RowList(m_book, text(tr("Inbox")), std::move(columns), *this);
  m_list->onActivate = [this](long row) { open(row, false); };
  m_list->onActivateBehind = [this](long row) { open(row, true); };
  m_list->onSelect = [this](long row) { m_viewModel.select(row); };
  m_list->Bind(wxEVT_CHAR_HOOK, &InboxPage::keyPressed, this);
  m_book->setList(m_list);
}

void InboxPage::keyPressed(wxKeyEvent& event) {
  if (event.GetKeyCode() == WXK_SPACE && !event.HasAnyModifiers())
    m_viewModel.markRead(m_list->selectedRow());
  else
    event.Skip();
}

void InboxPage::focusList() {
  m_list->SetFocus();
}

std::string InboxPage::cell(long row, int column) const {
  return m_viewModel.cell(row, columnAt(column));
}

RowStyle InboxPage::style(long row, int column) const {
  const auto* notice = m_viewModel.row(row);
  if (notice == nullptr) return {};
  if (!m_viewModel.isUnread(row)) return {std::nullopt, false, true};
  switch (columnAt(column)) {
    case InboxColumn::condition:
      return {notice->level == NoticeLevel::owner ? Tone::warning : Tone::late, true, false};
    case InboxColumn::number:
      return {std::nullopt, true, false};
    default:
      return {};
  }
}

void InboxPage::showTabs() {
  const auto& text = m_host.session().translator;
  const std::string unread =
      text(Message(tr("Unread: {0}"), {viewmodels::groupedNumber(m_viewModel.unreadCount().value_or(0))}));
  const std::string all = text(tr("All notices"));
  m_tabs->show({{kUnread, unread, unread}, {kAll, all, all}}, m_viewModel.allShown() ? kAll : kUnread);
}

void InboxPage::showRows() {
  m_list->reload(m_viewModel.selectedRow());
  showState();
}

void InboxPage::showState() {
  const auto& text = m_host.session().translator;
  showTabs();
  m_markAll->Enable(m_viewModel.unreadCount().value_or(0) > 0);
  if (m_viewModel.error())
    m_errors->showError(m_viewModel.error(), text, text(tr("Try again")), [this] { refresh(); });
  else if (m_errors->IsShown())
    m_errors->Dismiss();
  if (m_viewModel.loading() || m_viewModel.error() || m_viewModel.rowCount() > 0)
    m_book->showList();
  else if (m_viewModel.allShown())
    m_book->showEmpty(text(tr("Nothing was told to you yet.")), {});
  else
    m_book->showEmpty(text(tr("No unread notices.")), text(tr("All notices")));
  Layout();
}

void InboxPage::open(long row, bool behind) {
  const auto* notice = m_viewModel.row(row);
  if (notice == nullptr) return;
  const auto complaint = notice->complaintId;
  const auto goods = notice->returnId;
  m_viewModel.markRead(row);
  if (goods)
    m_host.openReturn(*goods);
  else if (complaint && behind)
    m_host.openCaseBehind(*complaint);
  else if (complaint)
    m_host.openCase(*complaint);
}

}  // namespace octad::gui
