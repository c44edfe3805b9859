#include "model/usecases/set_address.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/ports/reader.hpp"
#include "model/work/mail.hpp"

namespace octad::model {

void SetAddress::execute(const std::string& login, const std::string& address) {
  requireRight(m_workplace.actor, Right::administer);
  if (!address.empty() && !isMailAddress(address))
    throw Invalid("address", {tr("\"{0}\" is not an e-mail address."), {address}});
  const auto people = m_workplace.store.reader().people();
  const auto known = std::find_if(people.begin(), people.end(),
                                  [&login](const Person& person) { return person.login == login; });
  if (known == people.end()) throw NotFound({tr("There is no person with the login \"{0}\"."), {login}});
  Person changed = *known;
  changed.email = address;
  Row row = changed;
  const auto unit = m_workplace.store.begin(
      {m_workplace.actor, "address", {}, m_workplace.clock.now(), {}, fingerprint(changed)});
  unit->update(row);
  unit->commit({});
}

}  // namespace octad::model
