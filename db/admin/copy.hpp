#pragma once

#include <string>
#include <vector>

#include "model/cases/queries.hpp"
#include "model/ports/progress.hpp"

namespace octad::db {

class Database;
class DatabaseUrl;

/// What a copy brought over.
struct CopyReport {
  long long rows = 0;
  long long files = 0;  ///< contents of attachments
  model::AuditReport audit;
};

/// Every table whose rows are copied, each after those it refers to.
const std::vector<std::string>& copiedTables();

/// Copies a whole database - records, files, audit trail with its checkpoints, numbers given - into an empty
/// one of either kind, as it is at one moment, and verifies the trail there before anything is kept: all or
/// nothing. Throws Refused("copy") when the target holds records, rows are lost, or the trail does not
/// verify; Refused("stopped") when `progress` says stop.
CopyReport copyDatabase(Database& from, const DatabaseUrl& to, model::Progress& progress);

}  // namespace octad::db
