#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/cases/queries.hpp"
#include "model/returns/return_queries.hpp"
#include "model/returns/return_records.hpp"

namespace soci {
class session;
}

// What is read of returned goods beside the whole of one; see model::ReturnReader for what each gives.
namespace octad::db {

class Dialect;

model::ReturnList readReturns(soci::session& session, const model::ReturnFilter& filter, int limit);
std::optional<model::ReturnId> findReturnByNumber(soci::session& session, const std::string& number);
std::vector<model::HistoryEvent> readReturnHistory(soci::session& session, model::ReturnId id);
std::string readReturnHash(soci::session& session, model::ReturnId id);
/// All sweeps, or the one with the key `only`.
std::vector<model::SweepTask> readSweepTasks(soci::session& session, const Dialect& dialect,
                                             std::optional<model::SweepRowId> only);
std::vector<model::SweepDay> readSweepDays(soci::session& session, model::ProblemId id);
std::vector<model::FiguresMovement> readFigures(soci::session& session, model::Date from, model::Date to);
std::vector<std::pair<model::TestLevel, long long>> readFoundByLevel(soci::session& session, model::Date from,
                                                                     model::Date to);

}  // namespace octad::db
