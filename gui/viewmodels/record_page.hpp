#pragma once

#include <exception>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "gui/viewmodels/form_body.hpp"
#include "gui/viewmodels/session.hpp"
#include "gui/viewmodels/signal.hpp"

namespace octad::viewmodels {

/// What the page of one record does, whatever the record is: reads it, and runs one change after another.
/// Both go on in the executor; `changed` comes back on the thread of the windows.
class RecordPageViewModel {
 public:
  explicit RecordPageViewModel(Session& session) : m_session(session) {}
  virtual ~RecordPageViewModel() = default;
  RecordPageViewModel(const RecordPageViewModel&) = delete;
  RecordPageViewModel& operator=(const RecordPageViewModel&) = delete;

  Session& session() const { return m_session; }
  const Translator& text() const { return m_session.translator; }

  /// Reads the record, its history and the lists for choosers.
  virtual void load() = 0;
  virtual bool loaded() const = 0;
  bool loading() const { return m_loading; }
  /// A change is under way; the page has to stay until it is stored.
  bool busy() const { return m_running > 0; }

  /// Parts whose number or name contains what is typed, for choosers; `answer` comes later.
  void suggestParts(const std::string& typed, std::function<void(std::vector<FieldSuggestion>)> answer) const;

  /// Emitted after the record was read (again); pages show it anew.
  Signal changed;
  FailureSignal failed;

 protected:
  using Failure = std::function<void(std::exception_ptr)>;
  static constexpr int kSuggestions = 12;

  /// Runs `change` on `target` in the executor. On success `stored` gets what was stored and the record is
  /// read again; an error goes to `failure` and changes nothing here.
  template <class Target, class Change, class Stored>
  void runChange(Target target, Change change, Stored stored, Failure failure) {
    ++m_running;
    inBackground(
        m_session.executor, m_life,
        [store = m_session.store, &clock = m_session.clock, actor = m_session.actor,
         target = std::move(target), change = std::move(change)] {
          return change(model::Workplace{*store, clock, actor}, target);
        },
        [this, stored = std::move(stored)](const auto& result) {
          --m_running;
          stored(result);
          load();
        },
        counting(std::move(failure)));
  }
  /// `failure` of something that was counted as running.
  Failure counting(Failure failure);
  void loadFailed(const std::exception_ptr& error);

  Session& m_session;
  bool m_loading = false;
  int m_running = 0;
  Lifetime m_reading;
  Lifetime m_life;
};

}  // namespace octad::viewmodels
