#pragma once

#include <ostream>
#include <vector>

#include "cli/verbs/context.hpp"
#include "model/eightd/weak_answers.hpp"

namespace octad::cli {

/// The rules of weak answers that ship inside the program.
const model::WeakAnswerRules& shippedWeakAnswers();

/// Weak answers as paragraphs: where and what, why it is weak, the better question.
void printWeakAnswers(Context& context, std::ostream& out, const std::vector<model::WeakAnswer>& answers);

}  // namespace octad::cli
