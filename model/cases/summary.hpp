#pragma once

#include "model/cases/case_file.hpp"

namespace octad::model {

/// Fills the derived columns of the head that lists show: phase, turn, next deadline, first part and failure.
void refreshSummary(CaseFile& file);

}  // namespace octad::model
