#pragma once

#include <string>

namespace octad::db {

class Database;

/// Copies a SQLite database, also while it is in use, into a new file and checks the copy. Throws
/// Refused("file") when the target exists, cannot be written, or the copy is not sound; Refused("backup") for
/// PostgreSQL, which has pg_dump and pgBackRest.
void backupTo(Database& database, const std::string& target);

}  // namespace octad::db
