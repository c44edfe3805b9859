#include "db/repositories/case_file_reader.hpp"

#include <algorithm>
#include <soci/soci.h>

#include "db/dialect/dialect.hpp"
#include "db/repositories/case_rows.hpp"
#include "model/core/error.hpp"

namespace octad::db {

using model::CaseFile;

namespace {

[[noreturn]] void throwNoCase() {
  throw model::NotFound(model::tr("This case does not exist, or you may not see it. Refresh the list."));
}

/// PostgreSQL reads what is seen with the case by one function, which asks once whether it is seen
/// (db/admin/case_function); the rest meets its policies, row by row. The second statement would be planned
/// for ten times as long as it runs, so it is prepared once a connection.
std::vector<Command> postgresReading(model::ComplaintId id) {
  static const CaseKeys keys{"$1", "(select p.problem_id from complaint p where p.id = $1)",
                             "(select p.customer_id from complaint p where p.id = $1)"};
  static const std::string rest = fileWithNamesSql<CaseFile, SeenOnItsOwn>(jsonWords("postgresql"), keys);
  const std::vector<BoundValue> key{numberValue(id.value)};
  return {{"select * from octad.read_case($1)", key, "octad_case"}, {rest, key, "octad_case_rest"}};
}

/// On SQLite it is the length of a statement that costs, and every table would look the keys up.
std::vector<Command> sqliteReading(model::ComplaintId id, const Answer::Row& head) {
  static const CaseKeys keys{"$1", "$2", "$3"};
  static const std::string rows = fileSql<CaseFile>(jsonWords("sqlite"), keys);
  static const std::string names = mentionedSql<CaseFile>(jsonWords("sqlite"), keys);
  const std::vector<BoundValue> values{numberValue(id.value), numberValue(std::stoll(head.at(0).value())),
                                       numberValue(std::stoll(head.at(1).value()))};
  // The names need no customer; SQLite minds a value without a place.
  return {{rows, values, "octad_case"}, {names, {values[0], values[1]}, "octad_case_names"}};
}

/// Adds the people or departments of a text to those that are there, by key, each once.
template <class T>
void join(std::vector<T>& names, const std::string& text) {
  for (auto& other : sortedRows<T>(text))
    if (std::none_of(names.begin(), names.end(), [&other](const T& one) { return one.id == other.id; }))
      names.push_back(std::move(other));
  std::sort(names.begin(), names.end(), shownBefore<T>);
}

/// What one statement of `postgresReading` gave; false when the case is not there.
template <class Wanted>
bool addRows(CaseFile& file, const Answer& answer) {
  if (answer.rows.empty()) return false;
  const Answer::Row& texts = answer.rows.front();
  join(file.people, texts.at(texts.size() - 2).value());
  join(file.departments, texts.back().value());
  return readRows<CaseFile, Wanted>(file, texts.begin());
}

CaseFile postgresFile(const Answer& whole, const Answer& rest) {
  CaseFile file;
  if (!addRows<SeenWithCase>(file, whole)) throwNoCase();
  addRows<SeenOnItsOwn>(file, rest);
  return file;
}

CaseFile sqliteFile(const Answer& rows, const Answer& names) {
  CaseFile file;
  if (!readFile(file, rows, names)) throwNoCase();
  return file;
}

bool isPostgres(const Dialect& dialect) {
  return dialect.name() == "postgresql";
}

}  // namespace

CaseFile readCaseFile(soci::session& session, const Dialect& dialect, model::ComplaintId id) {
  if (isPostgres(dialect)) {
    const std::vector<Answer> answers = dialect.runBatch(session, postgresReading(id));
    return postgresFile(answers.at(0), answers.at(1));
  }
  const Command head{
      "select problem_id, customer_id from complaint where id = $1", {numberValue(id.value)}, {}};
  const Answer found = dialect.runBatch(session, {head}).at(0);
  if (found.rows.empty()) throwNoCase();
  const std::vector<Answer> answers = dialect.runBatch(session, sqliteReading(id, found.rows.front()));
  return sqliteFile(answers.at(0), answers.at(1));
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
  return LockedCase{postgresFile(answers.at(1), answers.at(2)), std::stoll(head.at(1).value()),
                    head.at(0) != head.at(2)};
}

}  // namespace octad::db
