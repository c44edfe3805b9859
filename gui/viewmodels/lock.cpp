#include "gui/viewmodels/lock.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "model/access/password_rule.hpp"
#include "model/ports/login.hpp"

namespace octad::viewmodels {

namespace {
constexpr const char* kMinutesSetting = "lock-minutes";
constexpr long long kSecondsAMinute = 60;
}  // namespace

LockViewModel::LockViewModel(Executor& executor, const model::Clock& clock, Settings& settings,
                             Translator& translator)
    : m_executor(executor), m_clock(clock), m_settings(settings), m_translator(translator) {}

void LockViewModel::watch(std::shared_ptr<model::Store> store, bool asksPassword) {
  stop();
  if (asksPassword) m_store = std::move(store);
  touch();
}

void LockViewModel::stop() {
  m_alive.renew();
  m_store.reset();
  m_locked = false;
  m_busy = false;
  m_error.clear();
}

void LockViewModel::touch() {
  m_touched = m_clock.now();
}

void LockViewModel::tick() {
  if (!canLock() || m_locked) return;
  const model::Instant now = m_clock.now();
  if (now < m_touched) return touch();  // the clock was set back
  if (model::plusSeconds(m_touched, minutes() * kSecondsAMinute) <= now) lock();
}

void LockViewModel::lock() {
  if (!canLock() || m_locked) return;
  m_locked = true;
  m_error.clear();
  changed();
}

void LockViewModel::unlock(std::string password) {
  if (!m_locked || m_busy) return;
  m_busy = true;
  m_error.clear();
  changed();
  inBackground(
      m_executor, m_alive,
      [store = m_store, password = std::move(password)]() mutable {
        try {
          store->login().prove(password);
        } catch (...) {
          model::wipe(password);
          throw;
        }
        model::wipe(password);
        return true;
      },
      [this](bool) {
        m_busy = false;
        m_locked = false;
        touch();
        changed();
      },
      [this](const std::exception_ptr& error) {
        m_busy = false;
        m_error = m_translator.error(error);
        changed();
      });
}

int LockViewModel::minutes() const {
  const int kept = std::atoi(m_settings.value(kMinutesSetting).c_str());
  return kept < 1 ? kUsualLockMinutes : std::min(kept, kLongestLockMinutes);
}

void LockViewModel::setMinutes(int minutes) {
  m_settings.set(kMinutesSetting, std::to_string(std::clamp(minutes, 1, kLongestLockMinutes)));
}

}  // namespace octad::viewmodels
