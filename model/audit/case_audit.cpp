#include "model/audit/case_audit.hpp"

#include "model/policy/counting.hpp"
#include "model/ports/audit_reader.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/site.hpp"

namespace octad::model {

CaseAudit auditCase(Reader& reader, ComplaintId id, Instant now) {
  CaseAudit audit;
  audit.file = reader.openCase(id);
  audit.proof = reader.audit().proof(id);
  audit.report = reader.verifyAudit(id);
  ChecklistFacts facts{audit.proof, static_cast<long long>(audit.report.faults.size()), now};
  const Complaint& head = audit.file.complaint;
  const Policy policy = policyOf(reader, head, now);
  if (head.closedAt)
    facts.keepUntil = keepUntil(policy, head.severity, siteZone(reader).date(*head.closedAt));
  if (head.excludedBySpeed)
    facts.notCounted = speedReason(policy, head.receivedAt, solvedAt(audit.file).value_or(head.receivedAt));
  audit.checklist = clauseChecklist(audit.file, facts);
  return audit;
}

}  // namespace octad::model
