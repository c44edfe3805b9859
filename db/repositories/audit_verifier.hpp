#pragma once

#include <optional>

#include "model/cases/queries.hpp"

namespace soci {
class session;
}

namespace octad::db {

class Dialect;

/// Computes every hash of the audit trail again, or of one case's and its problem's chains: hashes, links,
/// gaps, heads, records without a chain; compares checkpoints (of the whole trail only) and the live rows.
/// Reads in pages; the trail may have millions of events.
model::AuditReport verifyAudit(soci::session& session, const Dialect& dialect,
                               std::optional<model::ComplaintId> only);

/// The same within a transaction that is open already.
model::AuditReport verifyAuditWithin(soci::session& session, const Dialect& dialect,
                                     std::optional<model::ComplaintId> only);

}  // namespace octad::db
