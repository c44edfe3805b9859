#include "model/usecases/refresh_clocks.hpp"

#include <limits>

#include "model/core/error.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/look_alike.hpp"

namespace octad::model {

namespace {

constexpr int kMostCases = 50'000;  // what a list gives at most

}  // namespace

long long RefreshClocks::execute(const std::string& customer) {
  requireRight(m_workplace.actor, Right::handleComplaint);
  CaseFilter open;
  open.openOnly = true;
  auto& reader = m_workplace.store.reader();
  if (!customer.empty()) {
    const auto customers = reader.customers({}, std::numeric_limits<int>::max());
    const Customer* known = findCustomer(customers, customer);
    if (!known) throw NotFound({tr("There is no customer \"{0}\"."), {customer}});
    open.customerId = known->id;
  }
  const auto ids = reader.caseIds(open, {}, kMostCases);
  for (const auto id : ids)
    changeCase({m_workplace, "refresh-clocks", Right::handleComplaint, {id, 0, {}}, {}, {}},
               [](CaseEdit& edit) { edit.raiseVersion = false; });
  return static_cast<long long>(ids.size());
}

}  // namespace octad::model
