#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/connection/command.hpp"
#include "db/connection/session_context.hpp"

namespace soci {
class session;
}

// The few things that SOCI has no call for on SQLite. Only sqlite_native.cpp sees sqlite3.h.
namespace octad::db::sqlite {

/// Registers octad_line, octad_text, octad_quote, octad_chain and the functions that answer from `context`,
/// which must outlive the session.
void registerFunctions(soci::session& session, SqliteContext& context);
/// The context registered with this session.
SqliteContext& contextOf(soci::session& session);
/// Runs a script of several statements. Throws soci's error for SQLite.
void runScript(soci::session& session, const std::string& sql);
/// Runs the commands one after the other; throws soci's error for SQLite.
std::vector<Answer> runBatch(soci::session& session, const std::vector<Command>& commands);
void writeChunk(soci::session& session, const std::string& sha256, int position, std::string_view bytes);
std::optional<std::string> readChunk(soci::session& session, const std::string& sha256, int position);
/// Ends a transaction that was left open.
void rollbackIfOpen(soci::session& session);
/// Copies a whole open database into another file with SQLite's backup API.
void backup(soci::session& session, const std::string& target);
/// What SQLite's integrity check says of a file that nobody has open: "ok", or the first fault.
std::string integrityOf(const std::string& path);

}  // namespace octad::db::sqlite
