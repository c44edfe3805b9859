#include "db/repositories/return_file_reader.hpp"

#include <soci/soci.h>

#include "db/dialect/dialect.hpp"
#include "db/repositories/return_file_rows.hpp"
#include "model/core/error.hpp"

namespace octad::db {

using model::ReturnFile;

namespace {

/// PostgreSQL reads a return by one function, which asks once whether it is seen (db/admin/read_functions).
std::vector<Command> reading(const Dialect& dialect, model::ReturnId id) {
  const std::vector<BoundValue> key{numberValue(id.value)};
  if (dialect.name() == "postgresql") return {{"select * from octad.read_return($1)", key, "octad_return"}};
  const JsonWords& words = jsonWords(dialect.name());
  const ReturnPlace place{"$1", dialect.casesOfReturn("$1"), dialect.itemsOfReturn("$1")};
  return {{fileSql<ReturnFile>(words, place), key, "octad_return"},
          {mentionedSql<ReturnFile>(words, place), key, "octad_return_names"}};
}

/// What `reading` gave, from `first` on: one row with the names behind, or two. False when the return is not
/// there.
bool readAnswers(ReturnFile& file, std::vector<Answer>::const_iterator first,
                 std::vector<Answer>::const_iterator end) {
  if (first->rows.empty()) return false;
  const Answer::Row& texts = first->rows.front();
  if (first + 1 == end) return readFile(file, texts.begin(), texts.end() - 2);
  return readFile(file, texts.begin(), first[1].rows.at(0).begin());
}

}  // namespace

ReturnFile readReturnFile(soci::session& session, const Dialect& dialect, model::ReturnId id) {
  const std::vector<Answer> answers = dialect.runBatch(session, reading(dialect, id));
  ReturnFile file;
  if (!readAnswers(file, answers.begin(), answers.end()))
    throw model::NotFound(model::tr("This return does not exist, or you may not see it. Refresh the list."));
  return file;
}

std::optional<LockedReturn> lockAndReadReturn(soci::session& session, const Dialect& dialect,
                                              model::ReturnId id) {
  std::vector<Command> commands{dialect.lockReturn(id)};
  for (Command& command : reading(dialect, id)) commands.push_back(std::move(command));
  const std::vector<Answer> answers = dialect.runBatch(session, commands);
  const Answer& head = answers.at(0);
  LockedReturn locked;
  if (head.rows.empty() || !head.rows[0].at(0) ||
      !readAnswers(locked.file, answers.begin() + 1, answers.end()))
    return std::nullopt;
  locked.version = std::stoll(*head.rows[0][0]);
  return locked;
}

}  // namespace octad::db
