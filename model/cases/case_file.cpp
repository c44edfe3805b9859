#include "model/cases/case_file.hpp"

#include <algorithm>

#include "model/core/error.hpp"

namespace octad::model {

namespace {

template <class Record, class Key>
const Record* find(const std::vector<Record>& records, Key id) {
  const auto found =
      std::find_if(records.begin(), records.end(), [id](const Record& record) { return record.id == id; });
  return found == records.end() ? nullptr : &*found;
}

}  // namespace

const Discipline& CaseFile::discipline(DisciplineCode code) const {
  for (const auto& candidate : disciplines)
    if (candidate.code == code) return candidate;
  throw NotFound({tr("Problem {0} has no discipline {1}: its record is incomplete. Check the database."),
                  {problem.number, std::string(keyOf(code))}});
}

std::string CaseFile::personName(PersonId id) const {
  const auto* person = find(people, id);
  return person ? person->name : std::string();
}

std::string CaseFile::departmentName(DepartmentId id) const {
  const auto* department = find(departments, id);
  return department ? department->name : std::string();
}

std::string CaseFile::partNumber(PartId id) const {
  const auto* part = find(parts, id);
  return part ? part->number : std::string();
}

const ReturnHandOver* CaseFile::handOver(ReturnId id) const {
  for (const auto& candidate : handOvers)
    if (candidate.returnId == id) return &candidate;
  return nullptr;
}

}  // namespace octad::model
