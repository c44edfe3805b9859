#include "db/repositories/audit_verifier.hpp"

#include <soci/soci.h>

#include "db/repositories/audit_hash.hpp"
#include "model/core/error.hpp"

namespace octad::db {
namespace {

using model::Message;
using model::tr;

constexpr int kPage = 2000;

struct Head {
  long long seq = 0;
  std::string hash;
};

class Verifier {
 public:
  explicit Verifier(soci::session& session) : m_session(session) {}

  void checkAll();
  void checkCase(model::ComplaintId id);
  model::AuditReport report() && { return std::move(m_report); }

 private:
  /// Streams the events after (chain, seq); `chain` alone when `one`.
  void checkEvents(const std::string& oneChain);
  void take(const AuditEvent& event);
  void finishChain();
  void checkHeadsWithoutEvents();
  void checkRecordsWithoutChain(const std::string& table);
  std::optional<Head> headOf(const std::string& chain);
  void fault(const std::string& chain, long long seq, Message what) {
    m_report.faults.push_back({chain, seq, std::move(what)});
  }

  soci::session& m_session;
  model::AuditReport m_report;
  std::string m_chain;  ///< the one being read
  long long m_seq = 0;
  std::string m_hash;
};

std::optional<Head> Verifier::headOf(const std::string& chain) {
  Head head;
  m_session << "select seq, hash from audit_head where chain = :c", soci::use(chain), soci::into(head.seq),
      soci::into(head.hash);
  if (!m_session.got_data()) return std::nullopt;
  return head;
}

void Verifier::finishChain() {
  if (m_chain.empty()) return;
  ++m_report.chains;
  const std::optional<Head> head = headOf(m_chain);
  if (!head)
    fault(m_chain, m_seq, tr("The end of the chain is not recorded."));
  else if (head->seq != m_seq || head->hash != m_hash)
    fault(m_chain, head->seq,
          tr("The chain does not end where its record says: events are missing or added."));
}

void Verifier::take(const AuditEvent& event) {
  if (event.chain != m_chain) {
    finishChain();
    m_chain = event.chain;
    m_seq = 0;
    m_hash.clear();
  }
  ++m_report.events;
  if (event.seq != m_seq + 1)
    fault(event.chain, event.seq, Message(tr("Event {0} is missing."), {std::to_string(m_seq + 1)}));
  if (auditHash(m_hash, event) != event.hash)
    fault(event.chain, event.seq, tr("The event was altered, or does not follow the one before it."));
  m_seq = event.seq;
  m_hash = event.hash;
}

void Verifier::checkEvents(const std::string& oneChain) {
  AuditEvent event;
  std::string reason;
  std::string oldValues;
  std::string newValues;
  soci::indicator noReason = soci::i_ok;
  soci::indicator noOld = soci::i_ok;
  soci::indicator noNew = soci::i_ok;
  std::string fromChain = oneChain;
  long long fromSeq = 0;
  const std::string where =
      oneChain.empty() ? "(chain, seq) > (:chain, :seq)" : "chain = :chain and seq > :seq";
  soci::statement statement =
      (m_session.prepare
           << "select chain, seq, at_us, login, actor, use_case, operation, table_name, row_key,"
              " reason, old_values, new_values, hash from audit_event where " +
                  where + " order by chain, seq limit " + std::to_string(kPage),
       soci::use(fromChain, "chain"), soci::use(fromSeq, "seq"), soci::into(event.chain),
       soci::into(event.seq), soci::into(event.atMicroseconds), soci::into(event.login),
       soci::into(event.actor), soci::into(event.useCase), soci::into(event.operation),
       soci::into(event.tableName), soci::into(event.rowKey), soci::into(reason, noReason),
       soci::into(oldValues, noOld), soci::into(newValues, noNew), soci::into(event.hash));
  const auto given = [](const std::string& text, soci::indicator none) {
    return none == soci::i_null ? std::nullopt : std::optional<std::string>(text);
  };
  int rows = kPage;
  while (rows == kPage) {
    rows = 0;
    statement.execute();
    while (statement.fetch()) {
      ++rows;
      event.reason = given(reason, noReason);
      event.oldValues = given(oldValues, noOld);
      event.newValues = given(newValues, noNew);
      take(event);
    }
    fromChain = event.chain;
    fromSeq = event.seq;
  }
  finishChain();
  m_chain.clear();
}

void Verifier::checkHeadsWithoutEvents() {
  std::string chain;
  soci::statement statement = (m_session.prepare << "select h.chain from audit_head h where not exists"
                                                    " (select 1 from audit_event e where e.chain = h.chain)",
                               soci::into(chain));
  statement.execute();
  while (statement.fetch()) fault(chain, 0, tr("All events of the chain are gone."));
}

void Verifier::checkRecordsWithoutChain(const std::string& table) {
  std::string chain;
  soci::statement statement = (m_session.prepare << "select r.uuid from " + table +
                                                        " r where not exists (select 1 from audit_head h"
                                                        " where h.chain = r.uuid)",
                               soci::into(chain));
  statement.execute();
  while (statement.fetch()) fault(chain, 0, tr("The record has no audit trail."));
}

void Verifier::checkAll() {
  checkEvents("");
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
    checkEvents(chain);
    if (m_report.events == before) fault(chain, 0, tr("The record has no audit trail."));
  }
}

}  // namespace

model::AuditReport verifyAudit(soci::session& session, std::optional<model::ComplaintId> only) {
  Verifier verifier(session);
  if (only)
    verifier.checkCase(*only);
  else
    verifier.checkAll();
  return std::move(verifier).report();
}

}  // namespace octad::db
