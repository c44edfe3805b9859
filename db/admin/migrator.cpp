#include "db/admin/migrator.hpp"

#include <algorithm>
#include <map>
#include <soci/soci.h>
#include <string_view>

#include "db/admin/access.hpp"
#include "db/admin/audited_tables.hpp"
#include "db/admin/read_functions.hpp"
#include "db/connection/database.hpp"
#include "db/connection/error_translation.hpp"
#include "db/mapping/enumerations.hpp"
#include "db/mapping/right_names.hpp"
#include "model/cases/state_table.hpp"
#include "model/core/error.hpp"
#include "model/returns/ledger.hpp"

namespace octad::resources {
const std::map<std::string, std::string_view>& octad_migrations();
}

namespace octad::db {
namespace {

using model::Message;
using model::Refused;
using model::tr;

/// "migrations/0002_tables.sql" taken apart.
struct MigrationFile {
  int number = 0;
  std::string dialect;  ///< empty: for both
  std::string name;
  std::string_view sql;
};

std::vector<MigrationFile> allFiles() {
  std::vector<MigrationFile> files;
  for (const auto& [path, sql] : resources::octad_migrations()) {
    MigrationFile file;
    file.name = path.substr(path.rfind('/') + 1);
    file.number = std::stoi(file.name);
    file.sql = sql;
    const std::string stem = file.name.substr(0, file.name.rfind('.'));
    const std::size_t dot = stem.rfind('.');
    if (dot != std::string::npos) file.dialect = stem.substr(dot + 1);
    files.push_back(file);
  }
  std::sort(files.begin(), files.end(), [](const MigrationFile& a, const MigrationFile& b) {
    return std::tie(a.number, a.dialect, a.name) < std::tie(b.number, b.dialect, b.name);
  });
  return files;
}

std::vector<MigrationFile> filesFor(std::string_view dialect) {
  std::vector<MigrationFile> files = allFiles();
  std::erase_if(files, [dialect](const MigrationFile& file) {
    return !file.dialect.empty() && file.dialect != dialect;
  });
  return files;
}

SchemaState readState(soci::session& session, const Dialect& dialect) {
  SchemaState state;
  if (!dialect.tableExists(session, "schema_version")) return state;
  long long version = 0;
  long long minCompatible = 0;
  soci::indicator none = soci::i_ok;
  session << "select max(version), max(min_compatible) from schema_version", soci::into(version, none),
      soci::into(minCompatible, none);
  state.version = static_cast<int>(version);
  state.minCompatible = static_cast<int>(minCompatible);
  return state;
}

[[noreturn]] void refuseNewer(const SchemaState& state) {
  throw Refused("schema",
                Message(tr("This database was made by a newer Octad (schema {0}, this program knows "
                           "{1}). Install the newer version; nothing was changed."),
                        {std::to_string(state.version), std::to_string(programSchemaVersion())}));
}

/// Enumerations come from the model, so that code and database cannot drift apart.
void writeEnumerations(soci::session& session, const Dialect& dialect) {
  for (const EnumTable& table : enumTables()) {
    const std::string name(table.name);
    dialect.runScript(session,
                      expandTokens("create table if not exists " + name +
                                       " (key text not null primary key, label text not null) ${table}",
                                   dialect));
    for (const auto& [key, label] : table.entries) {
      const std::string keyText(key);
      const std::string labelText(label);
      session
          << "insert into " + name +
                 " (key, label) values (:key, :label) on conflict (key) do update set label = excluded.label",
          soci::use(keyText), soci::use(labelText);
    }
  }
}

void writeTransitions(soci::session& session, const Dialect& dialect) {
  dialect.runScript(session,
                    expandTokens("create table if not exists transition ("
                                 " ${enum from_state case_state}, ${enum to_state case_state},"
                                 " ${flag needs_reason}, primary key (from_state, to_state)) ${table}",
                                 dialect));
  session << "delete from transition";
  for (const model::Transition& step : model::transitions()) {
    const std::string from(model::keyOf(step.from));
    const std::string to(model::keyOf(step.to));
    const long long needsReason = step.needsReason ? 1 : 0;
    session << "insert into transition (from_state, to_state, needs_reason) values (:f, :t, :n)"
               " on conflict (from_state, to_state) do nothing",
        soci::use(from), soci::use(to), soci::use(needsReason);
  }
}

/// What each role may do and each move needs, as the model has it. The tables are those of 0008_team.sql.
void writeRights(soci::session& session, const Dialect& dialect) {
  std::vector<Command> commands{{"delete from role_right", {}, {}}, {"delete from transition_right", {}, {}}};
  for (const auto& role : model::EnumKeys<model::Role>::entries) {
    model::Actor actor;
    actor.roles = {role.value};
    for (const auto& [right, name] : kRightNames)
      if (model::may(actor, right))
        commands.push_back({"insert into role_right (role, right_name) values ($1, $2)",
                            {textValue(std::string(role.key)), textValue(std::string(name))},
                            {}});
  }
  for (const model::Transition& step : model::transitions())
    commands.push_back(
        {"insert into transition_right (from_state, to_state, right_name) values ($1, $2, $3)",
         {textValue(std::string(model::keyOf(step.from))), textValue(std::string(model::keyOf(step.to))),
          textValue(std::string(rightName(step.right)))},
         {}});
  dialect.runBatch(session, commands);
}

/// The movements of returned goods there are, as the model has them. The tables are those of
/// 0009_returns.sql.
void writeReturnMoves(soci::session& session, const Dialect& dialect) {
  std::vector<Command> commands{{"delete from return_move", {}, {}},
                                {"delete from return_carry_out", {}, {}}};
  for (const model::ReturnMove& move : model::returnMoves()) {
    const BoundValue from = textValue(std::string(model::keyOf(move.from)));
    const BoundValue to = textValue(std::string(model::keyOf(move.to)));
    commands.push_back(
        {"insert into return_move (from_place, to_place, right_name, needs_reason, needs_document)"
         " values ($1, $2, $3, $4, $5)",
         {from, to, textValue(std::string(rightName(move.right))), numberValue(move.needsReason ? 1 : 0),
          numberValue(move.needsDocument ? 1 : 0)},
         {}});
    for (const auto& disposition : model::EnumKeys<model::Disposition>::entries)
      if (model::carriesOut(disposition.value, move.from, move.to))
        commands.push_back(
            {"insert into return_carry_out (disposition, from_place, to_place) values ($1, $2, $3)",
             {textValue(std::string(disposition.key)), from, to},
             {}});
  }
  dialect.runBatch(session, commands);
}

/// What takes rows of an earlier schema over; runs behind the audit triggers.
void convertRows(soci::session& session, const Dialect& dialect, int after, int upTo) {
  for (const MigrationFile& file : filesFor("convert"))
    if (file.dialect == "convert" && file.number > after && file.number <= upTo)
      dialect.runScript(session, expandTokens(file.sql, dialect));
}

void applyFiles(soci::session& session, const Dialect& dialect, int after, int upTo) {
  dialect.runScript(session, expandTokens("create table if not exists schema_version (${count version},"
                                          " name text not null, applied_at text not null default "
                                          "current_timestamp, ${count min_compatible}) ${table}",
                                          dialect));
  for (const MigrationFile& file : filesFor(dialect.name())) {
    if (file.number <= after || file.number > upTo) continue;
    dialect.runScript(session, expandTokens(file.sql, dialect));
    const long long number = file.number;
    const long long minCompatible = kMinCompatibleSchema;
    session << "insert into schema_version (version, name, min_compatible) values (:v, :n, :m)",
        soci::use(number), soci::use(file.name), soci::use(minCompatible);
  }
}

/// What reads a case or a return on a server. Programs that expect other columns could not read it any more,
/// so that the schema asks for a program of its own version when it changes.
void writeReadFunctions(soci::session& session, const Dialect& dialect) {
  if (dialect.name() != "postgresql") return;
  const auto source = [&session] {
    std::string text;
    soci::indicator none = soci::i_ok;
    session << "select string_agg(prosrc, '' order by proname) from pg_proc where oid in"
               " (to_regprocedure('octad.read_case(bigint)'), to_regprocedure('octad.read_return(bigint)'))",
        soci::into(text, none);
    return text;
  };
  const std::string before = source();
  dialect.runScript(session, "set local client_min_messages = warning;" + readFunctionsSql());
  if (source() != before)
    session << "update schema_version set min_compatible = version"
               " where version = (select max(version) from schema_version)";
}

}  // namespace

int programSchemaVersion() {
  int newest = 0;
  for (const MigrationFile& file : allFiles()) newest = std::max(newest, file.number);
  return newest;
}

std::vector<std::string> migrationFiles(const std::string& dialect) {
  std::vector<std::string> names;
  for (const MigrationFile& file : filesFor(dialect)) names.push_back(file.name);
  return names;
}

SchemaState readSchemaState(Database& database) {
  const Lease lease = database.reader();
  return translated([&] { return readState(lease.session(), database.dialect()); });
}

void requireUsableSchema(Database& database) {
  const SchemaState state = readSchemaState(database);
  if (state.minCompatible > programSchemaVersion()) refuseNewer(state);
  if (state.version == 0)
    throw Refused("schema",
                  tr("There is no Octad data in this database. Create it first: octadctl init."));
  if (state.version < programSchemaVersion())
    throw Refused("schema",
                  Message(tr("This database has the older schema {0}; this program needs {1}. Back it "
                             "up, then run octadctl init."),
                          {std::to_string(state.version), std::to_string(programSchemaVersion())}));
}

void migrate(Database& database) {
  migrateTo(database, programSchemaVersion());
}

void migrateTo(Database& database, int version) {
  const Lease lease = database.writer();
  const Dialect& dialect = database.dialect();
  translated([&] {
    soci::session& session = lease.session();
    dialect.beginWrite(session, ChangeContext{"Octad", "migrate", ""});
    dialect.prepareSchema(session);
    const SchemaState state = readState(session, dialect);
    if (state.minCompatible > programSchemaVersion()) refuseNewer(state);
    if (state.version < version) {
      writeEnumerations(session, dialect);
      writeTransitions(session, dialect);
      applyFiles(session, dialect, state.version, version);
      for (const AuditedTable& table : auditedTables())
        if (dialect.tableExists(session, table.name)) dialect.installAudit(session, table);
      if (dialect.tableExists(session, "role_right")) writeRights(session, dialect);
      if (dialect.tableExists(session, "return_move")) writeReturnMoves(session, dialect);
      convertRows(session, dialect, state.version, version);
      writeReadFunctions(session, dialect);
      grantAgain(session, dialect);
    }
    session << "commit";
  });
}

}  // namespace octad::db
