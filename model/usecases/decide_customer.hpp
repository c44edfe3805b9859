#pragma once

#include <optional>
#include <string>

#include "model/usecases/workplace.hpp"

namespace octad::model {

/// What is decided about another customer who received suspect lots. Said again for the same customer it
/// changes what was said before; the audit trail keeps that.
struct CustomerNotice {
  CaseTarget target;
  std::string customer;               ///< name or code
  std::string lots;                   ///< those delivered, as far as known
  std::optional<long long> quantity;  ///< suspect pieces delivered
  NotifyDecision decision = NotifyDecision::open;
  std::string reason;              ///< needed when the customer need not be notified
  std::optional<Date> notifiedOn;  ///< only for one who is to be notified; not after today

  static constexpr auto describe() {
    return members(member("target", &CustomerNotice::target), member("customer", &CustomerNotice::customer),
                   member("lots", &CustomerNotice::lots), member("quantity", &CustomerNotice::quantity),
                   member("decision", &CustomerNotice::decision), member("reason", &CustomerNotice::reason),
                   member("notified_on", &CustomerNotice::notifiedOn));
  }
};

class DecideCustomer {
 public:
  explicit DecideCustomer(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const CustomerNotice& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
