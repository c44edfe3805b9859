#pragma once

#include <string>

#include "model/core/describe.hpp"
#include "model/core/ids.hpp"

namespace octad::model {

/// Another customer who got parts of the kind complained of, from the shipment data.
struct SuppliedCustomer {
  CustomerId customerId;
  std::string customerName;
  std::string fromMonth;  ///< YYYY-MM of the first shipment looked at
  std::string toMonth;    ///< of the last one
  long long quantity = 0;

  static constexpr auto describe() {
    return members(member("customer_id", &SuppliedCustomer::customerId),
                   member("customer", &SuppliedCustomer::customerName),
                   member("from_month", &SuppliedCustomer::fromMonth),
                   member("to_month", &SuppliedCustomer::toMonth),
                   member("quantity", &SuppliedCustomer::quantity));
  }
};

/// The month so many months before another one, both YYYY-MM; the same month for a text that is none.
std::string monthsBefore(const std::string& month, int months);

/// How far back shipments are looked at for other customers.
constexpr int kShipmentMonths = 12;

}  // namespace octad::model
