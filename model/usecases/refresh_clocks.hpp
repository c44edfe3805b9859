#pragma once

#include <string>

#include "model/usecases/workplace.hpp"

namespace octad::model {

/// Works out the clocks of open cases again, of one customer or of all: after the hours of work, the days of
/// the calendar or the clocks agreed with a customer changed. Without it a case takes them with its next
/// change.
class RefreshClocks {
 public:
  explicit RefreshClocks(Workplace workplace) : m_workplace(std::move(workplace)) {}
  /// `customer` is a name or code, empty for all. How many open cases there were. Each is a change of its
  /// own: what is done stays when one is refused. Refused("right") for who may not handle complaints.
  long long execute(const std::string& customer);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
