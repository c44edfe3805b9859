#pragma once

#include <map>
#include <vector>

#include "model/cases/master_data.hpp"
#include "model/core/zone.hpp"

namespace octad::model {

/// The working days of a site: Monday to Friday, less holidays, plus make-up workdays.
class WorkCalendar {
 public:
  WorkCalendar(Zone zone, const std::vector<CalendarDay>& days);

  const Zone& zone() const { return m_zone; }
  bool isWorkday(Date day) const;
  /// 17:30 local: a date without a time of day is due then.
  Instant endOfDay(Date day) const;
  /// The end (17:30 local) of the n-th working day after the day of `start`; the start's own day does not
  /// count.
  Instant afterWorkingDays(Instant start, int workingDays) const;
  /// Whole working days between two days, the first excluded, the last included.
  int workingDaysBetween(Date from, Date to) const;

 private:
  Zone m_zone;
  std::map<Date, DayKind> m_days;
};

}  // namespace octad::model
