#include "model/usecases/rule_refusal.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"
#include "model/usecases/questions.hpp"

namespace octad::model {

namespace {

/// The question with the ruling's words behind it, so that whoever answers reads both.
std::string questionWith(const std::string& question, const std::string& words) {
  return question.empty() ? words : question + " — " + words;
}

void insist(CaseEdit& edit, Assignment& refused, const RefusalDecision& input, const std::string& reason) {
  if (input.dueOn) {
    requireDueDay(*input.dueOn, edit.today);
    refused.dueOn = *input.dueOn;
  }
  refused.state = AssignmentState::asked;
  refused.question = cleanText(questionWith(refused.question, reason), "reason");
  refused.askedBy = edit.actor.id;  // it was the department's all the time: asked since it was asked first
  updateRecord(edit.unit, refused);
}

const Department& departmentAsked(const std::vector<Department>& departments, const RefusalDecision& input,
                                  const Assignment& refused) {
  if (!input.department.empty()) return findDepartment(departments, input.department, "department");
  const auto named = std::find_if(departments.begin(), departments.end(), [&refused](const Department& one) {
    return refused.proposedId == one.id && one.active;
  });
  if (named == departments.end())
    throw Invalid("department", tr("Choose the department that is asked instead."));
  return *named;
}

void forward(CaseEdit& edit, Assignment& refused, const RefusalDecision& input, const Department& department,
             const std::string& reason) {
  if (department.id == refused.departmentId)
    throw Invalid("department", tr("This is the department that refused. Choose another one, or insist."));
  if (!input.dueOn) throw Invalid("due_on", tr("A date is needed here."));
  withdrawQuestion(edit, refused);
  if (edit.file.departmentName(department.id).empty()) edit.file.departments.push_back(department);
  const auto codes = parseDisciplines(refused.disciplines, "disciplines");
  askDepartment(
      edit, {department.id, codes, questionWith(refused.question, reason), *input.dueOn, refused.bounces});
}

void rule(CaseEdit& edit, const RefusalDecision& input, const std::vector<Department>& departments) {
  const std::string reason = requireReason(input.reason);
  Assignment& refused = questionIn(edit.file, input.assignmentId);
  if (refused.state != AssignmentState::refused)
    throw Refused("assignment", {tr("The question is not refused, so there is nothing to rule on. Its state "
                                    "is: {0}."),
                                 {translated(labelOf(refused.state))}});
  requireRuling(refused, edit.actor);
  switch (input.ruling) {
    case RefusalRuling::insist:
      return insist(edit, refused, input, reason);
    case RefusalRuling::withdraw:
      return withdrawQuestion(edit, refused);
    case RefusalRuling::forward:
      return forward(edit, refused, input, departmentAsked(departments, input, refused), reason);
  }
}

}  // namespace

Saved RuleRefusal::execute(const RefusalDecision& input) {
  requireRight(m_workplace.actor, Right::handleComplaint);
  const auto departments = m_workplace.store.reader().departments();
  const CaseChange change{m_workplace,  "rule-refusal", Right::handleComplaint,
                          input.target, input.reason,   fingerprint(input)};
  return changeCase(change, [&](CaseEdit& edit) { rule(edit, input, departments); });
}

Saved WithdrawQuestion::execute(const QuestionWithdrawal& input) {
  const CaseChange change{m_workplace,  "withdraw",   Right::handleComplaint,
                          input.target, input.reason, fingerprint(input)};
  return changeCase(change, [&input](CaseEdit& edit) {
    requireReason(input.reason);
    Assignment& question = questionIn(edit.file, input.assignmentId);
    if (question.state == AssignmentState::refused) requireRuling(question, edit.actor);
    if (!isPending(question) && question.state != AssignmentState::refused)
      throw Refused("assignment", {tr("The question can no longer be withdrawn. Its state is: {0}."),
                                   {translated(labelOf(question.state))}});
    withdrawQuestion(edit, question);
  });
}

}  // namespace octad::model
