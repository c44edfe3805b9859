#include "model/returns/return_file.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "model/core/error.hpp"

namespace octad::model {

ReturnBalance ReturnFile::balance(ReturnLineId line) const {
  ReturnBalance balance;
  for (const auto& movement : movements)
    if (movement.lineId == line) balance.add(movement.flow());
  return balance;
}

ReturnBalance ReturnFile::balance() const {
  ReturnBalance balance;
  for (const auto& movement : movements) balance.add(movement.flow());
  return balance;
}

std::map<std::string, long long> ReturnFile::locations(ReturnLineId line) const {
  std::map<std::string, long long> pieces;
  for (const auto& movement : movements) {
    if (movement.lineId != line) continue;
    if (movement.to == ReturnPlace::quarantine) pieces[movement.toLocation] += movement.quantity;
    if (movement.from == ReturnPlace::quarantine) pieces[movement.fromLocation] -= movement.quantity;
  }
  std::erase_if(pieces, [](const auto& entry) { return entry.second == 0; });
  return pieces;
}

std::vector<FoundPieces> ReturnFile::foundPieces() const {
  std::vector<FoundPieces> found;
  std::map<std::pair<ReturnLineId, Finding>, long long> withoutName;
  for (const auto& entry : lines) {
    const ReturnBalance pieces = balance(entry.id);
    for (const auto& finding : EnumKeys<Finding>::entries)
      withoutName[{entry.id, finding.value}] = pieces.found(finding.value);
  }
  for (const auto& unit : units) {
    if (unit.finding == Finding::open) continue;
    found.push_back({unit.finding, unit.foundBy, unit.failure, 1});
    --withoutName[{unit.lineId, unit.finding}];
  }
  std::set<MovementId> takenBack;
  for (auto movement = movements.rbegin(); movement != movements.rend(); ++movement) {
    if (movement->reverses) takenBack.insert(*movement->reverses);
    if (movement->reverses || takenBack.contains(movement->id)) continue;
    if (!movement->foundBy && movement->failure.empty()) continue;
    long long& left = withoutName[{movement->lineId, movement->toFinding}];
    const long long pieces = std::min(movement->quantity, left);
    if (pieces <= 0) continue;  // they were found otherwise since
    left -= pieces;
    found.push_back({movement->toFinding, movement->foundBy, movement->failure, pieces});
  }
  return found;
}

const ReturnLine& ReturnFile::line(ReturnLineId id) const {
  for (const auto& candidate : lines)
    if (candidate.id == id) return candidate;
  throw NotFound({tr("Return {0} has no such line. Open the return again."), {head.number}});
}

const ReturnCase* ReturnFile::caseOf(const ReturnLine& line) const {
  for (const auto& candidate : cases)
    if (line.complaintId == candidate.id) return &candidate;
  return nullptr;
}

const Part* ReturnFile::part(PartId id) const {
  for (const auto& candidate : parts)
    if (candidate.id == id) return &candidate;
  return nullptr;
}

std::string ReturnFile::partNumber(PartId id) const {
  const Part* found = part(id);
  return found ? found->number : std::string();
}

std::string ReturnFile::personName(PersonId id) const {
  for (const auto& person : people)
    if (person.id == id) return person.name;
  return {};
}

std::string ReturnFile::departmentName(DepartmentId id) const {
  for (const auto& department : departments)
    if (department.id == id) return department.name;
  return {};
}

bool ReturnFile::has(ReturnPaper paper) const {
  return std::any_of(attachments.begin(), attachments.end(),
                     [paper](const ReturnAttachment& file) { return file.paper == paper; });
}

}  // namespace octad::model
