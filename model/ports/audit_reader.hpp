#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/audit/reading.hpp"
#include "model/cases/queries.hpp"

namespace octad::model {

/// Reading for those who look at the records from outside.
class AuditReader {
 public:
  virtual ~AuditReader() = default;

  /// Every case of the filter by its number, in no order: what a sample is drawn from.
  virtual std::vector<NumberedCase> population(const CaseFilter& filter) = 0;
  /// The ends of the case's two chains and how far checkpoints cover them. Throws NotFound.
  virtual CaseProof proof(ComplaintId id) = 0;
  /// The trail of one case and its problem at one moment: every checkpoint, then heads and events of these
  /// two chains. Throws NotFound.
  virtual void readCaseTrail(ComplaintId id, const TrailVisitor& visitor) = 0;
  /// The newest readings first: of one case, or all; at most `limit`.
  virtual std::vector<ReadingLine> readings(std::optional<ComplaintId> only, int limit) = 0;
  /// Every case noticed in these months (YYYY-MM) that is not counted because it was solved so fast, the
  /// newest first.
  virtual std::vector<UncountedCase> uncounted(const std::string& fromMonth, const std::string& toMonth) = 0;
};

}  // namespace octad::model
