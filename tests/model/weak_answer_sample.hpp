#pragma once

#include "model/eightd/weak_answer_rules.hpp"

namespace octad::tests {

/// The rules of templates/policies/weak-answers.json, read from their file.
model::WeakAnswerRules shippedWeakAnswerRules();

}  // namespace octad::tests
