#include "tests/benchmark/plain_connection.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

namespace octad::benchmark {

std::unique_ptr<PlainConnection> makePlain(soci::session& session, bool postgres) {
  if (postgres)
    return makePlainPostgres(static_cast<soci::postgresql_session_backend*>(session.get_backend())->conn_);
  return makePlainSqlite(static_cast<soci::sqlite3_session_backend*>(session.get_backend())->conn_);
}

}  // namespace octad::benchmark
