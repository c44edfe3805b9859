#include "tests/model/weak_answer_sample.hpp"

#include "tests/model/from_tree.hpp"

namespace octad::tests {

model::WeakAnswerRules shippedWeakAnswerRules() {
  return recordIn<model::WeakAnswerRules>("templates/policies/weak-answers.json");
}

}  // namespace octad::tests
