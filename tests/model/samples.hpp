#pragma once

#include <string>
#include <vector>

#include "model/cases/case_file.hpp"
#include "model/core/zone.hpp"
#include "model/policy/policy.hpp"

namespace octad::tests {

/// A policy of templates/policies, read from its file.
model::Policy policyOf(const std::string& name);

/// China's calendar of 2026, from tests/data.
std::vector<model::CalendarDay> chinaDays();

/// "2026-02-13 10:00" or "2026-02-13" (midnight), wall clock of a zone.
model::Instant at(const model::Zone& zone, const std::string& text);

/// A location that the sweep does not cover, and why.
model::SweepRow notSwept(model::SweepLocation location, const std::string& why);

/// A case of class major in which nothing is missing: every gate and the closing pass.
model::CaseFile completeCase();

}  // namespace octad::tests
