#include "gui/viewmodels/policy_forms.hpp"

#include <algorithm>
#include <charconv>

#include "gui/viewmodels/form_values.hpp"
#include "model/core/error.hpp"
#include "model/policy/policy_check.hpp"
#include "model/usecases/release_policy.hpp"

namespace octad::viewmodels {

using model::ClockStep;
using model::ClockUnit;
using model::Invalid;
using model::Message;
using model::Policy;
using model::tr;
using model::translated;

namespace {

constexpr std::size_t kShownChanges = 3;  ///< of a try-out, in the form

std::string joined(const std::vector<std::string>& rules) {
  std::string out;
  for (const auto& rule : rules) out += (out.empty() ? "" : ",") + rule;
  return out;
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> out;
  std::size_t from = 0;
  while (from <= text.size()) {
    const std::size_t comma = std::min(text.find(',', from), text.size());
    out.push_back(text.substr(from, comma - from));
    from = comma + 1;
  }
  return out;
}

/// The orders of rules that are offered; one of its own that a policy has is kept as it is.
std::vector<FieldChoice> orders(const Policy& base) {
  std::vector<FieldChoice> choices{
      {"safety,penalty,ppm,quantity_major,rate_other,quantity_general,otherwise",
       tr("Quantity makes major; then the rate; then general"), true},
      {"safety,penalty,ppm,quantity_major,quantity_general,otherwise",
       tr("Quantity alone: the rate never lowers a class"), true},
      {"safety,penalty,ppm,rate_other,quantity_major,quantity_general,otherwise",
       tr("Rate first: a low rate is another quality issue whatever the quantity"), true},
  };
  const std::string own = joined(base.rules);
  const bool known = std::any_of(choices.begin(), choices.end(),
                                 [&own](const FieldChoice& choice) { return choice.key == own; });
  if (!known) choices.push_back({own, own, false});
  return choices;
}

FormField number(const std::string& name, const char* label, long long value, bool beside) {
  return {name, label, FormFieldKind::quantity, std::to_string(value), {}, beside};
}

/// The label of a threshold names the kind of defect too; a catalogue has each in whole.
const char* thresholdLabel(model::DefectKind kind, bool major) {
  switch (kind) {
    case model::DefectKind::functional:
      return major ? tr("Functional: major from") : tr("Functional: general from");
    case model::DefectKind::appearance:
      return major ? tr("Appearance: major from") : tr("Appearance: general from");
    case model::DefectKind::other:
      return major ? tr("Other defects: major from") : tr("Other defects: general from");
  }
  return "";
}

std::vector<FormField> fieldsOf(const Policy& base) {
  std::vector<FormField> fields{
      {"name", tr("Policy"), FormFieldKind::line, base.name},
      {"document_no", tr("Document no."), FormFieldKind::line, base.documentNo, {}, true},
      {"owner", tr("Owner"), FormFieldKind::line, base.owner},
      {"effective_from", tr("Effective from"), FormFieldKind::date, {}, {}, true},
      {"rules", tr("What decides the class"), FormFieldKind::choice, joined(base.rules), orders(base)},
  };
  for (std::size_t i = 0; i < base.thresholds.size(); ++i) {
    const std::string path = "thresholds." + std::to_string(i);
    const auto& at = base.thresholds[i];
    fields.push_back(number(path + ".general", thresholdLabel(at.kind, false), at.general, i % 2 == 1));
    fields.push_back(number(path + ".major", thresholdLabel(at.kind, true), at.major, true));
  }
  fields.push_back({"rate_below",
                    tr("Rate limit, % of delivered"),
                    FormFieldKind::line,
                    model::plainNumber(base.rateBelow * 100),
                    {},
                    base.thresholds.size() % 2 == 1});
  fields.push_back(number("weight_major", tr("Weight: major"), base.weightMajor, false));
  fields.push_back(number("weight_general", tr("Weight: general"), base.weightGeneral, true));
  fields.push_back(number("weight_other", tr("Weight: other"), base.weightOther, true));
  fields.push_back(number("verification_lots", tr("Verification: lots"), base.verificationLots, false));
  fields.push_back(number("verification_days", tr("Verification: days"), base.verificationDays, true));
  fields.push_back(
      number("duplicate_months", tr("Likely duplicates: months back"), base.duplicateMonths, true));
  fields.push_back(number("deemed_answer_days", tr("Unanswered after: working days (0: never)"),
                          base.deemedAnswerDays, false));
  fields.push_back(reasonField(tr("Why it is released")));
  return fields;
}

std::vector<FormField> clockFields(const Policy& base, std::size_t row) {
  const ClockStep step = row < base.clocks.size() ? base.clocks[row] : ClockStep{};
  const auto name = [row](const char* field) { return rowField("clocks", row, field); };
  return {
      {name("name"), tr("Promise"), FormFieldKind::choice, key(step.name), choicesOf<model::ClockName>()},
      {name("target"),
       tr("Within"),
       FormFieldKind::quantity,
       step.target() > 0 ? std::to_string(step.target()) : std::string(),
       {},
       true},
      {name("unit"), tr("Unit of time"), FormFieldKind::choice, key(step.unit()), choicesOf<ClockUnit>(),
       true},
      {name("start_event"), tr("Starts with"), FormFieldKind::choice, key(step.startEvent),
       choicesOf<model::ClockStart>(), true},
      {name("pausable"), tr("Can be paused"), FormFieldKind::check, step.pausable ? "1" : "", {}, true},
  };
}

/// The number of a field. Throws Invalid(name).
long long whole(const FormValues& typed, const std::string& name) {
  if (at(typed, name).empty()) throw Invalid(name, tr("A number is needed here."));
  return quantity(typed, name);
}

double shareOf(const FormValues& typed) {
  const std::string text = at(typed, "rate_below");
  double percent = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), percent);
  if (error != std::errc() || end != text.data() + text.size())
    throw Invalid("rate_below", {tr("\"{0}\" is not a rate: enter percent such as 1 or 0.5."), {text}});
  return percent / 100;
}

