#pragma once

#include <string>

#include "model/usecases/case_change.hpp"

namespace octad::model {

/// The actions do not work: containment is in force again, D4, D5 and D6 are opened for new revisions, and a
/// closing review goes back. What was approved stays in its revisions. Private to the use cases.
void failEffect(CaseEdit& edit, const std::string& note);

}  // namespace octad::model
