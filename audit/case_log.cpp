#include "audit/case_log.hpp"

#include <sstream>

#include "audit/log_file.hpp"
#include "model/ports/audit_reader.hpp"

namespace octad::audit {

std::string caseLog(model::AuditReader& reader, model::ComplaintId id, const std::string& database,
                    model::Instant at) {
  const model::CaseProof proof = reader.proof(id);
  std::ostringstream out;
  LogWriter log(out, database, at, {proof.complaint.chain, proof.problem.chain});
  reader.readCaseTrail(id, {[&log](const model::Checkpoint& one) { log.write(one); },
                            [&log](const model::AuditHead& one) { log.write(one); },
                            [&log](const model::AuditEvent& one) { log.write(one); }});
  log.end();
  return out.str();
}

}  // namespace octad::audit
