#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/returns/return_file.hpp"
#include "model/usecases/return_target.hpp"

namespace octad::model {

/// What was recorded under the serial numbers of a return; thousands of units are asked about at once.
class UnitUse {
 public:
  explicit UnitUse(const ReturnFile& file);
  /// Why a unit keeps its serial number: tests, a finding or a photo stand under it. None when it may be
  /// renamed.
  std::optional<Message> whyNotRenamed(const ReturnUnit& unit) const;
  /// Why a unit stays: as above, or it was moved on its own. None when it may be removed.
  std::optional<Message> whyNotRemoved(const ReturnUnit& unit) const;

 private:
  bool isUsed(const ReturnUnit& unit) const;

  std::set<ReturnUnitId> m_used;  ///< with tests or photos
};

/// The right serial number of a unit that was mistyped.
struct UnitRename {
  ReturnTarget target;
  ReturnUnitId unitId;
  std::string serial;
  std::string reason;

  static constexpr auto describe() {
    return members(member("target", &UnitRename::target), member("unit_id", &UnitRename::unitId),
                   member("serial", &UnitRename::serial), member("reason", &UnitRename::reason));
  }
};

/// Refused("unit-used") once the unit was tested, has a finding or a photo; Invalid("serial") when another
/// unit of the line has that number; Invalid("reason").
class RenameReturnUnit {
 public:
  explicit RenameReturnUnit(Workplace workplace) : m_workplace(std::move(workplace)) {}
  ReturnSaved execute(const UnitRename& input);

 private:
  Workplace m_workplace;
};

/// Units that were entered by mistake.
struct UnitRemoval {
  ReturnTarget target;
  std::vector<ReturnUnitId> units;
  std::string reason;

  static constexpr auto describe() {
    return members(member("target", &UnitRemoval::target), member("units", &UnitRemoval::units),
                   member("reason", &UnitRemoval::reason));
  }
};

/// The pieces stay in the ledger, only their names go. Refused("unit-used") once a unit was tested, has a
/// finding or a photo, or was moved on its own; Invalid("units"), Invalid("reason"). All or none.
class RemoveReturnUnits {
 public:
  explicit RemoveReturnUnits(Workplace workplace) : m_workplace(std::move(workplace)) {}
  ReturnSaved execute(const UnitRemoval& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
