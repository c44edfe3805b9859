#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/cases/queries.hpp"
#include "model/returns/return_file.hpp"
#include "model/returns/return_queries.hpp"

namespace octad::model {

/// Reading returned goods. Each call is its own short read.
class ReturnReader {
 public:
  virtual ~ReturnReader() = default;

  /// The newest `limit` of the filter.
  virtual ReturnList list(const ReturnFilter& filter, int limit) = 0;
  /// By number R26-00001, or by RMA number.
  virtual std::optional<ReturnId> find(const std::string& number) = 0;
  /// Throws NotFound.
  virtual ReturnFile open(ReturnId id) = 0;
  virtual std::vector<HistoryEvent> history(ReturnId id) = 0;
  /// The newest hash of the return's audit chain, printed on its documents.
  virtual std::string recordHash(ReturnId id) = 0;
  /// The bytes of a file of a return, in chunks of at most 1 MiB.
  virtual void readAttachment(ReturnAttachmentId id, const std::function<void(std::string_view)>& chunk) = 0;

  /// Sweeps of problems with an open case, those with pieces still open first.
  virtual std::vector<SweepTask> sweepTasks() = 0;
  /// The counts of all sweeps of a problem, by day.
  virtual std::vector<SweepDay> sweepDays(ProblemId id) = 0;
  /// Movements of returns received in a period, for figures.
  virtual std::vector<FiguresMovement> figures(Date from, Date to) = 0;
  /// Units that were found in a period, counted by the test level that found them.
  virtual std::vector<std::pair<TestLevel, long long>> foundByLevel(Date from, Date to) = 0;
};

}  // namespace octad::model
