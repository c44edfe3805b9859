#include "model/usecases/decide_complaint.hpp"

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/policy/classification.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"
#include "model/usecases/questions.hpp"
#include "model/usecases/raise_challenges.hpp"
#include "model/usecases/severity_update.hpp"

namespace octad::model {

namespace {

constexpr const char* kOverruled = "overruled";  ///< the rule of a class that a person decided

bool isOurs(Acceptance acceptance) {
  return acceptance == Acceptance::accepted || acceptance == Acceptance::partly;
}

/// Reason cleaned, and present where the decision needs one.
std::string decisionReason(const AcceptanceDecision& input, const Complaint& head) {
  const bool overruled = input.severity && *input.severity != head.severity;
  if (input.acceptance == Acceptance::partly || input.acceptance == Acceptance::notOurs || overruled)
    return requireReason(input.reason);
  return cleanText(input.reason, "reason");
}

void decideLiability(CaseEdit& edit, const AcceptanceDecision& input, Acceptance before,
                     const std::string& reason) {
  Complaint& head = edit.file.complaint;
  Liability liability = input.liability.value_or(head.liability);
  if (!input.liability) {
    const bool open = liability == Liability::undetermined || liability == Liability::ours;
    if (input.acceptance == Acceptance::notOurs && open) liability = Liability::customer;
    // Accepted after all: what followed from "not ours" alone is to be decided anew.
    if (isOurs(input.acceptance) && before == Acceptance::notOurs && liability == Liability::customer)
      liability = Liability::undetermined;
  }
  if (liability == head.liability) return;
  head.liability = liability;
  decide(edit, DecisionKind::liability, keyOf(liability), reason);
}

/// Confirms the provisional class, or puts the one of the CQE in its place.
void decideSeverity(CaseEdit& edit, const AcceptanceDecision& input, const std::string& reason) {
  Complaint& head = edit.file.complaint;
  if (!input.severity && !isOurs(input.acceptance)) return;
  const SeverityClass wanted = input.severity.value_or(head.severity);
  if (!hasClass(edit.policy, wanted))
    throw Invalid("severity", {tr("Policy {0} has no class \"{1}\": choose one of its own."),
                               {edit.policy.name, translated(labelOf(wanted))}});
  if (wanted == head.severity && !head.severityProvisional) return;
  if (wanted != head.severity) head.rule = kOverruled;
  head.severity = wanted;
  head.severityProvisional = false;
  decide(edit, DecisionKind::severity, keyOf(wanted), reason, head.rule,
         inputsText(classifyInput(edit.file)));
}

/// Not ours: containment is lifted on record, causes and actions are no longer asked for. A problem that
/// serves another open case goes on for that one.
void liftDisciplines(CaseEdit& edit, const std::string& reason) {
  for (const auto& sibling : edit.file.siblings)
    if (!isEnded(sibling.state)) return;
  for (auto& discipline : edit.file.disciplines) {
    const bool lifted = discipline.code >= DisciplineCode::d3 && discipline.code <= DisciplineCode::d7;
    if (!lifted || discipline.state == DisciplineState::approved ||
        discipline.state == DisciplineState::notRequired)
      continue;
    discipline.state = DisciplineState::notRequired;
    discipline.reason = reason;
    discipline.decidedAt = edit.now;
    updateRecord(edit.unit, discipline);
  }
  edit.problemChanged = true;
}

void withdrawAssignments(CaseEdit& edit) {
  for (auto& assignment : edit.file.assignments) {
    if (!isPending(assignment) && assignment.state != AssignmentState::refused) continue;
    withdrawQuestion(edit, assignment);
  }
}

/// Accepted after it was not ours: the disciplines lifted by that decision are asked for again.
void restoreDisciplines(CaseEdit& edit) {
  for (auto& discipline : edit.file.disciplines) {
    if (discipline.code < DisciplineCode::d3 || discipline.state != DisciplineState::notRequired) continue;
    discipline.state = DisciplineState::open;
    discipline.reason.clear();
    discipline.decidedAt.reset();
    updateRecord(edit.unit, discipline);
  }
  edit.problemChanged = true;
}

void moveOn(CaseEdit& edit, Acceptance acceptance, const std::string& reason) {
  const CaseState state = edit.file.complaint.state;
  if (!isOurs(acceptance)) {
    startConfirming(edit);
  } else if (state == CaseState::registered || state == CaseState::confirming) {
    planMove(edit, CaseState::handling, reason);
  }
}

}  // namespace

Saved DecideComplaint::execute(const AcceptanceDecision& input) {
  if (input.acceptance == Acceptance::undecided || input.acceptance == Acceptance::merged)
    throw Invalid("acceptance", tr("Decide: accepted, partly accepted, or not our responsibility."));
  const CaseChange change{m_workplace,  "decide",     Right::handleComplaint,
                          input.target, input.reason, fingerprint(input)};
  return changeCase(change, [this, &input](CaseEdit& edit) {
    Complaint& head = edit.file.complaint;
    if (head.state == CaseState::closing)
      throw Refused("transition",
                    {tr("Case {0} is in its closing review. Return it to handling first."), {head.number}});
    const std::string reason = decisionReason(input, head);
    const Acceptance before = head.acceptance;
    head.acceptance = input.acceptance;
    decide(edit, DecisionKind::acceptance, keyOf(input.acceptance), reason);
    decideLiability(edit, input, before, reason);
    decideSeverity(edit, input, reason);
    if (input.acceptance == Acceptance::notOurs)
      requireApproval(edit.policy, ApprovalStep::notOurs, head.severity, edit.actor);
    head.weight = weightOf(edit.file, edit.policy);
    if (input.acceptance == Acceptance::notOurs) {
      liftDisciplines(edit, reason);
      withdrawAssignments(edit);
    } else if (before == Acceptance::notOurs) {
      restoreDisciplines(edit);
    }
    moveOn(edit, input.acceptance, reason);
    raiseChallenges(edit, m_workplace.store.reader());
  });
}

}  // namespace octad::model
