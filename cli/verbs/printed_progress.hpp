#pragma once

#include <chrono>

#include "cli/verbs/context.hpp"
#include "model/ports/progress.hpp"

namespace octad::cli {

/// Tells the progress of long work on standard error, in one line that is written over; says nothing when
/// that is not a terminal, so that logs stay readable.
class PrintedProgress final : public model::Progress {
 public:
  explicit PrintedProgress(Context& context);
  /// Wipes the line.
  ~PrintedProgress() override;
  PrintedProgress(const PrintedProgress&) = delete;
  PrintedProgress& operator=(const PrintedProgress&) = delete;

  bool report(double fraction, const model::Message& what) override;

 private:
  Context& m_context;
  bool m_terminal;
  bool m_printed = false;
  std::chrono::steady_clock::time_point m_next;
};

}  // namespace octad::cli
