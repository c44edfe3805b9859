#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/core/message.hpp"
#include "model/usecases/workplace.hpp"

namespace octad::model {

/// What was found on one lot of a part, for every problem of that part whose corrective actions are done: the
/// lot is inspected once and says something about each of them.
struct LotCheck {
  std::string part;  ///< number
  std::string lot;
  Date verifiedOn;
  long long inspected = 0;
  /// Pieces that show the failure of a case, by its number. A case that is not named had none.
  std::map<std::string, long long> failed;
  std::string criterion;  ///< of problems without one in their plan (D6)
  std::string note;       ///< needed when pieces failed
};

/// What became of one case.
struct LotResult {
  std::string number;
  VerificationResult result = VerificationResult::effective;
  Message refusal;  ///< why nothing was recorded; empty id when it was
};

/// One verification a problem, each in a change of its own: what is refused for one case says nothing about
/// the others. Invalid("part") when no problem of the part waits for its effect, Invalid("failed") for a case
/// that is not among them.
class VerifyLot {
 public:
  explicit VerifyLot(Workplace workplace) : m_workplace(std::move(workplace)) {}
  std::vector<LotResult> execute(const LotCheck& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
