#include "model/usecases/note_reading.hpp"

#include "model/core/error.hpp"
#include "model/core/text.hpp"

namespace octad::model {

void NoteReading::execute(ReadingKind kind, std::optional<ComplaintId> id, const std::string& note) {
  requireRight(m_workplace.actor, Right::audit);
  const Instant now = m_workplace.clock.now();
  auto unit = m_workplace.store.begin({m_workplace.actor, "read", {}, now, {}, {}});
  Reading reading;
  reading.complaintId = id;
  reading.personId = m_workplace.actor.id;
  reading.kind = kind;
  reading.note = cleanText(note, "note");
  reading.at = now;
  unit->noteReading(reading);
  unit->commit({});
}

void NoteReading::noteOpening(ComplaintId id) {
  try {
    execute(ReadingKind::opened, id, {});
  } catch (const Refused& refused) {
    if (refused.rule() != "file") throw;
  }
}

bool isWatchedReader(const Actor& actor) {
  return actor.has(Role::auditor) && !may(actor, Right::handleComplaint);
}

}  // namespace octad::model
