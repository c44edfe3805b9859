#include "cli/verbs/printed_progress.hpp"

#include <iostream>
#include <unistd.h>

namespace octad::cli {

namespace {
constexpr auto kBetween = std::chrono::milliseconds(100);
constexpr const char* kWipe = "\r\033[K";
}  // namespace

PrintedProgress::PrintedProgress(Context& context)
    : m_context(context), m_terminal(&context.err() == &std::cerr && ::isatty(STDERR_FILENO) == 1) {}

PrintedProgress::~PrintedProgress() {
  if (m_printed) m_context.err() << kWipe << std::flush;
}

bool PrintedProgress::report(double, const model::Message& what) {
  if (!m_terminal) return true;
  const auto now = std::chrono::steady_clock::now();
  if (now < m_next) return true;
  m_next = now + kBetween;
  m_context.err() << kWipe << m_context.text(what) << std::flush;
  m_printed = true;
  return true;
}

}  // namespace octad::cli
