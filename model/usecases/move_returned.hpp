#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/returns/return_records.hpp"
#include "model/usecases/return_target.hpp"

namespace octad::model {

/// Pieces of one line that go from one place to another: by number, or the units named (all of them in the
/// same place; `quantity` is theirs then).
struct ReturnTransfer {
  ReturnTarget target;
  ReturnLineId lineId;
  ReturnPlace from = ReturnPlace::quarantine;
  ReturnPlace to = ReturnPlace::test;
  long long quantity = 0;
  std::vector<ReturnUnitId> units;
  Finding fromFinding = Finding::open;  ///< which pieces, where they have findings
  Finding finding = Finding::open;      ///< new finding, when they go to "awaiting" or "destroyed"
  std::optional<TestLevel> foundBy;     ///< of pieces that get a finding
  std::string failure;                  ///< phenomenon, of pieces that get a finding
  Disposition disposition = Disposition::none;
  std::string fromLocation;  ///< in quarantine
  std::string toLocation;
  std::string document;
  std::string reason;
  std::optional<Date> movedOn;  ///< today when not given

  static constexpr auto describe() {
    return members(
        member("target", &ReturnTransfer::target), member("line_id", &ReturnTransfer::lineId),
        member("from", &ReturnTransfer::from), member("to", &ReturnTransfer::to),
        member("quantity", &ReturnTransfer::quantity), member("units", &ReturnTransfer::units),
        member("from_finding", &ReturnTransfer::fromFinding), member("finding", &ReturnTransfer::finding),
        member("found_by", &ReturnTransfer::foundBy), member("failure", &ReturnTransfer::failure),
        member("disposition", &ReturnTransfer::disposition),
        member("from_location", &ReturnTransfer::fromLocation),
        member("to_location", &ReturnTransfer::toLocation), member("document", &ReturnTransfer::document),
        member("reason", &ReturnTransfer::reason), member("moved_on", &ReturnTransfer::movedOn));
  }
};

/// Every movement within the house and out of it: put away, issue to test, finding, disposition, shipping,
/// credit, scrap. Refused("balance") names quantity and place; Refused("return-move") a way that is none;
/// Refused("authorisation") a repair without the customer's authorisation (8.7.1.5); Refused("ntf") pieces
/// without trouble found that wait for their dossier; Refused("consent") a sample destroyed without the
/// customer's word; Invalid("reason"), Invalid("document").
class MoveReturned {
 public:
  explicit MoveReturned(Workplace workplace) : m_workplace(std::move(workplace)) {}
  ReturnSaved execute(const ReturnTransfer& input);

 private:
  Workplace m_workplace;
};

/// Takes a movement back by a counter-movement.
struct MovementCorrection {
  ReturnTarget target;
  MovementId movementId;
  std::string reason;

  static constexpr auto describe() {
    return members(member("target", &MovementCorrection::target),
                   member("movement_id", &MovementCorrection::movementId),
                   member("reason", &MovementCorrection::reason));
  }
};

/// Refused("balance") when the pieces have moved on meanwhile: take that back first. Refused("reversed") when
/// it was taken back already.
class CorrectMovement {
 public:
  explicit CorrectMovement(Workplace workplace) : m_workplace(std::move(workplace)) {}
  ReturnSaved execute(const MovementCorrection& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
