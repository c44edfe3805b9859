#include "audit/verification.hpp"

#include <algorithm>

#include "audit/chain_check.hpp"
#include "audit/log_file.hpp"
#include "audit/signature.hpp"

namespace octad::audit {

using model::Message;
using model::tr;

namespace {

/// Faults of checkpoints name no chain of a case.
constexpr const char* kCheckpoint = "checkpoint";

/// Heads that are good to look up by chain.
using Heads = std::map<std::string, model::AuditHead>;

/// How far the newest good signed root covers each chain.
class SignedCoverage {
 public:
  void take(const model::Checkpoint& checkpoint) {
    for (const auto& head : checkpoint.heads) m_moves.push_back({checkpoint.number, head.chain, head.seq});
  }
  /// Sequence by chain up to a checkpoint.
  std::map<std::string, long long> upTo(long long number) const {
    std::map<std::string, long long> covered;
    for (const auto& move : m_moves)
      if (move.number <= number) covered[move.chain] = std::max(covered[move.chain], move.seq);
    return covered;
  }

 private:
  struct Move {
    long long number;
    std::string chain;
    long long seq;
  };
  std::vector<Move> m_moves;
};

/// Compares the roots kept elsewhere with those of the log; the number of the newest that agrees.
long long checkSignedRoots(const std::vector<SignedRoot>& signedRoots, const std::string& publicPem,
                           const std::map<long long, std::string>& roots, model::AuditReport& report) {
  long long newest = 0;
  for (const auto& root : signedRoots) {
    const auto fault = [&](const char* sentence) {
      report.faults.push_back({kCheckpoint, root.number, {sentence, {std::to_string(root.number)}}});
    };
    const auto found = roots.find(root.number);
    if (!isSignedBy(root.statement, root.signatureHex, publicPem))
      fault(tr("The signature of signed root {0} is not made with this key, or its text was altered."));
    else if (found == roots.end())
      fault(tr("Checkpoint {0} was signed, but the log does not have it."));
    else if (found->second != root.root)
      fault(tr("Checkpoint {0} is not the one that was signed: the trail was rewritten."));
    else
      newest = std::max(newest, root.number);
  }
  return newest;
}

}  // namespace

void CheckpointCheck::take(const model::Checkpoint& checkpoint) {
  const auto fault = [&](const char* sentence) {
    m_report.faults.push_back(
        {kCheckpoint, checkpoint.number, {sentence, {std::to_string(checkpoint.number)}}});
  };
  if (checkpoint.number != m_number + 1) fault(tr("Before checkpoint {0} another one is missing."));
  if (checkpoint.previousRoot != m_root) fault(tr("Checkpoint {0} does not follow the one before it."));
  if (checkpointRoot(checkpoint.previousRoot, checkpoint.heads) != checkpoint.root)
    fault(tr("Checkpoint {0} was altered: its root does not fit its chains."));
  m_number = checkpoint.number;
  m_root = checkpoint.root;
  m_roots[m_number] = m_root;
  for (const auto& head : checkpoint.heads) m_bound[{head.chain, head.seq}] = head.hash;
}

void CheckpointCheck::take(const model::AuditEvent& event) {
  const auto bound = m_bound.find({event.chain, event.seq});
  if (bound == m_bound.end()) return;
  if (bound->second != event.hash)
    m_report.faults.push_back(
        {event.chain, event.seq,
         tr("The event is not the one that a checkpoint bound: the chain was made anew.")});
  m_bound.erase(bound);
}

void CheckpointCheck::finish(const std::vector<std::string>& only) {
  for (const auto& [place, hash] : m_bound) {
    if (!only.empty() && std::find(only.begin(), only.end(), place.first) == only.end()) continue;
    m_report.faults.push_back(
        {place.first, place.second, tr("The event that a checkpoint bound is gone: the chain was cut off.")});
  }
  m_bound.clear();
}

Verification verifyLog(std::istream& log, const std::vector<SignedRoot>& roots,
                       const std::string& publicPem) {
  Verification result;
  CheckpointCheck checkpoints(result.report);
  SignedCoverage coverage;
  Heads heads;
  std::map<std::string, long long> newestSeq;
  ChainCheck chains(result.report, [&heads](const std::string& chain) -> std::optional<model::AuditHead> {
    const auto head = heads.extract(chain);
    return head ? std::optional(head.mapped()) : std::nullopt;
  });
  model::TrailVisitor visitor;
  visitor.checkpoint = [&](const model::Checkpoint& checkpoint) {
    checkpoints.take(checkpoint);
    coverage.take(checkpoint);
  };
  visitor.head = [&heads](const model::AuditHead& head) { heads[head.chain] = head; };
  visitor.event = [&](const model::AuditEvent& event) {
    chains.take(event);
    checkpoints.take(event);
    newestSeq[event.chain] = event.seq;
  };
  const auto only = readLog(log, visitor);
  result.onlyChains = static_cast<long long>(only.size());
  chains.finish();
  checkpoints.finish(only);
  for (const auto& chain : only)
    if (!newestSeq.contains(chain))
      result.report.faults.push_back({chain, 0, tr("All events of the chain are gone.")});
  for (const auto& [chain, head] : heads)
    result.report.faults.push_back({chain, head.seq, tr("All events of the chain are gone.")});

  result.checkpoints = checkpoints.checkpoints();
  result.signedUpTo = checkSignedRoots(roots, publicPem, checkpoints.roots(), result.report);
  const auto covered = coverage.upTo(result.signedUpTo);
  for (const auto& [chain, seq] : newestSeq) {
    const auto found = covered.find(chain);
    result.eventsNotSigned += seq - (found == covered.end() ? 0 : found->second);
  }
  return result;
}

}  // namespace octad::audit
