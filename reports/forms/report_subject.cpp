#include "reports/forms/report_subject.hpp"

#include <algorithm>

namespace octad::reports {

model::Discipline ReportSubject::discipline(model::DisciplineCode code) const {
  for (const auto& candidate : file.disciplines)
    if (candidate.code == code) return candidate;
  model::Discipline none;
  none.code = code;
  return none;
}

std::vector<const model::Cause*> ReportSubject::causes() const {
  std::vector<const model::Cause*> ordered;
  for (const auto& cause : file.causes) ordered.push_back(&cause);
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const auto* left, const auto* right) { return left->type < right->type; });
  return ordered;
}

std::string ReportSubject::causeNumber(const std::optional<model::CauseId>& id) const {
  if (!id) return {};
  const auto ordered = causes();
  for (std::size_t i = 0; i < ordered.size(); ++i)
    if (ordered[i]->id == *id) return "4." + std::to_string(i + 1);
  return {};
}

std::vector<const model::Action*> ReportSubject::actions(model::ActionKind kind) const {
  std::vector<const model::Action*> chosen;
  for (const auto& action : file.actions)
    if (action.kind == kind) chosen.push_back(&action);
  return chosen;
}

std::string ReportSubject::department(const std::optional<model::DepartmentId>& id) const {
  if (!id) return {};
  for (const auto& department : file.departments)
    if (department.id == *id) return labels.name(department.name, department.nameEn);
  return {};
}

std::string ReportSubject::person(const std::optional<model::PersonId>& id) const {
  return id ? file.personName(*id) : std::string();
}

std::string ReportSubject::number() const {
  return file.complaint.number.empty() ? file.complaint.externalNumber : file.complaint.number;
}

}  // namespace octad::reports
