#include "db/repositories/audit_replay.hpp"

#include <algorithm>
#include <soci/soci.h>

#include "db/admin/audited_tables.hpp"

namespace octad::db {
namespace {

using model::Message;
using model::tr;
using nlohmann::json;

/// Chains whose rows are compared by one statement a table.
constexpr std::size_t kBatch = 500;
constexpr const char* kMaster = "master";

/// The names of chains go into statements, so only what can be a UUID does.
bool isUuid(const std::string& chain) {
  return chain.size() == 36 && chain.find_first_not_of("0123456789abcdef-") == std::string::npos;
}

std::string textOf(const json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

/// The key the audit triggers give a row.
std::string keyOf(const json& row) {
  for (const char* name : {"id", "key"})
    if (row.contains(name)) return textOf(row.at(name));
  return textOf(row.value("person_id", json())) + ":" + textOf(row.value("role", json()));
}

}  // namespace

void AuditReplay::fault(const std::string& chain, const char* sentence, std::vector<std::string> arguments) {
  m_report.faults.push_back({chain, 0, Message(sentence, std::move(arguments))});
}

void AuditReplay::take(const model::AuditEvent& event) {
  if (m_chains.empty() || m_chains.back() != event.chain) {
    if (m_chains.size() >= kBatch) finish();
    m_chains.push_back(event.chain);
  }
  const Place place{event.tableName, event.rowKey};
  if (event.operation == "DELETE") {
    m_rows.erase(place);
    return;
  }
  const json values = json::parse(event.newValues.value_or("{}"), nullptr, false);
  if (!values.is_object()) return;  // the hash of an altered event has been reported already
  Row& row = m_rows[place];
  row.chain = event.chain;
  if (event.operation == "INSERT") row.values = values;
  row.values.update(values);
}

void AuditReplay::finish() {
  for (const auto& table : auditedTables()) compare(table);
  // What a department may not see is not gone.
  if (!m_dialect.seesEveryRow(m_session)) m_rows.clear();
  for (const auto& [place, row] : m_rows)
    fault(row.chain, tr("{0} {1} is gone, and the trail does not say who removed it."),
          {place.first, place.second});
  m_chains.clear();
  m_rows.clear();
}

std::string AuditReplay::selectRows(const AuditedTable& table) const {
  const std::string rows = "select " + m_dialect.rowAsJson(m_dialect.columns(m_session, table.name), "t") +
                           " from " + table.name + " t";
  if (table.chain == AuditedTable::Chain::master)
    return std::find(m_chains.begin(), m_chains.end(), kMaster) == m_chains.end() ? "" : rows;
  std::string chains;
  for (const auto& chain : m_chains)
    if (isUuid(chain)) chains += (chains.empty() ? "'" : ", '") + chain + "'";
  if (chains.empty()) return "";
  switch (table.chain) {
    case AuditedTable::Chain::complaint:
      return rows + " where t.complaint_id in (select id from complaint where uuid in (" + chains + "))";
    case AuditedTable::Chain::problem:
      return rows + " where t.problem_id in (select id from problem where uuid in (" + chains + "))";
    case AuditedTable::Chain::owner:
      return rows + " where t.complaint_id in (select id from complaint where uuid in (" + chains +
             ")) or t.problem_id in (select id from problem where uuid in (" + chains + "))";
    case AuditedTable::Chain::goodsReturn:
      return rows + " where t.return_id in (select id from goods_return where uuid in (" + chains + "))";
    default:
      return rows + " where t.uuid in (" + chains + ")";
  }
}

void AuditReplay::compare(const AuditedTable& table) {
  const std::string query = selectRows(table);
  if (query.empty()) return;
  std::string row;
  soci::statement statement = (m_session.prepare << query, soci::into(row));
  statement.execute();
  while (statement.fetch()) compareRow(table.name, row);
}

void AuditReplay::compareRow(const std::string& table, const std::string& text) {
  const json live = json::parse(text);
  const std::string key = keyOf(live);
  const auto found = m_rows.find({table, key});
  if (found == m_rows.end()) {
    fault(m_chains.size() == 1 ? m_chains.front() : table,
          tr("{0} {1} is there, and the trail does not know it."), {table, key});
    return;
  }
  for (const auto& [column, value] : found->second.values.items())
    if (live.contains(column) && live.at(column) != value)
      fault(found->second.chain, tr("{0} {1}: {2} is not what the trail says; it was changed past it."),
            {table, key, column});
  m_rows.erase(found);
}

}  // namespace octad::db
