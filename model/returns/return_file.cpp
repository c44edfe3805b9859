#include "model/returns/return_file.hpp"

#include <algorithm>

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
