#include "db/repositories/case_file_reader.hpp"

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

/// PostgreSQL reads a case by one function, which asks once what of it is seen (db/admin/read_functions).
Command postgresReading(model::ComplaintId id) {
  return {"select * from octad.read_case($1)", {numberValue(id.value)}, "octad_case"};
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

CaseFile postgresFile(const Answer& whole) {
  CaseFile file;
  if (whole.rows.empty()) throwNoCase();
  const Answer::Row& texts = whole.rows.front();
  if (!readFile(file, texts.begin(), texts.end() - 2)) throwNoCase();
  return file;
}

CaseFile sqliteFile(const Answer& rows, const Answer& names) {
  CaseFile file;
  if (!readFile(file, rows.rows.at(0).begin(), names.rows.at(0).begin())) throwNoCase();
  return file;
}

bool isPostgres(const Dialect& dialect) {
  return dialect.name() == "postgresql";
}

}  // namespace

CaseFile readCaseFile(soci::session& session, const Dialect& dialect, model::ComplaintId id) {
  if (isPostgres(dialect)) return postgresFile(dialect.runBatch(session, {postgresReading(id)}).at(0));
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
  const Command lock{"select locked_problem, row_version, problem_id from octad.lock_case($1)",
                     {numberValue(id.value)},
                     "octad_lock_case"};
  const std::vector<Answer> answers = dialect.runBatch(session, {lock, postgresReading(id)});
  if (answers.at(0).rows.empty()) return std::nullopt;
  const Answer::Row& head = answers[0].rows.front();
  return LockedCase{postgresFile(answers.at(1)), std::stoll(head.at(1).value()), head.at(0) != head.at(2)};
}

}  // namespace octad::db
