#pragma once

#include <deque>
#include <optional>
#include <soci/soci.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "db/mapping/row_reader.hpp"
#include "model/core/ids.hpp"
#include "model/core/time.hpp"

namespace octad::db {

/// A statement put together from fixed pieces of SQL and bound values. A value never becomes part of the
/// text: `bind` keeps it and gives the placeholder to write in its place.
class Query {
 public:
  Query() = default;
  explicit Query(std::string_view sql) : m_sql(sql) {}
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  Query& add(std::string_view sql) {
    m_sql += sql;
    return *this;
  }
  std::string bind(long long value);
  std::string bind(std::string value);
  std::string bind(model::Instant at) { return bind(at.microseconds); }
  template <class Tag>
  std::string bind(model::Id<Tag> id) {
    return bind(id.value);
  }

  /// Binds a value to a name that a piece of SQL from elsewhere has in it.
  void bindAs(std::string name, std::string value);

  const std::string& sql() const { return m_sql; }
  /// Cuts off and gives what was added since the text had `length` characters, to be used in several places.
  std::string takeBack(std::size_t length);

  /// Every row as a T, whose described members are the columns in order.
  template <class T>
  std::vector<T> rows(soci::session& session) const;
  /// The first row, if there is one.
  template <class T>
  std::optional<T> first(soci::session& session) const;
  /// One whole number or text a row. NULL reads as 0 or empty.
  std::vector<long long> numbers(soci::session& session) const;
  std::vector<std::string> texts(soci::session& session) const;
  /// Runs a change; gives the number of rows changed.
  long long change(soci::session& session) const;
  /// The only number of the only row.
  long long number(soci::session& session) const;
  /// `count` texts of the first row; empty when there is no row.
  std::vector<std::string> textRow(soci::session& session, std::size_t count) const;

 private:
  void exchange(soci::statement& statement) const;
  void run(soci::statement& statement) const;

  std::string m_sql;
  // Lists, so that the addresses given to SOCI stay; the names are p0, p1 … in the order of binding.
  std::deque<long long> m_numbers;
  std::deque<std::string> m_texts;
  std::vector<std::pair<std::string, const long long*>> m_numberNames;
  std::vector<std::pair<std::string, const std::string*>> m_textNames;
};

template <class T>
std::vector<T> Query::rows(soci::session& session) const {
  RowReader<T> reader;
  soci::statement statement(session);
  reader.exchange(statement);
  run(statement);
  std::vector<T> out;
  while (statement.fetch()) reader.read(out.emplace_back());
  return out;
}

template <class T>
std::optional<T> Query::first(soci::session& session) const {
  auto all = rows<T>(session);
  if (all.empty()) return std::nullopt;
  return std::move(all.front());
}

}  // namespace octad::db
