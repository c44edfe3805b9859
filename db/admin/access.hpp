#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/access/people.hpp"
#include "model/core/time.hpp"

namespace soci {
class session;
}

// Logins and rights of a team's PostgreSQL server. The scripts are run by the administrator of the server (a
// superuser): Octad itself has no role that could make roles.
namespace octad::db {

class Database;
class DatabaseUrl;
class Dialect;

/// Roles, owners, grants and row security, to be run again after every restore. Running it twice changes
/// nothing.
std::string accessScript();
/// The same without the roles of the cluster.
std::string grantScript();

/// A person with a login.
struct ServerPerson {
  std::string login;
  std::string name;
  std::string email;
  std::string department;  ///< code; empty: none
  std::vector<model::Role> roles;
};
/// Makes the login (without a password), its groups and its row in table person; changes them when they are
/// there. Throws Invalid("login") for names that are not a person's: octad_…, pg_….
std::string personScript(const ServerPerson& person);
/// Takes groups and login away and marks the person as gone. To be followed by `cutScript`, in a transaction
/// of its own: a session that is cut before would connect again.
std::string disableScript(const std::string& login);
/// Ends the live sessions of a login.
std::string cutScript(const std::string& login);

/// Gives a login a password that the server takes until the end of a day (none: without an end). Only what
/// the server stores in its place leaves this computer. As `runAsAdministrator`.
void setPassword(const DatabaseUrl& url, const std::string& login, const std::string& password,
                 const std::optional<model::Date>& until);

/// Runs a script in one transaction, noted in the audit trail. Throws Refused("server") on SQLite and for
/// who is no superuser.
void runAsAdministrator(Database& database, const std::string& script);
/// Opens a database for scripts of which each is a transaction.
void runOnServer(const DatabaseUrl& url, const std::vector<std::string>& scripts);
/// Grants again what a migration made, on a server where `accessScript` was run.
void grantAgain(soci::session& session, const Dialect& dialect);

}  // namespace octad::db
