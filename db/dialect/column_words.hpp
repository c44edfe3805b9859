#pragma once

#include <string>
#include <string_view>

#include "db/dialect/column_token.hpp"

namespace octad::db {

/// The words of a dialect that column tokens are put together from. `@` stands for the column's name.
struct ColumnWords {
  std::string_view id;
  std::string_view whole;  ///< type of keys, counts, moments
  std::string_view flag;
  std::string_view date;
  std::string_view bytes;
  std::string_view dateCheck;
  std::string_view monthCheck;
  std::string_view textCheck;
  std::string_view sha256Check;
  std::string_view tableEnd;
};

/// The column a token stands for, in these words. Throws std::runtime_error for an unknown kind.
std::string writeColumn(const ColumnToken& token, const ColumnWords& words);

}  // namespace octad::db
