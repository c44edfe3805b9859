#include "db/mapping/row_statements.hpp"

#include <soci/soci.h>

namespace octad::db {

/// A statement with the variables it is bound to. The first run is sent as it is; from the second run on the
/// statement is prepared, which pays only then.
struct RowStatements::Kept {
  std::vector<BoundValue> values;
  long long returned = 0;
  soci::indicator returnedState = soci::i_ok;
  std::unique_ptr<soci::statement> statement;
  int runs = 0;
};

namespace {

void bindAll(soci::statement& statement, std::vector<BoundValue>& values) {
  for (BoundValue& value : values) {
    const std::string name(value.column);
    if (value.isNumber)
      statement.exchange(soci::use(value.number, value.state, name));
    else
      statement.exchange(soci::use(value.text, value.state, name));
  }
}

BoundValue numberNamed(std::string_view name, long long number) {
  BoundValue value;
  value.column = name;
  value.isNumber = true;
  value.number = number;
  return value;
}

std::string insertText(std::string_view table, const std::vector<BoundValue>& values) {
  std::string columns;
  std::string places;
  for (const BoundValue& value : values) {
    columns += (columns.empty() ? "" : ", ") + std::string(value.column);
    places += (places.empty() ? ":" : ", :") + std::string(value.column);
  }
  return "insert into " + std::string(table) + " (" + columns + ") values (" + places + ")";
}

}  // namespace

RowStatements::RowStatements(soci::session& session) : m_session(session) {}
RowStatements::~RowStatements() = default;

void RowStatements::clear() {
  m_kept.clear();
}

long long RowStatements::run(const std::string& sql, const std::vector<BoundValue>& values, bool returns) {
  std::unique_ptr<Kept>& kept = m_kept[sql];
  if (!kept) kept = std::make_unique<Kept>();
  ++kept->runs;
  if (kept->statement && kept->runs > 2) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      kept->values[i].number = values[i].number;
      kept->values[i].text = values[i].text;
      kept->values[i].state = values[i].state;
    }
  } else {
    kept->values = values;
    kept->statement = std::make_unique<soci::statement>(m_session);
    bindAll(*kept->statement, kept->values);
    if (returns) kept->statement->exchange(soci::into(kept->returned, kept->returnedState));
    kept->statement->alloc();
    kept->statement->prepare(
        sql, kept->runs == 1 ? soci::details::st_one_time_query : soci::details::st_repeatable_query);
    kept->statement->define_and_bind();
  }
  soci::statement& statement = *kept->statement;
  const bool got = statement.execute(true);
  long long result = returns ? kept->returned : statement.get_affected_rows();
  if (returns && !got) result = 0;
  while (returns && statement.fetch()) {
  }  // SQLite cannot commit while a row is waiting
  if (kept->runs == 1) kept->statement.reset();
  return result;
}

long long RowStatements::insert(std::string_view table, const std::vector<BoundValue>& values) {
  return run(insertText(table, values) + " returning id", values, true);
}

bool RowStatements::insertNew(std::string_view table, const std::vector<BoundValue>& values) {
  return run(insertText(table, values) + " on conflict do nothing", values, false) == 1;
}

long long RowStatements::update(std::string_view table, long long id, const std::vector<BoundValue>& values,
                                const long long* version) {
  std::vector<BoundValue> bound;
  std::string assignments;
  for (const BoundValue& value : values) {
    if (version != nullptr && value.column == "row_version") continue;
    const std::string column(value.column);
    assignments += (assignments.empty() ? "" : ", ") + column + " = :" + column;
    bound.push_back(value);
  }
  if (version != nullptr) assignments += ", row_version = row_version + 1";
  std::string sql = "update " + std::string(table) + " set " + assignments + " where id = :the_id";
  bound.push_back(numberNamed("the_id", id));
  if (version != nullptr) {
    sql += " and row_version = :the_version";
    bound.push_back(numberNamed("the_version", *version));
  }
  return run(sql, bound, false);
}

long long RowStatements::remove(std::string_view table, long long id) {
  return run("delete from " + std::string(table) + " where id = :the_id", {numberNamed("the_id", id)}, false);
}

}  // namespace octad::db
