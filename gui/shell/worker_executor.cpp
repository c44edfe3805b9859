#include "gui/shell/worker_executor.hpp"

#include <utility>
#include <wx/app.h>
#include <wx/log.h>

namespace octad::gui {

WorkerExecutor::WorkerExecutor(int threads) {
  for (int at = 0; at < threads; ++at)
    m_threads.emplace_back([this](const std::stop_token& stop) { serve(stop); });
}

WorkerExecutor::~WorkerExecutor() {
  for (auto& thread : m_threads) thread.request_stop();
  m_wake.notify_all();
}

void WorkerExecutor::run(std::function<void()> work, std::function<void(std::exception_ptr)> done) {
  {
    const std::lock_guard lock(m_mutex);
    m_jobs.push_back({std::move(work), std::move(done)});
  }
  m_wake.notify_one();
}

bool WorkerExecutor::busy() const {
  const std::lock_guard lock(m_mutex);
  return m_running > 0 || !m_jobs.empty();
}

void WorkerExecutor::serve(const std::stop_token& stop) {
  wxLog::EnableLogging(false);  // of this thread: what goes wrong is reported as an exception
  while (true) {
    Job job;
    {
      std::unique_lock lock(m_mutex);
      if (!m_wake.wait(lock, stop, [this] { return !m_jobs.empty(); })) return;
      job = std::move(m_jobs.front());
      m_jobs.pop_front();
      ++m_running;
    }
    std::exception_ptr error;
    try {
      job.work();
    } catch (...) {
      error = std::current_exception();
    }
    job.work = nullptr;  // what it holds is given back before the window hears of the end
    {
      const std::lock_guard lock(m_mutex);
      --m_running;
    }
    if (wxTheApp != nullptr && !stop.stop_requested())
      wxTheApp->CallAfter([done = std::move(job.done), error] { done(error); });
  }
}

}  // namespace octad::gui
