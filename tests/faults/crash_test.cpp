#include <algorithm>
#include <atomic>
#include <csignal>
#include <filesystem>
#include <gtest/gtest.h>
#include <mutex>
#include <random>
#include <set>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "db/connection/database.hpp"
#include "db/connection/open_store.hpp"
#include "db/connection/sqlite_native.hpp"
#include "db/repositories/unit_of_work.hpp"
#include "model/core/error.hpp"
#include "model/core/uuid.hpp"
#include "model/ports/reader.hpp"
#include "tests/support/private_postgres.hpp"
#include "tests/support/seed.hpp"
#include "tests/support/test_database.hpp"

namespace octad::db {
namespace {

using support::DatabaseKind;
using support::TestDatabase;

constexpr int kWriters = 8;
constexpr int kCheckEvery = 20;  ///< cycles; every case is looked at then

/// How often something is killed: a few times in the tests, hundreds of times in `./dev soak`.
int cyclesOf(const char* variable, int usually) {
  const char* asked = std::getenv(variable);
  return asked == nullptr ? usually : std::atoi(asked);
}

/// A pause that ends somewhere in the middle of whatever is going on.
void pauseAtRandom() {
  static std::mt19937 random(std::random_device{}());
  std::this_thread::sleep_for(std::chrono::microseconds(std::uniform_int_distribution<>(0, 30'000)(random)));
}

/// Registers one case under a request id, as a use case does; returns its number. A repeated request gives
/// the number it got the first time.
std::string registerCase(model::Store& store, const std::string& requestId, model::Instant now) {
  model::Change change;
  change.actor.name = "写入者";
  change.actor.login = "writer";
  change.actor.id = model::PersonId(1);
  change.useCase = "register";
  change.occurredAt = now;
  change.requestId = requestId;
  const auto unit = store.begin(change);
  if (const auto earlier = unit->replayed()) return *earlier;
  model::Problem problem;
  problem.title = "崩溃";
  unit->createProblem(problem);
  model::Complaint complaint;
  complaint.uuid = requestId;
  complaint.problemId = problem.id;
  complaint.customerId = model::CustomerId(1);
  complaint.receivedAt = now;
  complaint.noticeMonth = "2026-11";
  complaint.title = "崩溃";
  unit->createComplaint(complaint);
  unit->commit(complaint.number);
  return complaint.number;
}

/// What must hold after any crash: every acknowledged case is there, numbers have neither gap nor double, the
/// audit trail is whole.
void expectNothingLost(model::Store& store, const std::set<std::string>& acknowledged) {
  for (const std::string& number : acknowledged) EXPECT_TRUE(store.reader().findCase(number)) << number;
  std::set<std::string> numbers;
  for (const model::CaseRow& row : store.reader().caseRows(store.reader().caseIds({}, {}, 50'000)))
    numbers.insert(row.number);
  EXPECT_EQ(static_cast<long long>(numbers.size()), store.reader().caseCount({}));
  if (!numbers.empty()) {
    EXPECT_EQ(*numbers.begin(), "C26-00001");
    EXPECT_EQ(std::stoll(numbers.rbegin()->substr(4)), static_cast<long long>(numbers.size()));
  }
  EXPECT_TRUE(store.reader().verifyAudit(std::nullopt).faults.empty());
}

/// A client that writes cases and acknowledges each on a pipe, until it is killed.
[[noreturn]] void writeUntilKilled(const DatabaseUrl& url, int acknowledgements) {
  const auto store = openStore(url, {});
  while (true) {
    const std::string number = registerCase(*store, model::newUuid(), support::FakeClock().now()) + "\n";
    if (write(acknowledgements, number.data(), number.size()) < 0) _exit(1);
  }
}

TEST(Crash, KilledClientLosesNothingThatWasAcknowledged) {
  TestDatabase test(DatabaseKind::sqlite);
  std::set<std::string> acknowledged;
  const int cycles = cyclesOf("OCTAD_CRASH_CLIENT_CYCLES", 5);
  for (int cycle = 0; cycle < cycles; ++cycle) {
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    const pid_t child = fork();
    if (child == 0) writeUntilKilled(test.url(), ends[1]);
    close(ends[1]);
    std::string text;
    char buffer[4096];
    // Killed in the middle of work, however slow the machine is: some time after the third case of this
    // cycle.
    while (std::count(text.begin(), text.end(), '\n') < 3) {
      const ssize_t got = read(ends[0], buffer, sizeof buffer);
      ASSERT_GT(got, 0);
      text.append(buffer, static_cast<std::size_t>(got));
    }
    pauseAtRandom();
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    for (ssize_t got = read(ends[0], buffer, sizeof buffer); got > 0;
         got = read(ends[0], buffer, sizeof buffer))
      text.append(buffer, static_cast<std::size_t>(got));
    close(ends[0]);
    std::size_t begin = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', begin)) {
      acknowledged.insert(text.substr(begin, end - begin));
      begin = end + 1;
    }
    if (cycle % kCheckEvery == 0 || cycle == cycles - 1) expectNothingLost(*test.openAnother(), acknowledged);
  }
  EXPECT_GT(acknowledged.size(), 10U);
}

TEST(Crash, FullDiskSaysSoAndKeepsWhatWasThere) {
  TestDatabase test(DatabaseKind::sqlite);
  const model::ComplaintId id = test.makeCase();
  const model::Change change = test.change("wang", "attach");
  Database database(test.url(), {});
  {
    const Lease lease = database.writer();
    long long pages = 0;
    lease.session() << "pragma page_count", soci::into(pages);
    sqlite::runScript(lease.session(), "pragma max_page_count = " + std::to_string(pages + 20));
  }
  {
    SqlUnitOfWork unit(database, change);
    try {
      const std::string bytes(1 << 20, 'x');
      unit.storeChunk(std::string(64, 'a'), 0, bytes);
      unit.commit("");
      FAIL();
    } catch (const model::Refused& refused) {
      EXPECT_EQ(refused.rule(), "disk-full");
    }
  }
  EXPECT_EQ(test.store().reader().openCase(id).complaint.number, "C26-00001");
  EXPECT_TRUE(test.store().reader().verifyAudit(std::nullopt).faults.empty());
}

TEST(Crash, KilledServerLosesNothingThatWasAcknowledged) {
  support::PrivatePostgres server(true);
  server.administer("create database crash");
  const DatabaseUrl url(server.url("crash"));
  const model::Instant now = support::FakeClock().now();
  const auto store = openStore(url, {.create = true});
  support::seed(*store, now);
  std::set<std::string> acknowledged;
  const int cycles = cyclesOf("OCTAD_CRASH_SERVER_CYCLES", 2);
  for (int cycle = 0; cycle < cycles; ++cycle) {
    const std::size_t enough = acknowledged.size() + 12;
    std::mutex mutex;
    std::vector<std::string> unknown;  // requests whose answer never came
    std::vector<std::thread> writers;
    for (int writer = 0; writer < kWriters; ++writer)
      writers.emplace_back([&] {
        while (true) {
          const std::string request = model::newUuid();
          try {
            const std::string number = registerCase(*store, request, now);
            const std::lock_guard lock(mutex);
            acknowledged.insert(number);
          } catch (const model::Error&) {
            const std::lock_guard lock(mutex);
            unknown.push_back(request);
            return;
          }
        }
      });
    // In the middle of work, however slow the machine is: after a dozen cases of this cycle.
    const auto stored = [&] {
      const std::lock_guard lock(mutex);
      return acknowledged.size() + unknown.size();
    };
    while (stored() < enough) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    pauseAtRandom();
    server.crash();
    for (std::thread& writer : writers) writer.join();
    server.restart();
    // The same requests again: each happens once, whether its first answer was lost or its work.
    for (const std::string& request : unknown) acknowledged.insert(registerCase(*store, request, now));
    if (cycle % kCheckEvery == 0 || cycle == cycles - 1) expectNothingLost(*store, acknowledged);
  }
  EXPECT_GT(acknowledged.size(), 20U);
}

/// The control: the same server loses what a session without synchronous commits was told is stored, so that
/// the test above would see a loss. The session writes until the server is gone.
TEST(Crash, KilledServerLosesWhatWasNotCommittedToTheDisk) {
  support::PrivatePostgres server(true);
  server.administer("create database crash");
  const std::string connectInfo = DatabaseUrl(server.url("crash")).sociConnectInfo();
  std::atomic<long long> acknowledged = 0;
  std::thread writer([&] {
    soci::session session(soci::postgresql, connectInfo);
    session << "create table written (number bigint)";
    session << "set synchronous_commit = off";
    try {
      while (true) {
        session << "insert into written values (1)";
        ++acknowledged;
      }
    } catch (const soci::soci_error&) {
      return;  // the server was killed
    }
  });
  constexpr int kEnough = 500;
  while (acknowledged < kEnough) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  server.crash();
  writer.join();
  server.restart();
  soci::session session(soci::postgresql, connectInfo);
  long long kept = 0;
  session << "select count(*) from written", soci::into(kept);
  EXPECT_LT(kept, acknowledged);
}

}  // namespace
}  // namespace octad::db
