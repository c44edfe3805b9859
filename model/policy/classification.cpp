#include "model/policy/classification.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/core/text.hpp"
#include "model/policy/policy_check.hpp"

namespace octad::model {

namespace {

constexpr const char* kFromOn = tr("{0} x {1} of the same kind: {2} or more is {3}.");

/// Same part, same failure, same kind of defect (S3-D13).
struct Group {
  ItemClass result;
  DefectKind kind = DefectKind::functional;
};

/// What a rule that fires says.
struct Verdict {
  SeverityClass severity;
  Message reason;
};

void check(const ClassifyInput& input) {
  if (input.items.empty())
    throw Invalid("items", {tr("A complaint needs at least one item with part, failure and quantity.")});
  for (std::size_t i = 0; i < input.items.size(); ++i) {
    const ClassifyItem& item = input.items[i];
    const std::string path = "items." + std::to_string(i) + ".";
    const auto range = [&path](const char* field) {
      return Invalid(path + field,
                     {tr("{0} must be from 0 to {1}."), {translated(fieldLabel(field)), "10,000,000"}});
    };
    if (item.quantityDefective < 0 || item.quantityDefective > kMaxQuantity) throw range("qty_defective");
    if (!item.quantityDelivered) continue;
    if (*item.quantityDelivered < 0 || *item.quantityDelivered > kMaxQuantity) throw range("qty_delivered");
    if (item.quantityDefective > *item.quantityDelivered)
      throw Invalid(path + "qty_defective",
                    {tr("Defective {0} of {1} delivered: correct one of the two quantities."),
                     {std::to_string(item.quantityDefective), std::to_string(*item.quantityDelivered)}});
  }
  const auto checkPpm = [](const std::optional<double>& ppm, const char* field) {
    if (ppm && !(*ppm >= 0 && *ppm <= 1'000'000))
      throw Invalid(field, {tr("PPM must be from 0 to 1,000,000.")});
  };
  checkPpm(input.ppmTarget, "ppm_target");
  checkPpm(input.ppmActual, "ppm_actual");
}

std::vector<Group> groupsOf(const std::vector<ClassifyItem>& items) {
  std::vector<Group> groups;
  std::vector<std::pair<std::string, std::string>> keys;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const ClassifyItem& item = items[i];
    const std::pair key{foldText(item.part), foldText(item.failure)};
    const bool alone = key.first.empty() && key.second.empty();
    std::size_t at = alone ? groups.size() : 0;
    while (at < groups.size() && (keys[at] != key || groups[at].kind != item.defectKind)) ++at;
    if (at == groups.size()) {
      groups.push_back({{item.part, item.failure, 0, 0, SeverityClass::other, {}, {}, {}}, item.defectKind});
      keys.push_back(key);
    }
    ItemClass& sum = groups[at].result;
    sum.quantityDefective += item.quantityDefective;
    if (sum.quantityDelivered && item.quantityDelivered)
      *sum.quantityDelivered += *item.quantityDelivered;
    else
      sum.quantityDelivered.reset();
    sum.positions.push_back(static_cast<int>(i));
  }
  return groups;
}

/// Appearance stands in for a kind of defect that the policy has no thresholds for (X-1e).
const Thresholds& thresholdsOf(DefectKind kind, const Policy& policy) {
  const Thresholds* found = nullptr;
  for (const auto& candidate : policy.thresholds) {
    if (candidate.kind == kind) return candidate;
    if (candidate.kind == DefectKind::appearance && kind == DefectKind::other) found = &candidate;
  }
  if (found) return *found;
  throw Invalid("thresholds", {tr("Policy {0} has no thresholds for \"{1}\": add them."),
                               {policy.name, translated(labelOf(kind))}});
}

/// The words of a rule about pieces: those of the usual classes, or with the names of the scheme.
struct QuantityWords {
  const char* functional;
  const char* appearance;
  const char* other;
  const char* named;
};

Message quantityReason(const Group& group, long long bound, SeverityClass severity, const Policy& policy,
                       const QuantityWords& words) {
  const std::string pieces = std::to_string(group.result.quantityDefective);
  if (!policy.classes.empty())
    return {words.named,
            {pieces, translated(labelOf(group.kind)), std::to_string(bound),
             classNameArgument(policy, severity)}};
  const char* text = group.kind == DefectKind::functional   ? words.functional
                     : group.kind == DefectKind::appearance ? words.appearance
                                                            : words.other;
  return {text, {pieces, std::to_string(bound)}};
}

std::optional<Verdict> majorByQuantity(const Group& group, const Policy& policy) {
  const long long bound = thresholdsOf(group.kind, policy).major;
  if (group.result.quantityDefective < bound) return std::nullopt;
  return Verdict{SeverityClass::major,
                 quantityReason(group, bound, SeverityClass::major, policy,
                                {tr("{0} functional defects of the same kind: {1} or more is major."),
                                 tr("{0} appearance defects of the same kind: {1} or more is major."),
                                 tr("{0} other defects of the same kind: {1} or more is major."), kFromOn})};
}

std::optional<Verdict> generalByQuantity(const Group& group, const Policy& policy) {
  const long long bound = thresholdsOf(group.kind, policy).general;
  if (group.result.quantityDefective < bound) return std::nullopt;
  return Verdict{
      SeverityClass::general,
      quantityReason(group, bound, SeverityClass::general, policy,
                     {tr("{0} functional defects of the same kind: {1} or more is general."),
                      tr("{0} appearance defects of the same kind: {1} or more is general."),
                      tr("{0} other defects of the same kind: {1} or more is general."), kFromOn})};
}

std::optional<Verdict> otherByRate(const Group& group, const Policy& policy) {
  const auto& delivered = group.result.quantityDelivered;
  if (!delivered || *delivered == 0) return std::nullopt;
  // One rounded division: 5 of 500 is the same double as 0.01, so exactly the limit is not below it.
  const double rate = static_cast<double>(group.result.quantityDefective) / static_cast<double>(*delivered);
  if (!(rate < policy.rateBelow)) return std::nullopt;
  const char* words =
      policy.classes.empty()
          ? tr("Defect rate {0} % ({1} of {2} delivered), below {3} %: another quality issue.")
          : tr("Defect rate {0} % ({1} of {2} delivered), below {3} %: {4}.");
  return Verdict{
      SeverityClass::other,
      {words,
       {plainNumber(rate * 100), std::to_string(group.result.quantityDefective), std::to_string(*delivered),
        plainNumber(policy.rateBelow * 100), classNameArgument(policy, SeverityClass::other)}}};
}

/// The lowest class of the scheme, with the number of pieces that would have made more of it.
Verdict otherwise(const Group& group, const Policy& policy) {
  const SeverityClass lowest = lowestClass(policy);
  const Thresholds& at = thresholdsOf(group.kind, policy);
  const bool general = hasRule(policy, "quantity_general");
  const long long bound = general ? at.general : at.major;
  if ((!general && !hasRule(policy, "quantity_major")) || group.result.quantityDefective >= bound)
    return {lowest, {tr("No other rule of policy {0} applies."), {policy.name}}};
  return {
      lowest,
      quantityReason(group, bound, lowest, policy,
                     {tr("{0} functional defects of the same kind: fewer than {1} is another quality issue."),
                      tr("{0} appearance defects of the same kind: fewer than {1} is another quality issue."),
                      tr("{0} other defects of the same kind: fewer than {1} is another quality issue."),
                      tr("{0} x {1} of the same kind: fewer than {2} is {3}.")})};
}

/// Why a rule that does not count pieces fires; none: it does not.
std::optional<Message> factReason(std::string_view rule, const ClassifyInput& input, const Policy& policy) {
  const SeverityClass severity = classOfRule(policy, rule);
  const bool major = policy.classes.empty() && severity == SeverityClass::major;
  const std::string name = classNameArgument(policy, severity);
  if (rule == "safety" && input.safety)
    return major ? Message(tr("Safety is concerned: major whatever the quantity."))
                 : Message(tr("Safety is concerned: {0} whatever the quantity."), {name});
  if (rule == "penalty" && input.penalty)
    return major ? Message(tr("The customer's penalty clause is triggered: major whatever the quantity."))
                 : Message(tr("The customer's penalty clause is triggered: {0} whatever the quantity."),
                           {name});
  if (rule == "ppm" && input.ppmTarget && input.ppmActual && *input.ppmActual > *input.ppmTarget)
    return Message(major ? tr("{0} PPM this month, above the customer's target of {1} PPM: major.")
                         : tr("{0} PPM this month, above the customer's target of {1} PPM: {2}."),
                   {plainNumber(*input.ppmActual), plainNumber(*input.ppmTarget), name});
  if (rule == "external" && input.external)
    return Message(tr("An authority or the media have stepped in: {0} whatever the quantity."), {name});
  if (rule == "dissatisfied" && input.dissatisfied)
    return Message(tr("The customer is not satisfied: {0} whatever the quantity."), {name});
  if (rule == "repeat" && input.repeat)
    return Message(tr("The complaint is repeated: {0} whatever the quantity."), {name});
  return std::nullopt;
}

std::optional<Verdict> judge(std::string_view rule, const Group& group, const ClassifyInput& input,
                             const Policy& policy) {
  if (rule == "quantity_major") return majorByQuantity(group, policy);
  if (rule == "rate_other") return otherByRate(group, policy);
  if (rule == "quantity_general") return generalByQuantity(group, policy);
  if (rule == "otherwise") return otherwise(group, policy);
  if (auto reason = factReason(rule, input, policy))
    return Verdict{classOfRule(policy, rule), std::move(*reason)};
  return std::nullopt;
}

}  // namespace

