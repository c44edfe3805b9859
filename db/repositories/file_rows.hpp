#pragma once

#include <algorithm>
#include <string>
#include <type_traits>
#include <vector>

#include "db/connection/command.hpp"
#include "db/mapping/json_rows.hpp"
#include "model/access/people.hpp"
#include "model/cases/case_file.hpp"

namespace octad::db {

// How an aggregate with all its rows is read in two statements: one text a member, then the names of the
// people and departments they mention. `Place` says where the rows of T are: `place.template from<T>()` gives
// SQL behind "from", with the alias t.

template <class T>
struct ElementOf {
  using type = T;
};
template <class T>
struct ElementOf<std::vector<T>> {
  using type = T;
};

/// People and departments are read by the second statement.
template <class T>
constexpr bool kMentioned = std::is_same_v<T, model::Person> || std::is_same_v<T, model::Department>;

/// The order in which rows are shown and printed.
template <class T>
bool shownBefore(const T& a, const T& b) {
  if constexpr (std::is_same_v<T, model::ReturnFlow>)
    return std::tie(a.lineId, a.from, a.to, a.fromFinding, a.toFinding, a.disposition) <
           std::tie(b.lineId, b.from, b.to, b.fromFinding, b.toFinding, b.disposition);
  else if constexpr (std::is_same_v<T, model::WhyStep>)
    return std::tie(a.causeId, a.position, a.id) < std::tie(b.causeId, b.position, b.id);
  else if constexpr (std::is_same_v<T, model::Discipline>)
    return a.code < b.code;
  else if constexpr (requires { a.position; })
    return std::tie(a.position, a.id) < std::tie(b.position, b.id);
  else
    return a.id < b.id;
}

template <class T>
std::vector<T> sortedRows(const std::string& text) {
  auto rows = readJsonRows<T>(text);
  std::sort(rows.begin(), rows.end(), shownBefore<T>);
  return rows;
}

/// One text a member of File, in one row.
template <class File, class Place>
std::string fileSql(const JsonWords& words, const Place& place) {
  std::string sql;
  model::forEachMember(File{}, [&](std::string_view, const auto& field) {
    using Row = typename ElementOf<std::remove_cvref_t<decltype(field)>>::type;
    if constexpr (!kMentioned<Row>)
      sql += (sql.empty() ? "select " : ", ") + jsonRowsSql<Row>(words, place.template from<Row>());
  });
  return sql;
}

/// "select … union select …": the keys of type Key that the rows of File mention.
template <class Key, class File, class Place>
std::string mentionedKeys(const Place& place) {
  std::string sql;
  model::forEachMember(File{}, [&](std::string_view, const auto& list) {
    using Row = typename ElementOf<std::remove_cvref_t<decltype(list)>>::type;
    if constexpr (!kMentioned<Row>)
      model::forEachMember(Row{}, [&](std::string_view column, const auto& field) {
        using Field = std::remove_cvref_t<decltype(field)>;
        if constexpr (std::is_same_v<Field, Key> || std::is_same_v<Field, std::optional<Key>>)
          sql += (sql.empty() ? "select t." : " union select t.") + std::string(column) + " from " +
                 place.template from<Row>();
      });
  });
  return sql;
}

/// Who is mentioned, and the departments: those mentioned and those of the people.
template <class File, class Place>
std::string mentionedSql(const JsonWords& words, const Place& place) {
  const std::string roles = "(select " + std::string(words.joined) +
                            "(o.role, ',') from (select role from person_role where person_id = t.id"
                            " order by role) o)";
  return "with who(id) as (" + mentionedKeys<model::PersonId, File>(place) + ") select " +
         jsonRowsSql<model::Person>(words, "person t where t.id in (select id from who)", roles) + ", " +
         jsonRowsSql<model::Department>(
             words, "department t where t.id in (" + mentionedKeys<model::DepartmentId, File>(place) +
                        " union select d.department_id from person d where d.id in (select id from who))");
}

/// Both in one statement: the names stand behind the rows.
template <class File, class Place>
std::string fileWithNamesSql(const JsonWords& words, const Place& place) {
  return fileSql<File>(words, place) + ", m.people, m.departments from (" + mentionedSql<File>(words, place) +
         ") m(people, departments)";
}

/// Reads the texts that `fileSql` gave, from `text` on, and those of `mentionedSql`, from `names` on. False
/// when the row that stands for the whole is not there.
template <class File>
bool readFile(File& file, Answer::Row::const_iterator text, Answer::Row::const_iterator names) {
  bool there = true;
  model::forEachMember(file, [&](std::string_view, auto& field) {
    using Field = std::remove_cvref_t<decltype(field)>;
    using Row = typename ElementOf<Field>::type;
    if constexpr (!kMentioned<Row>) {
      auto found = sortedRows<Row>((text++)->value());
      if constexpr (!std::is_same_v<Field, Row>)
        field = std::move(found);
      else if (found.empty())
        there = false;
      else
        field = std::move(found.front());
    }
  });
  file.people = sortedRows<model::Person>(names[0].value());
  file.departments = sortedRows<model::Department>(names[1].value());
  return there;
}

}  // namespace octad::db
