#include "db/repositories/return_list_reader.hpp"

#include <soci/soci.h>

#include "db/dialect/dialect.hpp"
#include "db/mapping/query.hpp"
#include "model/core/error.hpp"

namespace octad::db {

using model::tr;

namespace {

/// `text` between %, with a backslash before what LIKE means otherwise.
std::string likePattern(const std::string& text) {
  std::string out = "%";
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '\\') out += '\\';
    out += c;
  }
  return out + "%";
}

void addText(Query& query, const std::string& text) {
  const std::string pattern = query.bind(likePattern(text));
  query.add(" and (");
  for (const char* column : {"g.number", "g.rma_number", "g.note_number", "g.customer_ref", "g.part_number",
                             "g.failure", "g.case_numbers", "u.name"})
    query.add("lower(").add(column).add(") like lower(").add(pattern).add(") escape '\\' or ");
  query.add("exists (select 1 from return_unit n where n.return_id = g.id and n.serial = ")
      .add(query.bind(text))
      .add("))");
}

/// " from … where …" of the filter.
void addFilter(Query& query, const model::ReturnFilter& filter) {
  query.add(" from goods_return g join customer u on u.id = g.customer_id where 1 = 1");
  if (filter.openOnly) query.add(" and g.state not in ('closed', 'cancelled', 'matched')");
  if (!filter.states.empty()) {
    query.add(" and g.state in (");
    for (std::size_t i = 0; i < filter.states.size(); ++i)
      query.add(i == 0 ? "" : ", ").add(query.bind(std::string(model::keyOf(filter.states[i]))));
    query.add(")");
  }
  if (filter.kind) query.add(" and g.kind = ").add(query.bind(std::string(model::keyOf(*filter.kind))));
  if (filter.waitsFor)
    query.add(" and g.waits_for = ").add(query.bind(std::string(model::keyOf(*filter.waitsFor))));
  if (filter.customerId) query.add(" and g.customer_id = ").add(query.bind(*filter.customerId));
  if (filter.complaintId)
    query.add(" and g.id in (select l.return_id from return_line l where l.complaint_id = ")
        .add(query.bind(*filter.complaintId))
        .add(")");
  if (!filter.text.empty()) addText(query, filter.text);
}

}  // namespace

model::ReturnList readReturns(soci::session& session, const model::ReturnFilter& filter, int limit) {
  model::ReturnList list;
  Query count("select count(*)");
  addFilter(count, filter);
  list.total = count.number(session);
  Query rows(
      "select g.id, g.number, g.rma_number, u.name, g.kind, g.state, g.waits_for, g.due_on, g.waiting_since,"
      " g.received_on, g.part_number, g.failure, g.case_numbers, g.announced, g.received, g.open_pieces, "
      "g.blind");
  addFilter(rows, filter);
  rows.add(" order by g.id desc limit ").add(rows.bind(static_cast<long long>(limit)));
  list.rows = rows.rows<model::ReturnRow>(session);
  return list;
}

std::optional<model::ReturnId> findReturnByNumber(soci::session& session, const std::string& number) {
  Query query("select g.id from goods_return g where g.number = ");
  const auto bound = query.bind(number);
  query.add(bound)
      .add(" or g.rma_number = ")
      .add(bound)
      .add(" order by case when g.number = ")
      .add(bound)
      .add(" then 0 else 1 end, g.id desc limit 1");
  const auto found = query.numbers(session);
  if (found.empty() || number.empty()) return std::nullopt;
  return model::ReturnId(found.front());
}

std::vector<model::HistoryEvent> readReturnHistory(soci::session& session, model::ReturnId id) {
  Query query(
      "select a.chain, a.seq, a.at_us, a.login, a.actor, a.operation, a.table_name, a.row_key, a.use_case,"
      " coalesce(a.reason, ''), coalesce(a.old_values, ''), coalesce(a.new_values, '') from audit_event a"
      " where a.chain = (select g.uuid from goods_return g where g.id = ");
  query.add(query.bind(id)).add(") order by a.seq");
  return query.rows<model::HistoryEvent>(session);
}

std::string readReturnHash(soci::session& session, model::ReturnId id) {
  Query query("select h.hash from audit_head h join goods_return g on g.uuid = h.chain where g.id = ");
  query.add(query.bind(id));
  const auto found = query.texts(session);
  if (found.empty())
    throw model::NotFound(tr("This return does not exist, or you may not see it. Refresh the list."));
  return found.front();
}

std::vector<model::SweepTask> readSweepTasks(soci::session& session, const Dialect& dialect,
                                             std::optional<model::SweepRowId> only) {
  Query query("select " + columnList<model::SweepTask>("t") + " from ");
  query.add(dialect.sweepTasks(only ? query.bind(*only) : std::string()));
  return query.rows<model::SweepTask>(session);
}

std::vector<model::SweepDay> readSweepDays(soci::session& session, model::ProblemId id) {
  Query query(
      "select k.sweep_id, k.counted_on, k.ok, k.ng, k.rework, k.correction, k.note, p.name from sweep_count k"
      " join person p on p.id = k.counted_by where k.problem_id = ");
  query.add(query.bind(id)).add(" order by k.counted_on, k.id");
  return query.rows<model::SweepDay>(session);
}

std::vector<model::FiguresMovement> readFigures(soci::session& session, model::Date from, model::Date to) {
  Query query(
      "select m.return_id, g.announced_on, g.received_on, m.from_place, m.to_place, m.from_finding, "
      "m.to_finding,"
      " m.quantity, m.moved_on, case when m.reverses is null then 0 else 1 end"
      " from return_movement m join goods_return g on g.id = m.return_id where g.received_on >= ");
  query.add(query.bind(from.iso())).add(" and g.received_on <= ").add(query.bind(to.iso()));
  return query.rows<model::FiguresMovement>(session);
}

std::vector<std::pair<model::TestLevel, long long>> readFoundByLevel(soci::session& session, model::Date from,
                                                                     model::Date to) {
  std::vector<std::pair<model::TestLevel, long long>> found;
  for (const auto& level : model::EnumKeys<model::TestLevel>::entries) {
    Query query(
        "select count(*) from return_unit n join goods_return g on g.id = n.return_id where n.found_by = ");
    query.add(query.bind(std::string(level.key)))
        .add(" and g.received_on >= ")
        .add(query.bind(from.iso()))
        .add(" and g.received_on <= ")
        .add(query.bind(to.iso()));
    // Pieces without a serial number: their movements know.
    Query byNumber(
        "select cast(coalesce(sum(case when m.reverses is null then m.quantity else -m.quantity end), 0) as "
        "bigint)"
        " from return_movement m join goods_return g on g.id = m.return_id where m.found_by = ");
    byNumber.add(byNumber.bind(std::string(level.key)))
        .add(" and g.received_on >= ")
        .add(byNumber.bind(from.iso()))
        .add(" and g.received_on <= ")
        .add(byNumber.bind(to.iso()))
        .add(" and 'open' in (m.from_finding, m.to_finding)");
    found.emplace_back(level.value, query.number(session) + byNumber.number(session));
  }
  return found;
}

}  // namespace octad::db
