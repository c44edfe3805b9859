#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace soci {
class session;
}

namespace octad::benchmark {

using Cells = std::vector<std::optional<std::string>>;

/// The other side of every comparison: libpq or sqlite3 as a careful programmer calls them, on the connection
/// of a session of ours, so that settings, guards and functions are the same.
class PlainConnection {
 public:
  virtual ~PlainConnection() = default;
  /// Runs one statement; parameters are $1, $2 …, first used in this order. Every value is read.
  virtual std::vector<Cells> query(const std::string& sql, const Cells& parameters = {}) = 0;
  /// Writes rows without guards and audit, as fast as the database takes them: COPY, or prepared inserts.
  virtual void beginBulk() = 0;
  virtual void bulkRow(const std::string& table, const std::vector<std::string>& columns,
                       const Cells& values) = 0;
  virtual void endBulk() = 0;
};

std::unique_ptr<PlainConnection> makePlainSqlite(void* sqlite3Handle);
std::unique_ptr<PlainConnection> makePlainPostgres(void* pgConnection);
/// For a session of either database.
std::unique_ptr<PlainConnection> makePlain(soci::session& session, bool postgres);

}  // namespace octad::benchmark
