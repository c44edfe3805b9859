#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "gui/viewmodels/executor.hpp"

namespace octad::gui {

/// Runs work in a few threads of its own, first come first served; results come back through the event loop
/// of the application. Must be gone before the application object is.
class WorkerExecutor final : public viewmodels::Executor {
 public:
  explicit WorkerExecutor(int threads);
  ~WorkerExecutor() override;
  WorkerExecutor(const WorkerExecutor&) = delete;
  WorkerExecutor& operator=(const WorkerExecutor&) = delete;

  void run(std::function<void()> work, std::function<void(std::exception_ptr)> done) override;
  /// True while something waits or runs.
  bool busy() const;

 private:
  struct Job {
    std::function<void()> work;
    std::function<void(std::exception_ptr)> done;
  };
  void serve(const std::stop_token& stop);

  mutable std::mutex m_mutex;
  std::condition_variable_any m_wake;
  std::deque<Job> m_jobs;
  int m_running = 0;
  std::vector<std::jthread> m_threads;  ///< last member: joined before the queue goes
};

}  // namespace octad::gui
