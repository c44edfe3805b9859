#include "gui/shell/change_watcher.hpp"

#include <chrono>
#include <wx/app.h>

namespace octad::gui {

namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 200ms;  ///< a window that closes waits so long for the thread
constexpr auto kTogether = 150ms;  ///< changes that follow each other are told at once
constexpr auto kTryAgain = 3s;

void append(model::RecordChanges& all, model::RecordChanges more) {
  all.everything = all.everything || more.everything;
  all.presence = all.presence || more.presence;
  for (auto& record : more.records) all.records.push_back(std::move(record));
}

void sleepUnless(const std::stop_token& stop, std::chrono::milliseconds time) {
  const auto until = std::chrono::steady_clock::now() + time;
  while (!stop.stop_requested() && std::chrono::steady_clock::now() < until)
    std::this_thread::sleep_for(kPatience);
}

}  // namespace

ChangeWatcher::ChangeWatcher(std::shared_ptr<model::Store> store, Tell tell)
    : m_store(std::move(store)),
      m_tell(std::move(tell)),
      m_thread([this](const std::stop_token& stop) { watch(stop); }) {}

/// An error is not told here: whoever reads or saves something next is told with what to do about it.
void ChangeWatcher::watch(const std::stop_token& stop) {
  std::unique_ptr<model::ChangeFeed> feed;
  bool missed = false;
  while (!stop.stop_requested()) {
    try {
      model::RecordChanges changes;
      if (!feed) {
        feed = m_store->changes();
        changes.everything = changes.presence = std::exchange(missed, false);
      }
      append(changes, feed->wait(kPatience));
      if (!changes.any()) continue;
      append(changes, feed->wait(kTogether));
      pass(std::move(changes));
    } catch (const std::exception&) {
      feed.reset();
      missed = true;
      sleepUnless(stop, kTryAgain);
    }
  }
}

void ChangeWatcher::pass(model::RecordChanges changes) {
  wxTheApp->CallAfter([this, token = m_life.token(), changes = std::move(changes)] {
    if (!token.expired()) m_tell(changes);
  });
}

}  // namespace octad::gui
