#pragma once

#include <string>
#include <vector>

#include "model/core/ids.hpp"

namespace octad::model {

/// Who has a case open. A hint so that two people talk to each other before they write the same; it locks
/// nothing and is no record.
class Presence {
 public:
  virtual ~Presence() = default;
  /// Says that this person has the case open, and gives the names of the others who have: repeat it within
  /// kPresenceLasts.
  virtual std::vector<std::string> enter(PersonId person, ComplaintId id) = 0;
  virtual void leave(PersonId person, ComplaintId id) = 0;
};

/// Whoever did not say so again for so long has left, in seconds.
inline constexpr int kPresenceLasts = 150;

}  // namespace octad::model
