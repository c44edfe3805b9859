#include "model/usecases/close_complaint.hpp"

#include <algorithm>
#include <array>

#include "model/core/catalogue.hpp"
#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/eightd/gates.hpp"
#include "model/policy/counting.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"
#include "model/usecases/follow_up.hpp"
#include "model/usecases/missing_points.hpp"
#include "model/usecases/questions.hpp"
#include "model/usecases/severity_update.hpp"

namespace octad::model {

namespace {

constexpr std::array<std::string_view, 4> kResults{"satisfied", "conditionally", "dissatisfied", "no_answer"};

void takeResult(CaseEdit& edit, const std::string& result) {
  if (result.empty()) return;
  if (std::find(kResults.begin(), kResults.end(), result) == kResults.end())
    throw Invalid("result", {tr("\"{0}\" is not a result: use satisfied, conditionally, dissatisfied or "
                                "no_answer."),
                             {result}});
  const ClassifyInput before = classifyInput(edit.file);
  edit.file.complaint.result = result;
  reclassify(edit, before);
}

/// What stays open, for the record of the closing. Refused("gate") for major, and for general without a
/// reason.
std::string passClosingGate(const CaseEdit& edit, const std::string& reason) {
  // Pieces have to balance whatever the class: no reason makes up for them (design 4.7).
  if (const auto returns = sentences(missingReturns(edit.file)); !returns.empty())
    refuseGate(tr("The case cannot be closed yet. Missing: {0}"), returns);
  const auto missing = sentences(missingForClosing(edit.file, edit.policy.verificationLots));
  if (missing.empty()) return {};
  const Complaint& head = edit.file.complaint;
  const GateStrength strength = gateStrength(head.severity);
  if (strength == GateStrength::hard || head.acceptance == Acceptance::undecided)
    refuseGate(tr("The case cannot be closed yet. Missing: {0}"), missing);
  // A complaint that is not ours has no class that counts, yet the customer is owed the explanation.
  if ((strength == GateStrength::soft || head.acceptance == Acceptance::notOurs) && reason.empty())
    refuseGate(tr("Points are missing: {0} To close the case nevertheless, give the reason."), missing);
  std::string points;
  for (const auto& sentence : missing) points += Catalogue().sentence(sentence) + '\n';
  return points;
}

/// The request of the closing review under way: a row without an approver, behind which nothing was returned.
const Closing* openRequest(const CaseFile& file) {
  const Closing* request = nullptr;
  for (const auto& row : file.closings) {
    if (row.reopened)
      request = nullptr;
    else if (!row.approvedBy)
      request = &row;
  }
  return request;
}

/// What the case counts now that it is solved, or no longer is; decided on record when speed makes the
/// difference.
void count(CaseEdit& edit, std::optional<Instant> solvedAt) {
  Complaint& head = edit.file.complaint;
  const CountingFacts facts = countingFacts(edit.file, solvedAt);
  const Counted counted = countOf(facts, edit.policy);
  // A campaign may have a weight of its own, or none: then there is nothing to leave out.
  const int weight = weightOf(edit.file, edit.policy);
  const bool excluded = counted.excludedBySpeed && weight > 0;
  const bool changed = excluded != head.excludedBySpeed;
  head.weight = excluded ? 0 : weight;
  head.excludedBySpeed = excluded;
  if (changed)
    decide(edit, DecisionKind::counting, excluded ? "excluded_by_speed" : "counted",
           Catalogue().sentence(counted.reason), "uncounted_hours", inputsText(facts));
}

void append(CaseEdit& edit, Closing row) {
  row.complaintId = edit.file.complaint.id;
  row.at = edit.now;
  insertRecord(edit.unit, row);
  edit.file.closings.push_back(std::move(row));
}

void requestClosing(CaseEdit& edit, const ClosingStep& input) {
  const std::string reason = cleanText(input.reason, "reason");
  takeResult(edit, input.result);
  Closing row;
  row.reason = reason;
  row.openPoints = passClosingGate(edit, reason);
  row.byPerson = edit.actor.id;
  planMove(edit, CaseState::closing, reason);
  append(edit, std::move(row));
}

void approveClosing(CaseEdit& edit, const ClosingStep& input) {
  Complaint& head = edit.file.complaint;
  planMove(edit, CaseState::closed, input.reason);
  const Closing* request = openRequest(edit.file);
  if (head.ownerId == edit.actor.id || (request && request->byPerson == edit.actor.id))
    throw Refused("four-eyes",
                  tr("The closing has to be approved by somebody other than the owner and the one "
                     "who asked for it."));
  takeResult(edit, input.result);
  requireApproval(edit.policy, ApprovalStep::closing, head.severity, edit.actor);
  count(edit, request ? request->at : edit.now);
  Closing row;
  row.reason = cleanText(input.reason, "reason");
  if (row.reason.empty() && request) row.reason = request->reason;
  row.openPoints = passClosingGate(edit, row.reason);
  row.byPerson = request ? request->byPerson : edit.actor.id;
  row.approvedBy = edit.actor.id;
  append(edit, std::move(row));
  oweFollowUp(edit);
}

void reopen(CaseEdit& edit, const ClosingStep& input) {
  Complaint& head = edit.file.complaint;
  const bool wasClosed = head.state == CaseState::closed;
  planMove(edit, CaseState::handling, input.reason);
  const std::string reason = edit.moveReason;
  if (wasClosed) {
    // At once and not at the end: the rows of a closed case cannot be changed.
    edit.moveTo.reset();
    head.closedAt.reset();
    edit.unit.moveComplaint(head, CaseState::handling, reason);
    count(edit, std::nullopt);
    Discipline& summary = disciplineIn(edit.file, DisciplineCode::d8);
    if (summary.state == DisciplineState::approved || summary.state == DisciplineState::submitted) {
      summary.state = DisciplineState::open;
      summary.decidedAt.reset();
      updateRecord(edit.unit, summary);
    }
    edit.problemChanged = true;
  }
  Closing row;
  row.reopened = true;
  row.reason = reason;
  row.byPerson = edit.actor.id;
  append(edit, std::move(row));
}

}  // namespace

Saved RequestClosing::execute(const ClosingStep& input) {
  const CaseChange change{m_workplace,  "request-closing", Right::handleComplaint,
                          input.target, input.reason,      fingerprint(input)};
  return changeCase(change, [&input](CaseEdit& edit) { requestClosing(edit, input); });
}

Saved CloseComplaint::execute(const ClosingStep& input) {
  const CaseChange change{m_workplace,  "close",      Right::approveClosing,
                          input.target, input.reason, fingerprint(input)};
  return changeCase(change, [&input](CaseEdit& edit) { approveClosing(edit, input); });
}

Saved ReopenComplaint::execute(const ClosingStep& input) {
  CaseChange change{m_workplace,  "reopen",     Right::handleComplaint,
                    input.target, input.reason, fingerprint(input)};
  change.openCasesOnly = false;
  return changeCase(change, [&input](CaseEdit& edit) {
    if (edit.file.complaint.state != CaseState::closed && edit.file.complaint.state != CaseState::closing)
      throw Refused("transition",
                    {tr("Case {0} is not closed. Its state is: {1}."),
                     {edit.file.complaint.number, translated(labelOf(edit.file.complaint.state))}});
    reopen(edit, input);
  });
}

Saved CancelComplaint::execute(const ClosingStep& input) {
  const CaseChange change{m_workplace,  "cancel",     Right::handleComplaint,
                          input.target, input.reason, fingerprint(input)};
  return changeCase(change, [&input](CaseEdit& edit) {
    planMove(edit, CaseState::cancelled, input.reason);
    // Nobody could receive, settle or cancel what belongs to a cancelled case.
    if (const auto returns = sentences(missingReturns(edit.file)); !returns.empty())
      refuseGate(tr("The case cannot be cancelled yet. Missing: {0}"), returns);
    for (auto& assignment : edit.file.assignments) {
      if (!isPending(assignment) && assignment.state != AssignmentState::refused) continue;
      withdrawQuestion(edit, assignment);
    }
  });
}

}  // namespace octad::model
