#pragma once

#include <functional>
#include <optional>
#include <string>

#include "model/audit/trail.hpp"
#include "model/cases/queries.hpp"

namespace octad::audit {

/// Follows the chains event by event: hashes, links, gaps, and whether each ends where its head says. The
/// events of a chain come together and in order; what is wrong goes into the report.
class ChainCheck {
 public:
  using HeadOf = std::function<std::optional<model::AuditHead>(const std::string& chain)>;
  ChainCheck(model::AuditReport& report, HeadOf headOf) : m_report(report), m_headOf(std::move(headOf)) {}

  void take(const model::AuditEvent& event);
  /// After the last event.
  void finish();

 private:
  void fault(const std::string& chain, long long seq, model::Message what);

  model::AuditReport& m_report;
  HeadOf m_headOf;
  std::string m_chain;  ///< the one being followed
  long long m_seq = 0;
  std::string m_hash;
};

}  // namespace octad::audit
