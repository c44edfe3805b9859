#pragma once

#include <vector>

#include "model/work/notice.hpp"

namespace octad::model {

/// Who is told.
enum class Receiver { owner, departmentHead, qualityManager, safetyOfficer };

template <>
struct EnumKeys<Receiver> {
  static constexpr std::array entries{
      EnumEntry<Receiver>{Receiver::owner, "owner", tr("Whoever has to do it")},
      EnumEntry<Receiver>{Receiver::departmentHead, "department_head", tr("Department head")},
      EnumEntry<Receiver>{Receiver::qualityManager, "quality_manager", tr("Quality manager")},
      EnumEntry<Receiver>{Receiver::safetyOfficer, "safety_officer", tr("Safety officer")},
  };
};

/// One line of the table of reminders and escalations: when the condition holds, the receiver is told,
/// once. Which of the numbers a condition uses says `usesOf`; the others are 0.
struct ReminderRule {
  ReminderCondition condition = ReminderCondition::dueSoon;
  Receiver receiver = Receiver::owner;
  NoticeLevel level = NoticeLevel::owner;
  /// Due soon: working days before; overdue: working days after; untouched: days of 24 h; same kind: how far
  /// back reporters are counted.
  int days = 0;
  int count = 0;         ///< bounced: refusals of one question; same kind: reporters
  long long amount = 0;  ///< cost: above so many whole units of the site's currency

  static constexpr auto describe() {
    return members(member("condition", &ReminderRule::condition), member("receiver", &ReminderRule::receiver),
                   member("level", &ReminderRule::level), member("days", &ReminderRule::days),
                   member("count", &ReminderRule::count), member("amount", &ReminderRule::amount));
  }
  bool operator==(const ReminderRule&) const = default;
};

/// Which numbers a condition is told by.
struct ReminderUses {
  bool days = false;
  bool count = false;
  bool amount = false;
};
ReminderUses usesOf(ReminderCondition condition);

/// How far back a table counts reporters of the same failure, in days; 0: it does not.
int reporterDays(const std::vector<ReminderRule>& rules);

/// The calm table (design 6): the working day before to the owner, the first working day after to the head of
/// the department, the third to the quality manager; untouched for a day before the first reply (S3-R16);
/// three reporters of one failure (S1-36), a loss above 2000 (S3-O3), a dissatisfied or escalating customer,
/// a question refused twice, a repeated failure and safety to those who have to know.
const std::vector<ReminderRule>& calmReminders();

}  // namespace octad::model
