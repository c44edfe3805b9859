#pragma once

#include <string>

#include "model/access/deputies.hpp"
#include "model/usecases/workplace.hpp"

namespace octad::model {

/// Names who stands in for somebody who is away.
struct DeputyInput {
  std::string login;   ///< of who is away; empty: the actor
  std::string deputy;  ///< login of who stands in
  Date from;
  Date until;  ///< the last day
  std::string reason;
};

/// Lets somebody act for the department of a person who is away, from a day to a day. For oneself, for the
/// own department as its head, for everybody as quality manager or administrator. The own cases of a CQE go
/// to another CQE or the quality manager, also of the same department. Throws Refused("right"), NotFound for
/// unknown people, Invalid("deputy"|"from"|"until"|"reason").
class SetDeputy {
 public:
  explicit SetDeputy(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Deputy execute(const DeputyInput& input);

 private:
  Workplace m_workplace;
};

/// Ends it at once: it did not begin yet and goes, or its last day was yesterday. Throws Refused("right"),
/// NotFound when it is over already.
class EndDeputy {
 public:
  explicit EndDeputy(Workplace workplace) : m_workplace(std::move(workplace)) {}
  void execute(RowId id);

 private:
  Workplace m_workplace;
};

/// Entrusts a customer to a person (registrar, sales), who reads its cases from then on; `remove` takes it
/// away again. For the quality manager and the administrator. The customer is named by its code or name.
/// Throws Refused("right"), NotFound, Invalid("customer") when it is so already, or was never so.
class EntrustCustomer {
 public:
  explicit EntrustCustomer(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Account execute(const std::string& login, const std::string& customer, bool remove);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
