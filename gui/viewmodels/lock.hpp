#pragma once

#include <memory>
#include <string>

#include "gui/viewmodels/executor.hpp"
#include "gui/viewmodels/keeping.hpp"
#include "gui/viewmodels/signal.hpp"
#include "gui/viewmodels/translator.hpp"
#include "model/ports/clock.hpp"
#include "model/ports/unit_of_work.hpp"

namespace octad::viewmodels {

constexpr int kUsualLockMinutes = 15;
constexpr int kLongestLockMinutes = 60;

/// Covers the window when nobody has touched it for a while, until the password is typed again. Where no
/// password opens the database there is nothing to ask for: then it never locks.
class LockViewModel {
 public:
  LockViewModel(Executor& executor, const model::Clock& clock, Settings& settings, Translator& translator);

  /// From now on it is about this database.
  void watch(std::shared_ptr<model::Store> store, bool asksPassword);
  void stop();

  bool canLock() const { return m_store != nullptr; }
  bool locked() const { return m_locked; }
  bool busy() const { return m_busy; }
  /// What was wrong with the last password, as a sentence.
  const std::string& error() const { return m_error; }

  /// Somebody is there.
  void touch();
  /// To be called every second or so: locks when nobody was there for long enough, or the clock jumped on as
  /// after a sleep of the computer.
  void tick();
  void lock();
  /// Asks the server whether this is the password, by a connection of its own.
  void unlock(std::string password);

  /// After how many minutes it locks: 1 … 60, 15 unless set.
  int minutes() const;
  void setMinutes(int minutes);

  Signal changed;

 private:
  Executor& m_executor;
  const model::Clock& m_clock;
  Settings& m_settings;
  Translator& m_translator;
  std::shared_ptr<model::Store> m_store;
  model::Instant m_touched;
  bool m_locked = false;
  bool m_busy = false;
  std::string m_error;
  Lifetime m_alive;
};

}  // namespace octad::viewmodels
