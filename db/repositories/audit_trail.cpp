#include "db/repositories/audit_trail.hpp"

#include <soci/soci.h>

#include "audit/checkpoint.hpp"
#include "db/repositories/read_snapshot.hpp"

namespace octad::db {
namespace {

constexpr int kPage = 2000;

/// A text that may be null, as SOCI fetches it.
struct NullableText {
  std::string text;
  soci::indicator state = soci::i_ok;
  std::optional<std::string> value() const {
    return state == soci::i_null ? std::nullopt : std::optional<std::string>(text);
  }
};

/// Heads by a query for (chain, seq, hash), in the order of checkpoints.
std::vector<model::AuditHead> readHeads(soci::session& session, const std::string& query) {
  std::vector<model::AuditHead> heads;
  model::AuditHead head;
  soci::statement statement =
      (session.prepare << query, soci::into(head.chain), soci::into(head.seq), soci::into(head.hash));
  statement.execute();
  while (statement.fetch()) heads.push_back(head);
  audit::order(heads);
  return heads;
}

}  // namespace

void readAuditEvents(soci::session& session, const std::string& onlyChain,
                     const std::function<void(const model::AuditEvent&)>& take) {
  model::AuditEvent event;
  NullableText reason;
  NullableText oldValues;
  NullableText newValues;
  std::string fromChain = onlyChain;
  long long fromSeq = 0;
  const std::string where =
      onlyChain.empty() ? "(chain, seq) > (:chain, :seq)" : "chain = :chain and seq > :seq";
  soci::statement statement =
      (session.prepare << "select chain, seq, at_us, login, actor, use_case, operation, table_name, row_key,"
                          " reason, old_values, new_values, hash from audit_event where " +
                              where + " order by chain, seq limit " + std::to_string(kPage),
       soci::use(fromChain, "chain"), soci::use(fromSeq, "seq"), soci::into(event.chain),
       soci::into(event.seq), soci::into(event.atMicroseconds), soci::into(event.login),
       soci::into(event.actor), soci::into(event.useCase), soci::into(event.operation),
       soci::into(event.tableName), soci::into(event.rowKey), soci::into(reason.text, reason.state),
       soci::into(oldValues.text, oldValues.state), soci::into(newValues.text, newValues.state),
       soci::into(event.hash));
  int rows = kPage;
  while (rows == kPage) {
    rows = 0;
    statement.execute();
    while (statement.fetch()) {
      ++rows;
      event.reason = reason.value();
      event.oldValues = oldValues.value();
      event.newValues = newValues.value();
      take(event);
    }
    fromChain = event.chain;
    fromSeq = event.seq;
  }
}

void readTrail(soci::session& session, const Dialect& dialect, const model::TrailVisitor& visitor) {
  const ReadSnapshot snapshot(session, dialect);
  for (const auto& checkpoint : readCheckpoints(session)) visitor.checkpoint(checkpoint);
  for (const auto& head : readHeads(session, "select chain, seq, hash from audit_head")) visitor.head(head);
  readAuditEvents(session, "", visitor.event);
}

std::vector<model::Checkpoint> readCheckpoints(soci::session& session) {
  std::vector<model::Checkpoint> checkpoints;
  {
    model::Checkpoint checkpoint;
    soci::statement statement =
        (session.prepare << "select number, at_us, previous_root, root from audit_checkpoint order by number",
         soci::into(checkpoint.number), soci::into(checkpoint.at.microseconds),
         soci::into(checkpoint.previousRoot), soci::into(checkpoint.root));
    statement.execute();
    while (statement.fetch()) checkpoints.push_back(checkpoint);
  }
  for (auto& checkpoint : checkpoints)
    checkpoint.heads =
        readHeads(session, "select chain, seq, hash from audit_checkpoint_head where number = " +
                               std::to_string(checkpoint.number));
  return checkpoints;
}

model::Checkpoint takeCheckpoint(soci::session& session, model::Instant at) {
  model::Checkpoint checkpoint;
  long long last = 0;
  session << "select number, root from audit_checkpoint order by number desc limit 1", soci::into(last),
      soci::into(checkpoint.previousRoot);
  if (!session.got_data()) checkpoint.previousRoot.clear();
  checkpoint.number = last + 1;
  checkpoint.at = at;
  checkpoint.heads = readHeads(session,
                               "select h.chain, h.seq, h.hash from audit_head h where not exists (select 1"
                               " from audit_checkpoint_head k where k.chain = h.chain and k.seq = h.seq)");
  checkpoint.root = audit::checkpointRoot(checkpoint.previousRoot, checkpoint.heads);
  if (checkpoint.heads.empty()) return checkpoint;
  session << "insert into audit_checkpoint (number, at_us, previous_root, root)"
             " values (:number, :at, :previous, :root)",
      soci::use(checkpoint.number), soci::use(checkpoint.at.microseconds), soci::use(checkpoint.previousRoot),
      soci::use(checkpoint.root);
  model::AuditHead head;
  soci::statement insert =
      (session.prepare << "insert into audit_checkpoint_head (number, chain, seq, hash)"
                          " values (:number, :chain, :seq, :hash)",
       soci::use(checkpoint.number), soci::use(head.chain), soci::use(head.seq), soci::use(head.hash));
  for (const auto& bound : checkpoint.heads) {
    head = bound;
    insert.execute(true);
  }
  return checkpoint;
}

}  // namespace octad::db
