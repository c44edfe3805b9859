#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "model/ports/change_feed.hpp"
#include "model/ports/unit_of_work.hpp"

namespace octad::support {

/// Installs logins and rights in a database of the private server: the roles, and a login for everybody in
/// its table of people.
void installTeam(const std::string& database);
/// The address of a database for one login.
std::string urlAs(const std::string& database, const std::string& login);

/// A store on a server with logins: every change runs on a connection of the person who makes it, so that the
/// server's rules hold; reads are the owner's.
class TeamStore final : public model::Store {
 public:
  explicit TeamStore(std::string database);
  ~TeamStore() override;
  std::unique_ptr<model::UnitOfWork> begin(const model::Change& change) override;
  model::Reader& reader() override;
  model::NoticeReader& notices() override;
  model::Signer& signer() override;
  model::Login& login() override { return storeOf("octad").login(); }
  model::Presence& presence() override { return storeOf("octad").presence(); }
  std::unique_ptr<model::ChangeFeed> changes() override { return storeOf("octad").changes(); }
  void actFor(std::optional<model::DepartmentId> department) override;

 private:
  friend class TeamSigner;
  model::Store& storeOf(const std::string& login);

  std::string m_database;
  std::optional<model::DepartmentId> m_department;
  std::map<std::string, std::unique_ptr<model::Store>> m_stores;
  std::unique_ptr<model::Signer> m_signer;
};

}  // namespace octad::support
