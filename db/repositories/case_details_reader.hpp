#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/cases/queries.hpp"
#include "model/eightd/answers.hpp"

namespace soci {
class session;
}

// What belongs to cases beside lists and pages; see model::Reader for what each gives.
namespace octad::db {

class Dialect;

/// Every event of the case's own chain and of its problem's, oldest first.
std::vector<model::HistoryEvent> readHistory(soci::session& session, const Dialect& dialect,
                                             model::ComplaintId id);
/// The newest hash of the case's own chain. Throws NotFound.
std::string readRecordHash(soci::session& session, model::ComplaintId id);
std::vector<model::Assignment> readAssignments(soci::session& session, model::DepartmentId department,
                                               bool openOnly);
/// The bytes behind a row of `table` (attachment, return_attachment). Throws NotFound for no such row, and
/// when its bytes are not all there.
void readOwnedBytes(soci::session& session, const Dialect& dialect, std::string_view table, long long id,
                    const std::function<void(std::string_view)>& chunk);
std::optional<model::ImportedFile> readImportedFile(soci::session& session, const std::string& sha256);
std::vector<model::ImportedLine> readImportedLines(soci::session& session);

}  // namespace octad::db
