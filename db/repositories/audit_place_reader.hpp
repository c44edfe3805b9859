#pragma once

#include "db/connection/database.hpp"
#include "db/repositories/master_data_reader.hpp"
#include "model/ports/audit_reader.hpp"

namespace octad::db {

/// What auditors look at; each call leases a session for as long as it runs.
class SqlAuditReader final : public model::AuditReader {
 public:
  SqlAuditReader(Database& database, PolicyCache& policies) : m_database(database), m_policies(policies) {}

  std::vector<model::NumberedCase> population(const model::CaseFilter& filter) override;
  model::CaseProof proof(model::ComplaintId id) override;
  void readCaseTrail(model::ComplaintId id, const model::TrailVisitor& visitor) override;
  std::vector<model::ReadingLine> readings(std::optional<model::ComplaintId> only, int limit) override;
  std::vector<model::UncountedCase> uncounted(const std::string& fromMonth,
                                              const std::string& toMonth) override;

 private:
  Database& m_database;
  PolicyCache& m_policies;
};

}  // namespace octad::db
