#include "gui/viewmodels/effect_forms.hpp"

#include "gui/viewmodels/action_form_parts.hpp"
#include "model/eightd/challenge.hpp"
#include "model/usecases/assess_report.hpp"
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

ActionForm assessForm(const CasePageViewModel& page) {
  const auto& session = page.session();
  const bool cqe = session.may(model::Right::handleComplaint);
  const auto assessor = cqe ? model::Assessor::cqe : model::Assessor::department;
  const auto language = session.translator.language();
  ActionForm form;
  form.title = {tr("Self-assessment of the 8D report, revision {0}"),
                {std::to_string(model::nextReportRevision(page.file()))}};
  form.okLabel = tr("Record the assessment");
  form.notes.push_back(
      {tr("It stays in the house and stops nothing: 0 is missing, 3 is as good as it gets.")});
  std::vector<const model::Criterion*> criteria;
  if (session.criteria) criteria = model::criteriaFor(*session.criteria, page.file());
  for (const auto* one : criteria) {
    std::vector<FieldChoice> levels{{"", "–", false}};
    for (std::size_t points = 0; points < one->levels(language).size(); ++points)
      levels.push_back(
          {std::to_string(points), std::to_string(points) + "  " + one->levels(language)[points], false});
    form.fields.push_back({"points." + one->key,
                           key(one->discipline) + " · " + one->text(language),
                           FormFieldKind::choice,
                           {},
                           std::move(levels),
                           false});
  }
  form.fields.push_back({"note", tr("Note"), FormFieldKind::text, {}, {}, false});
  form.execute = [assessor, criteria = session.criteria](Workplace workplace, CaseTarget target,
                                                         const FormValues& values) {
    model::ReportAssessment input;
    input.target = std::move(target);
    input.assessor = assessor;
    if (criteria)
      for (const auto& one : criteria->criteria)
        if (const std::string points = at(values, "points." + one.key); !points.empty())
          input.points.push_back({one.key, points[0] - '0'});
    input.note = at(values, "note");
    return model::AssessReport(std::move(workplace), *criteria).execute(input);
  };
  return form;
}

}  // namespace octad::viewmodels
