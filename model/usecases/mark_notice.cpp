#include "model/usecases/mark_notice.hpp"

#include "model/ports/notice_rows.hpp"

namespace octad::model {

long long MarkNotice::execute(std::optional<NoticeId> only) {
  requireRight(m_workplace.actor, Right::read);
  const Instant now = m_workplace.clock.now();
  const auto unit = m_workplace.store.begin({m_workplace.actor, "read-notice", {}, now, {}, {}});
  const long long marked = unit->notices().markRead(m_workplace.actor.id, only, now);
  unit->commit({});
  return marked;
}

}  // namespace octad::model
