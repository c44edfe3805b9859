#pragma once

#include <exception>
#include <utility>

#include "gui/viewmodels/executor.hpp"
#include "gui/viewmodels/session.hpp"
#include "gui/viewmodels/signal.hpp"

namespace octad::viewmodels {

/// A list that is read whole in the background: what every such place knows of its reading.
class ListRead {
 public:
  bool loading() const { return m_loading; }
  const std::exception_ptr& error() const { return m_error; }

  Signal reset;         ///< rows changed
  Signal stateChanged;  ///< loading, counts, error

 protected:
  explicit ListRead(Session& session) : m_session(session) {}
  ~ListRead() = default;
  ListRead(const ListRead&) = delete;
  ListRead& operator=(const ListRead&) = delete;

  /// Does `work` in the background and hands what it read to `take`; an earlier reading that is still under
  /// way is forgotten.
  template <class Work, class Take>
  void read(Work work, Take take) {
    m_loading = true;
    m_error = nullptr;
    m_reads.renew();
    stateChanged();
    inBackground(
        m_session.executor, m_reads, std::move(work),
        [this, take = std::move(take)](auto loaded) {
          m_loading = false;
          take(std::move(loaded));
          reset();
          stateChanged();
        },
        [this](const std::exception_ptr& error) {
          m_loading = false;
          setError(error);
        });
  }
  /// What went wrong, none: nothing any more.
  void setError(std::exception_ptr error) {
    m_error = std::move(error);
    stateChanged();
  }

  Session& m_session;

 private:
  bool m_loading = false;
  std::exception_ptr m_error;
  Lifetime m_reads;
};

}  // namespace octad::viewmodels
