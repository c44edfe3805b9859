#pragma once

#include "model/core/message.hpp"

namespace octad::model {

/// Said beside counts by class where the policy in force has names of its own.
constexpr const char* kClassNote = tr(
    "Classes as the policy in force calls them; cases of earlier ones count in the class of the same rank.");

}  // namespace octad::model
