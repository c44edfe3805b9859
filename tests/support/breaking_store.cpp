#include "tests/support/breaking_store.hpp"

#include <utility>

#include "model/core/error.hpp"

namespace octad::support {

namespace {

[[noreturn]] void lose() {
  throw model::ConnectionLost(model::Message("The connection is lost. Save again when it is back."));
}

/// Does everything, and loses the answer to the commit.
class UnansweredUnit final : public model::UnitOfWork {
 public:
  explicit UnansweredUnit(std::unique_ptr<model::UnitOfWork> unit) : m_unit(std::move(unit)) {}

  std::optional<std::string> replayed() override { return m_unit->replayed(); }
  model::CaseFile lockCase(model::ComplaintId id, long long expectedVersion) override {
    return m_unit->lockCase(id, expectedVersion);
  }
  void createComplaint(model::Complaint& complaint) override { m_unit->createComplaint(complaint); }
  void createProblem(model::Problem& problem) override { m_unit->createProblem(problem); }
  void moveComplaint(model::Complaint& complaint, model::CaseState to, const std::string& reason) override {
    m_unit->moveComplaint(complaint, to, reason);
  }
  void updateComplaint(model::Complaint& complaint) override { m_unit->updateComplaint(complaint); }
  void insert(model::Row& row) override { m_unit->insert(row); }
  void update(model::Row& row) override { m_unit->update(row); }
  void remove(const model::Row& row) override { m_unit->remove(row); }
  model::ReturnRows& returns() override { return m_unit->returns(); }
  model::NoticeRows& notices() override { return m_unit->notices(); }
  void storePolicy(const model::Policy& policy) override { m_unit->storePolicy(policy); }
  void setSetting(const std::string& key, const std::string& value) override {
    m_unit->setSetting(key, value);
  }
  std::pair<std::string, std::string> freeze(const model::CaseFile& file,
                                             std::optional<model::DisciplineCode> only) override {
    return m_unit->freeze(file, only);
  }
  bool hasContent(const std::string& sha256) override { return m_unit->hasContent(sha256); }
  void storeChunk(const std::string& sha256, int position, std::string_view bytes) override {
    m_unit->storeChunk(sha256, position, bytes);
  }
  void noteReading(model::Reading& reading) override { m_unit->noteReading(reading); }
  model::Checkpoint takeCheckpoint() override { return m_unit->takeCheckpoint(); }
  void commit(const std::string& result) override {
    m_unit->commit(result);
    lose();
  }

 private:
  std::unique_ptr<model::UnitOfWork> m_unit;
};

}  // namespace

std::unique_ptr<model::UnitOfWork> BreakingStore::begin(const model::Change& change) {
  const Break now = m_break;
  if (now == Break::reading || now == Break::changing) lose();
  auto unit = m_store.begin(change);
  if (now == Break::answering) return std::make_unique<UnansweredUnit>(std::move(unit));
  return unit;
}

model::Reader& BreakingStore::reader() {
  if (m_break == Break::reading) lose();
  return m_store.reader();
}

model::NoticeReader& BreakingStore::notices() {
  if (m_break == Break::reading) lose();
  return m_store.notices();
}

}  // namespace octad::support
