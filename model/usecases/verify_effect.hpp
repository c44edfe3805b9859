#pragma once

#include <string>

#include "model/usecases/workplace.hpp"

namespace octad::model {

/// The effect on lots made after the clean point. Not effective reopens D4, D5 and D6 (design 5).
struct EffectCheck {
  CaseTarget target;
  Date verifiedOn;
  int lots = 0;
  long long inspected = 0;
  long long failed = 0;
  std::string criterion;
  VerificationResult result = VerificationResult::effective;
  std::string note;

  static constexpr auto describe() {
    return members(member("target", &EffectCheck::target), member("verified_on", &EffectCheck::verifiedOn),
                   member("lots", &EffectCheck::lots), member("inspected", &EffectCheck::inspected),
                   member("failed", &EffectCheck::failed), member("criterion", &EffectCheck::criterion),
                   member("result", &EffectCheck::result), member("note", &EffectCheck::note));
  }
};

class VerifyEffect {
 public:
  explicit VerifyEffect(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const EffectCheck& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
