#pragma once

#include "model/core/ids.hpp"

namespace soci {
class session;
}

namespace octad::db {

class Dialect;

/// Makes the text a case is found by anew from what is stored: numbers, customer, references, parts,
/// failures, title, wordings, disciplines, causes and actions.
void refreshSearchText(soci::session& session, const Dialect& dialect, model::ComplaintId id);

}  // namespace octad::db
