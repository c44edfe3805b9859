#include "db/dialect/column_token.hpp"

#include <sstream>
#include <stdexcept>

#include "db/dialect/dialect.hpp"

namespace octad::db {
namespace {

ColumnToken parseToken(std::string_view inside) {
  ColumnToken token;
  std::istringstream in{std::string(inside)};
  in >> token.kind >> token.name >> token.argument;
  if (!token.kind.empty() && token.kind.back() == '?') {
    token.kind.pop_back();
    token.optional = true;
  }
  return token;
}

}  // namespace

std::string expandTokens(std::string_view sql, const Dialect& dialect) {
  std::string out;
  std::size_t at = 0;
  while (true) {
    const std::size_t begin = sql.find("${", at);
    if (begin == std::string_view::npos) return out.append(sql.substr(at));
    const std::size_t end = sql.find('}', begin);
    if (end == std::string_view::npos) throw std::runtime_error("A migration has a token without an end.");
    out.append(sql.substr(at, begin - at));
    out.append(dialect.column(parseToken(sql.substr(begin + 2, end - begin - 2))));
    at = end + 1;
  }
}

}  // namespace octad::db
