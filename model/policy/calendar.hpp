#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "model/cases/master_data.hpp"
#include "model/core/zone.hpp"

namespace octad::model {

/// When a site works, in minutes after local midnight: from the beginning of its first shift to the end of
/// its last one, which may lie in the next day.
struct WorkHours {
  int begin = 8 * 60;
  int end = 17 * 60 + 30;
};

/// "08:00-12:00,13:30-17:30" or "06:00-14:00,14:00-22:00,22:00-06:00": the shifts of a day in order. An empty
/// text is 08:00 to 17:30. Throws Invalid("work_hours").
WorkHours parseWorkHours(std::string_view text);

/// The working days of a site: Monday to Friday, less holidays, plus make-up workdays. docs/clocks.md
/// has the rules in words.
class WorkCalendar {
 public:
  WorkCalendar(Zone zone, const std::vector<CalendarDay>& days, WorkHours hours = {});

  /// In which its days begin and its work ends.
  const Zone& zone() const { return m_zone; }
  /// In which times are noted and shown: that of the site.
  const Zone& siteZone() const { return m_site; }
  bool isWorkday(Date day) const;
  /// The end of work of a day: a date without a time of day is due then.
  Instant endOfDay(Date day) const;
  /// The day of a moment; midnight sharp at the site is a day without a time: it is that day anywhere.
  Date dayOf(Instant at) const;
  /// The first working day that counts for a start: its own day when that is a working day whose work has not
  /// begun, otherwise the next one. A day without a time (`dayOf`) counts as during its work.
  Date firstWorkingDay(Instant start) const;
  /// The end of work of the n-th working day that counts, n at least 1.
  Instant afterWorkingDays(Instant start, int workingDays) const;
  /// The same calendar with other hours of work, when there are, and with these days before its own.
  WorkCalendar with(const std::optional<WorkHours>& hours, const std::vector<CalendarDay>& days) const;
  /// The calendar of a place in another zone: Monday to Friday, the same hours of its own day, times noted
  /// and shown as before.
  WorkCalendar in(Zone zone) const;
  /// Whole working days between two days, the first excluded, the last included.
  int workingDaysBetween(Date from, Date to) const;

 private:
  Date nextWorkday(Date day) const;
  std::optional<Date> dayAlone(Instant at) const;

  Zone m_zone;
  Zone m_site;
  std::map<Date, DayKind> m_days;
  WorkHours m_hours;
};

}  // namespace octad::model
