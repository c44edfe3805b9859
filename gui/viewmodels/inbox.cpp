#include "gui/viewmodels/inbox.hpp"

#include <algorithm>

#include "model/ports/notice_rows.hpp"
#include "model/usecases/mark_notice.hpp"

namespace octad::viewmodels {

using model::Notice;

namespace {

/// More than anybody reads; older ones are shown by octadctl.
constexpr int kShown = 500;

}  // namespace

struct InboxViewModel::Loaded {
  std::vector<Notice> shown;
  long long unread = 0;
};

InboxViewModel::InboxViewModel(Session& session) : ListRead(session) {}

void InboxViewModel::refresh() {
  read(
      [store = m_session.store, person = m_session.actor.id, all = m_all] {
        Loaded loaded;
        loaded.shown = store->notices().inbox(person, true, kShown);
        loaded.unread = static_cast<long long>(loaded.shown.size());
        if (all) loaded.shown = store->notices().inbox(person, false, kShown);
        return loaded;
      },
      [this](Loaded loaded) {
        m_shown = std::move(loaded.shown);
        m_unread = loaded.unread;
      });
}

void InboxViewModel::showAll(bool all) {
  if (all == m_all) return;
  m_all = all;
  refresh();
}

const Notice* InboxViewModel::row(long index) const {
  if (index < 0 || index >= rowCount()) return nullptr;
  return &m_shown[static_cast<std::size_t>(index)];
}

std::string InboxViewModel::cell(long index, InboxColumn column) const {
  const auto* notice = row(index);
  if (!notice) return {};
  const auto& text = m_session.translator;
  switch (column) {
    case InboxColumn::made:
      return timeText(m_session.zone, notice->madeAt);
    case InboxColumn::condition:
      return text.label(notice->condition);
    case InboxColumn::number:
      return notice->number;
    case InboxColumn::customer:
      return notice->customerName;
    case InboxColumn::words:
      return text(model::noticeWords(*notice, m_session.zone));
    case InboxColumn::subject:
      return notice->subject;
  }
  return {};
}

bool InboxViewModel::isUnread(long index) const {
  const auto* notice = row(index);
  return notice != nullptr && !notice->readAt;
}

long InboxViewModel::selectedRow() const {
  const auto found = std::find_if(m_shown.begin(), m_shown.end(),
                                  [this](const Notice& notice) { return notice.id == m_selected; });
  return found == m_shown.end() ? -1 : static_cast<long>(found - m_shown.begin());
}

void InboxViewModel::select(long index) {
  if (const auto* notice = row(index)) m_selected = notice->id;
}

void InboxViewModel::markRead(long index) {
  if (isUnread(index)) mark(row(index)->id);
}

void InboxViewModel::markAllRead() {
  if (m_unread != 0) mark(std::nullopt);
}

void InboxViewModel::mark(std::optional<model::NoticeId> only) {
  setError(nullptr);
  inBackground(
      m_session.executor, m_alive,
      [store = m_session.store, workplace = m_session.workplace(), only] {
        return model::MarkNotice(workplace).execute(only);
      },
      [this, only](long long marked) {
        for (auto& notice : m_shown)
          if ((!only || notice.id == *only) && !notice.readAt) notice.readAt = m_session.clock.now();
        if (m_unread) m_unread = std::max(0LL, only ? *m_unread - marked : 0LL);
        reset();
        stateChanged();
      },
      [this](const std::exception_ptr& error) { setError(error); });
}

}  // namespace octad::viewmodels
