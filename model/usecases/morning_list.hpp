#pragma once

#include <string>
#include <vector>

#include "model/cases/queries.hpp"
#include "model/policy/calendar.hpp"
#include "model/usecases/site.hpp"

namespace octad::model {

class Reader;

/// Open cases that wait for the same.
struct WaitingFor {
  Turn turn = Turn::cqe;
  std::string name;  ///< department or person, where it is known
  long long cases = 0;
  long long overdue = 0;
  std::optional<Instant> firstDue;
};

/// What the morning meeting looks at (S3-R16: every complaint followed, the manager looks every day).
struct MorningList {
  Instant at;
  Instant since;                    ///< 08:30 of the last working day: the meeting before this one
  std::vector<CaseRow> fresh;       ///< noticed since then, the newest first; cancelled ones are left out
  std::vector<CaseRow> late;        ///< open and overdue, the longest first
  std::vector<CaseRow> major;       ///< open complaints of the highest class, the soonest due first
  Message majorName;                ///< what the policy in force calls that class; empty: as usual
  std::vector<WaitingFor> waiting;  ///< all open cases; the most overdue first
  long long open = 0;
  bool partial = false;  ///< there are more open cases than were looked at
};

/// The list of a morning from the open cases and those noticed last, each in any order.
MorningList morningList(const std::vector<CaseRow>& open, const std::vector<CaseRow>& newest, Instant now,
                        const WorkCalendar& calendar);

/// The same, read from the database as far as the login may see it.
MorningList readMorningList(Reader& reader, Instant now, const Site& site);

}  // namespace octad::model
