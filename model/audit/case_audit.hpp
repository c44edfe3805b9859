#pragma once

#include <vector>

#include "model/audit/clause_checklist.hpp"
#include "model/cases/case_file.hpp"
#include "model/cases/queries.hpp"

namespace octad::model {

class Reader;

/// A case with its proof, as an auditor sees it.
struct CaseAudit {
  CaseFile file;
  CaseProof proof;
  AuditReport report;  ///< the check of its audit chains and live rows
  std::vector<ClausePoint> checklist;
};

/// Reads a case, checks its audit trail and fills the checklist. Throws NotFound.
CaseAudit auditCase(Reader& reader, ComplaintId id, Instant now);

}  // namespace octad::model
