#include "db/repositories/change_feed.hpp"

#include <algorithm>
#include <optional>
#include <soci/soci.h>
#include <thread>

#include "db/connection/error_translation.hpp"
#include "db/connection/postgres_native.hpp"

namespace octad::db {
namespace {

using model::RecordChanges;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr std::string_view kPresence = "presence";

/// Does not trust that notifications arrive: a program between client and server may lose them.
class ServerFeed final : public model::ChangeFeed {
 public:
  explicit ServerFeed(std::unique_ptr<soci::session> session) : m_session(std::move(session)) {
    translated([&] {
      postgres::listen(*m_session, "octad_changes");
      m_written = written();
    });
  }

  RecordChanges wait(milliseconds atMost) override {
    return translated([&] {
      RecordChanges changes;
      for (auto& payload : postgres::notices(*m_session, atMost)) {
        if (payload == kPresence)
          changes.presence = true;
        else if (!changes.concerns(payload))
          changes.records.push_back(std::move(payload));
      }
      if (changes.any()) m_heard = true;
      if (steady_clock::now() - m_looked < kLookEvery) return changes;
      m_looked = steady_clock::now();
      const long long now = written();
      if (!std::exchange(m_heard, false) && now != m_written) changes.everything = true;
      m_written = now;
      return changes;
    });
  }

 private:
  static constexpr std::chrono::seconds kLookEvery{20};

  /// Rows that anybody wrote in this database. The server tells it with a delay of up to a second.
  long long written() {
    long long rows = 0;
    *m_session << "select coalesce(tup_inserted + tup_updated + tup_deleted, 0) from pg_stat_database"
                  " where datname = current_database()",
        soci::into(rows);
    return rows;
  }

  std::unique_ptr<soci::session> m_session;
  bool m_heard = false;
  long long m_written = 0;
  steady_clock::time_point m_looked = steady_clock::now();
};

class FileFeed final : public model::ChangeFeed {
 public:
  explicit FileFeed(std::unique_ptr<soci::session> session) : m_session(std::move(session)) {
    m_version = translated([&] { return version(); });
  }

  RecordChanges wait(milliseconds atMost) override {
    const auto until = steady_clock::now() + atMost;
    while (true) {
      const long long now = translated([&] { return version(); });
      if (std::exchange(m_version, now) != now) {
        RecordChanges changes;
        changes.everything = true;
        return changes;
      }
      const auto left = std::chrono::duration_cast<milliseconds>(until - steady_clock::now());
      if (left.count() <= 0) return {};
      std::this_thread::sleep_for(std::min(left, kLookEvery));
    }
  }

 private:
  static constexpr milliseconds kLookEvery{250};

  long long version() {
    long long number = 0;
    *m_session << "pragma data_version", soci::into(number);
    return number;
  }

  std::unique_ptr<soci::session> m_session;
  long long m_version = 0;
};

}  // namespace

std::unique_ptr<model::ChangeFeed> makeChangeFeed(Database& database) {
  auto session = database.openBeside();
  if (database.url().isSqlite()) return std::make_unique<FileFeed>(std::move(session));
  return std::make_unique<ServerFeed>(std::move(session));
}

}  // namespace octad::db
