#pragma once

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "db/mapping/bound_row.hpp"

namespace soci {
class session;
class statement;
}  // namespace soci

namespace octad::db {

/// Writes single rows of any table within one transaction. A statement that is needed again is prepared and
/// kept to the end of the transaction.
class RowStatements {
 public:
  explicit RowStatements(soci::session& session);
  ~RowStatements();
  soci::session& session() { return m_session; }
  RowStatements(const RowStatements&) = delete;
  RowStatements& operator=(const RowStatements&) = delete;

  /// Returns the key the database gave.
  long long insert(std::string_view table, const std::vector<BoundValue>& values);
  /// Leaves it at that when a row with the same unique key is there already; false then.
  bool insertNew(std::string_view table, const std::vector<BoundValue>& values);
  /// Number of rows changed, 0 or 1. With `version`, only the row that has it, and the version goes up by
  /// one; a column row_version among `values` is ignored then.
  long long update(std::string_view table, long long id, const std::vector<BoundValue>& values,
                   const long long* version);
  long long remove(std::string_view table, long long id);
  /// Ends the kept statements; they must not outlive the transaction.
  void clear();

 private:
  struct Kept;
  /// Runs `sql` with these values; returns the number in the first column (`returns`) or of rows changed.
  long long run(const std::string& sql, const std::vector<BoundValue>& values, bool returns);

  soci::session& m_session;
  std::map<std::string, std::unique_ptr<Kept>> m_kept;
};

}  // namespace octad::db
