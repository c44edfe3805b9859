#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/core/message.hpp"
#include "model/policy/policy.hpp"

namespace octad::model {

/// A mistake in a policy and the field that has it, as in its file: "thresholds.0.major".
struct PolicyProblem {
  std::string field;
  Message sentence;
};

/// What is wrong with the order of the rules alone: unknown, twice, no end, one that can never fire (X-1a).
std::optional<PolicyProblem> rulesProblem(const Policy& policy);

/// Every mistake that keeps a policy from being released, in the order of its file: gaps and overlaps of
/// rules and thresholds, weights that count nothing or upside down, clocks without a target or a start that
/// cannot come. Empty: it may be released. `departments` are the codes that routes may name; empty: not
/// checked.
std::vector<PolicyProblem> policyProblems(const Policy& policy,
                                          const std::vector<std::string>& departments = {});

/// The codes that routes may name.
std::vector<std::string> codesOf(const std::vector<Department>& departments);

}  // namespace octad::model
