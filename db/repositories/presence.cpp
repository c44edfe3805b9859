#include "db/repositories/presence.hpp"

#include <soci/soci.h>

#include "db/connection/error_translation.hpp"

namespace octad::db {
namespace {

constexpr long long kMicros = 1'000'000;

}  // namespace

/// The clock is the database's: those of the programs need not agree. Nothing is asked for a lock.
std::vector<std::string> SqlPresence::enter(model::PersonId person, model::ComplaintId id) {
  const Lease lease = m_database.writer();
  auto& session = lease.session();
  const std::string now(m_database.dialect().nowMicros());
  const long long lasts = model::kPresenceLasts * kMicros;
  return translated([&] {
    session << "insert into presence (person_id, complaint_id, seen_us) values (:person, :complaint, " << now
            << ") on conflict (person_id, complaint_id) do update set seen_us = excluded.seen_us",
        soci::use(person.value), soci::use(id.value);
    const soci::rowset<std::string> names =
        (session.prepare << "select p.name from presence x join person p on p.id = x.person_id"
                            " where x.complaint_id = :complaint and x.person_id <> :person and x.seen_us > "
                         << now << " - :lasts order by p.name",
         soci::use(id.value), soci::use(person.value), soci::use(lasts));
    return std::vector<std::string>(names.begin(), names.end());
  });
}

void SqlPresence::leave(model::PersonId person, model::ComplaintId id) {
  const Lease lease = m_database.writer();
  translated([&] {
    lease.session() << "delete from presence where person_id = :person and complaint_id = :complaint",
        soci::use(person.value), soci::use(id.value);
  });
}

}  // namespace octad::db
