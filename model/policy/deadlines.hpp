#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "model/cases/case_file.hpp"
#include "model/policy/due_time.hpp"

namespace octad::model {

/// What happened in a case that starts or meets clocks.
struct ClockEvents {
  std::map<ClockStart, Instant> starts;
  std::map<ClockName, Instant> met;  ///< the first thing that kept the promise

  /// The moment a clock starts by its step, and by which event: a sample's clocks start when none will come
  /// too.
  std::optional<std::pair<ClockStart, Instant>> start(ClockStart asked) const;
};

/// The events of a case as it stands.
ClockEvents clockEvents(const CaseFile& file);

/// The clocks of a case as they stand: start events looked up, pauses added, the customer's earlier date
/// winning (S3-J1…J4, design 6). Clocks of the file keep their id and met time. Deterministic; no clock is
/// read.
std::vector<CaseClock> computeClocks(const CaseFile& file, const ClockEvents& events, const Policy& policy,
                                     const WorkCalendar& site);

/// Why a clock of a case is due when it is, in sentences: target and start, the first day that counts,
/// pauses, the customer's date. Empty for a clock that its policy no longer has.
std::vector<Message> explainClock(const CaseClock& clock, const CaseFile& file, const Policy& policy,
                                  const WorkCalendar& site);

/// Why a clock is due when it is, by its stored key (`CaseClock::dueReason`); for the catalogue.
const char* dueReasonLabel(std::string_view dueReason);
/// What started a clock, by its stored key (`CaseClock::startEvent`); for the catalogue.
const char* startEventLabel(std::string_view startEvent);

}  // namespace octad::model
