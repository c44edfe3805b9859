#pragma once

#include <vector>

#include "model/eightd/gates.hpp"

namespace octad::model {

/// The sentences of what a gate misses, for a refusal.
inline std::vector<Message> sentences(const std::vector<MissingPoint>& points) {
  std::vector<Message> out;
  out.reserve(points.size());
  for (const auto& point : points) out.push_back(point.text);
  return out;
}

}  // namespace octad::model
