#include "db/repositories/login.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

#include "db/connection/database.hpp"
#include "db/connection/error_translation.hpp"
#include "db/connection/postgres_native.hpp"
#include "model/core/error.hpp"

namespace octad::db {
namespace {

using model::Invalid;
using model::Refused;
using model::tr;

void requireTyped(const std::string& password, const char* field) {
  // Without one libpq would look for a password in the environment and in files.
  if (password.empty()) throw Invalid(field, tr("Type your password."));
}

std::string quoted(const std::string& name, char mark) {
  std::string out(1, mark);
  for (const char c : name) {
    if (c == mark) out += mark;
    out += c;
  }
  return out + mark;
}

}  // namespace

model::LoginFacts SqlLogin::facts() {
  model::LoginFacts facts;
  facts.local = m_database.url().isLocal();
  facts.login = sessionLogin(m_database);
  if (m_database.url().isSqlite()) return facts;
  facts.server = true;
  const Lease lease = m_database.reader();
  return translated([&] {
    long long until = 0;
    soci::indicator given = soci::i_null;
    lease.session() << "select case when isfinite(rolvaliduntil) then"
                       " cast(extract(epoch from rolvaliduntil) * 1000000 as bigint) end"
                       " from pg_catalog.pg_roles where rolname = session_user",
        soci::into(until, given);
    if (given == soci::i_ok) facts.passwordUntil = model::Instant{until};
    facts.protocol = postgres::protocolOf(lease.session());
    return facts;
  });
}

bool SqlLogin::asksPassword() {
  if (m_database.url().isSqlite()) return false;
  const Lease lease = m_database.reader();
  return postgres::usedPassword(lease.session());
}

void SqlLogin::prove(const std::string& password) {
  requireTyped(password, "password");
  try {
    const auto session = m_database.openAgain(password);
    if (!postgres::usedPassword(*session))
      throw Refused("server", tr("The server did not ask for the password, so it proves nothing."));
  } catch (const Invalid&) {
    throw Invalid("password", tr("This is not your password. Type it again."));
  }
}

void SqlLogin::changePassword(const std::string& current, const std::string& next) {
  if (m_database.url().isSqlite())
    throw Refused("server", tr("This database is a file and has no passwords."));
  requireTyped(current, "current");
  const std::string login = sessionLogin(m_database);
  try {
    const auto session = m_database.openAgain(current);
    translated([&] {
      // Not a change of Octad's tables: the server's own register of logins keeps it.
      postgres::runScript(*session, "alter role " + quoted(login, '"') + " password " +
                                        quoted(postgres::passwordVerifier(*session, login, next), '\''));
    });
  } catch (const Invalid&) {
    throw Invalid("current", tr("This is not your present password. Type it again."));
  }
  m_database.usePassword(next);
}

}  // namespace octad::db
