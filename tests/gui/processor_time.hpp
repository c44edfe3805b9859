#pragma once

#include <ctime>
#include <functional>

#include "tests/gui/window_test.hpp"

namespace octad::gui {

/// Milliseconds of processor time that the thread of the windows takes for something and what follows from
/// it, whatever else the machine does.
inline double processorTime(const std::function<void()>& action) {
  const auto now = [] {
    timespec at{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);
    return static_cast<double>(at.tv_sec) * 1e3 + static_cast<double>(at.tv_nsec) / 1e6;
  };
  const double start = now();
  action();
  settle();
  return now() - start;
}

}  // namespace octad::gui
