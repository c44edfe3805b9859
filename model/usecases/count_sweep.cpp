#include "model/usecases/count_sweep.hpp"

#include <charconv>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/core/uuid.hpp"
#include "model/ports/reader.hpp"
#include "model/ports/return_rows.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"
#include "model/usecases/return_change.hpp"
#include "model/usecases/site.hpp"

namespace octad::model {

namespace {

void checkCount(const SweepEntry& input, const SweepTask& task) {
  requireQuantity(input.ok, "ok");
  requireQuantity(input.ng, "ng");
  requireQuantity(input.rework, "rework");
  const long long counted = input.ok + input.ng + input.rework;
  if (counted == 0) throw Invalid("ok", tr("Enter how many pieces were sorted: at least 1."));
  if (!input.correction) {
    if (counted > task.open())
      throw Invalid(
          "ok",
          {tr("{0} counted, but only {1} are open at \"{2}\". Correct the numbers, or let the CQE raise the "
              "suspect quantity."),
           {std::to_string(counted), std::to_string(task.open()), translated(labelOf(task.location))}});
    return;
  }
  const auto within = [](long long pieces, long long known, const char* field) {
    if (pieces > known)
      throw Invalid(field, {tr("{0} cannot be taken back: only {1} were counted."),
                            {std::to_string(pieces), std::to_string(known)}});
  };
  within(input.ok, task.ok, "ok");
  within(input.ng, task.ng, "ng");
  within(input.rework, task.rework, "rework");
}

long long numberIn(const std::string& text) {
  long long value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

long long CountSweep::execute(const SweepEntry& input) {
  const Actor& actor = m_workplace.actor;
  requireRight(actor, Right::countSweep);
  const Instant now = m_workplace.clock.now();
  const Date today = siteZone(m_workplace.store.reader()).date(now);
  SweepCount count;
  count.uuid = isUuid(input.requestId) ? input.requestId : newUuid();
  count.sweepId = input.sweepId;
  count.countedOn = dayOr(input.countedOn, today, "counted_on");
  count.ok = input.ok;
  count.ng = input.ng;
  count.rework = input.rework;
  count.correction = input.correction;
  count.note = input.correction ? requireWords(input.note, "note", tr("Say why the count is corrected."))
                                : cleanText(input.note, "note");
  count.countedBy = actor.id;
  count.recordedAt = now;
  const auto unit = m_workplace.store.begin(
      {actor, "sweep-count", count.note, now, input.requestId, "sweep-count " + fingerprint(input)});
  if (const auto earlier = unit->replayed()) return numberIn(*earlier);
  const SweepTask task = unit->returns().lockSweep(input.sweepId);
  checkCount(input, task);
  count.problemId = task.problemId;
  insertRecord(*unit, count);
  const long long counted = input.ok + input.ng + input.rework;
  const long long open = task.open() + (input.correction ? counted : -counted);
  unit->commit(std::to_string(open));
  return open;
}

}  // namespace octad::model
