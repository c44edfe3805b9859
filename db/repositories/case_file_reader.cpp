#include "db/repositories/case_file_reader.hpp"

#include <nlohmann/json.hpp>
#include <set>
#include <soci/soci.h>

#include "db/dialect/dialect.hpp"
#include "db/mapping/json_rows.hpp"
#include "db/mapping/query.hpp"
#include "db/mapping/table_names.hpp"
#include "model/core/error.hpp"

namespace octad::db {

using model::CaseFile;

namespace {

constexpr std::string_view kProblem = "(select p.problem_id from complaint p where p.id = :p0)";

/// Where the rows of T are: those of the case, or of its problem.
template <class T>
std::string rowsOf() {
  const std::string table = std::string(tableName<T>()) + " t where ";
  if constexpr (std::is_same_v<T, model::Complaint>)
    return table + "t.id = :p0";
  else if constexpr (std::is_same_v<T, model::Problem>)
    return table + "t.id = " + std::string(kProblem);
  else if constexpr (std::is_same_v<T, model::Customer>)
    return table + "t.id = (select c.customer_id from complaint c where c.id = :p0)";
  else if constexpr (std::is_same_v<T, model::Part>)
    return table + "t.id in (select i.part_id from complaint_item i where i.complaint_id = :p0)";
  else if constexpr (std::is_same_v<T, model::SiblingCase>)
    return "(select c.id, c.number, u.name as customer_name, c.state from complaint c"
           " join customer u on u.id = c.customer_id"
           " where c.problem_id = " +
           std::string(kProblem) + " and c.id <> :p0) t";
  else if constexpr (requires(T row) { row.complaintId; })
    return table + "t.complaint_id = :p0";
  else
    return table + "t.problem_id = " + std::string(kProblem);
}

template <class T>
std::string orderOf() {
  if constexpr (std::is_same_v<T, model::ComplaintItem>) return "t.position, t.id";
  if constexpr (std::is_same_v<T, model::WhyStep>) return "t.cause_id, t.position, t.id";
  if constexpr (std::is_same_v<T, model::Discipline>) return "t.code";
  return "t.id";
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
std::string caseSql(const JsonWords& words) {
  std::string sql;
  const CaseFile sample;
  model::forEachMember(sample, [&](std::string_view, const auto& field) {
    using Row = typename ElementOf<std::remove_cvref_t<decltype(field)>>::type;
    if constexpr (!kMentioned<Row>)
      sql += (sql.empty() ? "select " : ", ") + jsonRowsSql<Row>(words, rowsOf<Row>(), orderOf<Row>());
  });
  return sql;
}

/// The keys that a record mentions.
struct Mentions {
  std::set<long long> people;
  std::set<long long> departments;

  void note(model::PersonId id) { people.insert(id.value); }
  void note(model::DepartmentId id) { departments.insert(id.value); }
  template <class T>
  void note(const std::optional<T>& value) {
    if (value) note(*value);
  }
  template <class T>
  void note(const std::vector<T>& rows) {
    for (const auto& row : rows) note(row);
  }
  template <class T>
  void note(const T& value) {
    if constexpr (model::Described<T>)
      model::forEachMember(value, [this](std::string_view, const auto& field) { note(field); });
  }
};

std::string jsonList(const std::set<long long>& keys) {
  return nlohmann::json(keys).dump();
}

/// Names of what is mentioned, and the departments of the people.
std::string mentionedSql(bool postgres) {
  const auto& words = jsonWords(postgres ? "postgresql" : "sqlite");
  const std::string people = postgres ? "select x::bigint from json_array_elements_text(:p0::json) x"
                                      : "select value from json_each(:p0)";
  const std::string departments = postgres ? "select x::bigint from json_array_elements_text(:p1::json) x"
                                           : "select value from json_each(:p1)";
  const std::string roles = "(select " + std::string(words.joined) +
                            "(o.role, ',') from (select role from person_role where person_id = t.id"
                            " order by role) o)";
  return "select " +
         jsonRowsSql<model::Person>(words, "person t where t.id in (" + people + ")", "t.id", roles) + ", " +
         jsonRowsSql<model::Department>(
             words,
             "department t where t.id in (" + departments +
                 ") or t.id in (select d.department_id from person d where d.id in (" + people + "))",
             "t.id");
}

void readMentioned(soci::session& session, bool postgres, CaseFile& file) {
  static const std::string sqls[] = {mentionedSql(false), mentionedSql(true)};
  Mentions mentions;
  mentions.note(file);
  Query query(sqls[postgres ? 1 : 0]);
  query.bind(jsonList(mentions.people));
  query.bind(jsonList(mentions.departments));
  const auto texts = query.textRow(session, 2);
  file.people = readJsonRows<model::Person>(texts.at(0));
  file.departments = readJsonRows<model::Department>(texts.at(1));
}

}  // namespace

CaseFile readCaseFile(soci::session& session, const Dialect& dialect, model::ComplaintId id) {
  static const std::string sqls[] = {caseSql(jsonWords("sqlite")), caseSql(jsonWords("postgresql"))};
  const bool postgres = dialect.name() == "postgresql";
  Query query(sqls[postgres ? 1 : 0]);
  query.bind(id);
  CaseFile file;
  constexpr std::size_t kTexts = std::tuple_size_v<decltype(CaseFile::describe())> - 2;
  const auto texts = query.textRow(session, kTexts);
  auto text = texts.begin();
  model::forEachMember(file, [&](std::string_view, auto& field) {
    using Field = std::remove_cvref_t<decltype(field)>;
    using Row = typename ElementOf<Field>::type;
    if constexpr (!kMentioned<Row>) {
      auto rows = readJsonRows<Row>(*text++);
      if constexpr (std::is_same_v<Field, Row>) {
        if (rows.empty())
          throw model::NotFound(
              model::tr("This case does not exist, or you may not see it. Refresh the list."));
        field = std::move(rows.front());
      } else {
        field = std::move(rows);
      }
    }
  });
  readMentioned(session, postgres, file);
  return file;
}

}  // namespace octad::db
