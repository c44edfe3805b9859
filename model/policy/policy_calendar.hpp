#pragma once

#include <vector>

#include "model/core/message.hpp"
#include "model/policy/calendar.hpp"
#include "model/policy/due_time.hpp"
#include "model/policy/policy.hpp"

namespace octad::model {

/// The calendar by which the clocks of a policy run: the site's, with the hours of work and the days that the
/// policy has of its own. Throws Invalid("work_hours") for hours that no released policy has.
WorkCalendar calendarUnder(const Policy& policy, const WorkCalendar& site);

/// The calendar by which the clocks of a set run, under that of its policy: with a zone of its own that of
/// another place, else with the hours and days of its own. Null stands for the clocks of the site. Throws
/// Invalid("zone") and Invalid("work_hours") for what no released policy has.
WorkCalendar calendarOf(const ClockSet* set, const WorkCalendar& policy);

/// By whose hours and days a clock of a set is due, and when that is there; nothing for a clock that they do
/// not concern and for one of the site's (null).
std::vector<Message> explainCalendar(const ClockSet* set, const ClockStep& step, const Due& due,
                                     const WorkCalendar& calendar);

}  // namespace octad::model
