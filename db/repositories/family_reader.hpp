#pragma once

#include <string>
#include <vector>

#include "model/eightd/lessons.hpp"
#include "model/eightd/similar_cases.hpp"
#include "model/eightd/supplied_customers.hpp"

namespace soci {
class session;
}

// What ties cases to each other; see model::FamilyReader for what each gives.
namespace octad::db {

class Dialect;

std::vector<model::ComparedCase> readComparedCases(soci::session& session, const Dialect& dialect,
                                                   const model::ComparedQuery& query);

std::vector<model::SuppliedCustomer> readSuppliedCustomers(soci::session& session, model::ProblemId problem,
                                                           const std::string& fromMonth);
std::vector<model::KnownFailure> readLessons(soci::session& session, bool withdrawnToo);

}  // namespace octad::db
