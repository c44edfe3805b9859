#pragma once

#include <optional>
#include <soci/soci-backend.h>
#include <string>
#include <string_view>
#include <vector>

namespace octad::db {

/// One value on its way into a statement. Its kind depends on the column alone, never on the value.
struct BoundValue {
  std::string_view column;
  bool isNumber = false;
  long long number = 0;
  std::string text;
  soci::indicator state = soci::i_ok;
};

inline BoundValue numberValue(long long number) {
  BoundValue value;
  value.isNumber = true;
  value.number = number;
  return value;
}
inline BoundValue textValue(std::string text) {
  BoundValue value;
  value.text = std::move(text);
  return value;
}

/// One statement of a batch, with the placeholders $1, $2 … A statement with a name is prepared under it once
/// a connection.
struct Command {
  std::string sql;
  std::vector<BoundValue> values;
  std::string name;
};

/// What a statement of a batch gave. Numbers come as text.
struct Answer {
  using Row = std::vector<std::optional<std::string>>;
  std::vector<Row> rows;
  long long changed = 0;  ///< rows that were inserted, updated or deleted
};

}  // namespace octad::db
