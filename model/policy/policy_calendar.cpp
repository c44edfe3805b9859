#include "model/policy/policy_calendar.hpp"

namespace octad::model {

WorkCalendar calendarUnder(const Policy& policy, const WorkCalendar& site) {
  std::optional<WorkHours> hours;
  if (!policy.workHours.empty()) hours = parseWorkHours(policy.workHours);
  std::vector<CalendarDay> days;
  for (const auto& day : policy.days) days.push_back({{}, day.day, day.kind, day.name});
  return site.with(hours, days);
}

}  // namespace octad::model
