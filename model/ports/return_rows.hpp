#pragma once

#include <variant>
#include <vector>

#include "model/returns/return_file.hpp"
#include "model/returns/return_queries.hpp"

namespace octad::model {

/// Any record of a return that is written as one row.
using ReturnRecord = std::variant<ReturnLine, ReturnMovement, ReturnUnit, UnitTest, ReturnDecision,
                                  NtfDossier, ReturnCost, ReturnAttachment>;

/// Writing returned goods, within a unit of work. The return is locked first (design 11, transactions).
class ReturnRows {
 public:
  virtual ~ReturnRows() = default;

  /// Stores a new return; gives id, number (without gaps, per year of `year`) and row version.
  virtual void create(GoodsReturn& head, int year) = 0;
  /// Locks the return and reads it whole. `expectedVersion` 0: do not check; otherwise Conflict when it moved
  /// on. NotFound.
  virtual ReturnFile lock(ReturnId id, long long expectedVersion = 0) = 0;
  /// Writes the head; Conflict when its row version is not the stored one; raises it by one.
  virtual void update(GoodsReturn& head) = 0;
  /// Sets the id.
  virtual void insert(ReturnRecord& record) = 0;
  virtual void update(ReturnRecord& record) = 0;
  /// Many at once, in one statement; ids are not set.
  virtual void insert(const std::vector<ReturnUnit>& units) = 0;
  virtual void insert(const std::vector<UnitTest>& tests) = 0;
  virtual void update(const std::vector<ReturnUnit>& units) = 0;
  virtual void remove(const std::vector<ReturnUnit>& units) = 0;

  /// The sweep of one location, locked; NotFound.
  virtual SweepTask lockSweep(SweepRowId id) = 0;
};

}  // namespace octad::model
