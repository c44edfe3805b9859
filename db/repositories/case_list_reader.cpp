#include "db/repositories/case_list_reader.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <soci/soci.h>

#include "db/dialect/dialect.hpp"
#include "db/mapping/query.hpp"
#include "db/repositories/case_list_sql.hpp"
#include "model/core/text.hpp"

namespace octad::db {

using model::CaseColumn;
using model::CaseFilter;
using model::CaseKeyset;
using model::CasePage;
using model::CaseRow;
using model::CaseSort;
using model::ComplaintId;

namespace {

/// The columns of the head that a line shows, in the order of CaseRow; names of customer, owner and
/// department are looked up for the lines of the page only.
constexpr std::string_view kHeadColumns =
    "c.id, c.number, c.external_number, c.received_at, c.customer_id, c.part_number, c.failure, c.title, "
    "c.severity,"
    " c.severity_provisional, c.state, c.acceptance, c.phase, c.turn, c.turn_name, c.due_at, c.due_name, "
    "c.owner_id,"
    " c.responsible_department_id, c.closed_at, c.row_version, c.policy_name, c.policy_revision";
constexpr std::string_view kRowColumns =
    "select k.id, k.number, k.external_number, k.received_at, u.name, k.part_number, k.failure, k.title, "
    "k.severity,"
    " k.severity_provisional, k.state, k.acceptance, k.phase, k.turn, k.turn_name, k.due_at, k.due_name,"
    " coalesce(o.name, ''), coalesce(d.code, ''), k.closed_at, k.row_version,"
    " coalesce(k.policy_name, ''), k.policy_revision from ";
constexpr std::string_view kNames =
    " k join customer u on u.id = k.customer_id left join person o on o.id = k.owner_id"
    " left join department d on d.id = k.responsible_department_id";

/// A failure of a case, to be compared with one that is typed.
struct ItemFailure {
  ComplaintId id;
  std::string failure;

  static constexpr auto describe() {
    return model::members(model::member("id", &ItemFailure::id),
                          model::member("failure", &ItemFailure::failure));
  }
};

template <class Enum>
std::string ordinal(Enum value) {
  return std::to_string(static_cast<int>(value));
}

/// The value of a row in the column it is sorted by, as `addCasePage` has it.
std::string keysetValue(const CaseRow& row, const CaseSort& sort) {
  switch (sort.column) {
    case CaseColumn::number:
      return row.number;
    case CaseColumn::receivedAt:
      return std::to_string(row.receivedAt.microseconds);
    case CaseColumn::customer:
      return row.customerName;
    case CaseColumn::part:
      return row.partNumber;
    case CaseColumn::failure:
      return row.failure;
    case CaseColumn::severity:
      return ordinal(row.severity);
    case CaseColumn::state:
      return ordinal(row.state);
    case CaseColumn::turn:
      return ordinal(row.turn);
    case CaseColumn::dueAt:
      if (row.dueAt) return std::to_string(row.dueAt->microseconds);
      return sort.descending ? "-9223372036854775807" : "9223372036854775807";
  }
  return {};
}

}  // namespace

CasePage readCasePage(soci::session& session, const Dialect& dialect, const CaseFilter& filter,
                      const CaseSort& sort, int limit, const std::optional<CaseKeyset>& after) {
  requireLimit(limit);
  Query query(kRowColumns);
  query.add("(");
  // One row more than asked for tells whether there is another page.
  addCasePage(query, dialect, {filter, sort, limit + 1LL, after}, kHeadColumns);
  const std::string direction = sort.descending ? " desc" : "";
  query.add(")").add(kNames).add(" order by k.sort_key").add(direction).add(", k.id").add(direction);
  CasePage page;
  page.rows = query.rows<CaseRow>(session);
  if (page.rows.size() > static_cast<std::size_t>(limit)) {
    page.rows.pop_back();
    page.next = CaseKeyset{keysetValue(page.rows.back(), sort), page.rows.back().id};
  }
  return page;
}

std::vector<ComplaintId> readCaseIds(soci::session& session, const Dialect& dialect, const CaseFilter& filter,
                                     const CaseSort& sort, int limit) {
  requireLimit(limit);
  Query query;
  addCasePage(query, dialect, {filter, sort, limit, std::nullopt}, "c.id");
  std::vector<ComplaintId> out;
  for (const auto id : query.numbers(session)) out.emplace_back(id);
  return out;
}

std::vector<CaseRow> readCaseRows(soci::session& session, const Dialect& dialect,
                                  const std::vector<ComplaintId>& ids) {
  nlohmann::json keys = nlohmann::json::array();
  for (const auto id : ids) keys.push_back(id.value);
  Query query(kRowColumns);
  const auto list = query.bind(keys.dump());
  query.add("complaint").add(kNames).add(" where k.id in (");
  if (dialect.name() == "postgresql")
    query.add("select x::bigint from json_array_elements_text(").add(list).add("::json) x)");
  else
    query.add("select value from json_each(").add(list).add("))");
  std::map<ComplaintId, CaseRow> found;
  for (auto& row : query.rows<CaseRow>(session)) found.emplace(row.id, std::move(row));
  std::vector<CaseRow> out;
  for (const auto id : ids)
    if (const auto row = found.find(id); row != found.end()) out.push_back(row->second);
  return out;
}

long long countCases(soci::session& session, const Dialect& dialect, const CaseFilter& filter) {
  Query query("select count(*) from complaint c");
  addCaseFilter(query, dialect, filter);
  return query.number(session);
}

std::optional<ComplaintId> findCaseByNumber(soci::session& session, const std::string& number) {
  // Our own numbers are ASCII capitals; people type them as they like.
  std::string upper = number;
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  Query query;
  query.add("select id from (select id, 0 as place from complaint where number = ")
      .add(query.bind(upper))
      .add(" union all select id, 1 from complaint where external_number <> '' and external_number = ")
      .add(query.bind(number))
      .add(") f order by place, id limit 1");
  const auto found = query.numbers(session);
  if (found.empty()) return std::nullopt;
  return ComplaintId(found.front());
}

std::optional<ComplaintId> findCaseOfMail(soci::session& session, const std::string& messageId) {
  Query query("select id from complaint where message_id <> '' and message_id = ");
  query.add(query.bind(messageId)).add(" order by id desc limit 1");
  const auto found = query.numbers(session);
  return found.empty() ? std::nullopt : std::optional(ComplaintId(found.front()));
}

std::vector<CaseRow> readSimilarCases(soci::session& session, const Dialect& dialect,
                                      model::CustomerId customer, model::PartId part,
                                      const std::string& failure, model::Instant since) {
  Query query("select c.id, i.failure from complaint c join complaint_item i on i.complaint_id = c.id");
  query.add(" where c.customer_id = ").add(query.bind(customer));
  query.add(" and c.received_at >= ").add(query.bind(since));
  query.add(" and i.part_id = ").add(query.bind(part));
  query.add(" and c.state <> 'cancelled' order by c.received_at desc, c.id desc limit 500");
  // Compared as people read it: width and case do not matter, and one may say more than the other.
  const auto wanted = model::foldText(failure);
  std::vector<ComplaintId> ids;
  for (const auto& item : query.rows<ItemFailure>(session)) {
    const auto had = model::foldText(item.failure);
    const bool alike =
        wanted.empty() ||
        (!had.empty() && (had.find(wanted) != std::string::npos || wanted.find(had) != std::string::npos));
    if (alike && (ids.empty() || ids.back() != item.id)) ids.push_back(item.id);
  }
  return readCaseRows(session, dialect, ids);
}

}  // namespace octad::db
