#include "model/policy/policy.hpp"

namespace octad::model {

ClockUnit ClockStep::unit() const {
  return workingDays > 0    ? ClockUnit::workingDays
         : calendarDays > 0 ? ClockUnit::calendarDays
                            : ClockUnit::hours;
}

long long ClockStep::target() const {
  return workingDays > 0 ? workingDays : calendarDays > 0 ? calendarDays : hours;
}

void ClockStep::setTarget(ClockUnit unit, long long target) {
  hours = unit == ClockUnit::hours ? target : 0;
  calendarDays = unit == ClockUnit::calendarDays ? static_cast<int>(target) : 0;
  workingDays = unit == ClockUnit::workingDays ? static_cast<int>(target) : 0;
}

const Policy* revisionInForce(const std::vector<Policy>& policies, std::string_view name, Date day) {
  const Policy* oldest = nullptr;
  const Policy* found = nullptr;
  for (const auto& policy : policies) {
    if (policy.name != name) continue;
    if (!oldest || policy.revision < oldest->revision) oldest = &policy;
    const bool begun = !policy.effectiveFrom || *policy.effectiveFrom <= day;
    if (begun && (!found || policy.revision > found->revision)) found = &policy;
  }
  return found ? found : oldest;
}

}  // namespace octad::model
