#pragma once

#include <functional>
#include <memory>
#include <thread>

#include "gui/viewmodels/executor.hpp"
#include "model/ports/change_feed.hpp"
#include "model/ports/unit_of_work.hpp"

namespace octad::gui {

/// Waits on a thread of its own for what anybody changes in the database, and tells it on the thread of the
/// windows, at most a few times a second. After a lost connection everything counts as changed.
class ChangeWatcher {
 public:
  using Tell = std::function<void(const model::RecordChanges&)>;
  ChangeWatcher(std::shared_ptr<model::Store> store, Tell tell);
  /// Waits until the thread has ended: a fraction of a second.
  ~ChangeWatcher() = default;

 private:
  void watch(const std::stop_token& stop);
  void pass(model::RecordChanges changes);

  std::shared_ptr<model::Store> m_store;
  Tell m_tell;
  viewmodels::Lifetime m_life;
  std::jthread m_thread;  ///< last: it ends before what it uses
};

}  // namespace octad::gui
