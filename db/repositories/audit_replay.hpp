#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "db/dialect/dialect.hpp"
#include "model/audit/trail.hpp"
#include "model/cases/queries.hpp"

namespace octad::db {

/// Replays the trail and compares what it says with the live rows: a row that was changed, added or removed
/// with the triggers switched off leaves every hash intact, but differs here. Columns that a later version
/// added to a row are known from the first event that changed them.
class AuditReplay {
 public:
  AuditReplay(soci::session& session, const Dialect& dialect, model::AuditReport& report)
      : m_session(session), m_dialect(dialect), m_report(report) {}

  /// The events of a chain together and in order.
  void take(const model::AuditEvent& event);
  /// Compares what has not been compared yet.
  void finish();

 private:
  using Place = std::pair<std::string, std::string>;  ///< table, key of the row
  struct Row {
    std::string chain;
    nlohmann::json values;
  };

  void compare(const AuditedTable& table);
  void compareRow(const std::string& table, const std::string& json);
  std::string selectRows(const AuditedTable& table) const;
  void fault(const std::string& chain, const char* sentence, std::vector<std::string> arguments);

  soci::session& m_session;
  const Dialect& m_dialect;
  model::AuditReport& m_report;
  std::vector<std::string> m_chains;  ///< of this batch, the one being read last
  std::map<Place, Row> m_rows;        ///< as the trail leaves them
};

}  // namespace octad::db
