#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "model/access/people.hpp"
#include "model/cases/master_data.hpp"
#include "model/cases/queries.hpp"
#include "model/policy/class_names.hpp"
#include "model/policy/policy.hpp"
#include "model/ports/reader.hpp"

namespace soci {
class session;
}

// Master data, settings and policies; see model::Reader for what each gives.
namespace octad::db {

class Dialect;

std::vector<model::Department> readDepartments(soci::session& session);
std::vector<model::Person> readPeople(soci::session& session);
std::vector<model::Deputy> readDeputies(soci::session& session);
std::vector<model::Account> readAccounts(soci::session& session);
std::vector<model::Customer> readCustomers(soci::session& session, const Dialect& dialect,
                                           const std::string& text, int limit);
std::vector<model::Part> readParts(soci::session& session, const std::string& text, int limit);
std::vector<model::Defect> readDefects(soci::session& session);
std::vector<model::CalendarDay> readCalendar(soci::session& session);
/// The newest first.
std::vector<model::Campaign> readCampaigns(soci::session& session);
/// Policies that were parsed before, by their text: a revision never changes, and every save looks at some.
/// May be used from several threads.
class PolicyCache {
 public:
  model::Policy policy(const std::string& content);
  /// Keeps a stored revision by its key.
  void keep(long long id, const std::string& content);
  /// What is kept, by key.
  std::map<long long, model::Policy> kept();
  /// Adds what a revision calls its classes to `names`; false when that revision was not parsed yet.
  bool nameClasses(const model::PolicyRevision& revision, model::ClassNames& names);

 private:
  std::mutex m_mutex;
  std::map<std::string, model::Policy> m_policies;
  std::map<long long, model::Policy> m_kept;
  std::map<model::PolicyRevision, std::vector<model::ClassName>> m_classes;
};

/// Settings, calendar and policies in one statement; of the policies only those that the cache has not kept.
model::SiteFacts readSite(soci::session& session, const Dialect& dialect, PolicyCache& cache);

std::vector<model::Policy> readPolicies(soci::session& session, PolicyCache& cache);
/// Throws NotFound when there is no such revision; 0 means the newest.
model::Policy readPolicy(soci::session& session, PolicyCache& cache, const std::string& name, int revision);
std::string readSetting(soci::session& session, const std::string& key);
std::optional<long long> readShipped(soci::session& session, model::CustomerId customer, model::PartId part,
                                     const std::string& month);
std::vector<model::Shipment> readShipments(soci::session& session, const std::string& fromMonth,
                                           const std::string& toMonth);
std::vector<model::SavedView> readSavedViews(soci::session& session, model::PersonId person);

}  // namespace octad::db
