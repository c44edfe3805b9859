#pragma once

#include <string>

#include "model/usecases/workplace.hpp"

namespace octad::model {

/// The CQE lets a weak answer pass: these words, found by this rule, for this reason. Other words are judged
/// again.
struct WeakAnswerPass {
  CaseTarget target;
  DisciplineCode discipline = DisciplineCode::d4;
  std::string rule;
  std::string answer;
  std::string reason;

  static constexpr auto describe() {
    return members(member("target", &WeakAnswerPass::target),
                   member("discipline", &WeakAnswerPass::discipline), member("rule", &WeakAnswerPass::rule),
                   member("answer", &WeakAnswerPass::answer), member("reason", &WeakAnswerPass::reason));
  }
};

/// Invalid("reason"), Invalid("answer"), Invalid("rule"); Refused("accepted") when it was let pass before.
class AcceptWeakAnswer {
 public:
  explicit AcceptWeakAnswer(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const WeakAnswerPass& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
