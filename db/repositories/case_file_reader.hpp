#pragma once

#include <optional>

#include "model/cases/case_file.hpp"

namespace soci {
class session;
}

namespace octad::db {

class Dialect;

/// The whole case: its rows, then the names of the people and departments that they mention. Two statements,
/// on PostgreSQL one round trip. Throws NotFound.
model::CaseFile readCaseFile(soci::session& session, const Dialect& dialect, model::ComplaintId id);

/// A case that is locked until the end of the transaction.
struct LockedCase {
  model::CaseFile file;
  long long version = 0;
  bool joinedMeanwhile = false;  ///< to another problem than the one that is locked
};

/// Locks the problem of a case, then the case: cases of one problem are changed one after the other, and a
/// change of one may go on to lock the others without meeting a change that comes from their side. Reads the
/// case then. None when there is no such case.
std::optional<LockedCase> lockAndReadCase(soci::session& session, const Dialect& dialect,
                                          model::ComplaintId id);

}  // namespace octad::db
