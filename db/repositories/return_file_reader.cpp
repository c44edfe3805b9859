#include "db/repositories/return_file_reader.hpp"

#include <soci/soci.h>

#include "db/dialect/dialect.hpp"
#include "db/mapping/table_names.hpp"
#include "db/repositories/file_rows.hpp"
#include "model/core/error.hpp"

namespace octad::db {

using model::ReturnFile;

namespace {

/// Where the rows of a return are; its key is $1.
struct ReturnPlace {
  const Dialect& dialect;

  template <class T>
  std::string from() const {
    const std::string table = std::string(tableName<T>()) + " t where ";
    if constexpr (std::is_same_v<T, model::GoodsReturn>)
      return table + "t.id = $1";
    else if constexpr (std::is_same_v<T, model::ReturnCase>)
      return dialect.casesOfReturn("$1");
    else if constexpr (std::is_same_v<T, model::ReturnItem>)
      return dialect.itemsOfReturn("$1");
    else if constexpr (std::is_same_v<T, model::Customer>)
      return table + "t.id = (select g.customer_id from goods_return g where g.id = $1)";
    else if constexpr (std::is_same_v<T, model::Part>)
      return table + "t.id in (select l.part_id from return_line l where l.return_id = $1)";
    else
      return table + "t.return_id = $1";
  }
};

std::vector<Command> reading(const Dialect& dialect, model::ReturnId id) {
  const JsonWords& words = jsonWords(dialect.name());
  const ReturnPlace place{dialect};
  return {{fileSql<ReturnFile>(words, place), {numberValue(id.value)}, "octad_return"},
          {mentionedSql<ReturnFile>(words, place), {numberValue(id.value)}, "octad_return_names"}};
}

}  // namespace

ReturnFile readReturnFile(soci::session& session, const Dialect& dialect, model::ReturnId id) {
  const std::vector<Answer> answers = dialect.runBatch(session, reading(dialect, id));
  ReturnFile file;
  if (!readFile(file, answers.at(0), answers.at(1)))
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
  if (head.rows.empty() || !head.rows[0].at(0) || !readFile(locked.file, answers.at(1), answers.at(2)))
    return std::nullopt;
  locked.version = std::stoll(*head.rows[0][0]);
  return locked;
}

}  // namespace octad::db
