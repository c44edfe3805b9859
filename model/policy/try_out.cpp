#include "model/policy/try_out.hpp"

#include <algorithm>

namespace octad::model {

namespace {

const Policy* judgeOf(const JudgedCase& judged, const std::vector<Policy>& revisions) {
  const auto found = std::find_if(revisions.begin(), revisions.end(), [&judged](const Policy& policy) {
    return policy.name == judged.policyName && policy.revision == judged.policyRevision;
  });
  return found == revisions.end() ? nullptr : &*found;
}

Counted counts(const JudgedCase& judged, SeverityClass severity, const Policy& policy) {
  CountingFacts facts = judged.counting;
  facts.severity = severity;
  facts.acceptance = judged.acceptance;
  return countOf(facts, policy);
}

}  // namespace

TryOut tryOut(const Policy& policy, const std::vector<JudgedCase>& cases,
              const std::vector<Policy>& revisions) {
  TryOut result;
  for (const auto& judged : cases) {
    if (judged.input.items.empty()) continue;
    const Policy* judge = judgeOf(judged, revisions);
    const bool byHand = judge && classify(judged.input, *judge).severity != judged.severity;
    const Classification now = classify(judged.input, policy);
    const bool keeps = byHand && hasClass(policy, judged.severity);
    const SeverityClass to = keeps ? judged.severity : now.severity;
    TryOutLine line{judged.number, judged.customerName, judged.severity, to, 0, 0, now.reason, {}, {}};
    line.nameFrom = className(judge ? *judge : policy, judged.severity);
    line.nameTo = className(policy, to);
    line.weightFrom = judged.weight;
    const Counted counted = counts(judged, to, policy);
    line.weightTo = counted.weight;
    if (counted.excludedBySpeed) line.reason = counted.reason;
    result.excluded += counted.excludedBySpeed;
    ++result.cases;
    result.byHand += keeps;
    result.weightFrom += line.weightFrom;
    result.weightTo += line.weightTo;
    if (line.from != line.to || line.weightFrom != line.weightTo) result.changed.push_back(std::move(line));
  }
  return result;
}

Message tryOutSummary(const TryOut& result) {
  const auto classes = std::count_if(result.changed.begin(), result.changed.end(),
                                     [](const TryOutLine& line) { return line.from != line.to; });
  return {tr("{0} closed cases under this policy: {1} would change class, the counted total goes from {2} to "
             "{3}; {4} classes decided by hand stay."),
          {std::to_string(result.cases), std::to_string(classes), std::to_string(result.weightFrom),
           std::to_string(result.weightTo), std::to_string(result.byHand)}};
}

Message excludedWords(const TryOut& result) {
  return {tr("{0} of them would not be counted because they were solved in time; each stays on the auditors' "
             "list."),
          {std::to_string(result.excluded)}};
}

}  // namespace octad::model
