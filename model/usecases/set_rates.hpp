#pragma once

#include <string>

#include "model/usecases/workplace.hpp"
#include "model/work/case_loss.hpp"

namespace octad::model {

/// Sets what one unit of other currencies is in that of the site ("EUR=7.85,USD=7.1"); empty: no rates. For
/// administrators. Gives what is set. Throws Invalid("rates").
class SetRates {
 public:
  explicit SetRates(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Rates execute(const std::string& rates);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
