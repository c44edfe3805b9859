#pragma once

#include "model/usecases/case_change.hpp"

namespace octad::model {

class Reader;

/// Holds an accepted complaint against the problem with the same key whose actions are said to work: a row
/// says what it means to the effect (design 6). Of several problems the one with the last clean point counts.
/// A row that nobody ruled on follows a build date that is amended. Private to the use cases.
void raiseChallenges(CaseEdit& edit, Reader& reader);

}  // namespace octad::model
