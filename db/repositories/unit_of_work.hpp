#pragma once

#include <map>
#include <optional>

#include "audit/sha256.hpp"
#include "db/connection/database.hpp"
#include "db/mapping/row_statements.hpp"
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
  void storePolicy(const model::Policy& policy) override;
  void setSetting(const std::string& key, const std::string& value) override;
  std::pair<std::string, std::string> freeze(const model::CaseFile& file,
                                             std::optional<model::DisciplineCode> only) override;
  bool hasContent(const std::string& sha256) override;
  void storeChunk(const std::string& sha256, int position, std::string_view bytes) override;
  model::Checkpoint takeCheckpoint() override;
  void commit(const std::string& result) override;

 private:
  struct NewContent {
    audit::Sha256Stream hash;
    long long size = 0;
  };

  template <class Work>
  auto guarded(Work&& work);
  soci::session& session() { return m_lease.session(); }
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
  std::optional<model::Zone> m_zone;
  bool m_over = false;                      ///< committed or failed
  std::optional<EarlierRequest> m_earlier;  ///< the request came before
  ChangedTexts m_changedTexts;              ///< cases whose search text is out of date
  std::map<std::string, NewContent> m_newContents;
};

}  // namespace octad::db
