#include "model/policy/counting.hpp"

#include <algorithm>

#include "model/core/text.hpp"
#include "model/policy/classification.hpp"

namespace octad::model {

namespace {

constexpr long long kHour = 3'600'000'000LL;

bool inTime(const CountingFacts& facts, const Policy& policy) {
  return facts.solvedAt &&
         facts.solvedAt->microseconds - facts.noticeAt.microseconds <= policy.uncountedHours * kHour;
}

bool countsHoweverFast(const CountingFacts& facts, const Policy& policy) {
  return facts.safety || facts.repeat || facts.escalated || facts.dissatisfied ||
         (policy.uncountedFirstLevel && facts.departmentAsked);
}

}  // namespace

Message speedReason(const Policy& policy, Instant noticeAt, Instant solvedAt) {
  const double hours = static_cast<double>(solvedAt.microseconds - noticeAt.microseconds) / kHour;
  return {policy.uncountedFirstLevel ? tr("Solved {0} h after the notice without asking a department: policy "
                                          "{1}, revision {2}, does not "
                                          "count what is solved so within {3} h.")
                                     : tr("Solved {0} h after the notice: policy {1}, revision {2}, does not "
                                          "count what is solved within "
                                          "{3} h."),
          {plainNumber(static_cast<double>(static_cast<long long>(hours * 10)) / 10), policy.name,
           std::to_string(policy.revision), std::to_string(policy.uncountedHours)}};
}

const char* countingLabel(std::string_view value) {
  return value == "excluded_by_speed" ? tr("Not counted: solved in time") : tr("Counted");
}

Counted countOf(const CountingFacts& facts, const Policy& policy) {
  const int weight = weightOf(facts.severity, facts.acceptance, policy);
  if (weight > 0 && policy.uncountedHours > 0 && inTime(facts, policy) && !countsHoweverFast(facts, policy))
    return {0, true, speedReason(policy, facts.noticeAt, *facts.solvedAt)};
  return {weight,
          false,
          {tr("Counts {0} by policy {1}, revision {2}."),
           {std::to_string(weight), policy.name, std::to_string(policy.revision)}}};
}

std::optional<Instant> solvedAt(const CaseFile& file) {
  std::optional<Instant> at;
  for (const auto& row : file.closings) {
    if (row.reopened)
      at.reset();
    else if (!row.approvedBy)
      at = row.at;
  }
  return at;
}

bool isDissatisfied(const CaseFile& file) {
  if (file.complaint.result == "dissatisfied") return true;
  const auto newest = std::max_element(file.replies.begin(), file.replies.end(),
                                       [](const Reply& a, const Reply& b) { return a.sentAt < b.sentAt; });
  return newest != file.replies.end() && newest->status == CustomerStatus::objected;
}

CountingFacts countingFacts(const CaseFile& file, std::optional<Instant> solvedAt) {
  const Complaint& head = file.complaint;
  CountingFacts facts;
  facts.severity = head.severity;
  facts.acceptance = head.acceptance;
  facts.noticeAt = head.receivedAt;
  facts.solvedAt = solvedAt;
  facts.departmentAsked =
      std::any_of(file.assignments.begin(), file.assignments.end(),
                  [](const Assignment& asked) { return asked.state != AssignmentState::withdrawn; });
  facts.safety = head.safety;
  facts.repeat = head.repeat;
  facts.escalated = head.escalatedTo.has_value();
  facts.dissatisfied = isDissatisfied(file);
  return facts;
}

}  // namespace octad::model
