#pragma once

#include <optional>
#include <string>

#include "model/usecases/workplace.hpp"

namespace octad::model {

/// Stops a clock with a reason (S3-J4), or lets it run again. The quality manager's stop holds at once; a CQE
/// asks for one, or names the manager who has approved it. A stop that is only asked for excuses no time.
struct ClockStop {
  CaseTarget target;
  ClockName clock = ClockName::finalReport;
  bool resume = false;
  std::optional<Date> expectedEnd;
  std::string reason;
  Awaited waitsFor = Awaited::test;
  std::string approver = {};  ///< login or name of the manager who has approved it; empty: nobody yet

  static constexpr auto describe() {
    return members(member("target", &ClockStop::target), member("clock", &ClockStop::clock),
                   member("resume", &ClockStop::resume), member("expected_end", &ClockStop::expectedEnd),
                   member("reason", &ClockStop::reason), member("waits_for", &ClockStop::waitsFor),
                   member("approver", &ClockStop::approver));
  }
};

class StopClock {
 public:
  explicit StopClock(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const ClockStop& input);

 private:
  Workplace m_workplace;
};

/// The quality manager's word on a stop that was asked for. An approved one counts from when it was asked
/// for.
struct StopDecision {
  CaseTarget target;
  ClockName clock = ClockName::finalReport;
  bool approve = true;
  std::string words;  ///< needed to refuse

  static constexpr auto describe() {
    return members(member("target", &StopDecision::target), member("clock", &StopDecision::clock),
                   member("approve", &StopDecision::approve), member("words", &StopDecision::words));
  }
};

class DecideStop {
 public:
  explicit DecideStop(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const StopDecision& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
