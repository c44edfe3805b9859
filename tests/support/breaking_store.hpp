#pragma once

#include <atomic>
#include <memory>

#include "model/ports/change_feed.hpp"
#include "model/ports/unit_of_work.hpp"

namespace octad::support {

/// A store whose connection breaks when a test says so.
class BreakingStore final : public model::Store {
 public:
  enum class Break {
    nothing,
    reading,   ///< every read and change
    changing,  ///< a change, before anything of it is stored
    answering  ///< a change that is stored: only its answer is lost
  };

  explicit BreakingStore(model::Store& store) : m_store(store) {}
  void set(Break now) { m_break = now; }

  std::unique_ptr<model::UnitOfWork> begin(const model::Change& change) override;
  model::Reader& reader() override;
  model::NoticeReader& notices() override;
  model::Signer& signer() override { return m_store.signer(); }
  model::Presence& presence() override { return m_store.presence(); }
  std::unique_ptr<model::ChangeFeed> changes() override { return m_store.changes(); }
  model::Login& login() override { return m_store.login(); }
  void actFor(std::optional<model::DepartmentId> department) override { m_store.actFor(department); }

 private:
  model::Store& m_store;
  std::atomic<Break> m_break = Break::nothing;
};

}  // namespace octad::support
