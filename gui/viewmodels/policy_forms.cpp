#include "gui/viewmodels/policy_forms.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "gui/viewmodels/department_name.hpp"
#include "gui/viewmodels/form_places.hpp"
#include "gui/viewmodels/form_values.hpp"
#include "model/core/error.hpp"
#include "model/policy/policy_check.hpp"
#include "model/usecases/release_policy.hpp"

namespace octad::viewmodels {

using model::Invalid;
using model::Message;
using model::Policy;
using model::tr;

namespace {

constexpr std::size_t kShownChanges = 3;  ///< of a try-out, in the form

/// What every form of a policy begins with, whatever part of it changes.
std::vector<FormField> headFields(const Policy& base) {
  return {
      {"name", tr("Policy"), FormFieldKind::line, base.name},
      {"document_no", tr("Document no."), FormFieldKind::line, base.documentNo, {}, true},
      {"owner", tr("Owner"), FormFieldKind::line, base.owner},
      {"effective_from", tr("Effective from"), FormFieldKind::date, {}, {}, true},
  };
}

std::vector<Message> problemWords(const Policy& policy, const PolicySurroundings& among) {
  std::vector<Message> words;
  for (const auto& problem : model::policyProblems(policy, model::codesOf(among.departments)))
    words.push_back(problem.sentence);
  return words;
}

/// What closed cases would have been by a policy that can judge.
std::vector<Message> tryOutWords(const Policy& policy, const PolicySurroundings& among) {
  std::vector<Message> words;
  const auto result = model::tryOut(policy, among.cases, among.all);
  words.push_back(model::tryOutSummary(result));
  if (result.excluded > 0) words.push_back(model::excludedWords(result));
  std::size_t shown = 0;
  for (const auto& line : result.changed) {
    if (++shown > kShownChanges) {
      words.push_back({tr("… and {0} more: octadctl policy try lists them all."),
                       {std::to_string(result.changed.size() - kShownChanges)}});
      break;
    }
    words.push_back(
        {tr("{0} {1}: {2} → {3}, counts {4} → {5}"),
         {line.number, line.customerName, model::listed({line.nameFrom}), model::listed({line.nameTo}),
          std::to_string(line.weightFrom), std::to_string(line.weightTo)}});
  }
  return words;
}

/// Tells below the fields what is wrong with the policy that was typed, else what closed cases would have
/// been by it.
void tellWhileTyping(FormBody& form, std::function<Policy(const FormValues&)> policyOf,
                     const PolicySurroundings& among) {
  form.warnings = [policyOf, among, asked = form](const FormValues& typed) -> std::vector<Message> {
    try {
      return problemWords(policyOf(typed), among);
    } catch (const Invalid& wrong) {
      return {placedMistake(asked, typed, wrong)};
    }
  };
  form.findings = [policyOf = std::move(policyOf), among](const FormValues& typed) -> std::vector<Message> {
    try {
      const Policy policy = policyOf(typed);
      return problemWords(policy, among).empty() ? tryOutWords(policy, among) : std::vector<Message>{};
    } catch (const Invalid&) {
      return {};  // told by the warnings
    }
  };
}

std::vector<FieldChoice> departmentChoices(const PolicySurroundings& among) {
  std::vector<FieldChoice> choices;
  for (const auto& department : among.departments)
    if (department.active)
      choices.push_back({department.code, codeAndName(department, among.language), false});
  return choices;
}

/// The field of a mistake: the class of a rule has one that is called by the rule.
std::string fieldOfMistake(const Policy& policy, const std::string& field) {
  for (std::size_t i = 0; i < policy.ruleClasses.size(); ++i)
    if (field == "rule_classes." + std::to_string(i)) return "rule_class." + policy.ruleClasses[i].rule;
  return field;
}

/// Releases a policy made from those in `all`. Throws as `ReleasePolicy` does, at the fields of its form.
Policy release(model::Workplace workplace, const std::string& requestId, const FormValues& typed,
               Policy policy, const std::vector<Policy>& all) {
  model::PolicyDraft draft;
  draft.policy = std::move(policy);
  if (const Policy* newest = model::newestRevision(all, draft.policy.name)) draft.basedOn = newest->revision;
  draft.reason = at(typed, "reason");
  draft.requestId = requestId;
  try {
    return model::ReleasePolicy(std::move(workplace)).execute(draft);
  } catch (const Invalid& wrong) {
    throw Invalid(fieldOfMistake(draft.policy, wrong.field()), wrong.message());
  }
}

/// One of these policies as a form about it names it.
Policy taken(const std::vector<Policy>& missing, const FormValues& typed) {
  const Policy* found = model::newestRevision(missing, at(typed, "source"));
  if (!found) throw Invalid("source", tr("Choose the policy to begin from."));
  Policy policy = *found;
  if (!at(typed, "name").empty()) policy.name = at(typed, "name");
  policy.effectiveFrom = parseDay(at(typed, "effective_from"), "effective_from");
  return policy;
}

}  // namespace

const char* ruleLabel(const std::string& rule) {
  if (rule == "safety") return tr("safety is major");
  if (rule == "penalty") return tr("penalty clause is major");
  if (rule == "ppm") return tr("PPM target exceeded is major");
  if (rule == "quantity_major") return tr("quantity makes major");
  if (rule == "rate_other") return tr("a low rate makes other");
  if (rule == "quantity_general") return tr("quantity makes general");
  if (rule == "external") return tr("authority or media is major");
  if (rule == "dissatisfied") return tr("a dissatisfied customer is major");
  if (rule == "repeat") return tr("a repeated complaint is major");
  return tr("otherwise other");
}

Message ruleWords(const Policy& policy, const std::string& rule) {
  if (policy.classes.empty() && policy.ruleClasses.empty()) return {ruleLabel(rule)};
  model::SeverityClass severity = model::classOfRule(policy, rule);
  if (rule == "rate_other") severity = model::SeverityClass::other;
  if (rule == "quantity_general") severity = model::SeverityClass::general;
  if (rule == "otherwise") severity = model::lowestClass(policy);
  return {"{0} = {1}", {model::translated(ruleName(rule)), model::classNameArgument(policy, severity)}};
}

const char* ruleName(const std::string& rule) {
  if (rule == "safety") return tr("safety");
  if (rule == "penalty") return tr("penalty clause");
  if (rule == "ppm") return tr("PPM target exceeded");
  if (rule == "external") return tr("authority or media");
  if (rule == "dissatisfied") return tr("customer not satisfied");
  if (rule == "repeat") return tr("repeated complaint");
  if (rule == "rate_other") return tr("low rate");
  if (rule == "otherwise") return tr("otherwise");
  if (rule == "overruled") return tr("decided by hand");
  if (rule.starts_with("quantity")) return tr("quantity");
  return rule.c_str();
}

const char* ruleTitle(const std::string& rule) {
  if (rule == "safety") return tr("Safety");
  if (rule == "penalty") return tr("Penalty clause");
  if (rule == "external") return tr("Authority or media");
  if (rule == "dissatisfied") return tr("Customer not satisfied");
  if (rule == "repeat") return tr("Repeated complaint");
  if (rule == "quantity_major") return tr("Quantity makes major");
  if (rule == "rate_other") return tr("Low rate makes other");
  if (rule == "quantity_general") return tr("Quantity makes general");
  return ruleName(rule);
}

Policy policyTyped(const Policy& base, const FormValues& typed, PolicyPart part) {
  Policy policy = base;
  policy.name = at(typed, "name");
  policy.documentNo = at(typed, "document_no");
  policy.owner = at(typed, "owner");
  policy.effectiveFrom = parseDay(at(typed, "effective_from"), "effective_from");
  partOf(base, part).take(policy, typed);
  return policy;
}

PolicyForm policyReleaseForm(const Policy& base, PolicySurroundings among, PolicyPart part) {
  PolicyForm form;
  form.title = {tr("New revision of {0}: {1}"), {base.name, model::translated(partLabel(part))}};
  form.okLabel = tr("Release");
  form.notes.push_back(
      {tr("Cases keep the revision they were judged by; the new one judges cases registered from "
          "its effective date on. With another name it becomes a policy of its own.")});
  if (part == PolicyPart::escalation)
    form.notes.push_back(
        {tr("The table in force on the day the job runs holds for everything that is open.")});
  PolicyPartBody body = partOf(base, part, departmentChoices(among));
  form.fields = headFields(base);
  form.fields.insert(form.fields.end(), body.fields.begin(), body.fields.end());
  form.fields.push_back(reasonField(tr("Why it is released")));
  form.rows = std::move(body.rows);
  tellWhileTyping(
      form, [base, part](const FormValues& typed) { return policyTyped(base, typed, part); }, among);
  form.whyNot = [](const PoliciesViewModel& page) { return page.whyNot(); };
  form.execute = [base, all = among.all, part](model::Workplace workplace, const std::string& requestId,
                                               const FormValues& typed) {
    return release(std::move(workplace), requestId, typed, policyTyped(base, typed, part), all);
  };
  return form;
}

std::vector<Policy> missingPolicies(const std::vector<Policy>& shipped, const std::vector<Policy>& all) {
  std::vector<Policy> missing;
  for (const auto& policy : shipped) {
    const Policy* known = model::newestRevision(all, policy.name);
    if (!known || !model::sameContent(*known, policy)) missing.push_back(policy);
  }
  return missing;
}

PolicyForm policyTakeForm(const std::vector<Policy>& missing, PolicySurroundings among) {
  PolicyForm form;
  form.title = {tr("Begin from a policy that ships with Octad")};
  form.okLabel = tr("Release");
  form.notes.push_back({tr(
      "It becomes a policy of this database, or the next revision of the one with that name. Its parts are "
      "changed afterwards as those of any other.")});
  std::vector<FieldChoice> choices;
  for (const auto& policy : missing) choices.push_back({policy.name, policy.name, false});
  form.fields = {{"source", tr("Shipped policy"), FormFieldKind::choice, missing.front().name, choices},
                 {"name", tr("Name here (empty: as it is called)"), FormFieldKind::line, {}},
                 {"effective_from", tr("Effective from"), FormFieldKind::date, {}, {}, true},
                 reasonField(tr("Why it is released"))};
  tellWhileTyping(
      form, [missing](const FormValues& typed) { return taken(missing, typed); }, among);
  form.whyNot = [](const PoliciesViewModel& page) { return page.whyNot(); };
  form.execute = [missing, all = among.all](model::Workplace workplace, const std::string& requestId,
                                            const FormValues& typed) {
    return release(std::move(workplace), requestId, typed, taken(missing, typed), all);
  };
  return form;
}

PolicyForm policyUseForm(const Policy& chosen) {
  PolicyForm form;
  form.title = {tr("Judge new cases by {0}"), {chosen.name}};
  form.okLabel = tr("Put in force");
  form.notes.push_back({tr("Cases that are registered already keep the policy they were judged by.")});
  form.fields = {reasonField()};
  form.whyNot = [](const PoliciesViewModel& page) { return page.whyNot(); };
  form.execute = [chosen](model::Workplace workplace, const std::string& requestId, const FormValues& typed) {
    model::UsePolicy(std::move(workplace)).execute(chosen.name, at(typed, "reason"), requestId);
    return chosen;
  };
  return form;
}

}  // namespace octad::viewmodels