Classification classify(const ClassifyInput& input, const Policy& policy) {
  if (const auto wrong = rulesProblem(policy)) throw Invalid(wrong->field, wrong->sentence);
  check(input);
  Classification result;
  result.policyName = policy.name;
  result.policyRevision = policy.revision;
  const ItemClass* deciding = nullptr;
  std::vector<Group> groups = groupsOf(input.items);
  result.items.reserve(groups.size());
  for (auto& group : groups) {
    for (const auto& rule : policy.rules) {
      const auto verdict = judge(rule, group, input, policy);
      if (!verdict) continue;
      group.result.severity = verdict->severity;
      group.result.rule = rule;
      group.result.reason = verdict->reason;
      break;
    }
    result.items.push_back(std::move(group.result));
    if (!deciding || result.items.back().severity > deciding->severity) deciding = &result.items.back();
  }
  result.severity = deciding->severity;
  result.rule = deciding->rule;
  result.reason = deciding->reason;
  result.name = className(policy, result.severity);
  result.weight = weightOf(result.severity, Acceptance::undecided, policy);
  return result;
}

int weightOf(SeverityClass severity, Acceptance acceptance, const Policy& policy) {
  if (acceptance == Acceptance::notOurs) return policy.weightNotOurs;
  if (acceptance == Acceptance::merged) return 0;  // counted in the other case
  switch (severity) {
    case SeverityClass::major:
      return policy.weightMajor;
    case SeverityClass::general:
      return policy.weightGeneral;
    case SeverityClass::other:
      return policy.weightOther;
  }
  return 0;
}

int weightOf(const CaseFile& file, const Policy& policy) {
  const int ofClass = weightOf(file.complaint.severity, file.complaint.acceptance, policy);
  const bool notCounted =
      file.complaint.acceptance == Acceptance::notOurs || file.complaint.acceptance == Acceptance::merged;
  if (file.campaigns.empty() || notCounted) return ofClass;
  const Campaign& campaign = file.campaigns.front();
  return campaign.counted ? campaign.weight.value_or(ofClass) : 0;
}

}  // namespace octad::model
