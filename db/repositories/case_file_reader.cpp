#include "db/repositories/case_file_reader.hpp"

#include <algorithm>
#include <soci/soci.h>

#include "db/dialect/dialect.hpp"
#include "db/mapping/table_names.hpp"
#include "db/repositories/file_rows.hpp"
#include "model/core/error.hpp"

namespace octad::db {

using model::CaseFile;

namespace {

/// SQL for the keys that the rows of a case are found by.
struct CaseKeys {
  std::string id;
  std::string problem;
  std::string customer;

  /// Where the rows of T are: those of the case, or of its problem.
  template <class T>
  std::string from() const;
};

template <class T>
std::string CaseKeys::from() const {
  const std::string table = std::string(tableName<T>()) + " t where ";
  if constexpr (std::is_same_v<T, model::Complaint>)
    return table + "t.id = " + id;
  else if constexpr (std::is_same_v<T, model::Problem>)
    return table + "t.id = " + problem;
  else if constexpr (std::is_same_v<T, model::Customer>)
    return table + "t.id = " + customer;
  else if constexpr (std::is_same_v<T, model::Part>)
    return table + "t.id in (select i.part_id from complaint_item i where i.complaint_id = " + id +
           " union select l.part_id from return_line l where l.complaint_id = " + id + ")";
  else if constexpr (std::is_same_v<T, model::SiblingCase>)
    return "(select c.id, c.number, u.name as customer_name, c.state from complaint c"
           " join customer u on u.id = c.customer_id where c.problem_id = " +
           problem + " and c.id <> " + id + ") t";
  else if constexpr (std::is_same_v<T, model::ReturnShare>)
    return "(select l.id, l.return_id, g.number, g.rma_number, g.kind, g.state, l.position, l.part_id, "
           "l.item_id,"
           " l.lot, l.failure, g.received_on, l.sample_id,"
           " g.replacement_due_on, (select max(m.moved_on) from return_movement m where m.line_id = l.id"
           " and m.to_place = 'shipped' and m.disposition = 'replace' and not exists"
           " (select 1 from return_movement b where b.reverses = m.id)) as replaced_on from return_line l "
           "join goods_return g on g.id = "
           "l.return_id"
           " where l.complaint_id = " +
           id + ") t";
  else if constexpr (std::is_same_v<T, model::ReturnFlow>)
    return "(select m.line_id, m.from_place, m.to_place, m.from_finding, m.to_finding, m.disposition,"
           " cast(sum(m.quantity) as bigint) as quantity from return_line l join return_movement m"
           " on m.line_id = l.id where l.complaint_id = " +
           id +
           " group by m.line_id, m.from_place, m.to_place, m.from_finding, m.to_finding, m.disposition) t";
  else if constexpr (std::is_same_v<T, model::Signature>)
    return table + "(t.complaint_id = " + id + " or t.problem_id = " + problem + ")";
  else if constexpr (requires(T row) { row.complaintId; })
    return table + "t.complaint_id = " + id;
  else
    return table + "t.problem_id = " + problem;
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
  static const std::string rows = fileSql<CaseFile>(jsonWords("postgresql"), lookedUp());
  static const std::string names = mentionedSql<CaseFile>(jsonWords("postgresql"), lookedUp());
  return {{rows, {numberValue(id.value)}, "octad_case"},
          {names, {numberValue(id.value)}, "octad_case_names"}};
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

CaseFile fileOf(const Answer& rows, const Answer& names) {
  CaseFile file;
  if (!readFile(file, rows, names)) throwNoCase();
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
