#pragma once

#include <optional>
#include <string>

#include "model/policy/policy.hpp"
#include "model/usecases/workplace.hpp"

namespace octad::model {

/// The cleaned name of a set of clocks that the policy has for this scope; empty stays empty.
/// Invalid("clock_set") names those it has.
std::string requireClockSet(const Policy& policy, ClockScope scope, const std::string& name);

/// What makes a customer a special one. Members without a value stay as they are.
struct CustomerProfile {
  std::string customer;                      ///< name or code
  std::optional<std::string> clockSet;       ///< empty: the clocks of campaign, class and site
  std::optional<std::string> specialStatus;  ///< keys of SpecialStatus with commas; empty: none
};

/// Changes the profile of a customer: the quality manager or the administrator. Open cases of the customer
/// take other clocks at once when the person may handle complaints, else with `RefreshClocks` or their next
/// change.
class SetCustomerProfile {
 public:
  explicit SetCustomerProfile(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Customer execute(const CustomerProfile& input);

 private:
  Workplace m_workplace;
};

/// The labels of the special status of a customer, in the order of the list.
std::vector<const char*> specialStatusLabels(const std::string& keys);

/// Sets the hours of work of the site: "08:00-12:00,13:30-17:30"; Invalid("work_hours"). Open cases follow as
/// above.
class SetWorkHours {
 public:
  explicit SetWorkHours(Workplace workplace) : m_workplace(std::move(workplace)) {}
  void execute(const std::string& hours);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
