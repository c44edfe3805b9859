#pragma once

#include "model/cases/case_file.hpp"

namespace soci {
class session;
}

namespace octad::db {

class Dialect;

/// The whole case: one consistent look at its rows, then the names of the people and departments that they
/// mention. Three statements. Throws NotFound.
model::CaseFile readCaseFile(soci::session& session, const Dialect& dialect, model::ComplaintId id);

}  // namespace octad::db
