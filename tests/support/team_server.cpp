#include "tests/support/team_server.hpp"

#include "db/admin/access.hpp"
#include "db/connection/database.hpp"
#include "db/connection/open_store.hpp"
#include "model/ports/reader.hpp"
#include "model/ports/signer.hpp"
#include "tests/support/private_postgres.hpp"

namespace octad::support {
namespace {

/// The login of the administrator of the test server.
constexpr const char* kOwner = "octad";

}  // namespace

void installTeam(const std::string& database) {
  const db::DatabaseUrl url(PrivatePostgres::instance().url(database));
  std::string script = db::accessScript();
  {
    const auto store = db::openStore(url, {});
    const auto departments = store->reader().departments();
    for (const model::Person& person : store->reader().people()) {
      if (person.login == kOwner) continue;
      db::ServerPerson entry{person.login, person.name, person.email, {}, person.roles};
      for (const model::Department& department : departments)
        if (department.id == person.departmentId) entry.department = department.code;
      script += db::personScript(entry);
    }
  }
  db::Database target(url, {});
  db::runAsAdministrator(target, script);
}

std::string urlAs(const std::string& database, const std::string& login) {
  std::string url = PrivatePostgres::instance().url(database);
  const std::string owner = std::string(kOwner) + "@";
  return url.replace(url.find(owner), owner.size(), login + "@");
}

TeamStore::TeamStore(std::string database) : m_database(std::move(database)) {}

model::Store& TeamStore::storeOf(const std::string& login) {
  auto& store = m_stores[login];
  if (!store) store = db::openStore(db::DatabaseUrl(urlAs(m_database, login)), {});
  store->actFor(m_department);
  return *store;
}

void TeamStore::actFor(std::optional<model::DepartmentId> department) {
  m_department = department;
}

std::unique_ptr<model::UnitOfWork> TeamStore::begin(const model::Change& change) {
  return storeOf(change.actor.login).begin(change);
}

model::Reader& TeamStore::reader() {
  return storeOf(kOwner).reader();
}

model::NoticeReader& TeamStore::notices() {
  return storeOf(kOwner).notices();
}

/// Everybody signs on a connection of his own: the test server asks for no password.
class TeamSigner final : public model::Signer {
 public:
  explicit TeamSigner(TeamStore& stores) : m_stores(stores) {}
  bool asksPassword() override { return true; }
  void sign(const model::Change& change, model::ComplaintId seenFrom, model::Signature& signature,
            const std::string& password) override {
    m_stores.storeOf(change.actor.login).signer().sign(change, seenFrom, signature, password);
  }

 private:
  TeamStore& m_stores;
};

TeamStore::~TeamStore() = default;

model::Signer& TeamStore::signer() {
  if (!m_signer) m_signer = std::make_unique<TeamSigner>(*this);
  return *m_signer;
}

}  // namespace octad::support