ClockStep clockTyped(const FormValues& typed, std::size_t row) {
  const auto name = [row](const char* field) { return rowField("clocks", row, field); };
  ClockStep step;
  step.name = chosen(typed, name("name"), step.name);
  step.startEvent = chosen(typed, name("start_event"), step.startEvent);
  step.pausable = at(typed, name("pausable")) == "1";
  step.setTarget(chosen(typed, name("unit"), ClockUnit::hours), whole(typed, name("target")));
  return step;
}

FormRows clockRows(const Policy& base) {
  FormRows rows;
  rows.key = "clocks";
  rows.title = tr("Clocks");
  rows.addLabel = tr("Add a clock");
  rows.removeLabel = tr("Remove this clock");
  rows.count = base.clocks.size();
  rows.make = [base](std::size_t row) { return clockFields(base, row); };
  return rows;
}

/// What is wrong with what is typed; when nothing is, what closed cases would have been by it.
std::vector<Message> tryOutWords(const Policy& base, const std::vector<Policy>& all,
                                 const std::vector<model::JudgedCase>& cases, const FormValues& typed) {
  std::vector<Message> words;
  Policy policy;
  try {
    policy = policyTyped(base, typed);
  } catch (const Invalid& wrong) {
    return {wrong.message()};
  }
  for (const auto& problem : model::policyProblems(policy)) words.push_back(problem.sentence);
  if (!words.empty()) return words;
  const auto result = model::tryOut(policy, cases, all);
  words.push_back(model::tryOutSummary(result));
  for (const auto& line : result.changed) {
    if (words.size() > kShownChanges) {
      words.push_back({tr("… and {0} more: octadctl policy try lists them all."),
                       {std::to_string(result.changed.size() - kShownChanges)}});
      break;
    }
    words.push_back({tr("{0} {1}: {2} → {3}, counts {4} → {5}"),
                     {line.number, line.customerName, translated(model::labelOf(line.from)),
                      translated(model::labelOf(line.to)), std::to_string(line.weightFrom),
                      std::to_string(line.weightTo)}});
  }
  return words;
}

