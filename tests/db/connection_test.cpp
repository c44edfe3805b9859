#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <soci/soci.h>
#include <thread>
#include <unistd.h>

#include "db/admin/backup.hpp"
#include "db/connection/database.hpp"
#include "db/connection/error_translation.hpp"
#include "db/connection/open_store.hpp"
#include "model/core/error.hpp"
#include "model/ports/reader.hpp"
#include "tests/support/private_postgres.hpp"
#include "tests/support/test_database.hpp"

namespace octad::db {
namespace {

namespace fs = std::filesystem;
using support::DatabaseKind;
using support::TestDatabase;

TEST(DatabaseUrl, FilesInThreeSpellings) {
  EXPECT_EQ(DatabaseUrl("sqlite:///tmp/a b.octad").path(), "/tmp/a b.octad");
  EXPECT_EQ(DatabaseUrl("/tmp/x/../y.octad").path(), "/tmp/y.octad");
  EXPECT_EQ(DatabaseUrl("case.octad").path(), fs::current_path().string() + "/case.octad");
  EXPECT_THROW(DatabaseUrl("sqlite://relative.octad"), model::Invalid);
  EXPECT_THROW(DatabaseUrl("mysql://host/x"), model::Invalid);
  EXPECT_THROW(DatabaseUrl(""), model::Invalid);
  EXPECT_THROW(DatabaseUrl("postgresql://host/x?nonsense=1"), model::Invalid);
}

TEST(DatabaseUrl, TcpIsAlwaysVerifiedWhateverTheUrlSays) {
  for (const char* url :
       {"postgresql://u@db.example.com/octad", "postgresql://u@db.example.com/octad?sslmode=verify-full",
        "postgresql://u@127.0.0.1,db.example.com/octad", "postgresql://u@localhost/octad?hostaddr=10.0.0.1"}) {
    const std::string info = DatabaseUrl(url).connectInfo();
    EXPECT_NE(info.find("sslmode='verify-full'"), std::string::npos) << url;
    EXPECT_EQ(info.find("disable' sslmode"), std::string::npos);
    EXPECT_EQ(info.find("sslmode='disable'"), std::string::npos);
    EXPECT_EQ(info.find("sslmode='require'"), std::string::npos);
  }
  EXPECT_EQ(DatabaseUrl("postgresql://u@127.0.0.1/octad").connectInfo().find("verify-full"),
            std::string::npos);
  EXPECT_EQ(DatabaseUrl("postgresql:///octad?host=/run/postgresql").connectInfo().find("verify-full"),
            std::string::npos);
}

TEST(DatabaseUrl, PasswordsAreNotShown) {
  EXPECT_EQ(DatabaseUrl("postgresql://u:secret@host/octad").display(), "postgresql://u@host/octad");
  EXPECT_EQ(DatabaseUrl("postgresql://host/octad?password=secret&user=u").display(),
            "postgresql://host/octad?user=u");
}

TEST(SqliteConnection, SettingsAreReadBack) {
  TestDatabase test(DatabaseKind::sqlite);
  Database database(test.url(), {});
  for (const bool writing : {true, false}) {
    const Lease lease = writing ? database.writer() : database.reader();
    const auto pragma = [&](const std::string& name) {
      std::string value;
      lease.session() << "pragma " + name, soci::into(value);
      return value;
    };
    EXPECT_EQ(pragma("journal_mode"), "wal");
    EXPECT_EQ(pragma("synchronous"), "2");
    EXPECT_EQ(pragma("foreign_keys"), "1");
    EXPECT_EQ(pragma("trusted_schema"), "0");
    EXPECT_EQ(pragma("cell_size_check"), "1");
    EXPECT_EQ(pragma("busy_timeout"), "5000");
  }
  const Lease reader = database.reader();
  EXPECT_ANY_THROW(reader.session() << "delete from setting");
}

/// The sentence that opening this file gives.
std::string openingError(const std::string& path) {
  try {
    openStore(DatabaseUrl(path), {});
    return "";
  } catch (const model::Error& error) {
    return error.what();
  }
}

TEST(SqliteConnection, EveryBadFileHasItsOwnSentence) {
  const std::string folder = "/tmp/octad-files-" + std::to_string(getpid());
  fs::create_directory(folder);
  EXPECT_NE(openingError(folder + "/none.octad").find("There is no file"), std::string::npos);
  EXPECT_NE(openingError(folder).find("is a folder"), std::string::npos);
  std::ofstream(folder + "/text.octad") << std::string(5000, 'x');
  EXPECT_NE(openingError(folder + "/text.octad").find("is not an Octad database"), std::string::npos);
  {
    TestDatabase test(DatabaseKind::sqlite);
    fs::copy_file(test.url().path(), folder + "/short.octad");
  }
  fs::resize_file(folder + "/short.octad", fs::file_size(folder + "/short.octad") / 2);
  EXPECT_NE(openingError(folder + "/short.octad").find("cut short"), std::string::npos);
  fs::remove_all(folder);
}

TEST(SqliteConnection, LockedFileIsBusyAfterTheTimeout) {
  TestDatabase test(DatabaseKind::sqlite);
  Database other(test.url(), {});
  const Lease holder = other.writer();
  other.dialect().beginWrite(holder.session(), {"other", "test", ""});
  const auto store = openStore(test.url(), {.busyTimeout = std::chrono::milliseconds(100)});
  EXPECT_THROW(store->begin(test.change("wang", "amend")), model::Busy);
}

TEST(SqliteConnection, DamagedPageIsToldAsDamage) {
  TestDatabase test(DatabaseKind::sqlite);
  test.makeCase();
  const std::string path = test.url().path();
  { const auto other = test.openAnother(); }
  TestDatabase closed(DatabaseKind::sqlite);
  const std::string file = closed.url().path();
  {
    std::fstream raw(file, std::ios::in | std::ios::out | std::ios::binary);
    for (std::size_t page = 2; page < 60; ++page) {
      raw.seekp(static_cast<std::streamoff>(page * 4096));
      raw << std::string(64, '\xee');
    }
  }
  try {
    closed.store().reader().people();
    closed.store().reader().caseCount({});
    FAIL();
  } catch (const model::Refused& refused) {
    EXPECT_EQ(refused.rule(), "file");
  }
}

TEST(SqliteConnection, BackupIsAWholeDatabase) {
  TestDatabase test(DatabaseKind::sqlite);
  const model::ComplaintId id = test.makeCase();
  const std::string copy = test.url().path() + ".backup.octad";
  Database database(test.url(), {});
  backupTo(database, copy);
  EXPECT_THROW(backupTo(database, copy), model::Refused);
  EXPECT_EQ(openStore(DatabaseUrl(copy), {})->reader().openCase(id).complaint.number, "C26-00001");
}

TEST(PostgresConnection, KilledBackendIsALostConnectionAndTheNextWorkConnectsAgain) {
  TestDatabase test(DatabaseKind::postgres);
  const model::ComplaintId id = test.makeCase();
  const model::Change change = test.change("wang", "amend");
  const std::string name = test.url().display().substr(test.url().display().rfind('/') + 1);
  {
    const auto unit = test.store().begin(change);
    model::CaseFile file = unit->lockCase(id, 0);
    support::PrivatePostgres::instance().administer(
        "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '" + name + "'");
    EXPECT_THROW(unit->updateComplaint(file.complaint), model::ConnectionLost);
    EXPECT_ANY_THROW(unit->commit(""));
  }
  const auto unit = test.store().begin(change);
  model::CaseFile file = unit->lockCase(id, 0);
  unit->updateComplaint(file.complaint);
  unit->commit("");
  EXPECT_EQ(test.store().reader().openCase(id).complaint.rowVersion, 2);
}

TEST(PostgresConnection, LockedCaseIsBusyAfterTheTimeout) {
  TestDatabase test(DatabaseKind::postgres);
  const model::ComplaintId id = test.makeCase();
  const auto holder = test.store().begin(test.change("hu", "amend"));
  holder->lockCase(id, 0);
  const auto other = openStore(test.url(), {.busyTimeout = std::chrono::milliseconds(100)});
  const auto unit = other->begin(test.change("wang", "amend"));
  EXPECT_THROW(unit->lockCase(id, 0), model::Busy);
}

TEST(PostgresConnection, UnreachableServerAndMissingDatabaseAreToldApart) {
  EXPECT_THROW(openStore(DatabaseUrl("postgresql://octad@127.0.0.1:1/octad?connect_timeout=2"), {}),
               model::ConnectionLost);
  const std::string url = support::PrivatePostgres::instance().url("no_such_database");
  EXPECT_THROW(openStore(DatabaseUrl(url), {}), model::NotFound);
  EXPECT_FALSE(databaseExists(DatabaseUrl(url)));
}

TEST(PostgresConnection, ReadersAndWritersWaitForAFreeSessionAndThenSaySo) {
  TestDatabase test(DatabaseKind::postgres);
  Database database(test.url(), {.leaseTimeout = std::chrono::milliseconds(50), .postgresSessions = 1});
  const Lease lease = database.reader();
  EXPECT_THROW(database.writer(), model::Busy);
}

TEST(SessionLogin, IsVouchedForByServerOrOperatingSystem) {
  TestDatabase sqlite(DatabaseKind::sqlite);
  Database file(sqlite.url(), {});
  EXPECT_EQ(sessionLogin(file), operatingSystemLogin());
  TestDatabase postgres(DatabaseKind::postgres);
  Database server(postgres.url(), {});
  EXPECT_EQ(sessionLogin(server), "octad");
}

}  // namespace
}  // namespace octad::db
