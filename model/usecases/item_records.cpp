#include "model/usecases/item_records.hpp"

#include <algorithm>

#include "model/core/text.hpp"
#include "model/usecases/case_rows.hpp"

namespace octad::model {

const Part& MasterRecords::part(UnitOfWork& unit, const std::string& number, const std::string& name) {
  const std::string wanted = foldText(number);
  const auto known = std::find_if(m_parts.begin(), m_parts.end(),
                                  [&](const Part& part) { return foldText(part.number) == wanted; });
  if (known != m_parts.end()) return *known;
  Part part;
  part.number = number;
  part.name = name;
  insertRecord(unit, part);
  return m_parts.emplace_back(std::move(part));
}

const Defect& MasterRecords::defect(UnitOfWork& unit, const std::string& failure, DefectKind kind) {
  const std::string wanted = foldText(failure);
  const auto known = std::find_if(m_defects.begin(), m_defects.end(), [&](const Defect& defect) {
    return foldText(defect.name) == wanted || foldText(defect.nameEn) == wanted;
  });
  if (known != m_defects.end()) return *known;
  Defect defect;
  defect.name = failure;
  defect.kind = kind;
  insertRecord(unit, defect);
  return m_defects.emplace_back(std::move(defect));
}

void addItems(UnitOfWork& unit, MasterRecords& records, const std::vector<NewItem>& items, CaseFile& file) {
  for (const auto& typed : items) {
    const Part part = records.part(unit, typed.part, typed.partName);
    ComplaintItem item;
    item.position = static_cast<int>(file.items.size()) + 1;
    item.partId = part.id;
    item.lot = typed.lot;
    item.failure = typed.failure;
    item.defectId = records.defect(unit, typed.failure, typed.defectKind).id;
    item.defectKind = typed.defectKind;
    item.quantityDefective = typed.quantityDefective;
    item.quantityDelivered = typed.quantityDelivered;
    item.builtOn = typed.builtOn;
    file.items.push_back(std::move(item));
    if (std::none_of(file.parts.begin(), file.parts.end(),
                     [&part](const Part& known) { return known.id == part.id; }))
      file.parts.push_back(part);
  }
}

}  // namespace octad::model
