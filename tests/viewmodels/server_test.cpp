#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

#include "db/admin/migrator.hpp"
#include "db/connection/database.hpp"
#include "db/connection/sqlite_native.hpp"
#include "gui/app/database_opener.hpp"
#include "tests/support/private_postgres.hpp"
#include "tests/viewmodels/session_fixture.hpp"

namespace octad::viewmodels {

using Need = Databases::SchemaNeed;

namespace {

/// The start page's way into databases that are really there: a server of our own, and files.
class ServerTest : public testing::Test {
 protected:
  ServerTest()
      : folder(std::filesystem::temp_directory_path() / ("octad-start-" + newUuid())),
        opener(clock, folder),
        start(opener, executor, settings, text) {
    std::filesystem::create_directory(folder);
  }
  ~ServerTest() override { std::filesystem::remove_all(folder); }

  static support::PrivatePostgres& server() { return support::PrivatePostgres::instance(); }
  std::string emptyDatabase() {
    const std::string name = server().nextName();
    server().administer("create database " + name);
    return server().url(name);
  }
  static std::string with(std::string url, const std::string& from, const std::string& to) {
    return url.replace(url.find(from), from.size(), to);
  }
  /// From now on every login but octad needs a password.
  static void wantPasswords() {
    server().administer(
        "do $$ begin execute format('copy (select unnest(array[''local all all trust'', ''host all octad "
        "127.0.0.1/32 trust'', ''host all all 127.0.0.1/32 scram-sha-256''])) to %L', "
        "current_setting('hba_file')); perform pg_reload_conf(); end $$");
    server().administer("set password_encryption = 'scram-sha-256'");
  }
  void sql(const std::string& url, const std::string& statement) {
    db::Database database(db::DatabaseUrl(url), {});
    const db::Lease lease = database.writer();
    db::sqlite::runScript(lease.session(), statement);
  }

  /// Takes back what the migrations after `version` made, as far as they make tables, columns and indexes.
  static std::string undoAfter(int version) {
    std::vector<std::string> undo;
    const std::regex made(
        R"(create (?:unique )?(table|index|trigger|view) (\w+)|alter table (\w+) add column (?:\$\{\w+\?? )?(\w+))");
    std::vector<std::filesystem::path> files;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::string(OCTAD_SOURCE_DIR) + "/db/migrations"))
      files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::set<std::string> tables;  // they go as a whole, columns that came later with them
    std::set<std::string> columnsGo;
    for (const auto& path : files) {
      const std::string name = path.filename().string();
      const bool ours = name.ends_with(".sql") && name.find(".postgresql.") == std::string::npos;
      if (!ours || std::stoi(name) <= version) continue;
      std::ifstream file(path);
      const std::string text{std::istreambuf_iterator<char>(file), {}};
      for (std::sregex_iterator at(text.begin(), text.end(), made), end; at != end; ++at) {
        // A trigger that replaced an earlier one stays.
        if (text.find("drop trigger " + (*at)[2].str()) != std::string::npos) continue;
        if ((*at)[1] == "table") tables.insert((*at)[2]);
        if ((*at)[3].matched && tables.contains((*at)[3])) continue;
        if ((*at)[3].matched) columnsGo.insert((*at)[3]);
        undo.push_back((*at)[1].matched ? "drop " + (*at)[1].str() + " if exists " + (*at)[2].str()
                                        : "alter table " + (*at)[3].str() + " drop column " + (*at)[4].str());
      }
    }
    std::string script;
    for (const auto& table : columnsGo)  // the triggers name the columns; the update makes them again
      for (const char* operation : {"INSERT", "UPDATE", "DELETE"})
        script += "drop trigger if exists " + table + "_audit_" + operation + ";";
    for (auto step = undo.rbegin(); step != undo.rend(); ++step) script += *step + ";";
    return script + "delete from schema_version where version > " + std::to_string(version) + ";";
  }

  support::FakeClock clock;
  std::filesystem::path folder;
  gui::DatabaseOpener opener;
  ImmediateExecutor executor;
  MemorySettings settings;
  Translator text;
  StartViewModel start;
};

}  // namespace

