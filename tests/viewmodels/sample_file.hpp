#pragma once

#include "model/cases/case_file.hpp"

namespace octad::viewmodels {

inline constexpr model::PersonId kOwner{1};
inline constexpr model::PersonId kOtherCqe{2};
inline constexpr model::DepartmentId kTe{7};

/// A case in handling with one item, all disciplines open, owned by Wang Fang.
inline model::CaseFile sampleFile() {
  model::CaseFile file;
  file.complaint.id = model::ComplaintId(10);
  file.complaint.number = "C26-00412";
  file.complaint.state = model::CaseState::handling;
  file.complaint.acceptance = model::Acceptance::accepted;
  file.complaint.severity = model::SeverityClass::major;
  file.complaint.ownerId = kOwner;
  file.complaint.partNumber = "P-100";
  file.complaint.failure = "无输出";
  file.customer.name = "甲公司";
  model::ComplaintItem item;
  item.id = model::ItemId(1);
  item.quantityDefective = 20;
  file.items.push_back(item);
  for (const auto& entry : model::EnumKeys<model::DisciplineCode>::entries) {
    model::Discipline discipline;
    discipline.id = model::DisciplineId(100 + static_cast<int>(entry.value));
    discipline.code = entry.value;
    file.disciplines.push_back(discipline);
  }
  model::Person wang;
  wang.id = kOwner;
  wang.name = "Wang Fang";
  model::Person hu;
  hu.id = kOtherCqe;
  hu.name = "Hu Jie";
  file.people = {wang, hu};
  model::Department te;
  te.id = kTe;
  te.code = "TE";
  te.name = "测试部";
  file.departments = {te};
  return file;
}

inline model::Discipline& disciplineOf(model::CaseFile& file, model::DisciplineCode code) {
  return file.disciplines[static_cast<std::size_t>(code)];
}

inline model::Actor cqe(model::PersonId id = kOwner) {
  return {id, id == kOwner ? "Wang Fang" : "Hu Jie", "wang", {model::Role::cqe}, std::nullopt};
}
inline model::Actor departmentMember() {
  return {model::PersonId(9), "Liu Yang", "liu", {model::Role::member}, kTe};
}
inline model::Actor auditor() {
  return {model::PersonId(8), "Sun Li", "sun", {model::Role::auditor}, std::nullopt};
}

}  // namespace octad::viewmodels
