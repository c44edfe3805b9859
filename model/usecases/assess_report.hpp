#pragma once

#include <string>
#include <vector>

#include "model/eightd/self_assessment.hpp"
#include "model/usecases/workplace.hpp"

namespace octad::model {

/// What a department or the CQE thinks of the 8D before it leaves, criterion by criterion.
struct ReportAssessment {
  CaseTarget target;
  Assessor assessor = Assessor::cqe;
  std::vector<CriterionPoints> points;
  std::string note;

  static constexpr auto describe() {
    return members(member("target", &ReportAssessment::target),
                   member("assessor", &ReportAssessment::assessor),
                   member("points", &ReportAssessment::points), member("note", &ReportAssessment::note));
  }
};

/// Kept with the revision of the report that is sent next; never shown to the customer, never a gate.
class AssessReport {
 public:
  AssessReport(Workplace workplace, const AssessmentCriteria& criteria)
      : m_workplace(std::move(workplace)), m_criteria(criteria) {}
  Saved execute(const ReportAssessment& input);

 private:
  Workplace m_workplace;
  const AssessmentCriteria& m_criteria;
};

}  // namespace octad::model
