#include "model/policy/calendar.hpp"

#include <algorithm>
#include <string>

#include "model/core/error.hpp"

namespace octad::model {

namespace {

constexpr int kDay = 24 * 60;

[[noreturn]] void refuseHours(std::string_view text) {
  throw Invalid("work_hours", {tr("\"{0}\" are no hours of work. Write the shifts of a day in order, like "
                                  "08:00-12:00,13:30-17:30."),
                               {std::string(text)}});
}

/// "13:30" as minutes after midnight; -1 when it is no time.
int minutesOf(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return -1;
  for (const std::size_t at : {0u, 1u, 3u, 4u})
    if (text[at] < '0' || text[at] > '9') return -1;
  const int hours = (text[0] - '0') * 10 + (text[1] - '0');
  const int minutes = (text[3] - '0') * 10 + (text[4] - '0');
  return hours > 24 || minutes > 59 || (hours == 24 && minutes > 0) ? -1 : hours * 60 + minutes;
}

}  // namespace

WorkHours parseWorkHours(std::string_view text) {
  if (text.find_first_not_of(' ') == std::string_view::npos) return {};
  WorkHours hours{-1, -1};
  for (std::size_t at = 0; at <= text.size();) {
    const auto stop = std::min(text.find(',', at), text.size());
    std::string_view shift = text.substr(at, stop - at);
    at = stop + 1;
    while (!shift.empty() && shift.front() == ' ') shift.remove_prefix(1);
    while (!shift.empty() && shift.back() == ' ') shift.remove_suffix(1);
    if (shift.size() != 11 || shift[5] != '-') refuseHours(text);
    int from = minutesOf(shift.substr(0, 5));
    int to = minutesOf(shift.substr(6));
    if (from < 0 || to < 0 || from == to || from == kDay) refuseHours(text);
    // The last shift may go on after midnight.
    if (to < from) to += kDay;
    if (from < hours.end) refuseHours(text);
    if (hours.begin < 0) hours.begin = from;
    hours.end = to;
  }
  if (hours.end - hours.begin > kDay) refuseHours(text);
  return hours;
}

WorkCalendar::WorkCalendar(Zone zone, const std::vector<CalendarDay>& days, WorkHours hours)
    : m_zone(std::move(zone)), m_site(m_zone), m_hours(hours) {
  for (const auto& day : days) m_days.insert_or_assign(day.day, day.kind);
}

WorkCalendar WorkCalendar::with(const std::optional<WorkHours>& hours,
                                const std::vector<CalendarDay>& days) const {
  WorkCalendar other = *this;
  if (hours) other.m_hours = *hours;
  for (const auto& day : days) other.m_days.insert_or_assign(day.day, day.kind);
  return other;
}

WorkCalendar WorkCalendar::in(Zone zone) const {
  WorkCalendar other(std::move(zone), {}, m_hours);
  other.m_site = m_site;
  return other;
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
  return m_zone.instant({day.plusDays(m_hours.end / kDay), m_hours.end % kDay / 60, m_hours.end % 60, 0});
}

std::optional<Date> WorkCalendar::dayAlone(Instant at) const {
  const LocalTime noted = m_site.local(at);
  return noted == LocalTime{noted.date} ? std::optional(noted.date) : std::nullopt;
}

Date WorkCalendar::dayOf(Instant at) const {
  const auto alone = dayAlone(at);
  return alone ? *alone : m_zone.date(at);
}

Date WorkCalendar::firstWorkingDay(Instant start) const {
  if (const auto alone = dayAlone(start)) return nextWorkday(*alone);
  const LocalTime local = m_zone.local(start);
  const bool beforeWork = local.hour * 60 + local.minute < m_hours.begin;
  return beforeWork && isWorkday(local.date) ? local.date : nextWorkday(local.date);
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
