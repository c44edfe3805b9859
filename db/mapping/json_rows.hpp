#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "db/mapping/json.hpp"
#include "db/mapping/row_reader.hpp"
#include "model/core/describe.hpp"

namespace octad::db {

/// What one database calls the functions that build JSON.
struct JsonWords {
  std::string_view row;        ///< makes a list of the values of one row
  std::string_view list;       ///< aggregate: makes a list of the rows
  std::string_view asText;     ///< what follows the list to make it text
  std::string_view emptyList;  ///< PostgreSQL's aggregate of nothing is null
};
/// `dialect` is Dialect::name().
const JsonWords& jsonWords(std::string_view dialect);

/// A scalar subquery with the rows of T as one JSON text: [[value, value …], …]. Values stand in the order of
/// `describe()` without names, which halves what is built, sent and read; the same list writes the SQL and
/// reads the answer. `from` names the rows as t ("part t where …"), `order` the columns they are sorted by. A
/// member that is a list has no column: `lists` gives its SQL, in order.
template <model::Described T>
std::string jsonRowsSql(const JsonWords& words, std::string_view from, std::string_view order,
                        const std::vector<std::string>& lists = {}) {
  std::string values;
  std::string columns;
  std::size_t list = 0;
  T sample{};
  model::forEachMember(sample, [&](std::string_view name, const auto& field) {
    if (!values.empty()) {
      values += ",";
      columns += ",";
    }
    if constexpr (kIsColumn<std::remove_cvref_t<decltype(field)>>) {
      values += "r." + std::string(name);
      columns += "t." + std::string(name);
    } else {
      // SQLite forgets on the way out of the subquery that a text is JSON; json() reminds it.
      values += (words.emptyList.empty() ? "json(r." : "(r.") + std::string(name) + ")";
      columns += lists.at(list++) + " as " + std::string(name);
    }
  });
  // Rows are sorted before they are aggregated: SQLite 3.40 has no "order by" within an aggregate.
  std::string sql = "(select ";
  if (!words.emptyList.empty()) sql += "coalesce(";
  sql += std::string(words.list) + "(" + std::string(words.row) + "(" + values + "))" +
         std::string(words.asText);
  if (!words.emptyList.empty()) sql += "," + std::string(words.emptyList) + ")";
  sql +=
      " from (select " + columns + " from " + std::string(from) + " order by " + std::string(order) + ") r)";
  return sql;
}

/// Reads what `jsonRowsSql<T>` built.
template <model::Described T>
std::vector<T> readJsonRows(const std::string& text) {
  const auto rows = nlohmann::ordered_json::parse(text);
  std::vector<T> out;
  out.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const JsonPath path{nullptr, {}, i};
    auto value = rows[i].begin();
    model::forEachMember(out.emplace_back(), [&](std::string_view name, auto& field) {
      readJson(field, *value++, JsonPath{&path, name, {}}, JsonMode::lenient);
    });
  }
  return out;
}

}  // namespace octad::db
