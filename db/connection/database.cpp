#include "db/connection/database.hpp"

#include <filesystem>
#include <pwd.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <unistd.h>

#include "db/connection/connect_error.hpp"
#include "db/connection/error_translation.hpp"
#include "db/connection/postgres_native.hpp"
#include "db/connection/sqlite_file.hpp"
#include "db/connection/sqlite_native.hpp"
#include "model/core/error.hpp"

namespace octad::db {
namespace {

using model::Busy;
using model::Message;
using model::Refused;
using model::tr;

/// A path in SOCI's connection string, where spaces separate and quotes protect.
std::string sqliteConnectString(const std::string& path) {
  if (path.find('"') != std::string::npos)
    throw Refused("file", Message(tr("{0} has a quotation mark in its name. Rename the file."), {path}));
  return "dbname=\"" + path + "\"";
}

void requirePragma(soci::session& session, const std::string& name, const std::string& expected) {
  std::string value;
  session << "pragma " + name, soci::into(value);
  if (value != expected)
    throw Refused("file", Message(tr("The database file does not take the setting {0} = {1}. It may be on a "
                                     "network share or opened by another program."),
                                  {name, expected}));
}

}  // namespace

Lease::Lease(Lease&& other) noexcept
    : m_database(other.m_database), m_writer(other.m_writer), m_position(other.m_position) {
  other.m_database = nullptr;
}

Lease::~Lease() {
  if (m_database != nullptr) m_database->giveBack(m_writer, m_position);
}

soci::session& Lease::session() const {
  return m_database->pool(m_writer).sessions->at(m_position);
}

Database::Pool::Pool(std::size_t size)
    : sessions(std::make_unique<soci::connection_pool>(size)), slots(size) {}

Database::Pool::~Pool() = default;

Database::Database(DatabaseUrl url, const DatabaseOptions& options)
    : m_url(std::move(url)),
      m_options(options),
      m_dialect(m_url.isSqlite() ? makeSqliteDialect() : makePostgresDialect()) {
  if (m_url.isSqlite()) {
    requireUsableFile(m_url.path(), m_options.create);
    m_writers = std::make_unique<Pool>(1);
    m_readers = std::make_unique<Pool>(m_options.readers);
  } else {
    m_writers = std::make_unique<Pool>(m_options.postgresSessions);
  }
  writer();  // opens the first session: errors of opening come now
}

Database::~Database() = default;

void Database::learnRights() {
  const Lease lease = reader();
  translated([&] { m_dialect->learnRights(lease.session()); });
}

std::unique_ptr<soci::session> Database::openAgain(const std::string& password) const {
  auto session = std::make_unique<soci::session>();
  try {
    openPostgres(*session, m_url.withPassword(password));
  } catch (const Refused& refused) {
    if (refused.rule() != "login") throw;
    throw model::Invalid("password", tr("This is not your password. Nothing was signed; type it again."));
  }
  m_dialect->actFor(*session, m_department, false);
  return session;
}

Lease Database::writer() {
  return lease(true);
}

Lease Database::reader() {
  return lease(false);
}

Lease Database::lease(bool writer) {
  Pool& from = pool(writer);
  std::size_t position = 0;
  if (!from.sessions->try_lease(position, static_cast<int>(m_options.leaseTimeout.count())))
    throw Busy(tr("The program is still busy with other work on the database. Try again in a moment."));
  Lease taken(*this, writer, position);
  translated([&] { ensureOpen(from.sessions->at(position), from.slots[position], !writer && m_readers); });
  return taken;
}

void Database::ensureOpen(soci::session& session, Slot& slot, bool readOnly) {
  if (m_url.isSqlite()) {
    if (!slot.open) openSqlite(session, slot, readOnly);
    slot.open = true;
    return;
  }
  if (!slot.open || !isAlive(session, slot)) {
    slot.open = false;
    openPostgres(session, presentUrl());
    slot.open = true;
    slot.department = 0;
  }
  takeDepartment(session, slot);
}

/// A session keeps the department it acts for: it is told only when that changed.
void Database::takeDepartment(soci::session& session, Slot& slot) {
  const long long wanted = m_department;
  if (slot.department == wanted) return;
  m_dialect->actFor(session, wanted, false);
  slot.department = wanted;
}

void Database::usePassword(const std::string& password) {
  const std::lock_guard lock(m_passwordMutex);
  m_newPassword = password;
}

std::unique_ptr<soci::session> Database::openBeside() {
  auto session = std::make_unique<soci::session>();
  if (!m_url.isSqlite()) {
    openPostgres(*session, presentUrl());
    m_dialect->actFor(*session, m_department, false);
    return session;
  }
  translated([&] {
    session->open(soci::sqlite3, sqliteConnectString(m_url.path()));
    sqlite::runScript(*session, "pragma busy_timeout = " + std::to_string(m_options.busyTimeout.count()) +
                                    "; pragma trusted_schema = off; pragma query_only = on;");
  });
  return session;
}

DatabaseUrl Database::presentUrl() {
  const std::lock_guard lock(m_passwordMutex);
  return m_newPassword ? m_url.withPassword(*m_newPassword) : m_url;
}

void Database::actFor(std::optional<model::DepartmentId> department) {
  m_department = department ? department->value : 0;
}

/// Asking costs a round trip: only a connection that has been idle, or that the server has spoken on, is
/// asked.
bool Database::isAlive(soci::session& session, const Slot& slot) const {
  if (postgres::isBroken(session)) return false;
  const bool idle = std::chrono::steady_clock::now() - slot.lastUsed > m_options.askWhenIdle;
  if (!idle && !postgres::hasNews(session)) return true;
  try {
    session << "select 1";
    return true;
  } catch (const soci::soci_error&) {
    return false;  // the server went away while the session was idle
  }
}

void Database::openSqlite(soci::session& session, Slot& slot, bool readOnly) {
  session.open(soci::sqlite3, sqliteConnectString(m_url.path()));
  slot.context.login = operatingSystemLogin();
  const std::string wait = std::to_string(m_options.busyTimeout.count());
  sqlite::runScript(session, "pragma busy_timeout = " + wait +
                                 ";"
                                 "pragma journal_mode = wal;"
                                 "pragma synchronous = full;"
                                 "pragma foreign_keys = on;"
                                 "pragma trusted_schema = off;"
                                 "pragma cell_size_check = on;"
                                 "pragma recursive_triggers = off;");
  requirePragma(session, "journal_mode", "wal");
  requirePragma(session, "synchronous", "2");
  requirePragma(session, "foreign_keys", "1");
  requirePragma(session, "trusted_schema", "0");
  requirePragma(session, "cell_size_check", "1");
  sqlite::registerFunctions(session, slot.context);
  if (readOnly) sqlite::runScript(session, "pragma query_only = on;");
}

void Database::openPostgres(soci::session& session, const DatabaseUrl& url) const {
  try {
    if (session.get_backend() != nullptr) session.close();
    const EnglishMessages english;
    session.open(soci::postgresql, url.sociConnectInfo());
  } catch (const soci::soci_error& error) {
    throwCannotConnect(url, error.what());
  }
  const std::string wait = std::to_string(m_options.busyTimeout.count());
  postgres::runScript(session,
                      "set search_path = octad, pg_temp; set datestyle = 'ISO, YMD'; set timezone = 'UTC';"
                      "set client_encoding = 'UTF8'; set standard_conforming_strings = on;"
                      "set default_transaction_isolation = 'read committed'; set synchronous_commit = on;"
                      "set idle_in_transaction_session_timeout = '120s'; set lock_timeout = " +
                          wait);
  std::string encoding;
  std::string path;
  session << "select current_setting('server_encoding'), current_setting('search_path')",
      soci::into(encoding), soci::into(path);
  if (encoding != "UTF8" || path.rfind("octad", 0) != 0)
    throw Refused("database", tr("The PostgreSQL database must have the encoding UTF8. Create it again with "
                                 "ENCODING 'UTF8'."));
}

void Database::giveBack(bool writer, std::size_t position) noexcept {
  Pool& to = pool(writer);
  Slot& slot = to.slots[position];
  slot.context.active = false;
  slot.lastUsed = std::chrono::steady_clock::now();
  if (slot.open && !m_url.isSqlite()) {
    try {
      soci::session& session = to.sessions->at(position);
      if (postgres::isBroken(session))
        slot.open = false;
      else if (postgres::inTransaction(session))
        session.rollback();
    } catch (const std::exception&) {
      slot.open = false;  // whatever state it is in, the next lease opens it anew
    }
  } else if (slot.open) {
    try {
      sqlite::rollbackIfOpen(to.sessions->at(position));
    } catch (const std::exception&) {
      slot.open = false;
    }
  }
  to.sessions->give_back(position);
}

bool databaseExists(const DatabaseUrl& url) {
  if (url.isSqlite()) return std::filesystem::exists(url.path());
  try {
    Database database(url, DatabaseOptions{});
    const Lease lease = database.reader();
    return database.dialect().tableExists(lease.session(), "schema_version");
  } catch (const model::NotFound&) {
    return false;
  }
}

std::string sessionLogin(Database& database) {
  if (database.url().isSqlite()) return operatingSystemLogin();
  const Lease lease = database.reader();
  std::string login;
  lease.session() << "select session_user::text", soci::into(login);
  return login;
}

std::string operatingSystemLogin() {
  const passwd* entry = getpwuid(geteuid());
  return entry == nullptr ? std::to_string(geteuid()) : entry->pw_name;
}

}  // namespace octad::db
