#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/core/describe.hpp"
#include "model/core/ids.hpp"
#include "model/core/time.hpp"
#include "model/eightd/problem.hpp"
#include "model/returns/goods_return.hpp"

namespace octad::model {

/// What a list of returns shows. Empty members do not filter.
struct ReturnFilter {
  std::vector<ReturnState> states;
  bool openOnly = false;  ///< neither closed, cancelled nor matched
  std::optional<ReturnKind> kind;
  std::optional<ReturnWait> waitsFor;
  std::optional<CustomerId> customerId;
  std::optional<ComplaintId> complaintId;
  std::string text;  ///< in number, RMA, notes, customer's number, part, failure; or a serial number, whole

  static constexpr auto describe() {
    return members(member("states", &ReturnFilter::states), member("open_only", &ReturnFilter::openOnly),
                   member("kind", &ReturnFilter::kind), member("waits_for", &ReturnFilter::waitsFor),
                   member("customer_id", &ReturnFilter::customerId),
                   member("complaint_id", &ReturnFilter::complaintId), member("text", &ReturnFilter::text));
  }
};

/// One line of the list: the head with the customer's name.
struct ReturnRow {
  ReturnId id;
  std::string number;
  std::string rmaNumber;
  std::string customerName;
  ReturnKind kind = ReturnKind::lineReject;
  ReturnState state = ReturnState::announced;
  ReturnWait waitsFor = ReturnWait::cqe;
  std::optional<Date> dueOn;
  std::optional<Date> waitingSince;
  std::optional<Date> receivedOn;
  std::string partNumber;
  std::string failure;
  std::string caseNumbers;
  long long announced = 0;
  long long received = 0;
  long long openPieces = 0;
  bool blind = false;

  static constexpr auto describe() {
    return members(member("id", &ReturnRow::id), member("number", &ReturnRow::number),
                   member("rma_number", &ReturnRow::rmaNumber),
                   member("customer_name", &ReturnRow::customerName), member("kind", &ReturnRow::kind),
                   member("state", &ReturnRow::state), member("waits_for", &ReturnRow::waitsFor),
                   member("due_on", &ReturnRow::dueOn), member("waiting_since", &ReturnRow::waitingSince),
                   member("received_on", &ReturnRow::receivedOn),
                   member("part_number", &ReturnRow::partNumber), member("failure", &ReturnRow::failure),
                   member("case_numbers", &ReturnRow::caseNumbers),
                   member("announced", &ReturnRow::announced), member("received", &ReturnRow::received),
                   member("open_pieces", &ReturnRow::openPieces), member("blind", &ReturnRow::blind));
  }
};

/// Newest first; `total` counts the whole filter.
struct ReturnList {
  std::vector<ReturnRow> rows;
  long long total = 0;
};

/// What was sorted of a sweep on a day, as the warehouse sees it.
struct SweepDay {
  SweepRowId sweepId;
  Date countedOn;
  long long ok = 0;
  long long ng = 0;
  long long rework = 0;
  bool correction = false;  ///< these pieces are taken back
  std::string note;
  std::string countedBy;  ///< name

  static constexpr auto describe() {
    return members(member("sweep_id", &SweepDay::sweepId), member("counted_on", &SweepDay::countedOn),
                   member("ok", &SweepDay::ok), member("ng", &SweepDay::ng),
                   member("rework", &SweepDay::rework), member("correction", &SweepDay::correction),
                   member("note", &SweepDay::note), member("counted_by", &SweepDay::countedBy));
  }
};

/// A stock sweep as the warehouse sees it: what to look for where, and nothing else of the case.
struct SweepTask {
  SweepRowId id;
  ProblemId problemId;
  std::string problemNumber;
  std::string partNumber;
  std::string failure;
  std::string cleanPoint;  ///< first lot or serial known good
  SweepLocation location = SweepLocation::raw;
  long long suspect = 0;
  long long ok = 0;
  long long ng = 0;
  long long rework = 0;
  long long unreachable = 0;
  std::optional<Date> lastCountedOn;

  static constexpr auto describe() {
    return members(
        member("id", &SweepTask::id), member("problem_id", &SweepTask::problemId),
        member("problem_number", &SweepTask::problemNumber), member("part_number", &SweepTask::partNumber),
        member("failure", &SweepTask::failure), member("clean_point", &SweepTask::cleanPoint),
        member("location", &SweepTask::location), member("suspect", &SweepTask::suspect),
        member("ok", &SweepTask::ok), member("ng", &SweepTask::ng), member("rework", &SweepTask::rework),
        member("unreachable", &SweepTask::unreachable), member("last_counted_on", &SweepTask::lastCountedOn));
  }

  long long open() const { return suspect - ok - ng - rework - unreachable; }
};

/// A movement of a return in a period, for the figures of returned goods.
struct FiguresMovement {
  ReturnId returnId;
  std::optional<Date> announcedOn;
  std::optional<Date> receivedOn;
  ReturnPlace from = ReturnPlace::outside;
  ReturnPlace to = ReturnPlace::expected;
  Finding fromFinding = Finding::open;
  Finding toFinding = Finding::open;
  long long quantity = 0;
  Date movedOn;
  bool reversal = false;

  static constexpr auto describe() {
    return members(
        member("return_id", &FiguresMovement::returnId),
        member("announced_on", &FiguresMovement::announcedOn),
        member("received_on", &FiguresMovement::receivedOn), member("from_place", &FiguresMovement::from),
        member("to_place", &FiguresMovement::to), member("from_finding", &FiguresMovement::fromFinding),
        member("to_finding", &FiguresMovement::toFinding), member("quantity", &FiguresMovement::quantity),
        member("moved_on", &FiguresMovement::movedOn), member("reversal", &FiguresMovement::reversal));
  }
};

}  // namespace octad::model
