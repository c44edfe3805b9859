#pragma once

#include "model/cases/case_file.hpp"
#include "model/ports/unit_of_work.hpp"

namespace octad::model {

/// Takes the 8D of an old case as a pattern for a new one: team, texts, causes as hypotheses with their
/// why-steps, actions. Dates, proofs and results stay behind: they belong to what happened then.
void copyPattern(UnitOfWork& unit, const CaseFile& pattern, CaseFile& file);

}  // namespace octad::model
