#include "model/policy/policy.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"

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

namespace {

const ClassName* nameOf(const Policy& policy, SeverityClass severity) {
  const auto found = std::find_if(policy.classes.begin(), policy.classes.end(),
                                  [severity](const ClassName& name) { return name.severity == severity; });
  return found == policy.classes.end() ? nullptr : &*found;
}

}  // namespace

std::string classNameArgument(const Policy& policy, SeverityClass severity) {
  const ClassName* name = nameOf(policy, severity);
  return name ? bilingual(name->zh, name->en) : translated(labelOf(severity));
}

Message className(const Policy& policy, SeverityClass severity) {
  if (!nameOf(policy, severity)) return {labelOf(severity)};
  return {"{0}", {classNameArgument(policy, severity)}};
}

bool hasClass(const Policy& policy, SeverityClass severity) {
  return policy.classes.empty() || nameOf(policy, severity);
}

SeverityClass lowestClass(const Policy& policy) {
  for (const SeverityClass severity : {SeverityClass::other, SeverityClass::general})
    if (hasClass(policy, severity)) return severity;
  return SeverityClass::major;
}

SeverityClass classOfRule(const Policy& policy, std::string_view rule) {
  for (const auto& own : policy.ruleClasses)
    if (own.rule == rule) return own.severity;
  return SeverityClass::major;
}

bool hasRule(const Policy& policy, std::string_view rule) {
  return std::find(policy.rules.begin(), policy.rules.end(), rule) != policy.rules.end();
}

bool sameContent(const Policy& one, const Policy& other) {
  const auto content = [](Policy policy) {
    policy.revision = 0;
    policy.author.clear();
    policy.reason.clear();
    return fingerprint(policy);
  };
  return content(one) == content(other);
}

const Policy* newestRevision(const std::vector<Policy>& policies, std::string_view name) {
  const Policy* newest = nullptr;
  for (const auto& policy : policies)
    if (policy.name == name && (!newest || policy.revision > newest->revision)) newest = &policy;
  return newest;
}

std::optional<Date> keepUntil(const Policy& policy, SeverityClass severity, Date closedOn) {
  const int years = severity == SeverityClass::major     ? policy.keepYearsMajor
                    : severity == SeverityClass::general ? policy.keepYearsGeneral
                                                         : policy.keepYearsOther;
  if (years <= 0) return std::nullopt;
  // A 29 February ends with the 1 March of a year that has none.
  const std::chrono::year_month_day closed(closedOn.days());
  return Date(
      std::chrono::sys_days((closed.year() + std::chrono::years(years)) / closed.month() / closed.day()));
}

void requireApproval(const Policy& policy, ApprovalStep step, SeverityClass severity, const Actor& actor) {
  for (const auto& approval : policy.approvals) {
    if (approval.step != step || (approval.severity && *approval.severity != severity)) continue;
    if (actor.has(approval.role)) continue;
    const char* words =
        step == ApprovalStep::closing
            ? tr("By policy {0} the closing of a case of the class \"{1}\" is approved by: {2}. "
                 "Ask one of them.")
            : tr("By policy {0} it is for this role to decide that a case of the class \"{1}\" is "
                 "not ours: {2}. Ask one of them.");
    throw Refused(
        "approval",
        {words, {policy.name, classNameArgument(policy, severity), translated(labelOf(approval.role))}});
  }
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
