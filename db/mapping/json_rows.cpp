#include "db/mapping/json_rows.hpp"

namespace octad::db {

const JsonWords& jsonWords(std::string_view dialect) {
  static const JsonWords postgres{"json_build_array", "json_agg", "::text", "'[]'"};
  static const JsonWords sqlite{"json_array", "json_group_array", "", ""};
  return dialect == "postgresql" ? postgres : sqlite;
}

}  // namespace octad::db
