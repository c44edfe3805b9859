#include "model/policy/calendar.hpp"

namespace octad::model {

namespace {

constexpr int kEndHour = 17;
constexpr int kEndMinute = 30;

}  // namespace

WorkCalendar::WorkCalendar(Zone zone, const std::vector<CalendarDay>& days) : m_zone(std::move(zone)) {
  for (const auto& day : days) m_days.insert_or_assign(day.day, day.kind);
}

bool WorkCalendar::isWorkday(Date day) const {
  const auto special = m_days.find(day);
  if (special != m_days.end()) return special->second == DayKind::workday;
  const unsigned weekday = std::chrono::weekday(day.days()).iso_encoding();
  return weekday <= 5;
}

Instant WorkCalendar::endOfDay(Date day) const {
  return m_zone.instant({day, kEndHour, kEndMinute, 0});
}

Instant WorkCalendar::afterWorkingDays(Instant start, int workingDays) const {
  Date day = m_zone.date(start);
  for (int left = workingDays; left > 0;) {
    day = day.plusDays(1);
    if (isWorkday(day)) --left;
  }
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
