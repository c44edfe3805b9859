#pragma once

#include <string>

#include "model/usecases/workplace.hpp"

namespace octad::model {

/// The CQE's ruling on a later complaint that is held against the effect. Upheld is a failed verification:
/// D4 to D6 are opened again, and a closed case has to be reopened first; dismissed leaves everything as it
/// is, also in a closed case.
struct ChallengeDecision {
  CaseTarget target;  ///< a case of the challenged problem
  std::string later;  ///< number of the later case
  ChallengeRuling ruling = ChallengeRuling::dismissed;
  std::string reason;

  static constexpr auto describe() {
    return members(member("target", &ChallengeDecision::target), member("later", &ChallengeDecision::later),
                   member("ruling", &ChallengeDecision::ruling),
                   member("reason", &ChallengeDecision::reason));
  }
};

class RuleChallenge {
 public:
  explicit RuleChallenge(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const ChallengeDecision& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
