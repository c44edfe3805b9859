#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace soci {
class session;
}

// The few things that SOCI has no call for on PostgreSQL. Only postgres_native.cpp sees libpq.
namespace octad::db::postgres {

/// Runs a script of several statements in one round trip. Throws soci's error for PostgreSQL.
void runScript(soci::session& session, const std::string& sql);
void writeChunk(soci::session& session, const std::string& sha256, int position, std::string_view bytes);
std::optional<std::string> readChunk(soci::session& session, const std::string& sha256, int position);
/// True while a transaction is open or failed on this connection.
bool inTransaction(soci::session& session);
bool isBroken(soci::session& session);

}  // namespace octad::db::postgres
