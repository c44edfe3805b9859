#pragma once

#include <optional>
#include <vector>

#include "model/core/message.hpp"
#include "model/policy/calendar.hpp"
#include "model/policy/policy.hpp"

namespace octad::model {

/// A stretch of time in which one clock stands still; without an end nobody knows until when.
struct StandStill {
  Instant from;
  std::optional<Instant> to;
};

/// A later date that was agreed for one clock.
struct Extension {
  Date date;
  bool byCustomer = false;  ///< agreed with the customer: their requested date no longer holds
};

/// What the due time of one clock depends on besides its step.
struct ClockFacts {
  std::optional<Instant> start;  ///< none: the start event has not happened
  std::vector<StandStill> pauses;
  std::optional<Instant> metAt;  ///< pauses after it excuse nothing
  std::optional<Date> requestedDate;
  std::vector<Extension> extensions;  ///< in any order; the latest day counts
};

/// Why a clock is due when it is.
enum class DueBy { policy, paused, waiting, customerDate, extension, dropped };

template <>
struct EnumKeys<DueBy> {
  static constexpr std::array entries{
      EnumEntry<DueBy>{DueBy::policy, "policy", tr("Policy")},
      EnumEntry<DueBy>{DueBy::paused, "paused", tr("Clock stopped")},
      EnumEntry<DueBy>{DueBy::waiting, "waiting", tr("Waiting for its start")},
      EnumEntry<DueBy>{DueBy::customerDate, "customer_date", tr("Date asked for by the customer")},
      EnumEntry<DueBy>{DueBy::extension, "extension", tr("Agreed extension")},
      EnumEntry<DueBy>{DueBy::dropped, "dropped", tr("No longer asked for")},
  };
};

struct Due {
  std::optional<Instant> at;  ///< none: the clock waits or stands still
  DueBy by = DueBy::policy;
  std::optional<Instant> unpaused;  ///< what it were without pauses and dates of others
};

/// When a clock is due, by docs/clocks.md (S3-J1…J4, X-4, X-14). Deterministic; no clock is read.
Due dueTime(const ClockStep& step, const ClockFacts& facts, const WorkCalendar& calendar);

/// The due time in sentences: target and start, the first day that counts, pauses, dates of others.
std::vector<Message> explainDue(const ClockStep& step, const char* startEvent, const ClockFacts& facts,
                                const Due& due, const WorkCalendar& calendar);

}  // namespace octad::model
