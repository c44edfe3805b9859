#include "model/usecases/mend_units.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/usecases/return_change.hpp"

namespace octad::model {

namespace {

/// Who enters units mends them.
Right rightToMend(const Actor& actor) {
  return may(actor, Right::recordReturn) ? Right::recordReturn : Right::testReturn;
}

void requireReason(const std::string& reason) {
  requireWords(reason, "reason", tr("Give the reason: it goes into the record."));
}

void renameUnit(ReturnEdit& edit, const UnitRename& input) {
  const auto unit = std::find_if(edit.file.units.begin(), edit.file.units.end(),
                                 [&input](const ReturnUnit& row) { return row.id == input.unitId; });
  if (unit == edit.file.units.end())
    throw Invalid("unit_id",
                  {tr("Return {0} has no such unit. Open the return again."), {edit.file.head.number}});
  if (const auto why = UnitUse(edit.file).whyNotRenamed(*unit)) throw Refused("unit-used", *why);
  requireReason(input.reason);
  const std::string serial = cleanLine(input.serial, "serial", kNameLength);
  for (const auto& other : edit.file.units)
    if (other.lineId == unit->lineId && other.serial == serial)
      throw Invalid("serial", {tr("Serial number {0} is there already."), {serial}});
  unit->serial = serial;
  edit.unit.returns().update(std::vector<ReturnUnit>{*unit});
}

void removeUnits(ReturnEdit& edit, const UnitRemoval& input) {
  const std::set<ReturnUnitId> wanted(input.units.begin(), input.units.end());
  if (wanted.empty()) throw Invalid("units", tr("Choose the units to remove."));
  const UnitUse use(edit.file);
  std::vector<ReturnUnit> removed;
  for (const auto& unit : edit.file.units) {
    if (!wanted.contains(unit.id)) continue;
    if (const auto why = use.whyNotRemoved(unit)) throw Refused("unit-used", *why);
    removed.push_back(unit);
  }
  if (removed.size() != wanted.size())
    throw Invalid("units",
                  {tr("Return {0} has no such unit. Open the return again."), {edit.file.head.number}});
  requireReason(input.reason);
  edit.unit.returns().remove(removed);
  std::erase_if(edit.file.units, [&wanted](const ReturnUnit& unit) { return wanted.contains(unit.id); });
}

}  // namespace

UnitUse::UnitUse(const ReturnFile& file) {
  for (const auto& test : file.tests) m_used.insert(test.unitId);
  for (const auto& photo : file.attachments)
    if (photo.unitId) m_used.insert(*photo.unitId);
}

bool UnitUse::isUsed(const ReturnUnit& unit) const {
  return unit.finding != Finding::open || m_used.contains(unit.id);
}

std::optional<Message> UnitUse::whyNotRenamed(const ReturnUnit& unit) const {
  if (!isUsed(unit)) return std::nullopt;
  return Message(tr("Unit {0} keeps its serial number: tests, a finding or photos stand under it. Say in the "
                    "remarks of the return what the right number is."),
                 {unit.serial});
}

std::optional<Message> UnitUse::whyNotRemoved(const ReturnUnit& unit) const {
  if (isUsed(unit))
    return Message(tr("Unit {0} cannot be removed: tests, a finding or photos stand under it. Say in the "
                      "remarks of the return what is wrong with it."),
                   {unit.serial});
  if (unit.moved)
    return Message(tr("Unit {0} cannot be removed: it was moved under its number. Correct its serial number "
                      "instead."),
                   {unit.serial});
  return std::nullopt;
}

ReturnSaved RenameReturnUnit::execute(const UnitRename& input) {
  const ReturnChange change{m_workplace,  "return-unit-rename", rightToMend(m_workplace.actor),
                            input.target, input.reason,         fingerprint(input)};
  return changeReturn(change, [&input](ReturnEdit& edit) { renameUnit(edit, input); });
}

ReturnSaved RemoveReturnUnits::execute(const UnitRemoval& input) {
  const ReturnChange change{m_workplace,  "return-unit-remove", rightToMend(m_workplace.actor),
                            input.target, input.reason,         fingerprint(input)};
  return changeReturn(change, [&input](ReturnEdit& edit) { removeUnits(edit, input); });
}

}  // namespace octad::model
