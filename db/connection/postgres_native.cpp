#include "db/connection/postgres_native.hpp"

#include <array>
#include <memory>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <stdexcept>

namespace octad::db::postgres {
namespace {

PGconn* handle(soci::session& session) {
  // SOCI does not export the type information that dynamic_cast needs.
  if (session.get_backend_name() != "postgresql")
    throw std::logic_error("This session is not one of PostgreSQL.");
  return static_cast<soci::postgresql_session_backend*>(session.get_backend())->conn_;
}

struct Clear {
  void operator()(PGresult* result) const { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, Clear>;

/// Throws what SOCI would have thrown, so that one translator serves both.
void check(PGconn* connection, const Result& result) {
  const ExecStatusType status = PQresultStatus(result.get());
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return;
  const char* state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
  const std::string message = result ? PQresultErrorMessage(result.get()) : PQerrorMessage(connection);
  const char* lost = PQstatus(connection) == CONNECTION_BAD ? "08000" : "     ";
  throw soci::postgresql_soci_error(message, state == nullptr ? lost : state);
}

}  // namespace

void runScript(soci::session& session, const std::string& sql) {
  PGconn* connection = handle(session);
  check(connection, Result(PQexec(connection, sql.c_str())));
}

void writeChunk(soci::session& session, const std::string& sha256, int position, std::string_view bytes) {
  PGconn* connection = handle(session);
  const std::string place = std::to_string(position);
  const std::array<const char*, 3> values{sha256.c_str(), place.c_str(), bytes.data()};
  const std::array<int, 3> lengths{0, 0, static_cast<int>(bytes.size())};
  const std::array<int, 3> formats{0, 0, 1};
  check(connection,
        Result(PQexecParams(connection,
                            "insert into content_chunk (sha256, position, bytes) values ($1, $2, $3::bytea)",
                            3, nullptr, values.data(), lengths.data(), formats.data(), 0)));
}

std::optional<std::string> readChunk(soci::session& session, const std::string& sha256, int position) {
  PGconn* connection = handle(session);
  const std::string place = std::to_string(position);
  const std::array<const char*, 2> values{sha256.c_str(), place.c_str()};
  const Result result(
      PQexecParams(connection, "select bytes from content_chunk where sha256 = $1 and position = $2::bigint",
                   2, nullptr, values.data(), nullptr, nullptr, 1));
  check(connection, result);
  if (PQntuples(result.get()) == 0) return std::nullopt;
  return std::string(PQgetvalue(result.get(), 0, 0),
                     static_cast<std::size_t>(PQgetlength(result.get(), 0, 0)));
}

bool inTransaction(soci::session& session) {
  const PGTransactionStatusType status = PQtransactionStatus(handle(session));
  return status == PQTRANS_INTRANS || status == PQTRANS_INERROR || status == PQTRANS_ACTIVE;
}

bool isBroken(soci::session& session) {
  return PQstatus(handle(session)) != CONNECTION_OK;
}

}  // namespace octad::db::postgres
