#include <algorithm>
#include <chrono>
#include <set>
#include <soci/soci.h>

#include "db/connection/sqlite_native.hpp"
#include "db/dialect/column_words.hpp"
#include "db/dialect/dialect.hpp"
#include "db/dialect/sqlite_audit.hpp"
#include "db/mapping/bound_row.hpp"
#include "db/mapping/row_statements.hpp"
#include "model/policy/numbering.hpp"

namespace octad::db {
namespace {

constexpr ColumnWords kWords{
    .id = "id integer primary key autoincrement",
    .whole = "integer",
    .flag = "integer",
    .date = "text",
    .bytes = "blob",
    .dateCheck = "date(@, '+0 days') is @ and @ between '1990-01-01' and '2200-01-01'",
    .monthCheck = "date(@ || '-01') is @ || '-01' and length(@) = 7",
    .textCheck = "octad_text(@, 262144)",
    .sha256Check = "length(@) = 64 and @ not glob '*[^0-9a-f]*'",
    .tableEnd = "strict",
};

long long nowMicroseconds() {
  return std::chrono::duration_cast<std::chrono::microseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

void setContext(soci::session& session, const ChangeContext& context) {
  SqliteContext& current = sqlite::contextOf(session);
  current.actor = context.actor;
  current.useCase = context.useCase;
  current.reason = context.reason;
}

/// The next serial number of a series in a year or month, without gaps.
long long nextSerial(soci::session& session, const std::string& series, int period) {
  long long serial = 0;
  session << "insert into counter (series, year, last) values (:series, :year, 1)"
             " on conflict (series, year) do update set last = counter.last + 1 returning last",
      soci::use(series), soci::use(period), soci::into(serial);
  return serial;
}

/// The next number of problems or returns: P26-00001.
std::string nextNumber(soci::session& session, const std::string& series, int year) {
  return model::writtenNumber(series + "{yy}-{#####}", std::to_string(year),
                              nextSerial(session, series, year));
}

const BoundValue& valueOf(const std::vector<BoundValue>& values, std::string_view column) {
  return *std::find_if(values.begin(), values.end(),
                       [column](const BoundValue& value) { return value.column == column; });
}

/// The next number of complaints, by the policy that judges this one.
std::string nextCaseNumber(soci::session& session, const std::vector<BoundValue>& values) {
  const std::string& policy = valueOf(values, "policy_name").text;
  const long long revision = valueOf(values, "policy_revision").number;
  const std::string& month = valueOf(values, "notice_month").text;
  std::string pattern;
  soci::indicator none = soci::i_ok;
  session << "select (select json_extract(content, '$.numbering') from policy where name = :name"
             " and revision = :revision)",
      soci::use(policy), soci::use(revision), soci::into(pattern, none);
  if (none != soci::i_ok) pattern = model::kUsualNumbering;
  const auto counter = model::numberCounter(pattern, month);
  return model::writtenNumber(pattern, month, nextSerial(session, counter.series, counter.period));
}

void setColumn(std::vector<BoundValue>& values, std::string_view column, const BoundValue& to) {
  for (BoundValue& value : values) {
    if (value.column != column) continue;
    value = to;
    value.column = column;
  }
}

Created store(RowStatements& rows, std::string_view table, std::vector<BoundValue>& values,
              std::string number) {
  Created created;
  created.number = std::move(number);
  setColumn(values, "number", textValue(created.number));
  setColumn(values, "row_version", numberValue(1));
  created.id = rows.insert(table, values);
  return created;
}

class SqliteDialect final : public Dialect {
 public:
  std::string_view name() const override { return "sqlite"; }

  std::string column(const ColumnToken& token) const override {
    // A null date is told from a wrong one. "+0 days" makes SQLite roll 30 February over, so that it differs.
    if (token.kind == "date" && token.optional)
      return token.name + " text constraint valid_" + token.name + " check (" + token.name +
             " is null or (date(" + token.name + ", '+0 days') is " + token.name + " and " + token.name +
             " between '1990-01-01' and '2200-01-01'))";
    return writeColumn(token, kWords);
  }

  void runScript(soci::session& session, const std::string& sql) const override {
    sqlite::runScript(session, sql);
  }

  void prepareSchema(soci::session&) const override {}

  bool tableExists(soci::session& session, const std::string& table) const override {
    long long count = 0;
    session << "select count(*) from sqlite_master where type = 'table' and name = :name", soci::use(table),
        soci::into(count);
    return count > 0;
  }

  std::vector<std::string> columns(soci::session& session, const std::string& table) const override {
    std::vector<std::string> names;
    std::string column;
    soci::statement statement = (session.prepare << "select name from pragma_table_info(:t) order by cid",
                                 soci::use(table), soci::into(column));
    statement.execute();
    while (statement.fetch()) names.push_back(column);
    return names;
  }

  void installAudit(soci::session& session, const AuditedTable& table) const override {
    sqlite::runScript(session, sqliteAuditTriggers(table, columns(session, table.name)));
  }

  std::string rowAsJson(const std::vector<std::string>& columns, const std::string& alias) const override {
    return sqliteRowAsJson(columns, alias);
  }

  void beginWrite(soci::session& session, const ChangeContext& context) const override {
    session << "begin immediate";
    SqliteContext& current = sqlite::contextOf(session);
    current.nowMicroseconds = nowMicroseconds();
    setContext(session, context);
    current.active = true;
  }

  std::optional<EarlierRequest> beginRequest(soci::session& session, const ChangeContext& context,
                                             const RequestNote& request) const override {
    beginWrite(session, context);
    EarlierRequest earlier;
    soci::indicator none = soci::i_ok;
    session << "select person_id, fingerprint_sha256, result from request where id = :id",
        soci::use(request.id), soci::into(earlier.personId), soci::into(earlier.fingerprint),
        soci::into(earlier.result, none);
    if (session.got_data()) return earlier;
    session << "insert into request (id, login, person_id, fingerprint_sha256, result, at)"
               " values (:id, :login, :person, :hash, null, :at)",
        soci::use(request.id), soci::use(request.login), soci::use(request.personId),
        soci::use(request.fingerprint), soci::use(request.at.microseconds);
    return std::nullopt;
  }

  void actFor(soci::session&, long long, bool) const override {}

  std::vector<Answer> runBatch(soci::session& session, const std::vector<Command>& commands) const override {
    return sqlite::runBatch(session, commands);
  }

  Created createComplaint(RowStatements& rows, std::vector<BoundValue> values) const override {
    return store(rows, "complaint", values, nextCaseNumber(rows.session(), values));
  }

  Created createProblem(RowStatements& rows, std::vector<BoundValue> values, int year) const override {
    const Created created = store(rows, "problem", values, nextNumber(rows.session(), "P", year));
    rows.session()
        << "insert into discipline (problem_id, code, state, text, text_customer, reason, revision,"
           " decided_at, row_version)"
           " select :problem, d.key, 'open', '', '', '', 0, null, 1 from discipline_code d order by d.key",
        soci::use(created.id);
    return created;
  }

  bool hasLogins(soci::session&) const override { return false; }

  Signed signRecord(RowStatements& rows, model::ComplaintId, std::vector<BoundValue> values) const override {
    Signed given;
    given.reauthenticated = "none";
    for (const BoundValue& value : values) {
      if (value.column == "printed_name") given.printedName = value.text;
      if (value.column == "signed_at") given.at.microseconds = value.number;
    }
    setColumn(values, "reauthenticated", textValue(given.reauthenticated));
    given.id = rows.insert("signature", values);
    return given;
  }

  Noted noteReading(RowStatements& rows, std::vector<BoundValue> values) const override {
    Noted given;
    given.at.microseconds = sqlite::contextOf(rows.session()).nowMicroseconds;
    setColumn(values, "at", numberValue(given.at.microseconds));
    given.id = rows.insert("case_reading", values);
    return given;
  }

  Created createReturn(RowStatements& rows, std::vector<BoundValue> values, int year) const override {
    return store(rows, "goods_return", values, nextNumber(rows.session(), "R", year));
  }

  // The transaction holds the only writer's place: nothing more is to be locked.
  Command lockReturn(model::ReturnId id) const override {
    return {"select row_version from goods_return where id = $1", {numberValue(id.value)}, {}};
  }

  Command lockSweep(model::SweepRowId id) const override {
    return {"select id from sweep_row where id = $1", {numberValue(id.value)}, {}};
  }

  std::string sweepTasks(const std::string& only) const override {
    return "(select s.id, s.problem_id, p.number as problem_number,"
           " coalesce((select c.part_number from complaint c where c.problem_id = p.id order by c.id limit "
           "1), '')"
           " as part_number, p.failure, p.clean_point, s.location, s.suspect, s.ok, s.ng, s.rework, "
           "s.unreachable,"
           " (select max(k.counted_on) from sweep_count k where k.sweep_id = s.id) as last_counted_on"
           " from sweep_row s join problem p on p.id = s.problem_id where s.not_applicable = ''" +
           (only.empty() ? std::string() : " and s.id = " + only) +
           " and exists (select 1 from complaint c where c.problem_id = p.id"
           " and c.state not in ('closed', 'archived', 'cancelled'))"
           " order by case when s.suspect - s.ok - s.ng - s.rework - s.unreachable > 0 then 0 else 1 end, "
           "s.id) t";
  }

  std::string historyOfCase(const std::string& key) const override {
    return "audit_event a join (select c.uuid from complaint c where c.id = " + key +
           " union all select p.uuid from problem p join complaint c on c.problem_id = p.id where c.id = " +
           key + ") h on h.uuid = a.chain";
  }

  std::string casesOfReturn(const std::string& key) const override {
    return "(select c.id, c.number, c.title, c.state, c.safety, c.owner_id from complaint c where c.id in"
           " (select l.complaint_id from return_line l where l.return_id = " +
           key + ")) t";
  }

  std::string itemsOfReturn(const std::string& key) const override {
    constexpr const char* kOutside = "('outside', 'expected', 'missing', 'surplus')";
    const auto came = [&](const std::string& from, const std::string& to) {
      return "case when m." + from + " in " + kOutside + " and m." + to + " not in " + kOutside +
             " then m.quantity else 0 end";
    };
    return "(select i.id, i.complaint_id, i.part_id, i.quantity_delivered, (select coalesce(sum(" +
           came("from_place", "to_place") + " - " + came("to_place", "from_place") +
           "), 0) from return_movement m join return_line x on x.id = m.line_id where x.item_id = i.id"
           " and x.return_id <> " +
           key +
           ") as received_elsewhere from complaint_item i where i.id in (select l.item_id from return_line l"
           " where l.return_id = " +
           key + ")) t";
  }

  std::string insertNewRows(const std::string& table,
                            const std::vector<std::string>& columns) const override {
    return insertRows(table, columns);  // what is not among the columns gets a key
  }

  std::string updateRows(const std::string& table, const std::vector<std::string>& columns) const override {
    std::string sets;
    for (const auto& column : columns)
      sets += (sets.empty() ? "" : ", ") + column + " = json_extract(r.value, '$." + column + "')";
    return "update " + table + " set " + sets + " from json_each($1) r where " + table +
           ".id = json_extract(r.value, '$.id')";
  }

  std::string removeRows(const std::string& table) const override {
    return "delete from " + table +
           " where id in (select json_extract(r.value, '$.id') from json_each($1) r)";
  }

  bool moveComplaint(RowStatements& rows, const CaseMove& move, const ChangeContext& context) const override {
    const std::string before = sqlite::contextOf(rows.session()).reason;
    setContext(rows.session(), context);
    BoundValue state = textValue(move.to);
    state.column = "state";
    BoundValue closed;
    closed.column = "closed_at";
    bindValue(closed, move.closedAt);
    const bool moved = rows.update("complaint", move.id.value, {state, closed}, &move.version) == 1;
    setContext(rows.session(), {context.actor, context.useCase, before});
    return moved;
  }

  std::string suspendTriggers(soci::session& session, const std::vector<std::string>& tables) const override {
    sqlite::runScript(session, "pragma defer_foreign_keys = on");
    const std::set<std::string> wanted(tables.begin(), tables.end());
    std::vector<std::string> names;
    std::string again;
    {
      std::string table;
      std::string name;
      std::string sql;
      soci::statement statement =
          (session.prepare << "select tbl_name, name, sql from sqlite_master where type = 'trigger'"
                              " order by rowid",
           soci::into(table), soci::into(name), soci::into(sql));
      statement.execute();
      while (statement.fetch()) {
        if (!wanted.contains(table)) continue;
        names.push_back(name);
        again += sql + ";\n";
      }
    }
    for (const auto& name : names) sqlite::runScript(session, "drop trigger " + name);
    return again;
  }

  std::string insertRows(const std::string& table, const std::vector<std::string>& columns) const override {
    std::string names;
    std::string values;
    for (const auto& column : columns) {
      names += (names.empty() ? "" : ", ") + column;
      values += (values.empty() ? "" : ", ") + ("json_extract(r.value, '$." + column + "')");
    }
    return "insert into " + table + " (" + names + ") select " + values + " from json_each($1) r";
  }

  void continueKeys(soci::session&, const std::string&) const override {}  // AUTOINCREMENT has seen the keys

  std::string_view nowMicros() const override {
    return "cast((julianday('now') - 2440587.5) * 86400000000 as integer)";
  }
  bool seesEveryRow(soci::session&) const override { return true; }

  void pinSnapshot(soci::session&) const override {}  // a WAL reader sees one moment anyway

  void writeChunk(soci::session& session, const std::string& sha256, int position,
                  std::string_view bytes) const override {
    sqlite::writeChunk(session, sha256, position, bytes);
  }

  std::optional<std::string> readChunk(soci::session& session, const std::string& sha256,
                                       int position) const override {
    return sqlite::readChunk(session, sha256, position);
  }

  std::vector<Command> storeSearchText(model::ComplaintId id, const std::string& body,
                                       const std::vector<std::string>& grams) const override {
    std::string joined;
    for (const std::string& gram : grams) joined += (joined.empty() ? "" : " ") + gram;
    // The place of a case is explained in 0003_search.sqlite.sql.
    return {
        {"delete from complaint_search where rowid ="
         " (select place from complaint_search_place where complaint_id = $1)",
         {numberValue(id.value)},
         {}},
        {"insert into complaint_search_place (complaint_id, place)"
         " select id, ((received_at / 1000000) << 30) | id from complaint where id = $1"
         " on conflict (complaint_id) do update set place = excluded.place",
         {numberValue(id.value)},
         {}},
        {"insert into complaint_search (rowid, body, grams)"
         " select place, $2, $3 from complaint_search_place where complaint_id = $1",
         {numberValue(id.value), textValue(body), textValue(joined)},
         {}},
    };
  }

  void learnRights(soci::session&) override {}

  bool hasContent(soci::session& session, const std::string& sha256) const override {
    const Command command{"select 1 from content where sha256 = $1", {textValue(sha256)}, {}};
    return !sqlite::runBatch(session, {command}).at(0).rows.empty();
  }

  std::string_view searchCondition() const override {
    return "c.id in (select s.rowid & 1073741823 from complaint_search s"
           " where s.grams match :search_grams and s.body like :search_like escape '\\')";
  }

  std::string searchGrams(const std::vector<std::string>& grams) const override {
    // One FTS5 phrase; a quote within it is doubled.
    std::string out = "\"";
    for (const std::string& gram : grams) {
      if (out.size() > 1) out += ' ';
      for (const char c : gram) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    }
    return out + "\"";
  }
};

}  // namespace

std::unique_ptr<Dialect> makeSqliteDialect() {
  return std::make_unique<SqliteDialect>();
}

}  // namespace octad::db
