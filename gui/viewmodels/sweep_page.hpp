#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "gui/viewmodels/session.hpp"
#include "gui/viewmodels/signal.hpp"
#include "model/returns/return_queries.hpp"

namespace octad::viewmodels {

/// A day's count as it is typed.
struct CountEntry {
  std::string ok;
  std::string ng;
  std::string rework;
  std::string countedOn;  ///< ISO date
  std::string note;
  bool correction = false;  ///< takes back what was counted too many

  bool operator==(const CountEntry&) const = default;
};

/// What the warehouse sees of the stock sweeps: where to look for what, and how far it is. It needs no right
/// to open a case.
class SweepPageViewModel {
 public:
  explicit SweepPageViewModel(Session& session);

  Session& session() const { return m_session; }
  void load();
  bool loading() const { return m_loading; }
  bool loaded() const { return m_loaded; }

  /// The tasks that are shown, in the order of the list.
  std::vector<const model::SweepTask*> rows() const;
  bool openOnly() const { return m_openOnly; }
  void setOpenOnly(bool only) { m_openOnly = only; }
  /// "3 of 12 sweeps have open pieces: 1,240 in all".
  model::Message summary() const;

  /// The sweep a count is entered for; null when none is chosen. It stays over a reading.
  const model::SweepTask* chosen() const;
  void choose(model::SweepRowId id);

  /// An empty entry of today.
  CountEntry fresh() const;
  /// Why nothing can be counted; none when it can.
  std::optional<model::Message> whyNot() const;
  /// Counts at the chosen sweep (CountSweep). `done` gets the pieces still open there; then the list is read
  /// again. A request that failed on the way is sent again as the same one, so it happens once.
  void save(const CountEntry& entry, std::function<void(long long)> done,
            std::function<void(std::exception_ptr)> refused);
  bool busy() const { return m_saving; }

  /// Emitted after the sweeps were read (again).
  Signal changed;
  FailureSignal failed;

 private:
  Session& m_session;
  bool m_loading = false;
  bool m_loaded = false;
  bool m_saving = false;
  bool m_openOnly = true;
  std::vector<model::SweepTask> m_tasks;
  model::SweepRowId m_chosen;
  std::string m_requestId;
  Lifetime m_reading;
  Lifetime m_life;
};

}  // namespace octad::viewmodels
