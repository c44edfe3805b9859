#include "db/repositories/case_file_reader.hpp"

#include <algorithm>
#include <soci/soci.h>

#include "db/dialect/dialect.hpp"
#include "db/mapping/json_rows.hpp"
#include "db/mapping/query.hpp"
#include "db/mapping/table_names.hpp"
#include "model/core/error.hpp"

namespace octad::db {

using model::CaseFile;

namespace {

/// SQL for the keys that the rows of a case are found by.
struct CaseKeys {
  std::string id;
  std::string problem;
  std::string customer;
};

/// Where the rows of T are: those of the case, or of its problem.
template <class T>
std::string rowsOf(const CaseKeys& keys) {
  const std::string table = std::string(tableName<T>()) + " t where ";
  if constexpr (std::is_same_v<T, model::Complaint>)
    return table + "t.id = " + keys.id;
  else if constexpr (std::is_same_v<T, model::Problem>)
    return table + "t.id = " + keys.problem;
  else if constexpr (std::is_same_v<T, model::Customer>)
    return table + "t.id = " + keys.customer;
  else if constexpr (std::is_same_v<T, model::Part>)
    return table + "t.id in (select i.part_id from complaint_item i where i.complaint_id = " + keys.id + ")";
  else if constexpr (std::is_same_v<T, model::SiblingCase>)
    return "(select c.id, c.number, u.name as customer_name, c.state from complaint c"
           " join customer u on u.id = c.customer_id where c.problem_id = " +
           keys.problem + " and c.id <> " + keys.id + ") t";
  else if constexpr (requires(T row) { row.complaintId; })
    return table + "t.complaint_id = " + keys.id;
  else
    return table + "t.problem_id = " + keys.problem;
}

/// The order in which rows are shown and printed.
template <class T>
bool before(const T& a, const T& b) {
  if constexpr (std::is_same_v<T, model::ComplaintItem>)
    return std::tie(a.position, a.id) < std::tie(b.position, b.id);
  else if constexpr (std::is_same_v<T, model::WhyStep>)
    return std::tie(a.causeId, a.position, a.id) < std::tie(b.causeId, b.position, b.id);
  else if constexpr (std::is_same_v<T, model::Discipline>)
    return a.code < b.code;
  else
    return a.id < b.id;
}

template <class T>
std::vector<T> sortedRows(const std::string& text) {
  auto rows = readJsonRows<T>(text);
  std::sort(rows.begin(), rows.end(), before<T>);
  return rows;
}

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

/// One text a member of CaseFile, in one row.
std::string caseSql(const JsonWords& words, const CaseKeys& keys) {
  std::string sql;
  const CaseFile sample;
  model::forEachMember(sample, [&](std::string_view, const auto& field) {
    using Row = typename ElementOf<std::remove_cvref_t<decltype(field)>>::type;
    if constexpr (!kMentioned<Row>)
      sql += (sql.empty() ? "select " : ", ") + jsonRowsSql<Row>(words, rowsOf<Row>(keys));
  });
  return sql;
}

/// "select … union select …": the keys of type Key that the rows of a case mention.
template <class Key>
std::string mentionedKeys(const CaseKeys& keys) {
  std::string sql;
  const CaseFile sample;
  model::forEachMember(sample, [&](std::string_view, const auto& list) {
    using Row = typename ElementOf<std::remove_cvref_t<decltype(list)>>::type;
    if constexpr (!kMentioned<Row>)
      model::forEachMember(Row{}, [&](std::string_view column, const auto& field) {
        using Field = std::remove_cvref_t<decltype(field)>;
        if constexpr (std::is_same_v<Field, Key> || std::is_same_v<Field, std::optional<Key>>)
          sql += (sql.empty() ? "select t." : " union select t.") + std::string(column) + " from " +
                 rowsOf<Row>(keys);
      });
  });
  return sql;
}

/// Who is mentioned, and the departments: those mentioned and those of the people.
std::string mentionedSql(const JsonWords& words, const CaseKeys& keys) {
  const std::string roles = "(select " + std::string(words.joined) +
                            "(o.role, ',') from (select role from person_role where person_id = t.id"
                            " order by role) o)";
  return "with who(id) as (" + mentionedKeys<model::PersonId>(keys) + ") select " +
         jsonRowsSql<model::Person>(words, "person t where t.id in (select id from who)", roles) + ", " +
         jsonRowsSql<model::Department>(
             words, "department t where t.id in (" + mentionedKeys<model::DepartmentId>(keys) +
                        " union select d.department_id from person d where d.id in (select id from who))");
}

[[noreturn]] void throwNoCase() {
  throw model::NotFound(model::tr("This case does not exist, or you may not see it. Refresh the list."));
}

/// The keys of a case as PostgreSQL looks them up itself. It would plan these statements for ten times as
/// long as it runs them, so they are prepared once a connection.
CaseKeys lookedUp() {
  return {"$1", "(select p.problem_id from complaint p where p.id = $1)",
          "(select p.customer_id from complaint p where p.id = $1)"};
}

std::vector<Command> postgresReading(model::ComplaintId id) {
  static const std::string rows = caseSql(jsonWords("postgresql"), lookedUp());
  static const std::string names = mentionedSql(jsonWords("postgresql"), lookedUp());
  return {{rows, {numberValue(id.value)}, "octad_case"},
          {names, {numberValue(id.value)}, "octad_case_names"}};
}

/// On SQLite it is the length of a statement that costs, and every table would look the keys up.
std::vector<Command> sqliteReading(model::ComplaintId id, const Answer::Row& head) {
  static const CaseKeys keys{"$1", "$2", "$3"};
  static const std::string rows = caseSql(jsonWords("sqlite"), keys);
  static const std::string names = mentionedSql(jsonWords("sqlite"), keys);
  const std::vector<BoundValue> values{numberValue(id.value), numberValue(std::stoll(head.at(0).value())),
                                       numberValue(std::stoll(head.at(1).value()))};
  // The names need no customer; SQLite minds a value without a place.
  return {{rows, values, {}}, {names, {values[0], values[1]}, {}}};
}

CaseFile fileOf(const Answer& rows, const Answer& names) {
  CaseFile file;
  auto text = rows.rows.at(0).begin();
  model::forEachMember(file, [&](std::string_view, auto& field) {
    using Field = std::remove_cvref_t<decltype(field)>;
    using Row = typename ElementOf<Field>::type;
    if constexpr (!kMentioned<Row>) {
      auto found = sortedRows<Row>((text++)->value());
      if constexpr (std::is_same_v<Field, Row>) {
        if (found.empty()) throwNoCase();
        field = std::move(found.front());
      } else {
        field = std::move(found);
      }
    }
  });
  file.people = sortedRows<model::Person>(names.rows.at(0).at(0).value());
  file.departments = sortedRows<model::Department>(names.rows.at(0).at(1).value());
  return file;
}

bool isPostgres(const Dialect& dialect) {
  return dialect.name() == "postgresql";
}

}  // namespace

CaseFile readCaseFile(soci::session& session, const Dialect& dialect, model::ComplaintId id) {
  std::vector<Command> reading;
  if (isPostgres(dialect)) {
    reading = postgresReading(id);
  } else {
    const Command head{
        "select problem_id, customer_id from complaint where id = $1", {numberValue(id.value)}, {}};
    const Answer found = dialect.runBatch(session, {head}).at(0);
    if (found.rows.empty()) throwNoCase();
    reading = sqliteReading(id, found.rows.front());
  }
  const std::vector<Answer> answers = dialect.runBatch(session, reading);
  return fileOf(answers.at(0), answers.at(1));
}

std::optional<LockedCase> lockAndReadCase(soci::session& session, const Dialect& dialect,
                                          model::ComplaintId id) {
  if (!isPostgres(dialect)) {
    // The transaction holds the only writer's place: nothing more is to be locked.
    const Command head{"select row_version from complaint where id = $1", {numberValue(id.value)}, {}};
    const Answer found = dialect.runBatch(session, {head}).at(0);
    if (found.rows.empty()) return std::nullopt;
    return LockedCase{readCaseFile(session, dialect, id), std::stoll(found.rows[0].at(0).value()), false};
  }
  std::vector<Command> commands{{"select locked_problem, row_version, problem_id from octad.lock_case($1)",
                                 {numberValue(id.value)},
                                 "octad_lock_case"}};
  for (Command& command : postgresReading(id)) commands.push_back(std::move(command));
  const std::vector<Answer> answers = dialect.runBatch(session, commands);
  if (answers.at(0).rows.empty()) return std::nullopt;
  const Answer::Row& head = answers[0].rows.front();
  return LockedCase{fileOf(answers.at(1), answers.at(2)), std::stoll(head.at(1).value()),
                    head.at(0) != head.at(2)};
}

}  // namespace octad::db
