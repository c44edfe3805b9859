#pragma once

#include <vector>

#include "db/dialect/dialect.hpp"

namespace octad::db {

/// Every business table and the chain its rows belong to. Not audited: bytes of attachments (their hash is in
/// the attachment's row), counters, requests, search texts and the audit trail itself.
const std::vector<AuditedTable>& auditedTables();

}  // namespace octad::db
