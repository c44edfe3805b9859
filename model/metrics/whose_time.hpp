#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/cases/case_file.hpp"
#include "model/core/message.hpp"
#include "model/policy/calendar.hpp"

namespace octad::model {

/// Whose hands a case was in for a while (S1-62).
enum class TimeParty { cqe, department, customer, supplier, laboratory, approver, notRecorded };

template <>
struct EnumKeys<TimeParty> {
  static constexpr std::array entries{
      EnumEntry<TimeParty>{TimeParty::cqe, "cqe", tr("CQE")},
      EnumEntry<TimeParty>{TimeParty::department, "department", tr("Department")},
      EnumEntry<TimeParty>{TimeParty::customer, "customer", tr("Customer")},
      EnumEntry<TimeParty>{TimeParty::supplier, "supplier", tr("Supplier")},
      EnumEntry<TimeParty>{TimeParty::laboratory, "laboratory", tr("Laboratory and test")},
      EnumEntry<TimeParty>{TimeParty::approver, "approver", tr("Approver")},
      EnumEntry<TimeParty>{TimeParty::notRecorded, "not_recorded", tr("Not recorded")},
  };
};

/// A while in which a case was in the same hands.
struct TimeStretch {
  Instant from;
  Instant to;
  TimeParty party = TimeParty::cqe;
  std::string department;  ///< code, of a department or supplier
  bool paused = false;     ///< an approved stop of a clock: not in the net time
  Message why;
};

/// One line of the sums.
struct TimeShare {
  TimeParty party = TimeParty::cqe;
  std::string department;
  long long microseconds = 0;
};

/// The elapsed time of a case, from the notice to the closing or to now; while it is closed no time runs.
struct WhoseTime {
  long long gross = 0;   ///< microseconds; the sum of the shares
  long long net = 0;     ///< without approved stops of clocks
  bool running = false;  ///< the case is open: the last stretch ends now
  std::vector<TimeStretch> stretches;
  std::vector<TimeShare> shares;  ///< the longest first
};

/// Whose the time of a case was, worked out of its own records: stops of clocks, replies, closing reviews,
/// questions to departments and their answers, samples. Of several that held it at once one has the time:
/// what a stopped clock waits for, then the customer's answer to the final reply, the approver of the
/// closing, the department asked first, the customer's sample; whatever is left is the CQE's. A refused
/// question is the refuser's until it is ruled on. Deterministic; no clock is read.
WhoseTime whoseTime(const CaseFile& file, Instant now, const WorkCalendar& calendar);

/// "3 d 4 h", "5 h 20 min"; elapsed days of 24 hours.
Message durationWords(long long microseconds);

}  // namespace octad::model
