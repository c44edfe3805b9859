#pragma once

#include <string>
#include <vector>

#include "db/dialect/dialect.hpp"

namespace octad::db {

/// The script that makes (again) the three audit triggers of a table: SQLite triggers cannot see a row as a
/// whole, so they are written out column by column. Needs octad_chain and the context functions.
std::string sqliteAuditTriggers(const AuditedTable& table, const std::vector<std::string>& columns);

}  // namespace octad::db
