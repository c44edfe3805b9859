#include "db/admin/access.hpp"

#include <map>
#include <soci/soci.h>
#include <string_view>

#include "db/connection/database.hpp"
#include "db/connection/error_translation.hpp"
#include "db/connection/postgres_native.hpp"
#include "model/core/error.hpp"
#include "model/core/text.hpp"

namespace octad::resources {
const std::map<std::string, std::string_view>& octad_access();
}

namespace octad::db {
namespace {

using model::Invalid;
using model::Message;
using model::Refused;
using model::tr;

/// A text within a pair of marks, which are doubled inside.
std::string quoted(const std::string& text, char mark) {
  std::string out(1, mark);
  for (const char c : text) {
    if (c == mark) out += mark;
    out += c;
  }
  return out + mark;
}

std::string literal(const std::string& text) {
  return quoted(text, '\'');
}
std::string identifier(const std::string& name) {
  return quoted(name, '"');
}

std::string checkedLogin(const std::string& login) {
  std::string clean = model::cleanLine(login, "login", 63);
  if (clean.starts_with("octad_") || clean.starts_with("pg_") || clean == "public" || clean == "postgres")
    throw Invalid(
        "login",
        Message(tr("\"{0}\" is a name that the server keeps for itself. Choose another login."), {clean}));
  return clean;
}

std::string groupOf(model::Role role) {
  return "octad_" + std::string(model::keyOf(role));
}

/// Takes every group of ours from a login.
std::string leaveGroups(const std::string& login) {
  return "do $$ declare g text; begin for g in select r.rolname from pg_catalog.pg_auth_members m"
         " join pg_catalog.pg_roles r on r.oid = m.roleid join pg_catalog.pg_roles p on p.oid = m.member"
         " where p.rolname = " +
         literal(login) + " and r.rolname like 'octad\\_%' loop execute format('revoke %I from %I', g, " +
         literal(login) + "); end loop; end $$;\n";
}

void requireServer(const DatabaseUrl& url) {
  if (url.isSqlite())
    throw Refused("server",
                  tr("Logins and rights are kept by a PostgreSQL server; this database is a file. Its "
                     "owner may do everything."));
}

}  // namespace

std::string grantScript() {
  std::string script;
  for (const auto& [name, sql] : resources::octad_access())
    if (name.find("/1_roles") == std::string::npos) script += std::string(sql) + "\n";
  return script;
}

std::string accessScript() {
  std::string script;
  for (const auto& [name, sql] : resources::octad_access()) script += std::string(sql) + "\n";
  return script;
}

std::string personScript(const ServerPerson& person) {
  const std::string login = checkedLogin(person.login);
  const std::string name = model::cleanLine(person.name.empty() ? login : person.name, "name", 200);
  const std::string role = identifier(login);
  std::string script =
      "do $$ begin if not exists (select 1 from pg_catalog.pg_roles where rolname = " + literal(login) +
      ") then create role " + role + "; end if; end $$;\n";
  script += "alter role " + role +
            " login inherit nosuperuser nocreatedb nocreaterole noreplication nobypassrls;\n";
  script += leaveGroups(login);
  const std::string department =
      person.department.empty()
          ? "null"
          : "(select d.id from octad.department d where d.code = " + literal(person.department) + ")";
  script += "insert into octad.person (login, name, email, department_id, active) values (" + literal(login) +
            ", " + literal(name) + ", " + literal(person.email) + ", " + department +
            ", 1)\n  on conflict (login) do update set name = excluded.name, email = excluded.email,"
            " department_id = excluded.department_id, active = 1;\n";
  script += "delete from octad.person_role where person_id = (select id from octad.person where login = " +
            literal(login) + ");\n";
  for (const model::Role held : person.roles) {
    script += "grant " + groupOf(held) + " to " + role + ";\n";
    script += "insert into octad.person_role (person_id, role) select id, " +
              literal(std::string(model::keyOf(held))) +
              " from octad.person where login = " + literal(login) + ";\n";
  }
  return script;
}

std::string disableScript(const std::string& login) {
  const std::string clean = checkedLogin(login);
  return leaveGroups(clean) + "alter role " + identifier(clean) +
         " nologin;\nupdate octad.person set active = 0 where login = " + literal(clean) + ";\n";
}

std::string cutScript(const std::string& login) {
  return "select pg_catalog.pg_terminate_backend(pid) from pg_catalog.pg_stat_activity where usename = " +
         literal(checkedLogin(login)) + ";\n";
}

void setPassword(const DatabaseUrl& url, const std::string& login, const std::string& password,
                 const std::optional<model::Date>& until) {
  requireServer(url);
  const std::string clean = checkedLogin(login);
  Database database(url, {});
  std::string verifier;
  {
    const Lease lease = database.writer();
    verifier = translated([&] { return postgres::passwordVerifier(lease.session(), clean, password); });
  }
  const std::string end = until ? literal(until->plusDays(1).iso()) : literal("infinity");
  runAsAdministrator(database, "alter role " + identifier(clean) + " password " + literal(verifier) +
                                   " valid until " + end + ";\n");
}

void runOnServer(const DatabaseUrl& url, const std::vector<std::string>& scripts) {
  requireServer(url);
  Database database(url, {});
  for (const std::string& script : scripts) runAsAdministrator(database, script);
}

void runAsAdministrator(Database& database, const std::string& script) {
  requireServer(database.url());
  const Lease lease = database.writer();
  translated([&] {
    soci::session& session = lease.session();
    std::string super;
    session << "select rolsuper::text from pg_roles where rolname = session_user", soci::into(super);
    if (super != "true")
      throw Refused("server",
                    tr("Only the administrator of the database server can do this. Print the commands "
                       "with --print and hand them over."));
    database.dialect().beginWrite(session, {"Octad", "server", ""});
    database.dialect().runScript(session, "set local client_min_messages = warning;" + script);
    session << "commit";
  });
}

void grantAgain(soci::session& session, const Dialect& dialect) {
  if (dialect.name() != "postgresql") return;
  long long owned = 0;
  session << "select count(*) from pg_namespace where nspname = 'octad'"
             " and pg_get_userbyid(nspowner) = 'octad_owner'",
      soci::into(owned);
  if (owned > 0) dialect.runScript(session, "set local client_min_messages = warning;" + grantScript());
}

}  // namespace octad::db
