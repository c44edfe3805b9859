#include "db/admin/migrator.hpp"
#include "db/connection/database.hpp"
#include "db/connection/open_store.hpp"
#include "db/repositories/change_feed.hpp"
#include "db/repositories/login.hpp"
#include "db/repositories/notice_reader.hpp"
#include "db/repositories/presence.hpp"
#include "db/repositories/reader.hpp"
#include "db/repositories/signer.hpp"
#include "db/repositories/unit_of_work.hpp"

namespace octad::db {
namespace {

/// One opened database with its reader.
class SqlStore final : public model::Store {
 public:
  explicit SqlStore(std::unique_ptr<Database> database)
      : m_database(std::move(database)),
        m_reader(makeReader(*m_database)),
        m_notices(*m_database),
        m_signer(*m_database),
        m_login(*m_database),
        m_presence(*m_database) {}

  std::unique_ptr<model::UnitOfWork> begin(const model::Change& change) override {
    return std::make_unique<SqlUnitOfWork>(*m_database, change);
  }
  model::Reader& reader() override { return *m_reader; }
  model::NoticeReader& notices() override { return m_notices; }
  model::Signer& signer() override { return m_signer; }
  model::Login& login() override { return m_login; }
  model::Presence& presence() override { return m_presence; }
  std::unique_ptr<model::ChangeFeed> changes() override { return makeChangeFeed(*m_database); }
  void actFor(std::optional<model::DepartmentId> department) override { m_database->actFor(department); }

 private:
  std::unique_ptr<Database> m_database;
  std::unique_ptr<model::Reader> m_reader;
  SqlNoticeReader m_notices;
  SqlSigner m_signer;
  SqlLogin m_login;
  SqlPresence m_presence;
};

}  // namespace

std::unique_ptr<model::Store> openStore(const DatabaseUrl& url, const OpenOptions& options) {
  DatabaseOptions databaseOptions;
  databaseOptions.create = options.create;
  databaseOptions.busyTimeout = options.busyTimeout;
  auto database = std::make_unique<Database>(url, databaseOptions);
  if (options.migrate || (options.create && readSchemaState(*database).version == 0)) migrate(*database);
  requireUsableSchema(*database);
  database->learnRights();
  return std::make_unique<SqlStore>(std::move(database));
}

}  // namespace octad::db
