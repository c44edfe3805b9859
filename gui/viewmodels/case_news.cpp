#include "gui/viewmodels/case_news.hpp"

#include "model/ports/presence.hpp"
#include "model/ports/reader.hpp"

namespace octad::viewmodels {

using model::Message;
using model::tr;

CaseNews::CaseNews(CasePageViewModel& page)
    : m_page(page), m_changed(page.changed.connect([this] {
        if (!std::exchange(m_entered, true)) enter();
        if (std::exchange(m_missed, false)) lookAgain();
      })) {}

CaseNews::~CaseNews() {
  if (!m_entered) return;
  const auto& session = m_page.session();
  // Nobody waits for the answer; whoever is not heard of again counts as gone anyway.
  session.executor.run(
      [store = session.store, me = session.actor.id, id = m_page.id()] { store->presence().leave(me, id); },
      [](const std::exception_ptr&) {});
}

void CaseNews::look(const model::RecordChanges& changes) {
  if (!m_page.loaded()) return;
  if (changes.presence) enter();
  const auto& file = m_page.file();
  if (!changes.concerns(file.complaint.uuid) && !changes.concerns(file.problem.uuid)) return;
  if (m_page.busy() || m_page.loading())
    m_missed = true;
  else
    lookAgain();
}

/// One's own changes are told as well: the page has read them already and knows how many events there are.
void CaseNews::lookAgain() {
  const auto& session = m_page.session();
  inBackground(
      session.executor, m_life,
      [store = session.store, id = m_page.id()] { return store->reader().history(id); },
      [this](const std::vector<model::HistoryEvent>& events) {
        if (m_page.busy() || m_page.loading()) {
          m_missed = true;
          return;
        }
        if (m_page.trail() && m_page.trail()->events == static_cast<long long>(events.size())) return;
        const model::HistoryEvent* newest = nullptr;
        for (const auto& event : events)
          if (newest == nullptr || newest->recordedAt < event.recordedAt) newest = &event;
        if (onNews && newest != nullptr && newest->actor != m_page.session().actor.name)
          onNews(Message(tr("{0} changed this case. What you typed is still there."), {newest->actor}));
        m_page.load();
      },
      [this](const std::exception_ptr& error) { m_page.failed(error); });
}

void CaseNews::enter() {
  const auto& session = m_page.session();
  inBackground(
      session.executor, m_life,
      [store = session.store, me = session.actor.id, id = m_page.id()] {
        return store->presence().enter(me, id);
      },
      [this](std::vector<std::string> names) {
        if (names == m_others) return;
        m_others = std::move(names);
        othersChanged();
      },
      [](const std::exception_ptr&) {});
}

}  // namespace octad::viewmodels
