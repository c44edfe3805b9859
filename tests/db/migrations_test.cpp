#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <soci/soci.h>

#include "db/admin/audited_tables.hpp"
#include "db/admin/migrator.hpp"
#include "db/connection/database.hpp"
#include "db/connection/open_store.hpp"
#include "db/mapping/enumerations.hpp"
#include "db/mapping/table_names.hpp"
#include "model/cases/state_table.hpp"
#include "model/core/error.hpp"
#include "model/ports/reader.hpp"
#include "model/ports/return_reader.hpp"
#include "model/returns/return_state.hpp"
#include "tests/support/test_database.hpp"

namespace octad::db {
namespace {

using support::DatabaseKind;
using support::EmptyPlace;
using support::TestDatabase;

/// Names in the first column of a query, in order.
std::vector<std::string> names(soci::session& session, const std::string& sql) {
  std::vector<std::string> out;
  std::string name;
  soci::statement statement = (session.prepare << sql, soci::into(name));
  statement.execute();
  while (statement.fetch()) out.push_back(name);
  return out;
}

std::vector<std::string> tablesOf(Database& database) {
  const Lease lease = database.reader();
  return database.url().isSqlite()
             ? names(lease.session(),
                     "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
                     " and name not like 'complaint_search%' order by name")
             : names(lease.session(),
                     "select tablename::text from pg_tables where schemaname = 'octad'"
                     " and tablename <> 'complaint_search' order by tablename collate \"C\"");
}

class Migrations : public testing::TestWithParam<DatabaseKind> {};
INSTANTIATE_TEST_SUITE_P(Databases, Migrations, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

TEST_P(Migrations, NewDatabaseHasTheProgramsSchemaAndMigratingAgainChangesNothing) {
  EmptyPlace place(GetParam());
  const DatabaseUrl url(place.url());
  EXPECT_FALSE(databaseExists(url));
  openStore(url, {.create = true});
  EXPECT_TRUE(databaseExists(url));
  Database database(url, {});
  EXPECT_EQ(readSchemaState(database).version, programSchemaVersion());
  migrate(database);
  const Lease lease = database.reader();
  long long rows = 0;
  lease.session() << "select count(*) from schema_version", soci::into(rows);
  EXPECT_EQ(rows, static_cast<long long>(migrationFiles(std::string(database.dialect().name())).size()));
}

TEST_P(Migrations, EveryRecordHasItsTableAndColumns) {
  TestDatabase test(GetParam());
  Database database(test.url(), {});
  const Lease lease = database.reader();
  const auto check = [&]<class T>(const T&) {
    std::vector<std::string> wanted;
    T sample{};
    model::forEachMember(sample, [&](std::string_view name, auto& field) {
      if constexpr (!requires { field.push_back(model::Role::cqe); }) wanted.emplace_back(name);
    });
    std::vector<std::string> present =
        database.dialect().columns(lease.session(), std::string(tableName<T>()));
    std::sort(wanted.begin(), wanted.end());
    std::sort(present.begin(), present.end());
    EXPECT_EQ(wanted, present) << tableName<T>();
  };
  check(model::GoodsReturn{});
  check(model::ReturnLine{});
  check(model::ReturnMovement{});
  check(model::ReturnUnit{});
  check(model::UnitTest{});
  check(model::ReturnDecision{});
  check(model::NtfDossier{});
  check(model::ReturnCost{});
  check(model::ReturnAttachment{});
  check(model::Complaint{});
  model::Row row;
  [&]<std::size_t... index>(std::index_sequence<index...>) {
    (check(std::variant_alternative_t<index, model::Row>{}), ...);
  }
  (std::make_index_sequence<std::variant_size_v<model::Row>>{});
}

TEST_P(Migrations, EnumerationsAndTransitionsAreTheModels) {
  TestDatabase test(GetParam());
  Database database(test.url(), {});
  const Lease lease = database.reader();
  for (const EnumTable& table : enumTables()) {
    std::vector<std::string> wanted;
    for (const auto& [key, label] : table.entries) wanted.emplace_back(key);
    std::sort(wanted.begin(), wanted.end());
    std::vector<std::string> present = names(lease.session(), "select key from " + std::string(table.name));
    std::sort(present.begin(), present.end());
    EXPECT_EQ(wanted, present) << table.name;
  }
  std::set<std::string> wanted;
  for (const model::Transition& step : model::transitions())
    wanted.insert(std::string(model::keyOf(step.from)) + ">" + std::string(model::keyOf(step.to)));
  const std::vector<std::string> present =
      names(lease.session(), "select from_state || '>' || to_state from transition");
  EXPECT_EQ(wanted, std::set<std::string>(present.begin(), present.end()));
}

TEST(PostgresFunctions, DoNotCallWhatASessionPutsInFrontOfItsPath) {
  TestDatabase test(DatabaseKind::postgres);
  const model::ComplaintId id = test.makeCase();
  Database database(test.url(), {});
  const Lease lease = database.writer();
  soci::session& session = lease.session();
  EXPECT_EQ(names(session,
                  "select p.proname::text from pg_proc p where p.pronamespace = 'octad'::regnamespace"
                  " and p.prosqlbody is null and not 'search_path=pg_catalog, octad, pg_temp'"
                  " = any (coalesce(p.proconfig, '{}'))"),
            std::vector<std::string>{});
  // A transition table of one's own, that allows everything.
  database.dialect().runScript(
      session,
      "create temp table transition as select 'registered' as from_state, 'archived' as to_state, 0 as"
      " needs_reason; set search_path = pg_temp, pg_catalog");
  EXPECT_ANY_THROW(
      database.dialect().runBatch(session, {{"update octad.complaint set state = 'archived',"
                                             " closed_at = received_at, row_version = row_version + 1"
                                             " where id = $1",
                                             {numberValue(id.value)},
                                             {}}}));
}

/// A program of an earlier version expects other columns of a case than octad.read_case gives.
TEST(PostgresFunctions, AskForAProgramThatKnowsTheColumnsOfACase) {
  TestDatabase test(DatabaseKind::postgres);
  Database database(test.url(), {});
  EXPECT_EQ(readSchemaState(database).minCompatible, programSchemaVersion());
}

TEST_P(Migrations, NewerSchemaIsRefusedInWords) {
  TestDatabase test(GetParam());
  {
    Database database(test.url(), {});
    const Lease lease = database.writer();
    lease.session()
        << "insert into schema_version (version, name, min_compatible) values (9999, 'future', 9999)";
  }
  try {
    openStore(test.url(), {.create = false, .migrate = true});
    FAIL();
  } catch (const model::Refused& refused) {
    EXPECT_EQ(refused.rule(), "schema");
    EXPECT_NE(std::string(refused.what()).find("newer Octad"), std::string::npos);
  }
}

TEST_P(Migrations, NewerButCompatibleSchemaOpens) {
  TestDatabase test(GetParam());
  {
    Database database(test.url(), {});
    const Lease lease = database.writer();
    lease.session()
        << "insert into schema_version (version, name, min_compatible) values (9999, 'future', 1)";
  }
  EXPECT_EQ(openStore(test.url(), {})->reader().setting("currency"), "CNY");
}

TEST_P(Migrations, DatabaseWithoutOurSchemaIsNotTakenForOne) {
  EmptyPlace place(GetParam());
  const DatabaseUrl url(place.url());
  if (GetParam() == DatabaseKind::sqlite)
    EXPECT_THROW(openStore(url, {}), model::NotFound);
  else
    EXPECT_THROW(openStore(url, {}), model::Refused);
}

TEST_P(Migrations, EveryBusinessTableIsAudited) {
  TestDatabase test(GetParam());
  Database database(test.url(), {});
  std::set<std::string> expected;
  for (const AuditedTable& table : auditedTables()) expected.insert(table.name);
  const std::set<std::string> machinery{
      "audit_event", "audit_head",       "audit_checkpoint", "audit_checkpoint_head", "content",
      "counter",     "content_chunk",    "request",          "schema_version",        "transition",
      "role_right",  "transition_right", "return_move",      "return_carry_out",      "notice",
      "mail",        "mail_report",      "presence"};
  std::set<std::string> enumerations;
  for (const EnumTable& table : enumTables()) enumerations.emplace(table.name);
  for (const std::string& table : tablesOf(database))
    EXPECT_EQ(expected.count(table) + machinery.count(table) + enumerations.count(table), 1U) << table;
}

TEST_P(Migrations, ReturnedQuantitiesOfEarlierVersionsBecomeReturns) {
  EmptyPlace place(GetParam());
  Database database(DatabaseUrl(place.url()), {.create = true});
  migrateTo(database, 8);
  {
    const Lease lease = database.writer();
    soci::session& session = lease.session();
    database.dialect().beginWrite(session, {"测试", "test", "为了测试升级"});
    for (
        const char* sql :
        {"insert into customer (id, code, name, address, ppm_target, active) values (1, '', '甲', '', null, "
         "1)",
         "insert into part (id, number, name, family, safety_relevant, active) values (1, 'P-1', '', '', 0, "
         "1)",
         "insert into person (id, login, name, email, department_id, active) values (1, 'wang', '王', '', "
         "null, 1)",
         "insert into problem (id, uuid, number, title, part_family, failure, clean_point, clean_point_date, "
         "leader_id,"
         " created_at, row_version) values (1, '11111111-1111-4111-8111-111111111111', 'P26-00001', '', '', "
         "'', '', null, null, "
         "1794816000000000, 1)",
         "insert into complaint (id, uuid, number, external_number, origin, problem_id, customer_id, "
         "customer_ref,"
         " channel, contact, received_at, notice_month, title, verbatim, statement, statement_customer, "
         "demand,"
         " requested_date, safety, penalty, repeat, state, acceptance, liability, owner_id,"
         " responsible_department_id, severity, severity_provisional, weight, rule, policy_name, "
         "policy_revision,"
         " result, loss_minor, loss_currency, remarks, closed_at, turn, turn_name, due_at, due_name, phase,"
         " part_number, failure, created_at, row_version) values (1, '22222222-2222-4222-8222-222222222222', "
         "'C26-00001', '', 'registered', 1, "
         "1, '', '',"
         " '', 1794816000000000, '2026-11', 'x', '', '', '', '', null, 0, 0, 0, 'registered', 'undecided',"
         " 'undetermined', 1, null, 'other', 1, 0, '', '', 0, '', 0, '', '', null, 'cqe', '', null, '', '', "
         "'P-1',"
         " 'x', 1794816000000000, 1)",
         "insert into complaint_item (id, complaint_id, position, part_id, lot, failure, defect_id, "
         "defect_kind,"
         " quantity_defective, quantity_delivered, severity, rule) values (1, 1, 1, 1, 'L', 'x', null, "
         "'functional',"
         " 1, null, 'other', '')",
         "insert into returned_quantity (uuid, complaint_id, item_id, received_on, note, announced, received,"
         " confirmed, no_trouble_found, customer_caused, transport, explanation) values "
         "('33333333-3333-4333-8333-333333333333', 1, 1, "
         "'2026-11-20',"
         " 'RMA-1', 120, 118, 100, 12, 4, 1, '途中遗失两件')",
         "insert into returned_quantity (uuid, complaint_id, item_id, received_on, note, announced, received,"
         " confirmed, no_trouble_found, customer_caused, transport, explanation) values "
         "('44444444-4444-4444-8444-444444444444', 1, 1, "
         "'2026-11-21', '',"
         " 2, 5, 0, 0, 0, 0, '多退')",
         // A case that ended: what came of its goods was not recorded then.
         "insert into complaint (id, uuid, number, external_number, origin, problem_id, customer_id, "
         "customer_ref, channel, contact, received_at, notice_month, title, verbatim, statement, "
         "statement_customer, demand, requested_date, safety, penalty, repeat, state, acceptance, liability, "
         "owner_id, responsible_department_id, severity, severity_provisional, weight, rule, policy_name, "
         "policy_revision, result, loss_minor, loss_currency, remarks, closed_at, turn, turn_name, due_at, "
         "due_name, phase, part_number, failure, created_at, row_version) select 2, "
         "'55555555-5555-4555-8555-555555555555', 'C26-00002', external_number, origin, problem_id, "
         "customer_id, customer_ref, channel, contact, received_at, notice_month, title, verbatim, "
         "statement, statement_customer, demand, requested_date, safety, penalty, repeat, state, acceptance, "
         "liability, owner_id, responsible_department_id, severity, severity_provisional, weight, rule, "
         "policy_name, policy_revision, result, loss_minor, loss_currency, remarks, closed_at, turn, "
         "turn_name, due_at, due_name, phase, part_number, failure, created_at, row_version from complaint",
         "insert into complaint_item (id, complaint_id, position, part_id, lot, failure, defect_id, "
         "defect_kind, quantity_defective, quantity_delivered, severity, rule) select 2, 2, position, "
         "part_id, lot, failure, defect_id, defect_kind, quantity_defective, quantity_delivered, severity, "
         "rule from complaint_item",
         "insert into returned_quantity (uuid, complaint_id, item_id, received_on, note, announced, "
         "received, confirmed, no_trouble_found, customer_caused, transport, explanation) values "
         "('66666666-6666-4666-8666-666666666666', 2, 2, '2026-11-20', '', 5, 5, 3, 0, 0, 0, '')",
         "insert into returned_quantity (uuid, complaint_id, item_id, received_on, note, announced, "
         "received, confirmed, no_trouble_found, customer_caused, transport, explanation) values "
         "('77777777-7777-4777-8777-777777777777', 2, 2, '2026-11-20', '', 4, 0, 0, 0, 0, 0, '')",
         "update complaint set state = 'cancelled', row_version = 2 where id = 2"})
      session << sql;
    session << "commit";
  }
  migrate(database);
  const auto store = openStore(DatabaseUrl(place.url()), {});
  auto& returns = store->reader().returns();
  EXPECT_EQ(returns.list({}, 10).total, 4);
  const auto first = returns.find("R26-00001");
  ASSERT_TRUE(first);
  const model::ReturnBalance balance = returns.open(*first).balance();
  EXPECT_EQ(balance.announced(), 120);
  EXPECT_EQ(balance.received(), 118);
  EXPECT_EQ(balance.missing(), 2);
  EXPECT_EQ(balance.found(model::Finding::confirmed), 100);
  EXPECT_EQ(balance.found(model::Finding::noTroubleFound), 12);
  EXPECT_EQ(balance.at(model::ReturnPlace::quarantine), 1);
  EXPECT_EQ(returns.open(*returns.find("R26-00002")).balance().surplus(), 3);
  EXPECT_EQ(store->reader().openCase(model::ComplaintId(1)).returns.size(), 2U);
  for (const char* number : {"R26-00001", "R26-00002", "R26-00003", "R26-00004"}) {
    const model::ReturnFile goods = returns.open(*returns.find(number));
    EXPECT_EQ(goods.head.openPieces, goods.balance().open()) << number;
    EXPECT_EQ(goods.head.state, model::stateOf(goods)) << number;
    EXPECT_EQ(goods.head.waitsFor, model::waitOf(goods)) << number;
  }
  EXPECT_EQ(returns.open(*returns.find("R26-00004")).head.state, model::ReturnState::closed);
  const auto report = store->reader().verifyAudit(std::nullopt);
  EXPECT_TRUE(report.faults.empty()) << (report.faults.empty() ? "" : report.faults.front().what.id);
}

// Before it was kept with a unit, the trail alone knew that it went somewhere by its number.
TEST_P(Migrations, UnitsThatWereMovedBeforeAreKnownToHaveMoved) {
  EmptyPlace place(GetParam());
  Database database(DatabaseUrl(place.url()), {.create = true});
  migrateTo(database, 12);
  {
    const Lease lease = database.writer();
    soci::session& session = lease.session();
    database.dialect().beginWrite(session, {"测试", "test", "为了测试升级"});
    for (const char* sql :
         {"insert into customer (id, code, name, address, ppm_target, active) values (1, '', '甲', '', null, "
          "1)",
          "insert into part (id, number, name, family, safety_relevant, active) values (1, 'P-1', '', '', 0, "
          "1)",
          "insert into goods_return (id, uuid, number, customer_id, kind, blind, without_case, treatment,"
          " customer_ref, rma_number, conditions, carrier, note_number, cost_bearer, remarks, close_reason, "
          "state,"
          " waits_for, part_number, failure, case_numbers, announced, received, open_pieces, created_at,"
          " row_version) values (1, '11111111-1111-4111-8111-111111111111', 'R26-00001', 1, 'line_reject', "
          "0, 'x',"
          " 'analysis', '', '', '', '', '', 'undecided', '', '', 'received', 'warehouse', '', '', '', 2, 2, "
          "2,"
          " 1794816000000000, 1)",
          "insert into return_line (id, return_id, position, part_id, lot, nature, complaint_id, item_id, "
          "sample_id,"
          " failure) values (1, 1, 1, 1, '', 'as_announced', null, null, null, '')",
          "insert into return_unit (id, return_id, line_id, serial, date_code, place, location, finding, "
          "disposition,"
          " found_by, failure, note) values (1, 1, 1, 'A', '', 'quarantine', '', 'open', 'none', null, '', "
          "''),"
          " (2, 1, 1, 'B', '', 'test', '', 'open', 'none', null, '', '')",
          "update return_unit set place = 'test' where id = 1",
          "update return_unit set place = 'quarantine' where id = 1"})
      session << sql;
    session << "commit";
  }
  migrate(database);
  const auto store = openStore(DatabaseUrl(place.url()), {});
  const auto units = store->reader().returns().open(model::ReturnId(1)).units;
  ASSERT_EQ(units.size(), 2U);
  EXPECT_TRUE(units[0].moved) << "to test and back";
  EXPECT_FALSE(units[1].moved) << "entered where it is";
  EXPECT_TRUE(store->reader().verifyAudit(std::nullopt).faults.empty());
}

TEST(SchemaParity, BothDatabasesHaveTheSameTablesAndColumns) {
  TestDatabase sqlite(DatabaseKind::sqlite);
  TestDatabase postgres(DatabaseKind::postgres);
  Database first(sqlite.url(), {});
  Database second(postgres.url(), {});
  const std::vector<std::string> tables = tablesOf(first);
  EXPECT_EQ(tables, tablesOf(second));
  for (const std::string& table : tables) {
    const Lease one = first.reader();
    const Lease two = second.reader();
    EXPECT_EQ(first.dialect().columns(one.session(), table), second.dialect().columns(two.session(), table))
        << table;
  }
}

TEST(SchemaParity, FailedMigrationLeavesTheDatabaseAsItWas) {
  for (const DatabaseKind kind : support::bothDatabases()) {
    EmptyPlace place(kind);
    Database database(DatabaseUrl(place.url()), {.create = true});
    {
      // A table in the way of the migration.
      const Lease lease = database.writer();
      database.dialect().prepareSchema(lease.session());
      lease.session() << "create table why_step (x integer)";
    }
    EXPECT_ANY_THROW(migrate(database)) << support::kindName(kind);
    EXPECT_EQ(readSchemaState(database).version, 0);
    EXPECT_EQ(tablesOf(database), std::vector<std::string>{"why_step"}) << support::kindName(kind);
  }
}

}  // namespace
}  // namespace octad::db
