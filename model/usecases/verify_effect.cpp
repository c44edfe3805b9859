#include "model/usecases/verify_effect.hpp"

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/eightd/beginning.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"
#include "model/usecases/failed_effect.hpp"
#include "model/usecases/lift_containment.hpp"

namespace octad::model {

namespace {

constexpr int kMaxLots = 1000;

Verification checked(const EffectCheck& input, const CaseEdit& edit) {
  requireDayUntil(input.verifiedOn, edit.today, "verified_on");
  if (input.lots < 1 || input.lots > kMaxLots)
    throw Invalid("lots", tr("Enter how many lots were looked at: 1 to 1000."));
  requireQuantity(input.inspected, "inspected");
  requireQuantity(input.failed, "failed");
  if (input.failed > input.inspected)
    throw Invalid("failed", {tr("{0} failed of {1} inspected pieces cannot be. Correct one of the two."),
                             {std::to_string(input.failed), std::to_string(input.inspected)}});
  Verification verification;
  verification.problemId = edit.file.problem.id;
  verification.verifiedOn = input.verifiedOn;
  verification.lots = input.lots;
  verification.inspected = input.inspected;
  verification.failed = input.failed;
  verification.criterion = cleanText(input.criterion, "criterion");
  if (verification.criterion.empty())
    throw Invalid("criterion", tr("Write by what the effect is judged, e.g. no failure in 3 lots."));
  verification.result = input.result;
  verification.note = cleanText(input.note, "note");
  verification.verifiedBy = edit.actor.id;
  verification.recordedAt = edit.now;
  return verification;
}

/// Whether an action is carried out and whether it works are judged by two people (S3-D35).
void requireOtherChecker(const CaseEdit& edit) {
  const std::string me = foldText(edit.actor.name);
  for (const auto& action : edit.file.actions)
    if (action.kind == ActionKind::corrective && !action.checkedBy.empty() &&
        foldText(action.checkedBy) == me)
      throw Refused("four-eyes",
                    {tr("You checked that action \"{0}\" was carried out. Somebody else has to judge "
                        "its effect."),
                     {beginningOf(action.text)}});
}

}  // namespace

void failEffect(CaseEdit& edit, const std::string& note) {
  forceContainment(edit);
  reopenDisciplines(edit, {DisciplineCode::d4, DisciplineCode::d5, DisciplineCode::d6});
  if (edit.file.complaint.state == CaseState::closing) planMove(edit, CaseState::handling, note);
}

Saved VerifyEffect::execute(const EffectCheck& input) {
  const CaseChange change{m_workplace,  "verify",   Right::handleComplaint,
                          input.target, input.note, fingerprint(input)};
  return changeCase(change, [&input](CaseEdit& edit) {
    requireAccepted(edit.file, DisciplineCode::d6);
    requireOtherChecker(edit);
    Verification verification = checked(input, edit);
    if (input.result == VerificationResult::notEffective) failEffect(edit, requireReason(input.note));
    insertRecord(edit.unit, verification);
    edit.file.verifications.push_back(std::move(verification));
    edit.problemChanged = true;
  });
}

}  // namespace octad::model
