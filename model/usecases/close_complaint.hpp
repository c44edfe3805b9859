#pragma once

#include <string>

#include "model/usecases/workplace.hpp"

namespace octad::model {

/// Ends of a case. The owner asks for closing (handling -> closing); someone else with the right approves it
/// (closing -> closed).
struct ClosingStep {
  CaseTarget target;
  std::string reason;  ///< result of the case; for general class also why open points are accepted
  std::string result;  ///< customer's result: satisfied, conditionally, dissatisfied, no_answer

  static constexpr auto describe() {
    return members(member("target", &ClosingStep::target), member("reason", &ClosingStep::reason),
                   member("result", &ClosingStep::result));
  }
};

/// handling -> closing. Refused("gate") lists what is missing. Leaves a Closing row without approver: the
/// request.
class RequestClosing {
 public:
  explicit RequestClosing(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const ClosingStep& input);

 private:
  Workplace m_workplace;
};

/// closing -> closed by someone other than the owner; Refused("four-eyes") otherwise. Not-ours cases close
/// from confirming too.
class CloseComplaint {
 public:
  explicit CloseComplaint(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const ClosingStep& input);

 private:
  Workplace m_workplace;
};

/// closed -> handling, with a reason; the first closing stays on record. Also closing -> handling (closing
/// returned).
class ReopenComplaint {
 public:
  explicit ReopenComplaint(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const ClosingStep& input);

 private:
  Workplace m_workplace;
};

/// Entered in error: registered or confirming -> cancelled, with a reason. Refused("gate") while pieces of
/// its returns are not settled and not handed on.
class CancelComplaint {
 public:
  explicit CancelComplaint(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const ClosingStep& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
