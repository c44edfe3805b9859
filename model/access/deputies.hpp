#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/access/people.hpp"
#include "model/core/describe.hpp"
#include "model/core/ids.hpp"
#include "model/core/time.hpp"

namespace octad::model {

/// Who stands in for whom: within these days, first and last included, the deputy may act for the person's
/// department.
struct Deputy {
  RowId id;
  PersonId personId;  ///< who is away
  PersonId deputyId;  ///< who stands in
  Date validFrom;
  Date validUntil;
  std::string reason;

  static constexpr auto describe() {
    return members(member("id", &Deputy::id), member("person_id", &Deputy::personId),
                   member("deputy_id", &Deputy::deputyId), member("valid_from", &Deputy::validFrom),
                   member("valid_until", &Deputy::validUntil), member("reason", &Deputy::reason));
  }
};

/// A customer that a person (registrar, sales) looks after: that person reads the customer's cases.
struct Account {
  RowId id;
  CustomerId customerId;
  PersonId personId;

  static constexpr auto describe() {
    return members(member("id", &Account::id), member("customer_id", &Account::customerId),
                   member("person_id", &Account::personId));
  }
};

bool inForce(const Deputy& deputy, Date day);

/// A department that a person acts for in place of somebody who is away.
struct StandIn {
  PersonId absentId;
  std::string absentName;
  DepartmentId departmentId;
  Date until;
};
/// Whom a person stands in for on a day; people without a department have no work to hand over. In the order
/// of the names, one a department other than the person's own.
std::vector<StandIn> standInsOf(PersonId person, const std::vector<Deputy>& deputies,
                                const std::vector<Person>& people, Date today);
/// CQEs who are away on a day and whose own cases the person looks after, who may handle cases, too.
std::vector<StandIn> absentCqes(PersonId person, const std::vector<Deputy>& deputies,
                                const std::vector<Person>& people, Date today);
/// The actor at another department's desk. Throws Refused("deputy") when nobody there is stood in for today.
Actor actingFor(const Actor& actor, DepartmentId department, const std::vector<StandIn>& standIns);

/// True when `actor` may say who stands in for `absent`: for oneself, a department head for the department,
/// the quality manager and the administrator for everybody.
bool mayDeputise(const Actor& actor, const Person& absent);
/// True when `actor` may entrust customers to people: the quality manager and the administrator.
bool mayEntrust(const Actor& actor);

}  // namespace octad::model
