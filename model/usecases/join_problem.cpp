#include "model/usecases/join_problem.hpp"

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"

namespace octad::model {

namespace {

constexpr int kRecentDays =
    365;  ///< a problem whose case closed within 12 months may still take another case

void requireRecent(const CaseFile& other, Instant now) {
  const Complaint& head = other.complaint;
  if (!isEnded(head.state)) return;
  const bool recent = head.state == CaseState::closed && head.closedAt &&
                      *head.closedAt > plusSeconds(now, -kRecentDays * 24LL * 60 * 60);
  if (!recent)
    throw Refused("join",
                  {tr("The problem of case {0} has ended and cannot take another case: only open ones "
                      "and those closed within 12 months can."),
                   {head.number}});
}

/// A case that joins settles what it was asked about the build date; built after the clean point it still
/// challenges the effect.
void settleChallenge(CaseEdit& edit, const CaseFile& other, const std::string& reason) {
  for (EffectChallenge challenge : other.challenges) {
    if (challenge.laterId != edit.file.complaint.id || challenge.ruling ||
        challenge.kind == ChallengeKind::challenged)
      continue;
    challenge.ruling = ChallengeRuling::dismissed;
    challenge.reason = reason;
    challenge.ruledBy = edit.actor.id;
    challenge.ruledAt = edit.now;
    updateRecord(edit.unit, challenge);
  }
}

}  // namespace

CaseFile readJoinedCase(Reader& reader, const std::string& number) {
  const std::string clean = cleanLine(number, "other", kNameLength);
  const auto id = reader.findCase(clean);
  if (!id) throw Invalid("other", {tr("There is no case {0}. Enter a number such as C26-00001."), {clean}});
  return reader.openCase(*id);
}

void joinProblem(CaseEdit& edit, const CaseFile& other, const std::string& reason) {
  CaseFile& file = edit.file;
  if (file.problem.id == other.problem.id)
    throw Refused("join", {tr("Case {0} already shares its problem with case {1}."),
                           {file.complaint.number, other.complaint.number}});
  if (!file.submissions.empty())
    throw Refused("join", {tr("Case {0} cannot join another problem: disciplines of its own were submitted. "
                              "Refer to case {1} in the remarks."),
                           {file.complaint.number, other.complaint.number}});
  requireRecent(other, edit.now);
  for (auto& assignment : file.assignments) {
    if (!isPending(assignment) && assignment.state != AssignmentState::refused) continue;
    assignment.problemId = other.problem.id;
    updateRecord(edit.unit, assignment);
  }
  settleChallenge(edit, other, reason);
  file.complaint.problemId = other.problem.id;
  edit.problemReplaced = true;
}

Saved JoinProblem::execute(const ProblemJoin& input) {
  requireRight(m_workplace.actor, Right::handleComplaint);
  const std::string reason = requireReason(input.reason);
  const CaseFile other = readJoinedCase(m_workplace.store.reader(), input.otherNumber);
  const CaseChange change{m_workplace,  "join", Right::handleComplaint,
                          input.target, reason, fingerprint(input)};
  return changeCase(change, [&](CaseEdit& edit) { joinProblem(edit, other, reason); });
}

}  // namespace octad::model
