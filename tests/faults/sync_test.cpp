// SQLite keeps a commit when the machine loses power only if it was synced to the disk. Killing a program
// cannot show that, so the syncs are counted.
#include <atomic>
#include <gtest/gtest.h>
#include <soci/soci.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "db/connection/database.hpp"
#include "db/connection/sqlite_native.hpp"
#include "tests/support/test_database.hpp"

namespace {
std::atomic<long> g_syncs = 0;
}

// In place of those of the C library, also for SQLite.
extern "C" int fdatasync(int file) {
  ++g_syncs;
  return static_cast<int>(syscall(SYS_fdatasync, file));
}
extern "C" int fsync(int file) {
  ++g_syncs;
  return static_cast<int>(syscall(SYS_fsync, file));
}

namespace octad::db {
namespace {

constexpr int kSaves = 20;

TEST(Sync, EverySaveReachesTheDisk) {
  support::TestDatabase test(support::DatabaseKind::sqlite);
  test.makeCase();
  const long before = g_syncs;
  for (int save = 0; save < kSaves; ++save) {
    const auto unit = test.store().begin(test.change("wang", "test"));
    unit->setSetting("company", "no. " + std::to_string(save));
    unit->commit("");
  }
  EXPECT_GE(g_syncs - before, kSaves);
}

/// The control: the setting that SQLite is often used with syncs none of them.
TEST(Sync, ASessionThatDoesNotWaitForTheDiskIsSeen) {
  support::TestDatabase test(support::DatabaseKind::sqlite);
  test.makeCase();
  Database database(test.url(), {});
  const Lease lease = database.writer();
  sqlite::runScript(lease.session(),
                    "pragma synchronous = normal;"
                    "create table written (number integer);");
  const long before = g_syncs;
  for (int save = 0; save < kSaves; ++save)
    sqlite::runScript(lease.session(), "begin immediate; insert into written values (1); commit;");
  EXPECT_EQ(g_syncs - before, 0);
}

}  // namespace
}  // namespace octad::db
