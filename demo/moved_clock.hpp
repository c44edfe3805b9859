#pragma once

#include "model/ports/clock.hpp"

namespace octad::demo {

/// A clock that the generator moves.
class MovedClock : public model::Clock {
 public:
  model::Instant now() const override { return m_now; }
  void move(model::Instant to) { m_now = to; }

 private:
  model::Instant m_now;
};

}  // namespace octad::demo
