#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/access/people.hpp"
#include "model/cases/master_data.hpp"
#include "model/cases/queries.hpp"
#include "model/policy/policy.hpp"

namespace soci {
class session;
}

// Master data, settings and policies; see model::Reader for what each gives.
namespace octad::db {

class Dialect;

std::vector<model::Department> readDepartments(soci::session& session);
std::vector<model::Person> readPeople(soci::session& session);
std::vector<model::Customer> readCustomers(soci::session& session, const Dialect& dialect,
                                           const std::string& text, int limit);
std::vector<model::Part> readParts(soci::session& session, const std::string& text, int limit);
std::vector<model::Defect> readDefects(soci::session& session);
std::vector<model::CalendarDay> readCalendar(soci::session& session);
std::vector<model::Policy> readPolicies(soci::session& session);
/// Throws NotFound when there is no such revision; 0 means the newest.
model::Policy readPolicy(soci::session& session, const std::string& name, int revision);
model::Policy readActivePolicy(soci::session& session);
std::string readSetting(soci::session& session, const std::string& key);
std::optional<long long> readShipped(soci::session& session, model::CustomerId customer, model::PartId part,
                                     const std::string& month);
std::vector<model::Shipment> readShipments(soci::session& session, const std::string& fromMonth,
                                           const std::string& toMonth);
std::vector<model::SavedView> readSavedViews(soci::session& session, model::PersonId person);

}  // namespace octad::db
