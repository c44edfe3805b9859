#include "gui/work/inbox_page.hpp"

#include <array>
#include <wx/button.h>

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
    ListColumn{InboxColumn::condition, tr("Why"), 21},
    ListColumn{InboxColumn::number, tr("No."), 13},
    ListColumn{InboxColumn::customer, tr("Customer"), 12, true},
    ListColumn{InboxColumn::words, tr("What to do"), 62, true},
    ListColumn{InboxColumn::subject, tr("Subject"), 20, true, true},
};

InboxColumn columnAt(int index) {
  return kColumns[static_cast<std::size_t>(index)].column;
}

}  // namespace

InboxPage::InboxPage(wxWindow* parent, PageHost& host, viewmodels::InboxViewModel& viewModel)
    : TabbedListPage(parent, host, viewModel), m_viewModel(viewModel) {
  const auto& text = host.session().translator;
  m_markAll = makeButton(this, text(tr("Mark all as read")), [this] { m_viewModel.markAllRead(); });
  std::vector<RowColumn> columns;
  for (const auto& column : kColumns)
    columns.push_back({text(column.title), column.width, false, false, column.stretch, column.optional});
  build(
      m_markAll, text(tr("Inbox")), std::move(columns), [this](int key) { m_viewModel.showAll(key == kAll); },
      [this] { m_viewModel.showAll(true); });
  m_list->Bind(wxEVT_CHAR_HOOK, &InboxPage::keyPressed, this);
}

void InboxPage::keyPressed(wxKeyEvent& event) {
  if (event.GetKeyCode() == WXK_SPACE && !event.HasAnyModifiers())
    m_viewModel.markRead(m_list->selectedRow());
  else
    event.Skip();
}

std::string InboxPage::cell(long row, int column) const {
  return m_viewModel.cell(row, columnAt(column));
}

std::string InboxPage::wholeText(long row) const {
  const std::string words = m_viewModel.cell(row, InboxColumn::words);
  const std::string subject = m_viewModel.cell(row, InboxColumn::subject);
  return subject.empty() || words.find(subject) != std::string::npos ? words : words + "\n" + subject;
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

void InboxPage::showState() {
  const auto& text = m_host.session().translator;
  showTabs();
  m_markAll->Enable(m_viewModel.unreadCount().value_or(0) > 0);
  if (showReading()) {
    if (m_viewModel.allShown())
      m_book->showEmpty(text(tr("Nothing was told to you yet.")), {});
    else
      m_book->showEmpty(text(tr("No unread notices.")), text(tr("All notices")));
  }
  Layout();
}

void InboxPage::open(long row, bool behind) {
  const auto* notice = m_viewModel.row(row);
  if (notice == nullptr) return;
  const auto complaint = notice->complaintId.value_or(model::ComplaintId());
  const auto goods = notice->returnId.value_or(model::ReturnId());
  m_viewModel.markRead(row);
  openRecord(complaint, goods, behind);
}

}  // namespace octad::gui
