#include "model/policy/calendar.hpp"

namespace octad::model {

WorkCalendar::WorkCalendar(Zone zone, const std::vector<CalendarDay>& days, WorkHours hours)
    : m_zone(std::move(zone)), m_hours(hours) {
  for (const auto& day : days) m_days.insert_or_assign(day.day, day.kind);
}

bool WorkCalendar::isWorkday(Date day) const {
  const auto special = m_days.find(day);
  if (special != m_days.end()) return special->second == DayKind::workday;
  const unsigned weekday = std::chrono::weekday(day.days()).iso_encoding();
  return weekday <= 5;
}

Date WorkCalendar::nextWorkday(Date day) const {
  do day = day.plusDays(1);
  while (!isWorkday(day));
  return day;
}

Instant WorkCalendar::endOfDay(Date day) const {
  return m_zone.instant({day, m_hours.end / 60, m_hours.end % 60, 0});
}

Date WorkCalendar::firstWorkingDay(Instant start) const {
  const LocalTime local = m_zone.local(start);
  const bool dayOnly = local == LocalTime{local.date};
  const bool beforeWork = local.hour * 60 + local.minute < m_hours.begin;
  return beforeWork && !dayOnly && isWorkday(local.date) ? local.date : nextWorkday(local.date);
}

Instant WorkCalendar::afterWorkingDays(Instant start, int workingDays) const {
  Date day = firstWorkingDay(start);
  for (int left = workingDays; left > 1; --left) day = nextWorkday(day);
  return endOfDay(day);
}

int WorkCalendar::workingDaysBetween(Date from, Date to) const {
  if (to < from) return -workingDaysBetween(to, from);
  int count = 0;
  for (Date day = from.plusDays(1); day <= to; day = day.plusDays(1))
    if (isWorkday(day)) ++count;
  return count;
}

}  // namespace octad::model
