#include "model/usecases/rule_challenge.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"
#include "model/usecases/failed_effect.hpp"

namespace octad::model {

namespace {

/// The challenge stands among the verifications, so that only what is verified after it proves anything.
void recordFailure(CaseEdit& edit, const EffectChallenge& challenge) {
  Verification failure;
  failure.problemId = edit.file.problem.id;
  failure.verifiedOn = edit.today;
  failure.criterion = challenge.laterNumber;
  failure.result = VerificationResult::notEffective;
  failure.note = challenge.reason;
  failure.verifiedBy = edit.actor.id;
  failure.recordedAt = edit.now;
  insertRecord(edit.unit, failure);
  edit.file.verifications.push_back(std::move(failure));
}

void rule(CaseEdit& edit, const ChallengeDecision& input) {
  const std::string reason = requireReason(input.reason);
  auto& challenges = edit.file.challenges;
  const auto found = std::find_if(challenges.begin(), challenges.end(), [&input](const EffectChallenge& row) {
    return row.laterNumber == input.later;
  });
  if (found == challenges.end())
    throw Invalid("later", {tr("Case {0} is not held against the effect in case {1}."),
                            {input.later, edit.file.complaint.number}});
  if (found->ruling)
    throw Refused("challenge", {tr("The challenge by case {0} was ruled on already: {1}."),
                                {found->laterNumber, translated(labelOf(*found->ruling))}});
  found->ruling = input.ruling;
  found->reason = reason;
  found->ruledBy = edit.actor.id;
  found->ruledAt = edit.now;
  updateRecord(edit.unit, *found);
  edit.problemChanged = true;
  if (input.ruling == ChallengeRuling::dismissed) return;
  requireOpenCase(edit.file.complaint);
  recordFailure(edit, *found);
  failEffect(edit, reason);
}

}  // namespace

Saved RuleChallenge::execute(const ChallengeDecision& input) {
  CaseChange change{m_workplace,  "rule-challenge", Right::handleComplaint,
                    input.target, input.reason,     fingerprint(input)};
  change.openCasesOnly = false;
  return changeCase(change, [&input](CaseEdit& edit) { rule(edit, input); });
}

}  // namespace octad::model
