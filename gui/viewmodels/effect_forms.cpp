#include "gui/viewmodels/effect_forms.hpp"

#include "gui/viewmodels/action_form_parts.hpp"
#include "model/eightd/challenge.hpp"
#include "model/usecases/rule_challenge.hpp"
#include "model/usecases/verify_effect.hpp"

namespace octad::viewmodels {

using model::CaseTarget;
using model::Message;
using model::tr;
using model::translated;
using model::Workplace;

namespace {

/// The validation plan of D6, to compare with; none when none was made.
std::vector<Message> planNotes(const model::Problem& plan) {
  std::vector<Message> notes;
  if (plan.effectWindow && plan.effectUnit)
    notes.push_back({tr("Planned in D6: watched for {0} {1}."),
                     {std::to_string(*plan.effectWindow), translated(model::labelOf(*plan.effectUnit))}});
  if (plan.effectSample)
    notes.push_back({tr("Planned in D6: a sample of {0} pieces."), {std::to_string(*plan.effectSample)}});
  return notes;
}

std::string plannedLots(const model::Problem& plan) {
  constexpr long long kUsualLots = 3;
  const bool lots = plan.effectWindow && plan.effectUnit == model::WindowUnit::lots;
  return std::to_string(lots ? *plan.effectWindow : kUsualLots);
}

}  // namespace

ActionForm verifyForm(const CasePageViewModel& page) {
  const auto& plan = page.file().problem;
  ActionForm form;
  form.title = {tr("Record a verification")};
  form.okLabel = tr("Record the verification");
  form.notes = planNotes(plan);
  form.fields = {
      {"verified_on", tr("Verified on"), FormFieldKind::date, today(page).iso(), {}, false},
      {"lots", tr("Consecutive lots"), FormFieldKind::quantity, plannedLots(plan), {}, true},
      {"inspected",
       tr("Pieces inspected"),
       FormFieldKind::quantity,
       plan.effectSample ? std::to_string(*plan.effectSample) : std::string(),
       {},
       true},
      {"failed", tr("Pieces failed"), FormFieldKind::quantity, "0", {}, true},
      {"criterion", tr("Criterion"), FormFieldKind::line, plan.effectCriterion, {}, false},
      {"result", tr("Result"), FormFieldKind::choice, "effective", choicesOf<model::VerificationResult>(),
       true},
      {"note", tr("Note"), FormFieldKind::text, {}, {}, false},
  };
  form.warnings = [](const FormValues& values) {
    std::vector<Message> warnings;
    if (at(values, "result") == "not_effective")
      warnings.push_back({tr("“Not effective” opens D4, D5 and D6 again.")});
    return warnings;
  };
  form.execute = [](Workplace workplace, CaseTarget target, const FormValues& values) {
    model::EffectCheck input;
    input.target = std::move(target);
    input.verifiedOn = requiredDay(values, "verified_on");
    input.lots = static_cast<int>(quantity(values, "lots"));
    input.inspected = quantity(values, "inspected");
    input.failed = quantity(values, "failed");
    input.criterion = at(values, "criterion");
    input.result = chosen(values, "result", model::VerificationResult::effective);
    input.note = at(values, "note");
    return model::VerifyEffect(std::move(workplace)).execute(input);
  };
  return form;
}

ActionForm ruleChallengeForm(const CasePageViewModel& page) {
  ActionForm form;
  form.title = {tr("Rule on a challenge of the effect")};
  form.okLabel = tr("Record the ruling");
  const auto& translate = page.session().translator;
  std::vector<FieldChoice> challenges;
  for (const auto* challenge : model::openChallenges(page.file())) {
    challenges.push_back({challenge->laterNumber, challenge->laterNumber, false});
    form.notes.push_back({"{0}: {1} {2}",
                          {challenge->laterNumber, translate.label(challenge->kind),
                           challenge->builtOn ? "(" + challenge->builtOn->iso() + ")" : std::string()}});
  }
  const std::string first = challenges.empty() ? std::string() : challenges.front().key;
  form.fields = {
      {"later", tr("Later case"), FormFieldKind::choice, first, std::move(challenges), false},
      {"ruling", tr("Ruling"), FormFieldKind::choice, key(model::ChallengeRuling::dismissed),
       choicesOf<model::ChallengeRuling>(), true},
      reasonField(),
  };
  form.warnings = [closed = !isOpen(page.file().complaint.state)](const FormValues& values) {
    std::vector<Message> warnings;
    if (at(values, "ruling") != key(model::ChallengeRuling::upheld)) return warnings;
    warnings.push_back({closed ? tr("The case is closed. Reopen it first.")
                               : tr("D4, D5 and D6 are opened again, and containment is in force again.")});
    return warnings;
  };
  form.execute = [](Workplace workplace, CaseTarget target, const FormValues& values) {
    return model::RuleChallenge(std::move(workplace))
        .execute({std::move(target), at(values, "later"),
                  chosen(values, "ruling", model::ChallengeRuling::dismissed), at(values, "reason")});
  };
  return form;
}

}  // namespace octad::viewmodels
