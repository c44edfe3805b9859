#include "db/repositories/case_file_reader.hpp"

#include <algorithm>
#include <memory>
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

/// The keys of a list between two brackets: "[1,2]" or "{1,2}".
std::string keyList(const std::set<long long>& keys, char open, char close) {
  std::string out(1, open);
  for (const auto key : keys) out += (out.size() > 1 ? "," : "") + std::to_string(key);
  return out + close;
}

/// Names of what is mentioned, and the departments of the people. `oneOfPeople` and `oneOfDepartments` are
/// conditions that follow a key.
std::string mentionedSql(const JsonWords& words, const std::string& oneOfPeople,
                         const std::string& oneOfDepartments) {
  const std::string roles = "(select " + std::string(words.joined) +
                            "(o.role, ',') from (select role from person_role where person_id = t.id"
                            " order by role) o)";
  return "select " + jsonRowsSql<model::Person>(words, "person t where t.id" + oneOfPeople, "t.id", roles) +
         ", " +
         jsonRowsSql<model::Department>(words,
                                        "department t where t.id" + oneOfDepartments +
                                            " or t.id in (select d.department_id from person d where d.id" +
                                            oneOfPeople + ")",
                                        "t.id");
}

/// Number of texts the first statement gives: all members but people and departments.
constexpr std::size_t kCaseTexts = std::tuple_size_v<decltype(CaseFile::describe())> - 2;

/// The two statements of a case on one database.
class CaseStatements {
 public:
  virtual ~CaseStatements() = default;
  virtual std::vector<std::string> readCase(model::ComplaintId id) = 0;
  virtual std::vector<std::string> readMentioned(const Mentions& mentions) = 0;
};

class SqliteCaseStatements final : public CaseStatements {
 public:
  explicit SqliteCaseStatements(soci::session& session) : m_session(session) {}

  std::vector<std::string> readCase(model::ComplaintId id) override {
    static const std::string sql = caseSql(jsonWords("sqlite"));
    Query query(sql);
    query.bind(id);
    return query.textRow(m_session, kCaseTexts);
  }
  std::vector<std::string> readMentioned(const Mentions& mentions) override {
    static const std::string sql = mentionedSql(jsonWords("sqlite"), " in (select value from json_each(:p0))",
                                                " in (select value from json_each(:p1))");
    Query query(sql);
    query.bind(keyList(mentions.people, '[', ']'));
    query.bind(keyList(mentions.departments, '[', ']'));
    return query.textRow(m_session, 2);
  }

 private:
  soci::session& m_session;
};

/// PostgreSQL would plan the first statement for ten times as long as it runs it, so both are prepared once a
/// connection, by name. The server is asked whether they are: a connection may have been lost and made again.
class PostgresCaseStatements final : public CaseStatements {
 public:
  explicit PostgresCaseStatements(soci::session& session) : m_session(session) {}

  std::vector<std::string> readCase(model::ComplaintId id) override {
    prepareMissing();
    return Query("execute octad_case(" + std::to_string(id.value) + ")").textRow(m_session, kCaseTexts);
  }
  std::vector<std::string> readMentioned(const Mentions& mentions) override {
    // EXECUTE takes no parameters; keys are whole numbers.
    return Query("execute octad_case_names('" + keyList(mentions.people, '{', '}') + "', '" +
                 keyList(mentions.departments, '{', '}') + "')")
        .textRow(m_session, 2);
  }

 private:
  void prepareMissing() {
    static const std::string caseText = [] {
      auto sql = caseSql(jsonWords("postgresql"));
      for (auto at = sql.find(":p0"); at != std::string::npos; at = sql.find(":p0", at))
        sql.replace(at, 3, "$1");
      return "prepare octad_case(bigint) as " + sql;
    }();
    static const std::string namesText = "prepare octad_case_names(bigint[], bigint[]) as " +
                                         mentionedSql(jsonWords("postgresql"), " = any ($1)", " = any ($2)");
    const auto there =
        Query("select name from pg_prepared_statements where name in ('octad_case', 'octad_case_names')")
            .texts(m_session);
    const auto has = [&there](std::string_view name) {
      return std::find(there.begin(), there.end(), name) != there.end();
    };
    if (!has("octad_case")) m_session << caseText;
    if (!has("octad_case_names")) m_session << namesText;
  }

  soci::session& m_session;
};

std::unique_ptr<CaseStatements> caseStatements(soci::session& session, const Dialect& dialect) {
  if (dialect.name() == "postgresql") return std::make_unique<PostgresCaseStatements>(session);
  return std::make_unique<SqliteCaseStatements>(session);
}

}  // namespace

CaseFile readCaseFile(soci::session& session, const Dialect& dialect, model::ComplaintId id) {
  const auto statements = caseStatements(session, dialect);
  const auto texts = statements->readCase(id);
  CaseFile file;
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
  Mentions mentions;
  mentions.note(file);
  const auto names = statements->readMentioned(mentions);
  file.people = readJsonRows<model::Person>(names.at(0));
  file.departments = readJsonRows<model::Department>(names.at(1));
  return file;
}

}  // namespace octad::db
