#pragma once

#include <string>
#include <string_view>

namespace octad::db {

/// One token of a migration file, taken apart: `${line? contact 200}` (db/migrations/README.md).
struct ColumnToken {
  std::string kind;       ///< id, ref, enum, line, text …
  std::string name;       ///< column
  std::string argument;   ///< referred table, or length
  bool optional = false;  ///< null or empty allowed
};

class Dialect;

/// Writes out every token of a migration file for a dialect. Throws std::runtime_error for a token nobody
/// knows.
std::string expandTokens(std::string_view sql, const Dialect& dialect);

}  // namespace octad::db
