#include "model/audit/case_audit.hpp"

#include "model/ports/audit_reader.hpp"
#include "model/ports/reader.hpp"

namespace octad::model {

CaseAudit auditCase(Reader& reader, ComplaintId id, Instant now) {
  CaseAudit audit;
  audit.file = reader.openCase(id);
  audit.proof = reader.audit().proof(id);
  audit.report = reader.verifyAudit(id);
  audit.checklist =
      clauseChecklist(audit.file, {audit.proof, static_cast<long long>(audit.report.faults.size()), now});
  return audit;
}

}  // namespace octad::model
