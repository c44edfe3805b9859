#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/access/people.hpp"
#include "model/cases/complaint.hpp"
#include "model/policy/escalation.hpp"
#include "model/work/case_loss.hpp"
#include "model/work/notice.hpp"

namespace octad::model {

class WorkCalendar;

/// What kind of open matter a reminder can be about.
enum class OpenKind { complaint, clock, answer, action, goodsReturn, refusal, challenge, extension };

template <>
struct EnumKeys<OpenKind> {
  static constexpr std::array entries{
      EnumEntry<OpenKind>{OpenKind::complaint, "case", tr("Case")},
      EnumEntry<OpenKind>{OpenKind::clock, "clock", tr("Clock")},
      EnumEntry<OpenKind>{OpenKind::answer, "answer", tr("Answer a question")},
      EnumEntry<OpenKind>{OpenKind::action, "action", tr("Action")},
      EnumEntry<OpenKind>{OpenKind::goodsReturn, "return", tr("Returned goods")},
      EnumEntry<OpenKind>{OpenKind::refusal, "refusal", tr("Rule on a refusal")},
      EnumEntry<OpenKind>{OpenKind::challenge, "challenge", tr("Rule on a challenge of the effect")},
      EnumEntry<OpenKind>{OpenKind::extension, "extension", tr("Extension")},
  };
};

/// Something that is not done yet: a case as a whole, one of its clocks, a question to a department, an
/// action, a return.
struct OpenItem {
  OpenKind kind = OpenKind::complaint;
  long long id = 0;  ///< of the case, clock, assignment, action or return
  std::optional<ComplaintId> complaintId;
  std::optional<ReturnId> returnId;
  std::string number;
  std::string customerName;
  std::string subject;
  std::string dueName;
  std::optional<Instant> dueAt;
  std::optional<Date> dueOn;                 ///< the end of work of that day
  std::optional<Instant> since;              ///< asked, started or registered then
  std::optional<PersonId> ownerId;           ///< the CQE of the case or return
  std::string ownerName;                     ///< of an action: a name, as it is written there
  std::optional<DepartmentId> departmentId;  ///< who has to answer or act, where that is a department
  bool safety = false;
  bool repeat = false;
  bool replied = false;              ///< the first reply was sent
  std::optional<Instant> touchedAt;  ///< the last sign that somebody works on the case
  std::optional<EscalationTarget> escalatedTo;
  std::optional<long long> lossMinor;
  std::string lossCurrency;            ///< empty: the site's
  bool dissatisfied = false;           ///< the newest reply is objected to, or so is the result
  long long bounces = 0;               ///< of a question: how often departments refused it
  long long reporters = 0;             ///< of a case: who told the same failure of a part up to its notice
  std::vector<ReturnCostShare> costs;  ///< of a case: booked on its returns; rows of their own

  static constexpr auto describe() {
    return members(
        member("kind", &OpenItem::kind), member("id", &OpenItem::id),
        member("complaint_id", &OpenItem::complaintId), member("return_id", &OpenItem::returnId),
        member("number", &OpenItem::number), member("customer_name", &OpenItem::customerName),
        member("subject", &OpenItem::subject), member("due_name", &OpenItem::dueName),
        member("due_at", &OpenItem::dueAt), member("due_on", &OpenItem::dueOn),
        member("since", &OpenItem::since), member("owner_id", &OpenItem::ownerId),
        member("owner_name", &OpenItem::ownerName), member("department_id", &OpenItem::departmentId),
        member("safety", &OpenItem::safety), member("repeat", &OpenItem::repeat),
        member("replied", &OpenItem::replied), member("touched_at", &OpenItem::touchedAt),
        member("escalated_to", &OpenItem::escalatedTo), member("loss_minor", &OpenItem::lossMinor),
        member("loss_currency", &OpenItem::lossCurrency), member("dissatisfied", &OpenItem::dissatisfied),
        member("bounces", &OpenItem::bounces), member("reporters", &OpenItem::reporters));
  }
};

/// The moment from which a rule holds for an item: 08:30 of a working day, or at once for what cannot wait.
/// None: the rule has nothing to say about the item.
std::optional<Instant> reminderTime(const ReminderRule& rule, const OpenItem& item,
                                    const WorkCalendar& calendar, const SiteMoney& money = {});

/// What is to be told at `now`: everything whose moment has come, whether it was told before or not; the key
/// of a notice tells them apart. So a job that was down for days catches up, and two jobs say nothing twice.
/// Nobody is told who is not active; the quality manager stands in for a missing head or safety officer.
std::vector<Notice> remindersFor(const std::vector<OpenItem>& items, const std::vector<Person>& people,
                                 const std::vector<ReminderRule>& rules, const WorkCalendar& calendar,
                                 Instant now, const SiteMoney& money = {});

}  // namespace octad::model
