#pragma once

#include <string>
#include <vector>

#include "gui/viewmodels/policies.hpp"
#include "gui/viewmodels/policy_parts.hpp"

namespace octad::viewmodels {

/// A rule of a policy in words, for the catalogue.
const char* ruleLabel(const std::string& rule);

/// What a rule looks at, for the catalogue; the key itself of one that has no name.
const char* ruleName(const std::string& rule);
/// What a rule looks at, as the label of a field; those about quantity and rate with the class they make.
const char* ruleTitle(const std::string& rule);
/// A rule with the class it gives, by the names of the policy's scheme.
model::Message ruleWords(const model::Policy& policy, const std::string& rule);

/// The policy that the fields of a release form say: `base` with what was typed. Throws Invalid(field).
model::Policy policyTyped(const model::Policy& base, const FormValues& typed,
                          PolicyPart part = PolicyPart::rules);

/// What a new policy is made among.
struct PolicySurroundings {
  std::vector<model::Policy> all;        ///< the stored ones
  std::vector<model::JudgedCase> cases;  ///< it is tried out on these while one types
  std::vector<model::Department> departments = {};
  model::Language language = model::Language::english;  ///< of the names of departments
};

/// A new revision made from `base` in one of its parts.
PolicyForm policyReleaseForm(const model::Policy& base, PolicySurroundings among, PolicyPart part);
/// The shipped policies that are not in a database, or there with another content.
std::vector<model::Policy> missingPolicies(const std::vector<model::Policy>& shipped,
                                           const std::vector<model::Policy>& all);
/// A revision that says what one of the `missing` ones says, under its own name or another.
PolicyForm policyTakeForm(const std::vector<model::Policy>& missing, PolicySurroundings among);
PolicyForm policyUseForm(const model::Policy& chosen);

}  // namespace octad::viewmodels