TEST_F(ServerTest, AnEmptyDatabaseIsOfferedToBeSetUpAndOpensThen) {
  const std::string url = emptyDatabase();
  start.open(url);
  EXPECT_FALSE(start.opened());
  EXPECT_EQ(start.schema().need, Need::setUp) << start.error();
  start.setUp("Example Power");
  ASSERT_TRUE(start.opened()) << start.error();
  EXPECT_FALSE(start.opened()->embedded);
  ASSERT_TRUE(start.knownPerson({})) << "whoever sets up is known by the login of the server";
  EXPECT_EQ(start.knownPerson({})->login, "octad");
  EXPECT_EQ(start.opened()->store->reader().setting("company"), "Example Power");

  StartViewModel again(opener, executor, settings, text);
  again.open(again.lastDatabase());
  EXPECT_TRUE(again.opened()) << again.error();
}

TEST_F(ServerTest, WrongPasswordUnknownHostAndUnknownDatabaseHaveTheirSentences) {
  const std::string url = emptyDatabase();
  server().administer("create role guarded login password 'right'");
  wantPasswords();
  int asked = 0;
  const auto connection = start.passwordWanted.connect([&asked] { ++asked; });
  start.open(with(url, "octad@", "guarded@"));
  EXPECT_EQ(asked, 1);
  EXPECT_EQ(start.wanted().problem, "") << "nothing was tried yet";
  start.openWith(with(url, "octad@", "guarded@"), "wrong", false);
  EXPECT_EQ(asked, 2);
  EXPECT_NE(start.wanted().problem.find("does not accept this login"), std::string::npos)
      << start.wanted().problem;
  start.openWith(with(url, "octad@", "guarded@"), "right", false);
  EXPECT_EQ(start.schema().need, Need::setUp) << start.error();
  start.open(with(url, "octad@", "guarded:right@"));
  EXPECT_EQ(start.schema().need, Need::setUp) << start.error();
  EXPECT_EQ(settings.value("database"), "") << "only what could be opened is remembered";

  start.open("postgresql://octad@no-such-host.invalid/octad");
  EXPECT_NE(start.error().find("no computer with this name"), std::string::npos) << start.error();
  EXPECT_EQ(start.schema().need, Need::nothing);
  start.open(server().url("never_made"));
  EXPECT_NE(start.error().find("no such database"), std::string::npos) << start.error();
}

TEST_F(ServerTest, WhoMayNotMakeTablesIsToldWhatToAskFor) {
  const std::string url = emptyDatabase();
  server().administer("create role plain login password 'plain'");
  start.open(with(url, "octad@", "plain:plain@"));
  ASSERT_EQ(start.schema().need, Need::setUp) << start.error();
  start.setUp("Example Power");
  EXPECT_FALSE(start.opened());
  EXPECT_NE(start.error().find("octadctl --db"), std::string::npos) << start.error();
  EXPECT_EQ(start.error().find("schema_version"), std::string::npos) << "no SQL for people";
}

TEST_F(ServerTest, AnOlderFileIsCopiedAndUpdated) {
  const std::string path = (folder / "old.octad").string();
  start.create({path, "Example Power", "Wang"});
  ASSERT_TRUE(start.opened()) << start.error();
  start.leave();
  sql(path, undoAfter(4));
  start.open(path);
  EXPECT_FALSE(start.opened());
  ASSERT_EQ(start.schema().need, Need::update) << start.error();
  EXPECT_EQ(start.schema().version, 4);
  EXPECT_EQ(start.schema().newVersion, db::programSchemaVersion());
  const std::string copy = start.schema().copy;
  EXPECT_EQ(copy, path + ".schema-4");
  EXPECT_FALSE(std::filesystem::exists(copy)) << "nothing happens before the user was told";
  start.update();
  ASSERT_TRUE(start.opened()) << start.error();
  EXPECT_EQ(start.people().size(), 1U) << "the records are still there";
  start.leave();
  StartViewModel older(opener, executor, settings, text);
  older.open(copy);
  EXPECT_EQ(older.schema().need, Need::update) << "the copy is the database as it was";
}

TEST_F(ServerTest, ANewerDatabaseIsLeftAlone) {
  const std::string path = (folder / "new.octad").string();
  start.create({path, "Example Power", "Wang"});
  start.leave();
  sql(path, "update schema_version set min_compatible = 9999");
  start.open(path);
  EXPECT_FALSE(start.opened());
  EXPECT_EQ(start.schema().need, Need::newerProgram);
  EXPECT_NE(start.error().find("newer Octad"), std::string::npos) << start.error();
}

}  // namespace octad::viewmodels
