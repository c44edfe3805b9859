#pragma once

#include <string>
#include <vector>

#include "db/dialect/dialect.hpp"

namespace octad::db {

/// A row of a table as one JSON text, as the audit triggers write it.
std::string sqliteRowAsJson(const std::vector<std::string>& columns, const std::string& row);

/// The script that makes (again) the three audit triggers of a table: SQLite triggers cannot see a row as a
/// whole, so they are written out column by column. Needs octad_chain and the context functions.
std::string sqliteAuditTriggers(const AuditedTable& table, const std::vector<std::string>& columns);

}  // namespace octad::db
