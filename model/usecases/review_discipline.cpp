#include "model/usecases/review_discipline.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/eightd/gates.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"
#include "model/usecases/missing_points.hpp"
#include "model/usecases/questions.hpp"

namespace octad::model {

namespace {

const Submission& latestSubmission(const CaseFile& file, DisciplineCode code) {
  const Submission* latest = nullptr;
  for (const auto& submission : file.submissions)
    if (submission.discipline == code && (!latest || latest->revision < submission.revision))
      latest = &submission;
  if (!latest) throw NotFound({tr("{0} has no submission to review."), {translated(labelOf(code))}});
  return *latest;
}

/// The newest answer of one department.
const Submission& submissionOf(const CaseFile& file, DisciplineCode code, DepartmentId department) {
  const Submission* latest = nullptr;
  for (const auto& assignment : file.assignments) {
    if (assignment.departmentId != department) continue;
    for (const auto& submission : file.submissions)
      if (submission.discipline == code && submission.assignmentId == assignment.id &&
          (!latest || latest->revision < submission.revision))
        latest = &submission;
  }
  if (!latest) throw NotFound({tr("{0} has no submission of this department."), {translated(labelOf(code))}});
  return *latest;
}

/// Where several departments are asked for a discipline, all have to answer it or be relieved.
void requireAllAnswered(const CaseFile& file, DisciplineCode code) {
  int asked = 0;
  std::string waiting;
  for (const auto& assignment : file.assignments) {
    const bool refused = assignment.state == AssignmentState::refused;
    if (!asksFor(assignment, code) || (!isPending(assignment) && !refused)) continue;
    ++asked;
    if (refused || owes(file, assignment, code))
      waiting += (waiting.empty() ? "" : ", ") + file.departmentName(assignment.departmentId);
  }
  if (asked > 1 && !waiting.empty())
    throw Refused("departments",
                  {tr("{0} is also asked of {1}, who has not answered it. Wait, or withdraw the question."),
                   {translated(labelOf(code)), waiting}});
}

void requireOtherPerson(const Submission& submission, const Actor& actor) {
  if (submission.onBehalfOf && submission.submittedBy == actor.id)
    throw Refused("four-eyes", tr("You entered this answer on behalf of a department. Somebody else has to "
                                  "review it."));
}

/// Nothing may be missing for major, with a reason for general, anything for other. Gives back why open
/// points were accepted; empty when nothing is missing.
std::string passGate(const CaseEdit& edit, const DisciplineVerdict& input) {
  const GateStrength strength = gateStrength(edit.file.complaint.severity);
  const auto missing = sentences(missingFor(input.code, edit.file, edit.policy.verificationLots));
  if (missing.empty()) return {};
  if (strength == GateStrength::absent) return cleanText(input.text, "text");
  if (strength == GateStrength::hard) refuseGate(tr("It cannot be approved yet. Missing: {0}"), missing);
  if (input.text.empty())
    refuseGate(tr("Points are missing: {0} To approve it nevertheless, give the reason."), missing);
  return requireReason(input.text);
}

/// The departments whose questions hang on this discipline.
template <class Decide>
void decideAssignments(CaseEdit& edit, DisciplineCode code, Decide&& stateOf) {
  for (auto& assignment : edit.file.assignments) {
    if (!asksFor(assignment, code) || !isPending(assignment)) continue;
    const AssignmentState state = stateOf(assignment);
    if (state == assignment.state) continue;
    assignment.state = state;
    updateRecord(edit.unit, assignment);
  }
}

void approve(CaseEdit& edit, Discipline& discipline, const std::string& reason) {
  discipline.state = DisciplineState::approved;
  discipline.reason = reason;
  discipline.decidedAt = edit.now;
  updateRecord(edit.unit, discipline);
  decideAssignments(edit, discipline.code, [&edit](const Assignment& assignment) {
    for (const auto code : parseDisciplines(assignment.disciplines, "disciplines")) {
      const DisciplineState state = edit.file.discipline(code).state;
      if (state != DisciplineState::approved && state != DisciplineState::notRequired)
        return assignment.state;
    }
    return AssignmentState::approved;
  });
}

/// Whoever has not answered yet stays asked; with one department named the others' answers stand.
void reject(CaseEdit& edit, Discipline& discipline, std::optional<DepartmentId> only) {
  const DisciplineCode code = discipline.code;
  discipline.state = DisciplineState::rejected;
  discipline.decidedAt = edit.now;
  updateRecord(edit.unit, discipline);
  decideAssignments(edit, code, [&](const Assignment& assignment) {
    const bool meant = only ? assignment.departmentId == *only : !owes(edit.file, assignment, code);
    return meant ? AssignmentState::rejected : assignment.state;
  });
}

/// An answer that goes back is judged for itself, so that the department's next one is told from it.
void judge(CaseEdit& edit, Review verdict, const Submission& submission) {
  verdict.submissionId = submission.id;
  insertRecord(edit.unit, verdict);
  edit.file.reviews.push_back(std::move(verdict));
}

/// The answers of the other departments that go back with the newest one.
void judgeOthers(CaseEdit& edit, const Review& verdict, DisciplineCode code, SubmissionId newest) {
  std::vector<Submission> others;
  for (const auto& assignment : edit.file.assignments) {
    if (assignment.state != AssignmentState::rejected || !asksFor(assignment, code) ||
        !hasAnswered(edit.file, assignment, code))
      continue;
    const Submission& submission = submissionOf(edit.file, code, assignment.departmentId);
    if (submission.id != newest) others.push_back(submission);
  }
  for (const auto& submission : others) judge(edit, verdict, submission);
}

void review(CaseEdit& edit, const DisciplineVerdict& input, std::optional<DepartmentId> only) {
  Discipline& discipline = disciplineIn(edit.file, input.code);
  if (discipline.state != DisciplineState::submitted)
    throw Refused("discipline",
                  {tr("{0} is not submitted, so there is nothing to review. Its state is: {1}."),
                   {translated(labelOf(input.code)), translated(labelOf(discipline.state))}});
  const Submission submission =
      only ? submissionOf(edit.file, input.code, *only) : latestSubmission(edit.file, input.code);
  requireOtherPerson(submission, edit.actor);
  Review verdict;
  verdict.problemId = edit.file.problem.id;
  verdict.approved = input.approve;
  verdict.reviewedBy = edit.actor.id;
  verdict.reviewedAt = edit.now;
  edit.problemChanged = true;
  if (input.approve) {
    requireAllAnswered(edit.file, input.code);
    approve(edit, discipline, passGate(edit, input));
    verdict.text = cleanText(input.text, "text");
    return judge(edit, verdict, submission);
  }
  if (input.reasonCode == RejectReason::none)
    throw Invalid("reason_code", tr("Choose why the answer goes back."));
  verdict.reasonCode = input.reasonCode;
  verdict.text = requireReason(input.text);
  reject(edit, discipline, only);
  if (!only) judgeOthers(edit, verdict, input.code, submission.id);
  judge(edit, verdict, submission);
}

void waive(CaseEdit& edit, const DisciplineWaiver& input) {
  Discipline& discipline = disciplineIn(edit.file, input.code);
  const std::string name = translated(labelOf(input.code));
  const std::string reason = requireReason(input.reason);
  const DisciplineState state = discipline.state;
  if (input.required) {
    if (state != DisciplineState::notRequired && state != DisciplineState::approved)
      throw Refused("discipline", {tr("{0} is open already."), {name}});
    if (input.code >= DisciplineCode::d4) requireAccepted(edit.file, input.code);
    discipline.state = DisciplineState::open;
    discipline.reason.clear();
    discipline.decidedAt.reset();
  } else {
    if (state != DisciplineState::open && state != DisciplineState::rejected)
      throw Refused("discipline", {tr("{0} cannot be declared not required now. Its state is: {1}."),
                                   {name, translated(labelOf(state))}});
    // The emergency response is the one step that even a major complaint may do without.
    if (input.code != DisciplineCode::d0 && gateStrength(edit.file.complaint.severity) == GateStrength::hard)
      throw Refused("gate", {tr("{0} cannot be left out of a complaint of the highest class."), {name}});
    discipline.state = DisciplineState::notRequired;
    discipline.reason = reason;
    discipline.decidedAt = edit.now;
  }
  updateRecord(edit.unit, discipline);
  edit.problemChanged = true;
}

}  // namespace

Saved ReviewDiscipline::execute(const DisciplineVerdict& input) {
  const CaseChange change{m_workplace,
                          input.approve ? "approve" : "reject",
                          Right::handleComplaint,
                          input.target,
                          input.text,
                          fingerprint(input)};
  std::optional<DepartmentId> only;
  if (!input.approve && !input.department.empty())
    only = findDepartment(m_workplace.store.reader().departments(), input.department, "department").id;
  return changeCase(change, [&](CaseEdit& edit) { review(edit, input, only); });
}

Saved WaiveDiscipline::execute(const DisciplineWaiver& input) {
  const CaseChange change{m_workplace,
                          input.required ? "require" : "waive",
                          Right::handleComplaint,
                          input.target,
                          input.reason,
                          fingerprint(input)};
  return changeCase(change, [&input](CaseEdit& edit) { waive(edit, input); });
}

}  // namespace octad::model
