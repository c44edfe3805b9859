#pragma once

#include <vector>

#include "model/policy/policy_check.hpp"

namespace octad::model {

/// Mistakes of a table of reminders and escalations: a rule that stands twice or can never be told, numbers
/// that its condition does not use or that are out of range, a table that leaves what is overdue to nobody.
/// Paths begin with "escalation".
std::vector<PolicyProblem> escalationProblems(const std::vector<ReminderRule>& rules);

/// Mistakes of the approvals of a policy: one that stands twice, a class the scheme does not have, a role
/// that may not take the step at all. Paths begin with "approvals".
std::vector<PolicyProblem> approvalProblems(const Policy& policy);

}  // namespace octad::model
