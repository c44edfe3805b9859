#include "db/repositories/audit_verifier.hpp"

#include <map>
#include <soci/soci.h>

#include "audit/chain_check.hpp"
#include "audit/verification.hpp"
#include "db/repositories/audit_replay.hpp"
#include "db/repositories/audit_trail.hpp"
#include "db/repositories/read_snapshot.hpp"
#include "model/core/error.hpp"

namespace octad::db {
namespace {

using model::tr;

class Verifier {
 public:
  Verifier(soci::session& session, const Dialect& dialect)
      : m_session(session),
        m_chains(m_report, [this](const std::string& chain) { return headOf(chain); }),
        m_checkpoints(m_report),
        m_replay(session, dialect, m_report) {}

  void checkAll();
  void checkCase(model::ComplaintId id);
  model::AuditReport report() && { return std::move(m_report); }

 private:
  void take(const model::AuditEvent& event) {
    m_chains.take(event);
    m_checkpoints.take(event);
    m_replay.take(event);
  }
  void checkHeadsWithoutEvents();
  void checkRecordsWithoutChain(const std::string& table);
  std::optional<model::AuditHead> headOf(const std::string& chain);
  void fault(const std::string& chain, model::Message what) {
    m_report.faults.push_back({chain, 0, std::move(what)});
  }

  soci::session& m_session;
  model::AuditReport m_report;
  audit::ChainCheck m_chains;
  audit::CheckpointCheck m_checkpoints;
  AuditReplay m_replay;
};

std::optional<model::AuditHead> Verifier::headOf(const std::string& chain) {
  model::AuditHead head{chain, 0, {}};
  m_session << "select seq, hash from audit_head where chain = :c", soci::use(chain), soci::into(head.seq),
      soci::into(head.hash);
  if (!m_session.got_data()) return std::nullopt;
  return head;
}

void Verifier::checkHeadsWithoutEvents() {
  std::string chain;
  soci::statement statement = (m_session.prepare << "select h.chain from audit_head h where not exists"
                                                    " (select 1 from audit_event e where e.chain = h.chain)",
                               soci::into(chain));
  statement.execute();
  while (statement.fetch()) fault(chain, tr("All events of the chain are gone."));
}

void Verifier::checkRecordsWithoutChain(const std::string& table) {
  std::string chain;
  soci::statement statement = (m_session.prepare << "select r.uuid from " + table +
                                                        " r where not exists (select 1 from audit_head h"
                                                        " where h.chain = r.uuid)",
                               soci::into(chain));
  statement.execute();
  while (statement.fetch()) fault(chain, tr("The record has no audit trail."));
}

void Verifier::checkAll() {
  for (const auto& checkpoint : readCheckpoints(m_session)) m_checkpoints.take(checkpoint);
  readAuditEvents(m_session, "", [this](const model::AuditEvent& event) { take(event); });
  m_chains.finish();
  m_checkpoints.finish();
  m_replay.finish();
  checkHeadsWithoutEvents();
  checkRecordsWithoutChain("complaint");
  checkRecordsWithoutChain("problem");
}

void Verifier::checkCase(model::ComplaintId id) {
  std::string complaint;
  std::string problem;
  m_session
      << "select c.uuid, p.uuid from complaint c join problem p on p.id = c.problem_id where c.id = :id",
      soci::use(id.value), soci::into(complaint), soci::into(problem);
  if (!m_session.got_data()) throw model::NotFound(tr("There is no such case."));
  for (const std::string& chain : {complaint, problem}) {
    const long long before = m_report.events;
    readAuditEvents(m_session, chain, [this](const model::AuditEvent& event) {
      m_chains.take(event);
      m_replay.take(event);
    });
    m_chains.finish();
    m_replay.finish();
    if (m_report.events == before) fault(chain, tr("The record has no audit trail."));
  }
}

}  // namespace

model::AuditReport verifyAudit(soci::session& session, const Dialect& dialect,
                               std::optional<model::ComplaintId> only) {
  const ReadSnapshot snapshot(session, dialect);
  return verifyAuditWithin(session, dialect, only);
}

model::AuditReport verifyAuditWithin(soci::session& session, const Dialect& dialect,
                                     std::optional<model::ComplaintId> only) {
  Verifier verifier(session, dialect);
  if (only)
    verifier.checkCase(*only);
  else
    verifier.checkAll();
  return std::move(verifier).report();
}

}  // namespace octad::db
