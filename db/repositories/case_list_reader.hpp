#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/cases/queries.hpp"

namespace soci {
class session;
}

// Lists of cases; see model::Reader for what each gives.
namespace octad::db {

class Dialect;

model::CasePage readCasePage(soci::session& session, const Dialect& dialect, const model::CaseFilter& filter,
                             const model::CaseSort& sort, int limit,
                             const std::optional<model::CaseKeyset>& after);
std::vector<model::ComplaintId> readCaseIds(soci::session& session, const Dialect& dialect,
                                            const model::CaseFilter& filter, const model::CaseSort& sort,
                                            int limit);
/// In the order of `ids`; those that do not exist are left out.
std::vector<model::CaseRow> readCaseRows(soci::session& session, const Dialect& dialect,
                                         const std::vector<model::ComplaintId>& ids);
long long countCases(soci::session& session, const Dialect& dialect, const model::CaseFilter& filter);
std::optional<model::ComplaintId> findCaseByNumber(soci::session& session, const std::string& number);
std::optional<model::ComplaintId> findCaseOfMail(soci::session& session, const std::string& messageId);
/// Cases with an item of the part whose failure holds the given text or is held by it.
std::vector<model::CaseRow> readSimilarCases(soci::session& session, const Dialect& dialect,
                                             model::CustomerId customer, model::PartId part,
                                             const std::string& failure, model::Instant since);

}  // namespace octad::db
