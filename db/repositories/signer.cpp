#include "db/repositories/signer.hpp"

#include <soci/soci.h>

#include "db/connection/error_translation.hpp"
#include "db/connection/postgres_native.hpp"
#include "db/mapping/bound_row.hpp"
#include "db/mapping/row_statements.hpp"
#include "db/mapping/table_names.hpp"
#include "model/core/error.hpp"

namespace octad::db {
namespace {

using model::tr;

void signWithin(soci::session& session, const Dialect& dialect, const model::Change& change,
                model::ComplaintId seenFrom, model::Signature& signature) {
  dialect.beginWrite(session, {change.actor.name, change.useCase, change.reason});
  RowStatements rows(session);
  const Signed given = dialect.signRecord(rows, seenFrom, boundValues(signature));
  rows.clear();
  session << "commit";
  signature.id.value = given.id;
  signature.signedAt = given.at;
  signature.printedName = given.printedName;
  signature.reauthenticated =
      model::fromKey<model::Reauthentication>(given.reauthenticated).value_or(model::Reauthentication::none);
}

}  // namespace

bool SqlSigner::asksPassword() {
  if (!m_hasLogins) {
    const Lease lease = m_database.reader();
    m_hasLogins = translated([&] { return m_database.dialect().hasLogins(lease.session()); });
  }
  return *m_hasLogins;
}

void SqlSigner::sign(const model::Change& change, model::ComplaintId seenFrom, model::Signature& signature,
                     const std::string& password) {
  signature.signedAt = change.occurredAt;
  signature.printedName = change.actor.name;
  if (!asksPassword()) {
    const Lease lease = m_database.writer();
    return translated(
        [&] { signWithin(lease.session(), m_database.dialect(), change, seenFrom, signature); });
  }
  if (password.empty())
    throw model::Invalid("password", tr("Type your password again: it makes the signature yours."));
  const auto session = m_database.openAgain(password);
  signature.reauthenticated = postgres::usedPassword(*session) ? model::Reauthentication::password
                                                               : model::Reauthentication::connection;
  translated([&] { signWithin(*session, m_database.dialect(), change, seenFrom, signature); });
}

}  // namespace octad::db
