#include "model/usecases/review_discipline.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/eightd/gates.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"
#include "model/usecases/missing_points.hpp"

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

void reject(CaseEdit& edit, Discipline& discipline) {
  discipline.state = DisciplineState::rejected;
  discipline.decidedAt = edit.now;
  updateRecord(edit.unit, discipline);
  decideAssignments(edit, discipline.code, [](const Assignment&) { return AssignmentState::rejected; });
}

void review(CaseEdit& edit, const DisciplineVerdict& input) {
  Discipline& discipline = disciplineIn(edit.file, input.code);
  if (discipline.state != DisciplineState::submitted)
    throw Refused("discipline",
                  {tr("{0} is not submitted, so there is nothing to review. Its state is: {1}."),
                   {translated(labelOf(input.code)), translated(labelOf(discipline.state))}});
  const Submission& submission = latestSubmission(edit.file, input.code);
  requireOtherPerson(submission, edit.actor);
  Review verdict;
  verdict.problemId = edit.file.problem.id;
  verdict.submissionId = submission.id;
  verdict.approved = input.approve;
  verdict.reviewedBy = edit.actor.id;
  verdict.reviewedAt = edit.now;
  if (input.approve) {
    approve(edit, discipline, passGate(edit, input));
    verdict.text = cleanText(input.text, "text");
  } else {
    if (input.reasonCode == RejectReason::none)
      throw Invalid("reason_code", tr("Choose why the answer goes back."));
    verdict.reasonCode = input.reasonCode;
    verdict.text = requireReason(input.text);
    reject(edit, discipline);
  }
  insertRecord(edit.unit, verdict);
  edit.file.reviews.push_back(std::move(verdict));
  edit.problemChanged = true;
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
      throw Refused("gate", {tr("{0} cannot be left out of a major complaint."), {name}});
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
  return changeCase(change, [&input](CaseEdit& edit) { review(edit, input); });
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
