#include "model/usecases/set_rates.hpp"

namespace octad::model {

Rates SetRates::execute(const std::string& rates) {
  requireRight(m_workplace.actor, Right::administer);
  Rates parsed = parseRates(rates);
  const auto unit =
      m_workplace.store.begin({m_workplace.actor, "rates", {}, m_workplace.clock.now(), {}, {}});
  unit->setSetting("rates", ratesText(parsed));
  unit->commit({});
  return parsed;
}

}  // namespace octad::model
