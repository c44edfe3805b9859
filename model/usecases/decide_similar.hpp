#pragma once

#include <string>

#include "model/usecases/workplace.hpp"

namespace octad::model {

/// What a case is to another one that looks like it. Same problem: it joins the other's 8D. Recurrence: the
/// complaint is marked as repeated. Another problem without another case: none of those shown is the same.
struct SimilarRuling {
  CaseTarget target;
  std::string otherNumber;  ///< empty: none of them, the problem is new
  SimilarVerdict verdict = SimilarVerdict::different;
  int score = 0;  ///< percent, as it was shown
  std::string reason;

  static constexpr auto describe() {
    return members(member("target", &SimilarRuling::target), member("other", &SimilarRuling::otherNumber),
                   member("verdict", &SimilarRuling::verdict), member("score", &SimilarRuling::score),
                   member("reason", &SimilarRuling::reason));
  }
};

/// Records the decision; earlier ones stay, the newest of each pair counts. Refused("join") when the case
/// cannot join the other's 8D: then nothing is recorded.
class DecideSimilar {
 public:
  explicit DecideSimilar(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const SimilarRuling& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
