#pragma once

#include <string>

#include "model/usecases/workplace.hpp"

namespace octad::model {

/// A later date agreed for one clock: with the customer, which the CQE records, or in the house, which is the
/// quality manager's word. It is no pause; the customer's requested date gives way to their own agreement
/// only.
struct ClockAgreement {
  CaseTarget target;
  ClockName clock = ClockName::finalReport;
  Date untilDay;
  bool byCustomer = true;
  std::string agreedWith;  ///< who at the customer said so; needed for their agreement
  std::string reason;
  std::string document;  ///< mail, minutes or file that shows it

  static constexpr auto describe() {
    return members(member("target", &ClockAgreement::target), member("clock", &ClockAgreement::clock),
                   member("until_day", &ClockAgreement::untilDay),
                   member("by_customer", &ClockAgreement::byCustomer),
                   member("agreed_with", &ClockAgreement::agreedWith),
                   member("reason", &ClockAgreement::reason), member("document", &ClockAgreement::document));
  }
};

class ExtendClock {
 public:
  explicit ExtendClock(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const ClockAgreement& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
