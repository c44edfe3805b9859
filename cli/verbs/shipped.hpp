#pragma once

#include <string>
#include <vector>

#include "model/cases/master_data.hpp"
#include "model/policy/policy.hpp"

namespace octad::cli {

// What ships inside the program, so that a what-if needs no database.

/// A policy by its name; "factory" is the default one. Invalid("policy") names those there are.
model::Policy shippedPolicy(const std::string& name);

/// Whether a policy of this name ships.
bool isShippedPolicy(const std::string& name);

/// The holidays and make-up workdays of a calendar by its name, e.g. cn-2026; none for an empty name.
/// Invalid("calendar") names those there are.
std::vector<model::CalendarDay> shippedCalendar(const std::string& name);

}  // namespace octad::cli
