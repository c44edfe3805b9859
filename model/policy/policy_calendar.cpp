#include "model/policy/policy_calendar.hpp"

namespace octad::model {

namespace {

WorkCalendar withOwn(const WorkCalendar& calendar, const std::string& workHours,
                     const std::vector<PolicyDay>& own) {
  std::optional<WorkHours> hours;
  if (!workHours.empty()) hours = parseWorkHours(workHours);
  std::vector<CalendarDay> days;
  for (const auto& day : own) days.push_back({{}, day.day, day.kind, day.name});
  return calendar.with(hours, days);
}

}  // namespace

WorkCalendar calendarUnder(const Policy& policy, const WorkCalendar& site) {
  return withOwn(site, policy.workHours, policy.days);
}

WorkCalendar calendarOf(const ClockSet* set, const WorkCalendar& policy) {
  if (!set || !set->hasOwnCalendar()) return policy;
  if (set->zone.empty()) return withOwn(policy, set->workHours, set->days);
  return withOwn(policy.in(Zone(set->zone)), set->workHours, set->days);
}

std::vector<Message> explainCalendar(const ClockSet* set, const ClockStep& step, const Due& due,
                                     const WorkCalendar& calendar) {
  if (!set || !set->hasOwnCalendar()) return {};
  // Elapsed time is the same everywhere; days end somewhere.
  const bool byDate = due.by == DueBy::customerDate || due.by == DueBy::extension;
  if (step.unit() == ClockUnit::hours && !byDate) return {};
  if (set->zone.empty()) return {{tr("By the hours and days of “{0}”."), {set->name}}};
  if (!due.at) return {{tr("By the hours and days of “{0}” ({1})."), {set->name, set->zone}}};
  return {{tr("By the hours and days of “{0}” ({1}): there it is due at {2}."),
           {set->name, set->zone, calendar.zone().local(*due.at).text()}}};
}

}  // namespace octad::model
