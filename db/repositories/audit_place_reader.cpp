#include "db/repositories/audit_place_reader.hpp"

#include <array>
#include <soci/soci.h>

#include "db/connection/error_translation.hpp"
#include "db/mapping/query.hpp"
#include "db/repositories/audit_trail.hpp"
#include "db/repositories/case_list_sql.hpp"
#include "db/repositories/class_names_reader.hpp"
#include "db/repositories/read_snapshot.hpp"
#include "model/core/error.hpp"

namespace octad::db {
namespace {

using model::tr;

/// The chains of a case: its own and its problem's.
std::array<std::string, 2> chainsOf(soci::session& session, model::ComplaintId id) {
  std::array<std::string, 2> chains;
  session << "select c.uuid, p.uuid from complaint c join problem p on p.id = c.problem_id where c.id = :id",
      soci::use(id.value), soci::into(chains[0]), soci::into(chains[1]);
  if (!session.got_data())
    throw model::NotFound(tr("This case does not exist, or you may not see it. Refresh the list."));
  return chains;
}

model::AuditHead headOf(soci::session& session, const std::string& chain) {
  model::AuditHead head{chain, 0, {}};
  session << "select seq, hash from audit_head where chain = :c", soci::use(chain), soci::into(head.seq),
      soci::into(head.hash);
  return head;
}

/// The newest event of a chain that a checkpoint binds, and the number of that checkpoint.
std::pair<long long, long long> boundOf(soci::session& session, const std::string& chain) {
  long long seq = 0;
  long long number = 0;
  session << "select seq, number from audit_checkpoint_head where chain = :c order by seq desc limit 1",
      soci::use(chain), soci::into(seq), soci::into(number);
  return session.got_data() ? std::pair(seq, number) : std::pair(0LL, 0LL);
}

}  // namespace

std::vector<model::NumberedCase> SqlAuditReader::population(const model::CaseFilter& filter) {
  return translated([&] {
    const Lease lease = m_database.reader();
    Query query("select c.id, c.number from complaint c");
    addCaseFilter(query, m_database.dialect(), filter);
    return query.rows<model::NumberedCase>(lease.session());
  });
}

model::CaseProof SqlAuditReader::proof(model::ComplaintId id) {
  return translated([&] {
    const Lease lease = m_database.reader();
    soci::session& session = lease.session();
    const auto chains = chainsOf(session, id);
    model::CaseProof proof;
    proof.complaint = headOf(session, chains[0]);
    proof.problem = headOf(session, chains[1]);
    for (const auto& head : {proof.complaint, proof.problem}) {
      const auto [seq, number] = boundOf(session, head.chain);
      proof.eventsAfter += head.seq - seq;
      proof.checkpoint = std::max(proof.checkpoint, number);
    }
    if (proof.checkpoint > 0)
      session << "select at_us, root from audit_checkpoint where number = :n", soci::use(proof.checkpoint),
          soci::into(proof.checkpointAt.microseconds), soci::into(proof.root);
    return proof;
  });
}

void SqlAuditReader::readCaseTrail(model::ComplaintId id, const model::TrailVisitor& visitor) {
  translated([&] {
    const Lease lease = m_database.reader();
    soci::session& session = lease.session();
    const ReadSnapshot snapshot(session, m_database.dialect());
    const auto chains = chainsOf(session, id);
    for (const auto& checkpoint : readCheckpoints(session)) visitor.checkpoint(checkpoint);
    for (const std::string& chain : chains) visitor.head(headOf(session, chain));
    for (const std::string& chain : chains) readAuditEvents(session, chain, visitor.event);
  });
}

std::vector<model::ReadingLine> SqlAuditReader::readings(std::optional<model::ComplaintId> only, int limit) {
  return translated([&] {
    const Lease lease = m_database.reader();
    Query query(
        "select r.at, p.name, r.kind, coalesce(c.number, ''), r.note from case_reading r"
        " join person p on p.id = r.person_id left join complaint c on c.id = r.complaint_id");
    if (only) query.add(" where r.complaint_id = ").add(query.bind(*only));
    query.add(" order by r.at desc, r.id desc limit ").add(query.bind(static_cast<long long>(limit)));
    return query.rows<model::ReadingLine>(lease.session());
  });
}

std::vector<model::UncountedCase> SqlAuditReader::uncounted(const std::string& fromMonth,
                                                            const std::string& toMonth) {
  return translated([&] {
    const Lease lease = m_database.reader();
    Query query(
        "select c.number, u.name, c.severity, c.received_at, coalesce((select max(k.at) from closing k where"
        " k.complaint_id = c.id and k.reopened = 0 and k.approved_by is null), c.closed_at), c.policy_name,"
        " c.policy_revision from complaint c join customer u on u.id = c.customer_id"
        " where c.excluded_by_speed = 1 and c.notice_month >= ");
    query.add(query.bind(fromMonth)).add(" and c.notice_month <= ").add(query.bind(toMonth));
    query.add(" order by c.received_at desc, c.id desc");
    auto cases = query.rows<model::UncountedCase>(lease.session());
    nameClasses(lease.session(), m_policies, cases);
    return cases;
  });
}

}  // namespace octad::db
