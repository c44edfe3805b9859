#pragma once

#include <optional>
#include <string>

#include "model/core/describe.hpp"
#include "model/core/enum_keys.hpp"
#include "model/core/ids.hpp"
#include "model/core/message.hpp"
#include "model/core/time.hpp"

namespace octad::model {

class Zone;

using NoticeId = Id<struct NoticeTag>;

/// Why somebody is told (X-20: condition -> whom, level).
enum class ReminderCondition {
  dueSoon,
  overdue,
  untouched,
  repeat,
  safety,
  bounced,       ///< a question came back from departments twice or more
  challenged,    ///< a later complaint is held against the effect
  ruled,         ///< the CQE ruled on an extension that was asked for
  sameKind,      ///< so many reporters told the same failure of a part within some days (S1-36)
  escalated,     ///< the customer went to management, an authority or the media (S1-52)
  cost,          ///< the loss is above an amount (S3-O3)
  dissatisfied,  ///< the customer objects, or is dissatisfied with the result
  unreachable    ///< mails to the person do not arrive; told by whoever learns it, no rule of a policy
};

/// True for what a table of reminders may hold.
constexpr bool isRule(ReminderCondition condition) {
  return condition != ReminderCondition::unreachable;
}

template <>
struct EnumKeys<ReminderCondition> {
  static constexpr std::array entries{
      EnumEntry<ReminderCondition>{ReminderCondition::dueSoon, "due_soon", tr("Due soon")},
      EnumEntry<ReminderCondition>{ReminderCondition::overdue, "overdue", tr("Overdue")},
      EnumEntry<ReminderCondition>{ReminderCondition::untouched, "untouched", tr("Untouched")},
      EnumEntry<ReminderCondition>{ReminderCondition::repeat, "repeat", tr("Repeated failure")},
      EnumEntry<ReminderCondition>{ReminderCondition::safety, "safety", tr("Safety")},
      EnumEntry<ReminderCondition>{ReminderCondition::bounced, "bounced", tr("Refused repeatedly")},
      EnumEntry<ReminderCondition>{ReminderCondition::challenged, "challenged", tr("Effect challenged")},
      EnumEntry<ReminderCondition>{ReminderCondition::ruled, "ruled", tr("Extension ruled on")},
      EnumEntry<ReminderCondition>{ReminderCondition::sameKind, "same_kind", tr("Several reporters")},
      EnumEntry<ReminderCondition>{ReminderCondition::escalated, "escalated",
                                   tr("Escalated by the customer")},
      EnumEntry<ReminderCondition>{ReminderCondition::cost, "cost", tr("Loss above the limit")},
      EnumEntry<ReminderCondition>{ReminderCondition::dissatisfied, "dissatisfied",
                                   tr("Customer dissatisfied")},
      EnumEntry<ReminderCondition>{ReminderCondition::unreachable, "unreachable",
                                   tr("Mails do not reach you")},
  };
};

/// How far up a notice goes: whoever does the work, the head of the department, the quality manager.
enum class NoticeLevel { owner, head, manager };

template <>
struct EnumKeys<NoticeLevel> {
  static constexpr std::array entries{
      EnumEntry<NoticeLevel>{NoticeLevel::owner, "owner", tr("Reminder")},
      EnumEntry<NoticeLevel>{NoticeLevel::head, "head", tr("Escalated to the department head")},
      EnumEntry<NoticeLevel>{NoticeLevel::manager, "manager", tr("Escalated to the quality manager")},
  };
};

/// What one person was told once. Number, customer and subject are copies, so that the inbox reads one table;
/// customer and subject stay empty for whoever may not read the case.
struct Notice {
  NoticeId id;
  std::string noticeKey;  ///< condition, level, what it is about and for whom: given once
  PersonId personId;
  ReminderCondition condition = ReminderCondition::dueSoon;
  NoticeLevel level = NoticeLevel::owner;
  std::optional<ComplaintId> complaintId;
  std::optional<ReturnId> returnId;
  std::string number;  ///< of the case or return
  std::string customerName;
  std::string subject;
  std::string dueName;  ///< key of what is due, see dueLabel; empty: the return or case itself
  std::optional<Instant> dueAt;
  Instant madeAt;
  std::optional<Instant> readAt;
  std::string inPlaceOf =
      {};  ///< who is away and would be told otherwise; empty: it is for the person themselves
  std::string detail =
      {};  ///< what `noticeWords` says more: why a mail did not arrive, what a loss consists of

  static constexpr auto describe() {
    return members(member("id", &Notice::id), member("notice_key", &Notice::noticeKey),
                   member("person_id", &Notice::personId), member("condition", &Notice::condition),
                   member("level", &Notice::level), member("complaint_id", &Notice::complaintId),
                   member("return_id", &Notice::returnId), member("number", &Notice::number),
                   member("customer_name", &Notice::customerName), member("subject", &Notice::subject),
                   member("due_name", &Notice::dueName), member("due_at", &Notice::dueAt),
                   member("made_at", &Notice::madeAt), member("read_at", &Notice::readAt),
                   member("in_place_of", &Notice::inPlaceOf), member("detail", &Notice::detail));
  }
};

/// The notice in one sentence that says what to do; times at the site.
Message noticeWords(const Notice& notice, const Zone& zone);

}  // namespace octad::model
