#pragma once

#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "audit/checkpoint.hpp"
#include "model/audit/trail.hpp"
#include "model/cases/queries.hpp"

namespace octad::audit {

/// Checks that checkpoints follow one another and that the events of the chains are still those they bound.
class CheckpointCheck {
 public:
  explicit CheckpointCheck(model::AuditReport& report) : m_report(report) {}

  /// In the order of their numbers.
  void take(const model::Checkpoint& checkpoint);
  /// Every event of every chain, in any order.
  void take(const model::AuditEvent& event);
  /// After the last event: what was bound and is gone. `only`: other chains were not to come.
  void finish(const std::vector<std::string>& only = {});

  long long checkpoints() const { return m_number; }
  /// Root by number.
  const std::map<long long, std::string>& roots() const { return m_roots; }

 private:
  model::AuditReport& m_report;
  long long m_number = 0;
  std::string m_root;
  std::map<long long, std::string> m_roots;
  std::map<std::pair<std::string, long long>, std::string> m_bound;  ///< chain, seq: hash
};

/// What an exported log proves.
struct Verification {
  model::AuditReport report;
  long long checkpoints = 0;
  long long signedUpTo = 0;       ///< number of the newest checkpoint with a good signed root; 0: none
  long long onlyChains = 0;       ///< the log has the events of so many chains only; 0: of all
  long long eventsNotSigned = 0;  ///< newer than that: could have been rewritten unseen
};

/// Checks a log without database and client: hashes, links, gaps and ends of all chains; checkpoints; and the
/// roots that were kept elsewhere, signed with the key. Throws model::Invalid for files that are none.
Verification verifyLog(std::istream& log, const std::vector<SignedRoot>& roots, const std::string& publicPem);

}  // namespace octad::audit
