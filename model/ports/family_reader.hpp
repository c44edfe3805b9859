#pragma once

#include <string>
#include <vector>

#include "model/eightd/lessons.hpp"
#include "model/eightd/similar_cases.hpp"
#include "model/eightd/supplied_customers.hpp"

namespace octad::model {

/// Reading what ties a case to others. Each call is its own short read; who asks sees what he may see.
class FamilyReader {
 public:
  virtual ~FamilyReader() = default;

  /// Cases to compare with, in no order: the newest of each place to look, some hundred at most. Cancelled
  /// ones are left out.
  virtual std::vector<ComparedCase> casesToCompare(const ComparedQuery& query) = 0;
  /// Customers who got parts that cases of the problem complain of, from that month on (YYYY-MM); the largest
  /// quantity first. Customers with a case of the problem are left out.
  virtual std::vector<SuppliedCustomer> customersSupplied(ProblemId problem,
                                                          const std::string& fromMonth) = 0;
  /// The library of known failures, the newest first.
  virtual std::vector<KnownFailure> lessons(bool withdrawnToo) = 0;
};

}  // namespace octad::model
