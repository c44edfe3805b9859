#pragma once

#include <map>
#include <optional>
#include <stdexcept>

#include "audit/sha256.hpp"
#include "db/connection/database.hpp"
#include "db/connection/error_translation.hpp"
#include "db/mapping/row_statements.hpp"
#include "db/repositories/notice_rows.hpp"
#include "db/repositories/return_rows.hpp"
#include "db/repositories/search_text.hpp"
#include "model/core/zone.hpp"
#include "model/ports/unit_of_work.hpp"

namespace octad::db {

/// The model's unit of work: one transaction on one leased session. Errors come translated; after one,
/// nothing but the end of the unit is possible.
class SqlUnitOfWork final : public model::UnitOfWork {
 public:
  SqlUnitOfWork(Database& database, const model::Change& change);

  std::optional<std::string> replayed() override;
  model::CaseFile lockCase(model::ComplaintId id, long long expectedVersion) override;
  void createComplaint(model::Complaint& complaint) override;
  void createProblem(model::Problem& problem) override;
  void moveComplaint(model::Complaint& complaint, model::CaseState to, const std::string& reason) override;
  void updateComplaint(model::Complaint& complaint) override;
  void insert(model::Row& row) override;
  void update(model::Row& row) override;
  void remove(const model::Row& row) override;
  model::ReturnRows& returns() override { return m_returns; }
  model::NoticeRows& notices() override { return m_notices; }
  void storePolicy(const model::Policy& policy) override;
  void setSetting(const std::string& key, const std::string& value) override;
  std::pair<std::string, std::string> freeze(const model::CaseFile& file,
                                             std::optional<model::DisciplineCode> only) override;
  bool hasContent(const std::string& sha256) override;
  void storeChunk(const std::string& sha256, int position, std::string_view bytes) override;
  model::Checkpoint takeCheckpoint() override;
  void noteReading(model::Reading& reading) override;
  void commit(const std::string& result) override;

 private:
  friend class SqlReturnRows;
  friend class SqlNoticeRows;

  struct NewContent {
    audit::Sha256Stream hash;
    long long size = 0;
  };

  /// Runs a step with errors translated. A failed transaction must not be committed: PostgreSQL would answer
  /// COMMIT with a silent ROLLBACK.
  template <class Work>
  auto guarded(Work&& work) {
    if (m_over) throw std::logic_error("This unit of work is over.");
    try {
      return translated(work);
    } catch (...) {
      m_over = true;
      throw;
    }
  }
  soci::session& session() { return m_lease.session(); }
  const Dialect& dialect() const { return m_database.dialect(); }
  /// The site's time zone, looked up once.
  const model::Zone& zone();
  /// Throws Conflict with who changed the row, and when.
  [[noreturn]] void throwConflict(std::string_view table, long long id);
  void requireOne(long long changed, std::string_view table, long long id);
  void writeRoles(const model::Person& person);
  template <class T>
  void noteTextChange(const T& record);
  void addContents(std::vector<Command>& last);

  Database& m_database;
  Lease m_lease;
  model::Change m_change;
  RowStatements m_rows;
  SqlReturnRows m_returns;
  SqlNoticeRows m_notices;
  std::optional<model::Zone> m_zone;
  bool m_over = false;                      ///< committed or failed
  std::optional<EarlierRequest> m_earlier;  ///< the request came before
  ChangedTexts m_changedTexts;              ///< cases whose search text is out of date
  std::map<std::string, NewContent> m_newContents;
};

}  // namespace octad::db
