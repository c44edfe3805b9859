#include "model/policy/table_check.hpp"

#include <algorithm>
#include <tuple>

#include "model/core/text.hpp"

namespace octad::model {

namespace {

constexpr int kMaxDays = 366;
constexpr int kMaxCount = 1'000;
constexpr long long kMaxAmount = 1'000'000'000;

/// The numbers of a rule have to fit its condition.
std::vector<PolicyProblem> numberProblems(const ReminderRule& rule, const std::string& path) {
  std::vector<PolicyProblem> problems;
  const std::string name = translated(labelOf(rule.condition));
  const ReminderUses uses = usesOf(rule.condition);
  const auto check = [&](bool used, long long value, long long from, long long to, const char* field) {
    if (!used && value != 0)
      problems.push_back({path + "." + field,
                          {tr("\"{0}\" knows no {1}: leave it 0."), {name, translated(fieldLabel(field))}}});
    else if (used && (value < from || value > to))
      problems.push_back({path + "." + field,
                          {tr("\"{0}\": {1} must be from {2} to {3}."),
                           {name, translated(fieldLabel(field)), std::to_string(from), std::to_string(to)}}});
  };
  check(uses.days, rule.days, 1, kMaxDays, "days");
  check(uses.count, rule.count, rule.condition == ReminderCondition::sameKind ? 2 : 1, kMaxCount, "count");
  check(uses.amount, rule.amount, 0, kMaxAmount, "amount");
  return problems;
}

bool sameMatter(const ReminderRule& one, const ReminderRule& other) {
  return std::tie(one.condition, one.receiver, one.level) ==
         std::tie(other.condition, other.receiver, other.level);
}

}  // namespace

std::vector<PolicyProblem> escalationProblems(const std::vector<ReminderRule>& rules) {
  std::vector<PolicyProblem> problems;
  int reportersOver = 0;
  for (auto rule = rules.begin(); rule != rules.end(); ++rule) {
    const std::string path = "escalation." + std::to_string(rule - rules.begin());
    if (std::any_of(rules.begin(), rule,
                    [&](const ReminderRule& earlier) { return sameMatter(earlier, *rule); }))
      problems.push_back({path,
                          {tr("\"{0}\" tells \"{1}\" twice at the same level: keep one of the two rules."),
                           {translated(labelOf(rule->condition)), translated(labelOf(rule->receiver))}}});
    if (!isRule(rule->condition))
      problems.push_back({path + ".condition",
                          {tr("\"{0}\" is told without a rule: remove it from the table."),
                           {translated(labelOf(rule->condition))}}});
    auto numbers = numberProblems(*rule, path);
    problems.insert(problems.end(), numbers.begin(), numbers.end());
    if (rule->condition != ReminderCondition::sameKind) continue;
    if (reportersOver != 0 && rule->days != reportersOver)
      problems.push_back({path + ".days",
                          {tr("All rules about several reporters look back the same number of days: {0}."),
                           {std::to_string(reportersOver)}}});
    reportersOver = rule->days;
  }
  const bool overdue = std::any_of(rules.begin(), rules.end(), [](const ReminderRule& rule) {
    return rule.condition == ReminderCondition::overdue;
  });
  if (!overdue)
    problems.push_back(
        {"escalation", tr("Nobody would ever be told of what is overdue: add a rule for it.")});
  return problems;
}

std::vector<PolicyProblem> approvalProblems(const Policy& policy) {
  std::vector<PolicyProblem> problems;
  for (std::size_t i = 0; i < policy.approvals.size(); ++i) {
    const Approval& approval = policy.approvals[i];
    const std::string path = "approvals." + std::to_string(i);
    if (approval.severity && !hasClass(policy, *approval.severity))
      problems.push_back({path,
                          {tr("This scheme has no class \"{0}\": choose another one for the approval."),
                           {translated(labelOf(*approval.severity))}}});
    // Both steps are quality's work: a role without the right could never take them.
    Actor holder;
    holder.roles = {approval.role};
    const Right right =
        approval.step == ApprovalStep::closing ? Right::approveClosing : Right::handleComplaint;
    if (!may(holder, right))
      problems.push_back(
          {path,
           {tr("{0}: a person with the role \"{1}\" alone may not do that; nobody could. Choose CQE "
               "or quality manager."),
            {translated(labelOf(approval.step)), translated(labelOf(approval.role))}}});
    for (std::size_t before = 0; before < i; ++before) {
      const Approval& earlier = policy.approvals[before];
      if (earlier.step != approval.step || earlier.severity != approval.severity) continue;
      problems.push_back({path,
                          {tr("\"{0}\" stands twice for the same class: keep one of the rows."),
                           {translated(labelOf(approval.step))}}});
      break;
    }
  }
  return problems;
}

}  // namespace octad::model
