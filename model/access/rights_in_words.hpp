#pragma once

#include <vector>

#include "model/access/people.hpp"

namespace octad::model {

/// A right as people say it: "handle complaints: accept, assign, …". English msgid.
const char* rightInWords(Right right);
/// Every right there is, in the order in which they are told.
std::vector<Right> allRights();
/// What the actor may do.
std::vector<Right> rightsOf(const Actor& actor);

}  // namespace octad::model
