#include "db/dialect/column_words.hpp"

#include <stdexcept>

namespace octad::db {
namespace {

std::string named(std::string_view pattern, const std::string& name) {
  std::string out;
  for (const char c : pattern) {
    if (c == '@')
      out += name;
    else
      out += c;
  }
  return out;
}

/// `name type [not null] constraint valid_name check (…)`; a null passes every check.
std::string checked(const ColumnToken& token, std::string_view type, const std::string& check) {
  return token.name + " " + std::string(type) + (token.optional ? "" : " not null") + " constraint valid_" +
         token.name + " check (" + check + ")";
}

std::string between(const std::string& name, const char* low, const char* high) {
  return name + " between " + low + " and " + high;
}

std::string reference(const ColumnToken& token, std::string_view type, const char* key) {
  return token.name + " " + std::string(type) + (token.optional ? "" : " not null") + " constraint known_" +
         token.name + " references " + token.argument + " (" + key + ")";
}

/// Texts are never null: an optional one may be empty.
std::string line(const ColumnToken& token) {
  const std::string check = "octad_line(" + token.name + ", " + token.argument + ")";
  return token.name + " text not null constraint valid_" + token.name + " check (" +
         (token.optional ? token.name + " = '' or " : "") + check + ")";
}

}  // namespace

std::string writeColumn(const ColumnToken& token, const ColumnWords& words) {
  const std::string& name = token.name;
  if (token.kind == "id") return std::string(words.id);
  if (token.kind == "table") return std::string(words.tableEnd);
  if (token.kind == "ref") return reference(token, words.whole, "id");
  if (token.kind == "enum") return reference(token, "text", "key");
  if (token.kind == "line") return line(token);
  if (token.kind == "text") return checked(token, "text", named(words.textCheck, name));
  if (token.kind == "json") return name + " text not null";
  if (token.kind == "instant")
    return checked(token, words.whole, between(name, "631152000000000", "7258118400000000"));
  if (token.kind == "date") return checked(token, words.date, named(words.dateCheck, name));
  if (token.kind == "month") return checked(token, "text", named(words.monthCheck, name));
  if (token.kind == "flag") return checked(token, words.flag, name + " in (0, 1)");
  if (token.kind == "quantity") return checked(token, words.whole, between(name, "0", "10000000"));
  if (token.kind == "count") return checked(token, words.whole, name + " >= 0");
  if (token.kind == "sha256") return checked(token, "text", named(words.sha256Check, name));
  if (token.kind == "bytes") return name + " " + std::string(words.bytes) + " not null";
  throw std::runtime_error("A migration uses the unknown token " + token.kind + ".");
}

}  // namespace octad::db
