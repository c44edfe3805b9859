#pragma once

#include <string>
#include <vector>

#include "gui/viewmodels/policies.hpp"

namespace octad::viewmodels {

/// A rule of a policy in words, for the catalogue.
const char* ruleLabel(const std::string& rule);

/// The policy that the fields of a release form say: `base` with what was typed. Throws Invalid(field).
model::Policy policyTyped(const model::Policy& base, const FormValues& typed);

/// A new revision made from `base`; `all` are the stored ones, `cases` what it is tried out on while one
/// types.
PolicyForm policyReleaseForm(const model::Policy& base, std::vector<model::Policy> all,
                             std::vector<model::JudgedCase> cases);
PolicyForm policyUseForm(const model::Policy& chosen);

}  // namespace octad::viewmodels
