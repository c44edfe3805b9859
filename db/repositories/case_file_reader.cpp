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
  return "select " + jsonRowsSql<model::Person>(words, "person t where t.id" + oneOfPeople, roles) + ", " +
         jsonRowsSql<model::Department>(
             words, "department t where t.id" + oneOfDepartments +
                        " or t.id in (select d.department_id from person d where d.id" + oneOfPeople + ")");
}

/// Number of texts the first statement gives: all members but people and departments.
constexpr std::size_t kCaseTexts = model::kMemberCount<CaseFile> - 2;

[[noreturn]] void throwNoCase() {
  throw model::NotFound(model::tr("This case does not exist, or you may not see it. Refresh the list."));
}

/// The statements of a case on one database.
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
    // Looked up first: it is the length of a statement that costs here, and every table would look them up.
    Query head("select problem_id, customer_id from complaint where id = ");
    head.add(head.bind(id));
    const auto keys = head.textRow(m_session, 2);
    if (keys.empty()) throwNoCase();
    static const std::string sql = caseSql(jsonWords("sqlite"), {":p0", ":p1", ":p2"});
    Query query(sql);
    query.bind(id);
    query.bind(std::stoll(keys[0]));
    query.bind(std::stoll(keys[1]));
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
    static const std::string caseText =
        "prepare octad_case(bigint) as " +
        caseSql(jsonWords("postgresql"), {"$1", "(select p.problem_id from complaint p where p.id = $1)",
                                          "(select p.customer_id from complaint p where p.id = $1)"});
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
      auto rows = sortedRows<Row>(*text++);
      if constexpr (std::is_same_v<Field, Row>) {
        if (rows.empty()) throwNoCase();
        field = std::move(rows.front());
      } else {
        field = std::move(rows);
      }
    }
  });
  Mentions mentions;
  mentions.note(file);
  const auto names = statements->readMentioned(mentions);
  file.people = sortedRows<model::Person>(names.at(0));
  file.departments = sortedRows<model::Department>(names.at(1));
  return file;
}

}  // namespace octad::db
