#pragma once

#include <string_view>

#include "model/cases/case_file.hpp"
#include "model/policy/calendar.hpp"

namespace octad::model {

/// Fills the derived columns of the head that lists show: phase, turn, next deadline, first part and failure.
/// The calendar gives the end of the day on which an assignment or action is due.
void refreshSummary(CaseFile& file, const WorkCalendar& calendar);

/// What is due by its stored name: the clocks' keys, assignment, action, sample_reminder, sample_check; for the catalogue.
const char* dueLabel(std::string_view dueName);

}  // namespace octad::model
