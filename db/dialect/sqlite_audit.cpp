#include "db/dialect/sqlite_audit.hpp"

#include <algorithm>

namespace octad::db {
namespace {

/// The changed columns of one side as JSON text.
std::string changedColumns(const std::vector<std::string>& columns, const std::string& row) {
  std::string out;
  for (const std::string& column : columns)
    out += (out.empty() ? "'{' || substr(" : "\n      || ") + std::string("case when old.") + column +
           " is not new." + column + " then ',\"" + column + "\":' || octad_quote(" + row + "." + column +
           ") else '' end";
  return out + ", 2) || '}'";
}

std::string anyChange(const std::vector<std::string>& columns) {
  std::string out;
  for (const std::string& column : columns)
    out += (out.empty() ? "" : " or ") + std::string("old.") + column + " is not new." + column;
  return out;
}

std::string chainOf(const AuditedTable& table, const std::string& row) {
  switch (table.chain) {
    case AuditedTable::Chain::self:
      return row + ".uuid";
    case AuditedTable::Chain::complaint:
      return "(select uuid from complaint where id = " + row + ".complaint_id)";
    case AuditedTable::Chain::problem:
      return "(select uuid from problem where id = " + row + ".problem_id)";
    case AuditedTable::Chain::owner:
      return "coalesce((select uuid from complaint where id = " + row +
             ".complaint_id), (select uuid from problem where id = " + row + ".problem_id))";
    case AuditedTable::Chain::goodsReturn:
      return "(select uuid from goods_return where id = " + row + ".return_id)";
    case AuditedTable::Chain::master:
      break;
  }
  return "'master'";
}

std::string keyOf(const std::vector<std::string>& columns, const std::string& row) {
  const auto has = [&columns](const char* name) {
    return std::find(columns.begin(), columns.end(), name) != columns.end();
  };
  if (has("id")) return row + ".id";
  if (has("key")) return row + ".key";
  return row + ".person_id || ':' || " + row + ".role";
}

std::string trigger(const AuditedTable& table, const std::vector<std::string>& columns,
                    const std::string& operation, const std::string& when, const std::string& oldValues,
                    const std::string& newValues) {
  const std::string row = operation == "DELETE" ? "old" : "new";
  const std::string name = table.name + "_audit_" + operation;
  const std::string chain = chainOf(table, row);
  return "drop trigger if exists " + name + ";\ncreate trigger " + name + " after " + operation + " on " +
         table.name + (when.empty() ? "" : " when " + when) +
         "\nbegin\n"
         "  insert into audit_head (chain, seq, hash) select " +
         chain +
         ", 0, '' where true on conflict do nothing;\n"
         // `row_key` is text; the hash is made of the very values that are stored.
         "  insert into audit_event (chain, seq, at_us, login, actor, use_case, operation, table_name, "
         "row_key,\n"
         "      reason, old_values, new_values, hash)\n"
         "    select e.chain, e.seq, e.at_us, e.login, e.actor, e.use_case, e.operation, e.table_name, "
         "e.row_key,\n"
         "        e.reason, e.old_values, e.new_values,\n"
         "        octad_chain(e.previous, e.chain, e.seq, e.at_us, e.login, e.actor, e.use_case, "
         "e.operation,\n"
         "            e.table_name, e.row_key, e.reason, e.old_values, e.new_values)\n"
         "    from (select h.chain as chain, h.seq + 1 as seq, octad_now_us() as at_us, octad_login() as "
         "login,\n"
         "        octad_actor() as actor, octad_use_case() as use_case, '" +
         operation + "' as operation,\n        '" + table.name + "' as table_name, cast(" +
         keyOf(columns, row) + " as text) as row_key, octad_reason() as reason,\n        " + oldValues +
         " as old_values,\n        " + newValues +
         " as new_values, h.hash as previous\n"
         "      from audit_head h where h.chain = " +
         chain +
         ") e;\n"
         "  update audit_head set seq = seq + 1, hash = (select v.hash from audit_event v\n"
         "      where v.chain = audit_head.chain and v.seq = audit_head.seq + 1)\n"
         "    where chain = " +
         chain + ";\nend;\n";
}

}  // namespace

std::string sqliteRowAsJson(const std::vector<std::string>& columns, const std::string& row) {
  std::string out;
  for (const std::string& column : columns)
    out += (out.empty() ? "'{\"" : "\n      || ',\"") + column + "\":' || octad_quote(" + row + "." + column +
           ")";
  return out + " || '}'";
}

std::string sqliteAuditTriggers(const AuditedTable& table, const std::vector<std::string>& columns) {
  return trigger(table, columns, "INSERT", "", "null", sqliteRowAsJson(columns, "new")) +
         trigger(table, columns, "UPDATE", anyChange(columns), changedColumns(columns, "old"),
                 changedColumns(columns, "new")) +
         trigger(table, columns, "DELETE", "", sqliteRowAsJson(columns, "old"), "null");
}

}  // namespace octad::db
