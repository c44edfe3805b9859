// The part of a policy that judges: what decides the class, what counts, how long each promise is.
#include <algorithm>
#include <charconv>

#include "gui/viewmodels/form_values.hpp"
#include "gui/viewmodels/policy_parts.hpp"
#include "model/core/error.hpp"

namespace octad::viewmodels {

using model::ClockStep;
using model::ClockUnit;
using model::Invalid;
using model::Policy;
using model::tr;

namespace {

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
      {"external,safety,penalty,ppm,quantity_general,otherwise",
       tr("Three levels: authority or media; safety, rights and quantity; the rest"), true},
      {"safety,external,dissatisfied,repeat,penalty,ppm,quantity_major,otherwise",
       tr("A and B: whatever needs more than an answer on the spot is B"), true},
  };
  const std::string own = joined(base.rules);
  const bool known = std::any_of(choices.begin(), choices.end(),
                                 [&own](const FieldChoice& choice) { return choice.key == own; });
  if (!known) choices.push_back({own, own, false});
  return choices;
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

/// The kinds of defects without thresholds of their own.
std::vector<model::DefectKind> missingKinds(const Policy& base) {
  std::vector<model::DefectKind> kinds;
  for (const auto& entry : model::EnumKeys<model::DefectKind>::entries)
    if (std::none_of(base.thresholds.begin(), base.thresholds.end(),
                     [&entry](const model::Thresholds& at) { return at.kind == entry.value; }))
      kinds.push_back(entry.value);
  return kinds;
}

/// Thresholds of the policy, then empty ones of the kinds that it leaves to another kind.
std::vector<FormField> thresholdFields(const Policy& base) {
  std::vector<FormField> fields;
  const auto add = [&fields](model::DefectKind kind, const model::Thresholds* at) {
    const std::size_t place = fields.size() / 2;
    const std::string path = "thresholds." + std::to_string(place);
    const auto pieces = [&](const char* name, bool major, long long value, bool beside) {
      fields.push_back({path + name,
                        thresholdLabel(kind, major),
                        FormFieldKind::quantity,
                        at ? std::to_string(value) : std::string(),
                        {},
                        beside});
    };
    pieces(".general", false, at ? at->general : 0, place % 2 == 1);
    pieces(".major", true, at ? at->major : 0, true);
  };
  for (const auto& at : base.thresholds) add(at.kind, &at);
  for (const auto kind : missingKinds(base)) add(kind, nullptr);
  return fields;
}

std::vector<FormField> fieldsOf(const Policy& base) {
  std::vector<FormField> fields{
      {"rules", tr("What decides the class"), FormFieldKind::choice, joined(base.rules), orders(base)},
  };
  const auto thresholds = thresholdFields(base);
  fields.insert(fields.end(), thresholds.begin(), thresholds.end());
  fields.push_back({"rate_below",
                    tr("Rate limit, % of delivered"),
                    FormFieldKind::line,
                    model::plainNumber(base.rateBelow * 100),
                    {},
                    thresholds.size() / 2 % 2 == 1});
  fields.push_back(numberField("weight_major", tr("Weight: major"), base.weightMajor, false));
  fields.push_back(numberField("weight_general", tr("Weight: general"), base.weightGeneral, true));
  fields.push_back(numberField("weight_other", tr("Weight: other"), base.weightOther, true));
  fields.push_back(numberField("weight_not_ours", tr("Weight: not ours"), base.weightNotOurs, true));
  fields.push_back(numberField("uncounted_hours", tr("Not counted if solved within, h (0: all count)"),
                               base.uncountedHours, false));
  fields.push_back({"uncounted_first_level",
                    tr("Only when no department was asked"),
                    FormFieldKind::check,
                    base.uncountedFirstLevel ? "1" : "",
                    {},
                    true});
  return fields;
}

double shareOf(const FormValues& typed) {
  const std::string text = at(typed, "rate_below");
  double percent = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), percent);
  if (error != std::errc() || end != text.data() + text.size())
    throw Invalid("rate_below", {tr("\"{0}\" is not a rate: enter percent such as 1 or 0.5."), {text}});
  return percent / 100;
}

std::string clockPath(std::size_t row) {
  return "clocks." + std::to_string(row);
}

