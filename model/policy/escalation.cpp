#include "model/policy/escalation.hpp"

namespace octad::model {

ReminderUses usesOf(ReminderCondition condition) {
  switch (condition) {
    case ReminderCondition::dueSoon:
    case ReminderCondition::overdue:
    case ReminderCondition::untouched:
      return {true, false, false};
    case ReminderCondition::bounced:
      return {false, true, false};
    case ReminderCondition::sameKind:
      return {true, true, false};
    case ReminderCondition::cost:
      return {false, false, true};
    case ReminderCondition::repeat:
    case ReminderCondition::safety:
    case ReminderCondition::challenged:
    case ReminderCondition::ruled:
    case ReminderCondition::escalated:
    case ReminderCondition::dissatisfied:
    case ReminderCondition::unreachable:
      break;
  }
  return {};
}

int reporterDays(const std::vector<ReminderRule>& rules) {
  int days = 0;
  for (const auto& rule : rules)
    if (rule.condition == ReminderCondition::sameKind && rule.days > days) days = rule.days;
  return days;
}

const std::vector<ReminderRule>& calmReminders() {
  using enum ReminderCondition;
  static const std::vector<ReminderRule> rules{
      {dueSoon, Receiver::owner, NoticeLevel::owner, 1},
      {overdue, Receiver::departmentHead, NoticeLevel::head, 1},
      {overdue, Receiver::qualityManager, NoticeLevel::manager, 3},
      {untouched, Receiver::qualityManager, NoticeLevel::manager, 1},
      {repeat, Receiver::qualityManager, NoticeLevel::manager},
      {sameKind, Receiver::qualityManager, NoticeLevel::manager, 90, 3},
      {safety, Receiver::safetyOfficer, NoticeLevel::head},
      {safety, Receiver::qualityManager, NoticeLevel::manager},
      {escalated, Receiver::qualityManager, NoticeLevel::manager},
      {cost, Receiver::qualityManager, NoticeLevel::manager, 0, 0, 2000},
      {dissatisfied, Receiver::qualityManager, NoticeLevel::manager},
      {bounced, Receiver::qualityManager, NoticeLevel::manager, 0, 2},
      {challenged, Receiver::owner, NoticeLevel::owner},
      {ruled, Receiver::owner, NoticeLevel::owner},
  };
  return rules;
}

}  // namespace octad::model
