#pragma once

#include <optional>
#include <string>

#include "model/usecases/workplace.hpp"

namespace octad::model {

/// Accept, accept in part, or not ours - with a reason; liability may be decided with it.
struct AcceptanceDecision {
  CaseTarget target;
  Acceptance acceptance = Acceptance::accepted;
  std::optional<Liability> liability;
  std::optional<SeverityClass>
      severity;        ///< confirms or overrules the provisional class (then the reason is needed)
  std::string reason;  ///< needed for partly, not ours and an overruled class

  static constexpr auto describe() {
    return members(
        member("target", &AcceptanceDecision::target), member("acceptance", &AcceptanceDecision::acceptance),
        member("liability", &AcceptanceDecision::liability),
        member("severity", &AcceptanceDecision::severity), member("reason", &AcceptanceDecision::reason));
  }
};

/// The CQE decides on a complaint (S3-N4, S3-D32). Accepted opens D2 and D4-D8 and moves
/// registered/confirming to handling; not ours sets weight 0 and needs an explanation to the customer before
/// closing.
class DecideComplaint {
 public:
  explicit DecideComplaint(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const AcceptanceDecision& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
