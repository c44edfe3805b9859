#pragma once

#include <string>

#include "model/usecases/workplace.hpp"

namespace octad::model {

struct CaseEdit;

/// The end of a containment action: the corrective actions hold, the firewall goes (D6, rule S3-D35).
struct ContainmentLift {
  CaseTarget target;
  ActionId actionId;
  Date liftedOn;
  std::string reason;  ///< why it may end; needed while corrective actions are not done

  static constexpr auto describe() {
    return members(
        member("target", &ContainmentLift::target), member("action_id", &ContainmentLift::actionId),
        member("lifted_on", &ContainmentLift::liftedOn), member("reason", &ContainmentLift::reason));
  }
};

/// Allowed whatever the state of D3, whose submitted answers stay as they are. Refused("containment") when
/// the action is no containment, is not done or was lifted already; Invalid("lifted_on"); Invalid("reason").
class LiftContainment {
 public:
  explicit LiftContainment(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const ContainmentLift& input);

 private:
  Workplace m_workplace;
};

/// An effect that failed puts every containment of the problem back in force.
void forceContainment(CaseEdit& edit);

}  // namespace octad::model