int newestOf(const std::vector<Policy>& all, const std::string& name) {
  int newest = 0;
  for (const auto& policy : all)
    if (policy.name == name) newest = std::max(newest, policy.revision);
  return newest;
}

}  // namespace

const char* ruleLabel(const std::string& rule) {
  if (rule == "safety") return tr("safety is major");
  if (rule == "penalty") return tr("penalty clause is major");
  if (rule == "ppm") return tr("PPM target exceeded is major");
  if (rule == "quantity_major") return tr("quantity makes major");
  if (rule == "rate_other") return tr("a low rate makes other");
  if (rule == "quantity_general") return tr("quantity makes general");
  return tr("otherwise other");
}

Policy policyTyped(const Policy& base, const FormValues& typed) {
  Policy policy = base;
  policy.name = at(typed, "name");
  policy.documentNo = at(typed, "document_no");
  policy.owner = at(typed, "owner");
  policy.effectiveFrom = parseDay(at(typed, "effective_from"), "effective_from");
  policy.rules = split(at(typed, "rules"));
  for (std::size_t i = 0; i < policy.thresholds.size(); ++i) {
    const std::string path = "thresholds." + std::to_string(i);
    policy.thresholds[i].general = whole(typed, path + ".general");
    policy.thresholds[i].major = whole(typed, path + ".major");
  }
  policy.rateBelow = shareOf(typed);
  policy.weightMajor = static_cast<int>(whole(typed, "weight_major"));
  policy.weightGeneral = static_cast<int>(whole(typed, "weight_general"));
  policy.weightOther = static_cast<int>(whole(typed, "weight_other"));
  policy.verificationLots = static_cast<int>(whole(typed, "verification_lots"));
  policy.verificationDays = static_cast<int>(whole(typed, "verification_days"));
  policy.duplicateMonths = static_cast<int>(whole(typed, "duplicate_months"));
  policy.deemedAnswerDays = static_cast<int>(whole(typed, "deemed_answer_days"));
  policy.clocks.clear();
  const std::size_t rows = rowCount(clockRows(base), typed);
  for (std::size_t row = 0; row < rows; ++row) policy.clocks.push_back(clockTyped(typed, row));
  return policy;
}

PolicyForm policyReleaseForm(const Policy& base, std::vector<Policy> all,
                             std::vector<model::JudgedCase> cases) {
  PolicyForm form;
  form.title = {tr("New revision of {0}"), {base.name}};
  form.okLabel = tr("Release");
  form.notes.push_back(
      {tr("Cases keep the revision they were judged by; the new one judges cases registered from "
          "its effective date on. With another name it becomes a policy of its own.")});
  form.fields = fieldsOf(base);
  form.rows = clockRows(base);
  form.warnings = [base, all, cases = std::move(cases)](const FormValues& typed) {
    return tryOutWords(base, all, cases, typed);
  };
  form.whyNot = [](const PoliciesViewModel& page) { return page.whyNot(); };
  form.execute = [base, all](model::Workplace workplace, const std::string& requestId,
                             const FormValues& typed) {
    model::PolicyDraft draft;
    draft.policy = policyTyped(base, typed);
    draft.basedOn = newestOf(all, draft.policy.name);
    draft.reason = at(typed, "reason");
    draft.requestId = requestId;
    return model::ReleasePolicy(std::move(workplace)).execute(draft);
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
  form.execute = [chosen](model::Workplace workplace, const std::string&, const FormValues& typed) {
    model::UsePolicy(std::move(workplace)).execute(chosen.name, at(typed, "reason"));
    return chosen;
  };
  return form;
}

}  // namespace octad::viewmodels
