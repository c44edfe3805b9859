#include "db/repositories/case_details_reader.hpp"

#include <soci/soci.h>

#include "db/dialect/dialect.hpp"
#include "db/mapping/query.hpp"
#include "db/mapping/table_names.hpp"
#include "model/core/error.hpp"

namespace octad::db {

using model::HistoryEvent;
using model::NotFound;
using model::tr;

std::vector<HistoryEvent> readHistory(soci::session& session, const Dialect& dialect, model::ComplaintId id) {
  Query query(
      "select a.chain, a.seq, a.at_us, a.login, a.actor, a.operation, a.table_name, a.row_key, a.use_case,"
      " coalesce(a.reason, ''), coalesce(a.old_values, ''), coalesce(a.new_values, '') from ");
  query.add(dialect.historyOfCase(query.bind(id))).add(" order by a.at_us, a.chain, a.seq");
  return query.rows<HistoryEvent>(session);
}

std::string readRecordHash(soci::session& session, model::ComplaintId id) {
  Query query("select h.hash from audit_head h join complaint c on c.uuid = h.chain where c.id = ");
  query.add(query.bind(id));
  const auto found = query.texts(session);
  if (found.empty()) throw NotFound(tr("This case does not exist, or you may not see it."));
  return found.front();
}

std::vector<model::Assignment> readAssignments(soci::session& session, model::DepartmentId department,
                                               bool openOnly) {
  Query query("select " + columnList<model::Assignment>("t") + " from assignment t where t.department_id = ");
  query.add(query.bind(department));
  if (openOnly) query.add(" and t.state in ('asked', 'answered', 'rejected', 'refused')");
  query.add(" order by t.due_on, t.id");
  return query.rows<model::Assignment>(session);
}

void readOwnedBytes(soci::session& session, const Dialect& dialect, std::string_view table, long long id,
                    const std::function<void(std::string_view)>& chunk) {
  // Bytes are found through the row that owns them only: who may not see it, does not get them by their hash.
  Query owner("select t.sha256 from ");
  owner.add(table).add(" t where t.id = ").add(owner.bind(id));
  const auto found = owner.texts(session);
  if (found.empty()) throw NotFound(tr("This file does not exist, or you may not see it. Refresh the page."));
  Query wanted("select t.size from ");
  wanted.add(table).add(" t where t.id = ").add(wanted.bind(id));
  const auto size = wanted.number(session);
  long long read = 0;
  int position = 0;
  while (const auto bytes = dialect.readChunk(session, found.front(), position++)) {
    read += static_cast<long long>(bytes->size());
    chunk(*bytes);
  }
  if (read != size)
    throw NotFound(
        {tr("Only {0} of {1} bytes of this file are stored. Ask the administrator for the backup."),
         {std::to_string(read), std::to_string(size)}});
}

std::optional<model::ImportedFile> readImportedFile(soci::session& session, const std::string& sha256) {
  Query query("select " + columnList<model::ImportedFile>("t") + " from imported_file t where t.sha256 = ");
  query.add(query.bind(sha256));
  return query.first<model::ImportedFile>(session);
}

std::vector<model::ImportedLine> readImportedLines(soci::session& session) {
  return Query("select " + columnList<model::ImportedLine>("t") + " from imported_line t order by t.id")
      .rows<model::ImportedLine>(session);
}

}  // namespace octad::db
