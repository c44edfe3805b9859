#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace octad::model {

/// What became other in the database, as far as it is known: a hint to read again, never the news itself.
struct RecordChanges {
  bool everything = false;           ///< it is not known what: anything may have changed
  bool presence = false;             ///< somebody opened or left a case
  std::vector<std::string> records;  ///< uuids of cases, problems and returns; "master" for master data

  bool any() const { return everything || presence || !records.empty(); }
  bool concerns(const std::string& uuid) const {
    if (everything) return true;
    for (const auto& record : records)
      if (record == uuid) return true;
    return false;
  }
};

/// Tells a program what was changed in its database by anybody, itself included. Waits on a connection of its
/// own; used from one thread.
class ChangeFeed {
 public:
  virtual ~ChangeFeed() = default;
  /// Returns as soon as something changed, or with nothing after `atMost`. Throws ConnectionLost; what changed
  /// from then on is told by a new feed as `everything`.
  virtual RecordChanges wait(std::chrono::milliseconds atMost) = 0;
};

}  // namespace octad::model
