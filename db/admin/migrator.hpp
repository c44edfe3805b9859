#pragma once

#include <string>
#include <vector>

namespace octad::db {

class Database;

/// The newest schema this program knows: the highest number of a migration file.
int programSchemaVersion();
/// The oldest schema version a program must know to work with a database this program has migrated.
constexpr int kMinCompatibleSchema = 1;

struct SchemaState {
  int version = 0;        ///< 0: there is no schema
  int minCompatible = 0;  ///< the schema version a program must know at least
};

SchemaState readSchemaState(Database& database);
/// Throws Refused("schema") when the database needs a newer program, or an older schema needs migrating.
void requireUsableSchema(Database& database);
/// Applies what is missing, in one transaction. Throws Refused("schema") when the database is newer.
void migrate(Database& database);
/// The same up to a schema version, to make a database as an older program left it.
void migrateTo(Database& database, int version);
/// The names of the migration files a dialect runs, in order, for tests and listings.
std::vector<std::string> migrationFiles(const std::string& dialect);

}  // namespace octad::db
