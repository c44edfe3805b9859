#pragma once

#include <string>
#include <vector>

#include "model/cases/case_file.hpp"
#include "model/ports/unit_of_work.hpp"
#include "model/usecases/register_complaint.hpp"

namespace octad::model {

/// Finds parts by number and defects by name, whatever their letter case, and makes the ones that are new.
class MasterRecords {
 public:
  MasterRecords(std::vector<Part> parts, std::vector<Defect> defects)
      : m_parts(std::move(parts)), m_defects(std::move(defects)) {}

  const Part& part(UnitOfWork& unit, const std::string& number, const std::string& name);
  const Defect& defect(UnitOfWork& unit, const std::string& failure, DefectKind kind);

 private:
  std::vector<Part> m_parts;
  std::vector<Defect> m_defects;
};

/// The items of a new complaint with their parts; new parts and defects are stored on the way.
void addItems(UnitOfWork& unit, MasterRecords& records, const std::vector<NewItem>& items, CaseFile& file);

}  // namespace octad::model
