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
/// A rule with the class it gives, by the names of the policy's scheme.
model::Message ruleWords(const model::Policy& policy, const std::string& rule);

/// The policy that the fields of a release form say: `base` with what was typed. Throws Invalid(field).
model::Policy policyTyped(const model::Policy& base, const FormValues& typed,
                          PolicyPart part = PolicyPart::rules);

/// A new revision made from `base` in one of its parts; `all` are the stored ones, `cases` what it is tried
/// out on while one types.
PolicyForm policyReleaseForm(const model::Policy& base, std::vector<model::Policy> all,
                             std::vector<model::JudgedCase> cases, PolicyPart part);
PolicyForm policyUseForm(const model::Policy& chosen);

}  // namespace octad::viewmodels
