#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/audit/trail.hpp"

namespace soci {
class session;
}

namespace octad::db {

class Dialect;

/// Every event, or those of one chain, chain by chain and in their order; read in pages, for the trail may
/// have millions.
void readAuditEvents(soci::session& session, const std::string& onlyChain,
                     const std::function<void(const model::AuditEvent&)>& take);

/// The whole trail at one moment.
void readTrail(soci::session& session, const Dialect& dialect, const model::TrailVisitor& visitor);

/// Every checkpoint with its heads, by number.
std::vector<model::Checkpoint> readCheckpoints(soci::session& session);

/// Binds every chain that moved since the checkpoint before. Within a transaction; stores nothing and returns
/// a checkpoint of no heads when nothing moved.
model::Checkpoint takeCheckpoint(soci::session& session, model::Instant at);

}  // namespace octad::db
