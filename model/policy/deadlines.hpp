#pragma once

#include <string_view>
#include <vector>

#include "model/cases/case_records.hpp"
#include "model/cases/complaint.hpp"
#include "model/policy/calendar.hpp"
#include "model/policy/policy.hpp"

namespace octad::model {

/// The clocks of a case as they stand: start events looked up, pauses added, the customer's earlier date
/// winning (S3-J1…J4, design 6). Rows of `existing` keep their id and met time. Deterministic; no clock is
/// read.
std::vector<CaseClock> computeClocks(const Complaint& complaint, const std::vector<Sample>& samples,
                                     const std::vector<Reply>& replies, const std::vector<ClockPause>& pauses,
                                     const std::vector<CaseClock>& existing, const Policy& policy,
                                     const WorkCalendar& calendar);

/// Why a clock is due when it is, by its stored key (`CaseClock::dueReason`): policy, customer_date, waiting
/// (for the sample), paused; for the catalogue.
const char* dueReasonLabel(std::string_view dueReason);

}  // namespace octad::model
