#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/connection/command.hpp"

namespace soci {
class session;
}

// The few things that SOCI has no call for on PostgreSQL. Only postgres_native.cpp sees libpq.
namespace octad::db::postgres {

/// Runs a script of several statements in one round trip. Throws soci's error for PostgreSQL.
void runScript(soci::session& session, const std::string& sql);
/// Sends all commands at once and then reads their answers: one round trip. After a command that fails the
/// rest is not run; its error is thrown as soci's.
std::vector<Answer> runBatch(soci::session& session, const std::vector<Command>& commands);
void writeChunk(soci::session& session, const std::string& sha256, int position, std::string_view bytes);
std::optional<std::string> readChunk(soci::session& session, const std::string& sha256, int position);
/// True while a transaction is open or failed on this connection.
bool inTransaction(soci::session& session);
/// True when the server asked for a password as this connection was opened.
bool usedPassword(soci::session& session);
bool isBroken(soci::session& session);
/// Tries once more to connect and gives the SQLSTATE in which the server refuses; empty when it does not, or
/// does not answer.
std::string refusingState(const std::string& connectInfo);
/// The protocol that protects the connection, "TLSv1.3"; empty: it is not encrypted.
std::string protocolOf(soci::session& session);
/// What the server stores in place of the password (SCRAM-SHA-256), made here: the password stays here.
std::string passwordVerifier(soci::session& session, const std::string& login, const std::string& password);
/// From now on `notices` gives what is told on this channel.
void listen(soci::session& session, const std::string& channel);
/// Payloads that arrived; waits for the first one at most so long.
std::vector<std::string> notices(soci::session& session, std::chrono::milliseconds atMost);
/// True when the server has said something to an idle connection: most likely that it is closed.
bool hasNews(soci::session& session);

}  // namespace octad::db::postgres
