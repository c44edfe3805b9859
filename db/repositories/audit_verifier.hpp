#pragma once

#include <optional>

#include "model/cases/queries.hpp"

namespace soci {
class session;
}

namespace octad::db {

/// Computes every hash of the audit trail again, or of one case's and its problem's chains: hashes, links,
/// gaps, heads, records without a chain. Reads in pages; the trail may have millions of events.
model::AuditReport verifyAudit(soci::session& session, std::optional<model::ComplaintId> only);

}  // namespace octad::db
