#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/core/time.hpp"

namespace octad::model {

/// A day written in a line.
struct WrittenDate {
  std::size_t at = 0;   ///< where it begins …
  std::size_t end = 0;  ///< … and where it ends, in bytes
  Date day;
};

/// The days of a line in small letters, in order: 2026-11-30, 2026/11/30, 2026年11月30日,
/// 11月30日, 30.11.2026, 30 nov 2026, nov 30, 2026. Without a year it is the one around `sent`. Day and month
/// in an order that cannot be known (05/06/2026) are not taken.
std::vector<WrittenDate> datesIn(const std::string& lower, Date sent);

}  // namespace octad::model
