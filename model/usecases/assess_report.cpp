#include "model/usecases/assess_report.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"

namespace octad::model {

namespace {

/// Canonical: the keys are plain words, the points numbers.
std::string asJson(const std::vector<const Criterion*>& criteria,
                   const std::vector<CriterionPoints>& points) {
  std::string json;
  for (const auto* criterion : criteria)
    for (const auto& one : points)
      if (one.criterion == criterion->key)
        json += (json.empty() ? "" : ",") + ('"' + one.criterion + "\":" + std::to_string(one.points));
  return '{' + json + '}';
}

void requireAssessor(const CaseEdit& edit, Assessor assessor) {
  if (assessor == Assessor::cqe) return requireRight(edit.actor, Right::handleComplaint);
  const auto& asked = edit.file.assignments;
  const bool own = std::any_of(asked.begin(), asked.end(), [&](const Assignment& question) {
    return edit.actor.departmentId == question.departmentId && question.state != AssignmentState::withdrawn;
  });
  if (!own)
    throw Refused("right", {tr("Your department was not asked in case {0}."), {edit.file.complaint.number}});
}

}  // namespace

Saved AssessReport::execute(const ReportAssessment& input) {
  const Right right = input.assessor == Assessor::cqe ? Right::handleComplaint : Right::answerAssignment;
  const CaseChange change{m_workplace, "assess", right, input.target, {}, fingerprint(input)};
  return changeCase(change, [&](CaseEdit& edit) {
    requireAssessor(edit, input.assessor);
    const auto criteria = criteriaFor(m_criteria, edit.file);
    const Score score = scoreOf(criteria, input.points);
    Assessment assessment;
    assessment.problemId = edit.file.problem.id;
    assessment.assessor = input.assessor;
    assessment.revision = nextReportRevision(edit.file);
    assessment.answers = asJson(criteria, input.points);
    assessment.points = score.points;
    assessment.possible = score.possible;
    assessment.note = cleanText(input.note, "note");
    assessment.assessedBy = edit.actor.id;
    assessment.assessedAt = edit.now;
    insertRecord(edit.unit, assessment);
    edit.file.assessments.push_back(std::move(assessment));
    edit.raiseVersion = false;  // nothing that the head or a form shows has changed
  });
}

}  // namespace octad::model
