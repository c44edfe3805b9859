#pragma once

#include <string_view>

#include "model/eightd/failure_words.hpp"
#include "model/eightd/self_assessment.hpp"

namespace octad::db {

/// The words of failures in a JSON text as templates/words/failure-words.json has it; `name` is said in
/// sentences. Throws Invalid(field) for what cannot be read.
model::FailureWords failureWords(std::string_view json, std::string_view name = model::kFailureWordFile);

/// The criteria of the self-assessment in a JSON text as templates/words/self-assessment.json has it.
model::AssessmentCriteria assessmentCriteria(std::string_view json,
                                             std::string_view name = model::kAssessmentFile);

}  // namespace octad::db