FormRows clockRows(const Policy& base) {
  FormRows rows;
  rows.key = "clocks";
  rows.title = tr("Clocks");
  rows.addLabel = tr("Add a clock");
  rows.removeLabel = tr("Remove this clock");
  rows.count = base.clocks.size();
  rows.make = [base](std::size_t row) {
    return clockFields(clockPath(row), row < base.clocks.size() ? base.clocks[row] : ClockStep{});
  };
  return rows;
}

/// Those of a kind that has none may stay empty.
void takeThresholds(Policy& policy, const FormValues& typed) {
  const auto missing = missingKinds(policy);
  const auto read = [&typed](const std::string& path, model::Thresholds& into) {
    into.general = wholeNumber(typed, path + ".general");
    into.major = wholeNumber(typed, path + ".major");
  };
  std::size_t place = 0;
  for (auto& known : policy.thresholds) read("thresholds." + std::to_string(place++), known);
  for (const auto kind : missing) {
    const std::string path = "thresholds." + std::to_string(place++);
    if (at(typed, path + ".general").empty() && at(typed, path + ".major").empty()) continue;
    model::Thresholds own;
    own.kind = kind;
    read(path, own);
    policy.thresholds.push_back(own);
  }
}

void takeRules(Policy& policy, const FormValues& typed, const FormRows& clocks) {
  policy.rules = split(at(typed, "rules"));
  dropLostClasses(policy);
  takeThresholds(policy, typed);
  policy.rateBelow = shareOf(typed);
  const auto number = [&typed](const char* name) { return static_cast<int>(wholeNumber(typed, name)); };
  policy.weightMajor = number("weight_major");
  policy.weightGeneral = number("weight_general");
  policy.weightOther = number("weight_other");
  policy.weightNotOurs = number("weight_not_ours");
  policy.uncountedHours = number("uncounted_hours");
  policy.uncountedFirstLevel = at(typed, "uncounted_first_level") == "1";
  policy.clocks.clear();
  const std::size_t rows = rowCount(clocks, typed);
  for (std::size_t row = 0; row < rows; ++row) policy.clocks.push_back(clockTyped(typed, clockPath(row)));
}

}  // namespace

std::vector<FormField> clockFields(const std::string& path, const std::optional<ClockStep>& step,
                                   const char* none) {
  const ClockStep shown = step.value_or(ClockStep{});
  return {
      {path + ".name", tr("Promise"), FormFieldKind::choice, step ? key(shown.name) : std::string(),
       choicesOf<model::ClockName>(none)},
      {path + ".target",
       tr("Within"),
       FormFieldKind::quantity,
       shown.target() > 0 ? std::to_string(shown.target()) : std::string(),
       {},
       true},
      {path + ".unit", tr("Unit of time"), FormFieldKind::choice, key(shown.unit()), choicesOf<ClockUnit>(),
       true},
      {path + ".start_event", tr("Starts with"), FormFieldKind::choice, key(shown.startEvent),
       choicesOf<model::ClockStart>(), true},
      {path + ".pausable", tr("Can be paused"), FormFieldKind::check, shown.pausable ? "1" : "", {}, true},
  };
}

ClockStep clockTyped(const FormValues& typed, const std::string& path) {
  ClockStep step;
  step.name = chosen(typed, path + ".name", step.name);
  step.startEvent = chosen(typed, path + ".start_event", step.startEvent);
  step.pausable = at(typed, path + ".pausable") == "1";
  step.setTarget(chosen(typed, path + ".unit", ClockUnit::hours), wholeNumber(typed, path + ".target"));
  return step;
}

FormField numberField(const std::string& name, const char* label, long long value, bool beside) {
  return {name, label, FormFieldKind::quantity, std::to_string(value), {}, beside};
}

long long wholeNumber(const FormValues& typed, const std::string& name) {
  if (at(typed, name).empty()) throw Invalid(name, tr("A number is needed here."));
  return quantity(typed, name);
}

PolicyPartBody rulesPart(const Policy& base) {
  PolicyPartBody part{fieldsOf(base), clockRows(base), {}};
  part.take = [rows = part.rows](Policy& policy, const FormValues& typed) { takeRules(policy, typed, rows); };
  return part;
}

}  // namespace octad::viewmodels
