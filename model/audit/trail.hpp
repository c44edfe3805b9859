#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/core/time.hpp"

namespace octad::model {

/// One entry of the audit trail, as it is stored: what a row was, what it became, who changed it and why.
struct AuditEvent {
  std::string chain;  ///< UUID of the case or problem, or "master"
  long long seq = 0;
  long long atMicroseconds = 0;
  std::string login;
  std::string actor;
  std::string useCase;
  std::string operation;  ///< INSERT, UPDATE or DELETE
  std::string tableName;
  std::string rowKey;
  std::optional<std::string> reason;
  std::optional<std::string> oldValues;  ///< JSON; of an update the changed columns only
  std::optional<std::string> newValues;
  std::string hash;  ///< 64 lower-case hexadecimal digits; includes the hash of the event before
};

/// Where a chain ended.
struct AuditHead {
  std::string chain;
  long long seq = 0;
  std::string hash;
  bool operator==(const AuditHead&) const = default;
};

/// Every chain that moved since the checkpoint before, bound together by one root. A root that is signed and
/// kept away from the database proves what the chains said at that time, even against those who can rewrite
/// chains and roots (security 2.2).
struct Checkpoint {
  long long number = 0;
  Instant at;
  std::string previousRoot;  ///< empty for the first
  std::string root;
  std::vector<AuditHead> heads;  ///< by the bytes of their chain
};

/// Who reads the trail as a whole gets it as it was at one moment: checkpoints by number, heads, then the
/// events of every chain together and in order.
struct TrailVisitor {
  std::function<void(const Checkpoint&)> checkpoint;
  std::function<void(const AuditHead&)> head;
  std::function<void(const AuditEvent&)> event;
};

}  // namespace octad::model
