#include "model/usecases/deputies.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/core/zone.hpp"
#include "model/ports/reader.hpp"

namespace octad::model {

namespace {

constexpr int kLongestDays = 366;
constexpr std::size_t kReasonLength = 300;

Date todayOf(Workplace& workplace) {
  return Zone(workplace.store.reader().setting("zone")).date(workplace.clock.now());
}

const Person& personOf(const std::vector<Person>& people, const std::string& login) {
  const auto found = std::find_if(people.begin(), people.end(),
                                  [&login](const Person& person) { return person.login == login; });
  if (found == people.end()) throw NotFound({tr("There is no person with the login \"{0}\"."), {login}});
  return *found;
}

void requireMayDeputise(const Actor& actor, const Person& absent) {
  if (!mayDeputise(actor, absent))
    throw Refused("right", {tr("{0} may not say who stands in for {1}. {1}, the head of the department, the "
                               "quality manager or the administrator may."),
                            {actor.name, absent.name}});
}

void requirePeriod(const DeputyInput& input, Date today) {
  if (input.until < input.from)
    throw Invalid("until", tr("The last day is before the first one. Choose a later last day."));
  if (input.until < today) throw Invalid("until", tr("This last day is over. Choose today or a later day."));
  if (daysBetween(input.from, input.until) > kLongestDays)
    throw Invalid("until", tr("A deputy is named for a year at most. Choose an earlier last day."));
}

bool handlesCases(const Person& person) {
  Actor actor;
  actor.roles = person.roles;
  return may(actor, Right::handleComplaint);
}

void requireAble(const Person& absent, const Person& deputy) {
  if (deputy.id == absent.id)
    throw Invalid("deputy", tr("Nobody stands in for themselves. Choose somebody else."));
  if (!deputy.active)
    throw Invalid("deputy", {tr("{0} does not work here any more. Choose somebody else."), {deputy.name}});
  // The own cases of a CQE go to another CQE, of whatever department.
  if (handlesCases(absent) && handlesCases(deputy)) return;
  if (!absent.departmentId)
    throw Invalid("person", {tr("{0} belongs to no department, so there are no questions to take over."),
                             {absent.name}});
  if (absent.departmentId == deputy.departmentId)
    throw Invalid("deputy", {tr("{0} and {1} are of one department and answer its questions anyway. A deputy "
                                "from another department is named here."),
                             {deputy.name, absent.name}});
  Actor acting;
  acting.roles = deputy.roles;
  if (!may(acting, Right::answerAssignment))
    throw Invalid("deputy",
                  {tr("{0} may not answer for a department. Choose a department member or head, or a "
                      "CQE."),
                   {deputy.name}});
}

/// A change of the register of people, with its record in the trail.
std::unique_ptr<UnitOfWork> beginChange(Workplace& workplace, const char* useCase,
                                        const std::string& reason) {
  return workplace.store.begin({workplace.actor, useCase, reason, workplace.clock.now(), {}, {}});
}

}  // namespace

Deputy SetDeputy::execute(const DeputyInput& input) {
  auto& reader = m_workplace.store.reader();
  const auto people = reader.people();
  const auto me = std::find_if(people.begin(), people.end(),
                               [this](const Person& person) { return person.id == m_workplace.actor.id; });
  const Person& absent = input.login.empty() && me != people.end() ? *me : personOf(people, input.login);
  const Person& standing = personOf(people, input.deputy);
  requireMayDeputise(m_workplace.actor, absent);
  requireAble(absent, standing);
  requirePeriod(input, todayOf(m_workplace));
  Deputy deputy{{},         absent.id,   standing.id,
                input.from, input.until, cleanLine(input.reason, "reason", kReasonLength)};
  for (const Deputy& other : reader.deputies())
    if (other.personId == deputy.personId && other.deputyId == deputy.deputyId &&
        other.validFrom <= deputy.validUntil && deputy.validFrom <= other.validUntil)
      throw Invalid("from", {tr("{0} stands in for {1} already from {2} to {3}. End that first."),
                             {standing.name, absent.name, other.validFrom.iso(), other.validUntil.iso()}});
  Row row = deputy;
  const auto unit = beginChange(m_workplace, "deputy", deputy.reason);
  unit->insert(row);
  unit->commit({});
  return std::get<Deputy>(row);
}

void EndDeputy::execute(RowId id) {
  auto& reader = m_workplace.store.reader();
  const auto deputies = reader.deputies();
  const auto found =
      std::find_if(deputies.begin(), deputies.end(), [id](const Deputy& deputy) { return deputy.id == id; });
  const Date today = todayOf(m_workplace);
  if (found == deputies.end() || found->validUntil < today)
    throw NotFound(tr("This deputy is over already."));
  for (const Person& person : reader.people())
    if (person.id == found->personId) requireMayDeputise(m_workplace.actor, person);
  const auto unit = beginChange(m_workplace, "deputy", {});
  Row row = *found;
  if (found->validFrom < today) {
    std::get<Deputy>(row).validUntil = today.plusDays(-1);
    unit->update(row);
  } else {
    unit->remove(row);
  }
  unit->commit({});
}

Account EntrustCustomer::execute(const std::string& login, const std::string& customer, bool remove) {
  if (!mayEntrust(m_workplace.actor))
    throw Refused("right", {tr("{0} may not entrust customers to people. Ask the quality manager or the "
                               "administrator."),
                            {m_workplace.actor.name}});
  auto& reader = m_workplace.store.reader();
  const auto people = reader.people();
  const Person& person = personOf(people, login);
  const auto customers = reader.customers({}, std::numeric_limits<int>::max());
  const auto named = std::find_if(customers.begin(), customers.end(), [&customer](const Customer& known) {
    return known.code == customer || foldText(known.name) == foldText(customer);
  });
  if (named == customers.end()) throw NotFound({tr("There is no customer \"{0}\"."), {customer}});
  Row row = Account{{}, named->id, person.id};
  const auto accounts = reader.accounts();
  const auto known = std::find_if(accounts.begin(), accounts.end(), [&](const Account& account) {
    return account.customerId == named->id && account.personId == person.id;
  });
  if (remove != (known != accounts.end()))
    throw Invalid("customer",
                  {remove ? tr("{0} does not look after {1}.") : tr("{0} looks after {1} already."),
                   {person.name, named->name}});
  const auto unit = beginChange(m_workplace, "account", {});
  if (remove) {
    row = *known;
    unit->remove(row);
  } else {
    unit->insert(row);
  }
  unit->commit({});
  return std::get<Account>(row);
}

}  // namespace octad::model
