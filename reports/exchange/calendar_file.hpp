#pragma once

#include <string>
#include <vector>

#include "model/core/catalogue.hpp"
#include "model/policy/calendar.hpp"
#include "model/work/work_item.hpp"

namespace octad::reports {

/// Due times as a calendar file (RFC 5545), an event for every item that has a date; what calendars of desk
/// and telephone read. An item keeps its UID, so that a file read again moves its event.
std::string calendarFile(const std::vector<model::WorkItem>& items, const model::WorkCalendar& calendar,
                         const model::Catalogue& catalogue, model::Instant now);

}  // namespace octad::reports
