// The part of a policy that puts the rules of the class in any order.
#include <algorithm>
#include <array>

#include "gui/viewmodels/form_values.hpp"
#include "gui/viewmodels/policy_forms.hpp"
#include "gui/viewmodels/policy_parts.hpp"

namespace octad::viewmodels {

using model::Policy;
using model::tr;

namespace {

constexpr const char* kRules = "rules";
constexpr std::string_view kOtherwise = "otherwise";  ///< always the last one, and no choice
constexpr std::array kInOrder{"safety", "penalty",        "ppm",        "external",        "dissatisfied",
                              "repeat", "quantity_major", "rate_other", "quantity_general"};

std::vector<FieldChoice> ruleChoices() {
  std::vector<FieldChoice> choices;
  for (const std::string rule : kInOrder) choices.push_back({rule, ruleTitle(rule)});
  return choices;
}

/// Rules that are there, then those that are not: a row that is added is none twice.
std::vector<std::string> startRules(const Policy& base) {
  std::vector<std::string> rules = base.rules;
  std::erase(rules, kOtherwise);
  for (const std::string rule : kInOrder)
    if (std::find(rules.begin(), rules.end(), rule) == rules.end()) rules.push_back(rule);
  return rules;
}

void takeOrder(Policy& policy, const FormValues& typed, const FormRows& rows) {
  policy.rules.clear();
  for (std::size_t row = 0; row < rowCount(rows, typed); ++row)
    policy.rules.push_back(at(typed, rowField(kRules, row, "rule")));
  policy.rules.emplace_back(kOtherwise);
  dropLostClasses(policy);
}

}  // namespace

void dropLostClasses(Policy& policy) {
  std::erase_if(policy.ruleClasses,
                [&policy](const model::RuleClass& own) { return !model::hasRule(policy, own.rule); });
}

PolicyPartBody orderPart(const Policy& base) {
  PolicyPartBody part;
  const RowWords words{kRules,
                       tr("The first rule that applies decides the class; when none does, it is the lowest"),
                       tr("Add a rule"), tr("Remove this rule")};
  const auto row = [rules = startRules(base)](std::size_t place) {
    const std::string rule = rules[std::min(place, rules.size() - 1)];
    return std::vector<FormField>{
        {rowField(kRules, place, "rule"), tr("Rule"), FormFieldKind::choice, rule, ruleChoices()}};
  };
  const auto own = static_cast<std::size_t>(std::count_if(
      base.rules.begin(), base.rules.end(), [](const std::string& rule) { return rule != kOtherwise; }));
  setRows(part, words, own, row, takeOrder);
  part.rows.upLabel = tr("Move this rule up");
  return part;
}

}  // namespace octad::viewmodels
