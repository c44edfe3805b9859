#pragma once

#include "model/policy/calendar.hpp"
#include "model/policy/policy.hpp"

namespace octad::model {

/// The calendar by which the clocks of a policy run: the site's, with the hours of work and the days that the
/// policy has of its own. Throws Invalid("work_hours") for hours that no released policy has.
WorkCalendar calendarUnder(const Policy& policy, const WorkCalendar& site);

}  // namespace octad::model
