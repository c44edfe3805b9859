#pragma once

#include "model/core/time.hpp"

namespace octad::model {

/// Where use cases get the time from; the demonstration moves its own.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

}  // namespace octad::model
