#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "db/connection/database_url.hpp"
#include "db/connection/session_context.hpp"
#include "db/dialect/dialect.hpp"
#include "model/core/ids.hpp"

namespace soci {
class session;
class connection_pool;
}  // namespace soci

namespace octad::db {

/// How a database is opened.
struct DatabaseOptions {
  bool create = false;                            ///< SQLite: make the file when there is none
  std::chrono::milliseconds busyTimeout{5000};    ///< how long to wait for a lock
  std::chrono::milliseconds leaseTimeout{10000};  ///< how long to wait for a free session
  std::chrono::seconds askWhenIdle{30};           ///< PostgreSQL: see that an idle session still lives
  std::size_t readers = 3;                        ///< sessions beside the writer
  std::size_t postgresSessions = 6;
};

class Database;

/// The use of one session, given back at the end of the scope. An open transaction is rolled back then.
class Lease {
 public:
  Lease(Lease&& other) noexcept;
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;
  Lease& operator=(Lease&&) = delete;
  ~Lease();

  soci::session& session() const;

 private:
  friend class Database;
  Lease(Database& database, bool writer, std::size_t position)
      : m_database(&database), m_writer(writer), m_position(position) {}

  Database* m_database;
  bool m_writer;
  std::size_t m_position;
};

/// The only opener of database sessions. SQLite: one writing session and a few reading ones; PostgreSQL: one
/// pool. Settings are made and read back at every open. Safe to use from several threads, one lease each.
class Database {
 public:
  /// Throws ConnectionLost, NotFound, Busy or Refused with what to do.
  Database(DatabaseUrl url, const DatabaseOptions& options);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// A session for a transaction that writes. Throws Busy when none gets free in time, ConnectionLost.
  Lease writer();
  /// A session for reading.
  Lease reader();

  const Dialect& dialect() const { return *m_dialect; }
  /// From now on every session acts for this department (setting octad.department); none: for the login's own.
  /// Nothing on SQLite.
  void actFor(std::optional<model::DepartmentId> department);
  /// A new session of the same login beside the pool, opened with the password typed again. Throws
  /// Invalid("password") when the server does not take it, ConnectionLost. PostgreSQL only.
  std::unique_ptr<soci::session> openAgain(const std::string& password) const;
  /// A session beside the pools, to read and to wait on.
  std::unique_ptr<soci::session> openBeside();
  /// Sessions opened from now on use this password: it was changed.
  void usePassword(const std::string& password);
  /// Looks what the login may do, once the schema is known to be usable.
  void learnRights();
  const DatabaseUrl& url() const { return m_url; }

 private:
  friend class Lease;
  struct Slot {
    SqliteContext context;
    bool open = false;
    std::chrono::steady_clock::time_point lastUsed;
    long long department = 0;  ///< the session acts for; 0: the login's own
  };
  struct Pool {
    explicit Pool(std::size_t size);
    ~Pool();
    std::unique_ptr<soci::connection_pool> sessions;
    std::vector<Slot> slots;
  };
  Lease lease(bool writer);
  bool isAlive(soci::session& session, const Slot& slot) const;
  void ensureOpen(soci::session& session, Slot& slot, bool readOnly);
  void openSqlite(soci::session& session, Slot& slot, bool readOnly);
  void openPostgres(soci::session& session, const DatabaseUrl& url) const;
  DatabaseUrl presentUrl();
  void takeDepartment(soci::session& session, Slot& slot);
  void giveBack(bool writer, std::size_t position) noexcept;
  Pool& pool(bool writer) { return writer || !m_readers ? *m_writers : *m_readers; }

  DatabaseUrl m_url;
  DatabaseOptions m_options;
  std::unique_ptr<Dialect> m_dialect;
  std::unique_ptr<Pool> m_writers;
  std::unique_ptr<Pool> m_readers;  ///< none on PostgreSQL: one pool serves both
  std::atomic<long long> m_department = 0;
  std::mutex m_passwordMutex;
  std::optional<std::string> m_newPassword;  ///< when it was changed since the database was opened
};

/// True when there is a database at this name: the file exists, or the server answers and has our schema.
bool databaseExists(const DatabaseUrl& url);
/// The login that is vouched for: of the server on PostgreSQL, of the operating system on SQLite.
std::string sessionLogin(Database& database);
/// The login of the operating system.
std::string operatingSystemLogin();

}  // namespace octad::db
