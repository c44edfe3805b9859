#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/core/enum_keys.hpp"
#include "model/core/ids.hpp"
#include "model/core/message.hpp"
#include "model/core/time.hpp"

namespace octad::model {

struct CaseFile;
struct ReturnFile;

/// How the clock of a replacement stands.
enum class ReplacementState {
  running,   ///< pieces may still have to be replaced
  met,       ///< replaced in time
  metLate,   ///< replaced after the day promised
  notNeeded  ///< nothing had to be replaced after all, or the return was given up
};

template <>
struct EnumKeys<ReplacementState> {
  static constexpr std::array entries{
      EnumEntry<ReplacementState>{ReplacementState::running, "running", tr("runs")},
      EnumEntry<ReplacementState>{ReplacementState::met, "met", tr("met")},
      EnumEntry<ReplacementState>{ReplacementState::metLate, "met_late", tr("met late")},
      EnumEntry<ReplacementState>{ReplacementState::notNeeded, "not_needed", tr("not needed")},
  };
};

/// The clock of a replacement: good product is with the customer by the day promised (S3-Q5). It starts with
/// the announcement, ends when the last piece that may have to be replaced was, and is moved, never paused.
struct ReplacementClock {
  ReturnId returnId;
  std::string number;  ///< R26-00001
  Date dueOn;
  ReplacementState state = ReplacementState::running;
  std::optional<Date> metOn;  ///< the day the last replacement left
  long long pending = 0;      ///< pieces not replaced, credited, scrapped … yet

  bool overdue(Date today) const { return state == ReplacementState::running && dueOn < today; }
};

/// None when no day was promised.
std::optional<ReplacementClock> replacementClock(const ReturnFile& file);
/// One for each return of the case that has a day promised, by the pieces that belong to this case.
std::vector<ReplacementClock> replacementClocks(const CaseFile& file);

/// "runs, 12 pieces left", "overdue, 12 pieces left", "met 2026-11-30"
Message replacementWords(const ReplacementClock& clock, Date today);

}  // namespace octad::model
