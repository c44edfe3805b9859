#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/access/deputies.hpp"
#include "model/access/people.hpp"
#include "model/cases/complaint.hpp"
#include "model/core/describe.hpp"
#include "model/core/message.hpp"
#include "model/returns/goods_return.hpp"

namespace octad::model {

class WorkCalendar;

/// Something that waits for somebody (S3-R16: followed to its end, looked at every day).
enum class WorkKind {
  handle,
  approve,
  review,
  answer,
  action,
  goodsReturn,
  refusal,
  extension,
  confirm,
  challenge,
  across,
  mend,
  followUp,
  stop
};

template <>
struct EnumKeys<WorkKind> {
  static constexpr std::array entries{
      EnumEntry<WorkKind>{WorkKind::handle, "handle", tr("Handle the case")},
      EnumEntry<WorkKind>{WorkKind::approve, "approve", tr("Approve the closing")},
      EnumEntry<WorkKind>{WorkKind::review, "review", tr("Review an answer")},
      EnumEntry<WorkKind>{WorkKind::answer, "answer", tr("Answer a question")},
      EnumEntry<WorkKind>{WorkKind::action, "action", tr("Carry out an action")},
      EnumEntry<WorkKind>{WorkKind::goodsReturn, "return", tr("Returned goods")},
      EnumEntry<WorkKind>{WorkKind::refusal, "refusal", tr("Rule on a refusal")},
      EnumEntry<WorkKind>{WorkKind::extension, "extension", tr("Rule on an extension")},
      EnumEntry<WorkKind>{WorkKind::confirm, "confirm", tr("Confirm an answer entered for you")},
      EnumEntry<WorkKind>{WorkKind::challenge, "challenge", tr("Rule on a challenge of the effect")},
      EnumEntry<WorkKind>{WorkKind::across, "across", tr("Answer a read-across")},
      EnumEntry<WorkKind>{WorkKind::mend, "mend", tr("Mend a returned answer")},
      EnumEntry<WorkKind>{WorkKind::followUp, "follow_up", tr("Visit the customer after the closing")},
      EnumEntry<WorkKind>{WorkKind::stop, "stop", tr("Approve the stop of a clock")},
  };
};

/// One line of "My work". It names the case or the return where the work is done.
struct WorkItem {
  WorkKind kind = WorkKind::handle;
  ComplaintId caseId;  ///< none: a return
  ReturnId returnId;   ///< none: a case
  std::string number;  ///< of the case or return
  std::string customerName;
  std::optional<SeverityClass> severity;  ///< none: a return, or a question whose case is not read
  std::string subject;                    ///< title, disciplines asked for, wording of an action
  std::string dueName;                    ///< key of what is due, see dueLabel
  std::optional<Instant> dueAt;
  std::optional<Date> dueOn;                        ///< the end of work of that day
  std::optional<Instant> since;                     ///< waits since then
  std::string waitsFor;                             ///< key of Turn or ReturnWait
  std::string waitsForName;                         ///< department or person, where it is known
  std::optional<StandIn> inPlaceOf = std::nullopt;  ///< whose work it is when that person is away; no column
  std::string policyName = {};                      ///< the revision the case was judged by
  int policyRevision = 0;
  Message className = {};  ///< what that revision calls the class; empty: as usual. No column

  static constexpr auto describe() {
    return members(member("kind", &WorkItem::kind), member("case_id", &WorkItem::caseId),
                   member("return_id", &WorkItem::returnId), member("number", &WorkItem::number),
                   member("customer", &WorkItem::customerName), member("severity", &WorkItem::severity),
                   member("policy_name", &WorkItem::policyName),
                   member("policy_revision", &WorkItem::policyRevision),
                   member("subject", &WorkItem::subject), member("due_name", &WorkItem::dueName),
                   member("due_at", &WorkItem::dueAt), member("due_on", &WorkItem::dueOn),
                   member("since", &WorkItem::since), member("waits_for", &WorkItem::waitsFor),
                   member("waits_for_name", &WorkItem::waitsForName));
  }
};

/// Whose work is asked for.
struct WorkQuery {
  PersonId person;
  std::string personName;  ///< owners of actions are written as names
  std::optional<DepartmentId> department;
  bool cases = false;               ///< may read cases at all: the warehouse alone may not
  bool newCases = false;            ///< complaints that nobody owns yet
  bool approvals = false;           ///< closings of cases that somebody else owns
  bool manages = false;             ///< rules where a question came back twice
  bool answers = false;             ///< questions to the department
  std::vector<ReturnWait> queues;   ///< returns that wait for whoever has the role
  std::vector<StandIn> standIns;    ///< whose department's questions are answered too
  std::vector<StandIn> absentCqes;  ///< whose own cases are looked after too
};

/// What a person's work is by their rights.
WorkQuery workOf(const Actor& actor);

/// Adds to a query the work of those who are away on a day and for whom the person stands in.
void addStandIns(WorkQuery& query, const std::vector<Deputy>& deputies, const std::vector<Person>& people,
                 Date today);

/// True for work that is done at the desk of a department: a deputy from elsewhere has to take that desk
/// first.
bool isDepartmentsWork(const WorkItem& item);

/// What waits for the person, and what the person waits for.
struct WorkList {
  std::vector<WorkItem> mine;
  std::vector<WorkItem> others;
};

/// What is to be done, or in the list of what others do: what is waited for.
const char* workLabel(const WorkItem& item, bool others);
/// The same with the person in whose place it is done: "For Liu Yang: Answer a question".
Message workWords(const WorkItem& item, bool others);
/// For whom an item waits: "Department TE", "Customer", the name of an action's owner; empty when unknown.
Message waitsForWords(const WorkItem& item);

/// How urgent an item is on a day.
enum class Urgency { overdue, today, soon, later, none };

template <>
struct EnumKeys<Urgency> {
  static constexpr std::array entries{
      EnumEntry<Urgency>{Urgency::overdue, "overdue", tr("Overdue")},
      EnumEntry<Urgency>{Urgency::today, "today", tr("Today")},
      EnumEntry<Urgency>{Urgency::soon, "soon", tr("Next three working days")},
      EnumEntry<Urgency>{Urgency::later, "later", tr("Later")},
      EnumEntry<Urgency>{Urgency::none, "none", tr("Without a date")},
  };
};

/// The moment an item is due at a site.
std::optional<Instant> dueOf(const WorkItem& item, const WorkCalendar& calendar);
Urgency urgencyOf(const WorkItem& item, Instant now, const WorkCalendar& calendar);
/// The soonest first, those without a date last; of one moment the higher class first, then by number.
void sortByUrgency(std::vector<WorkItem>& items, const WorkCalendar& calendar);

}  // namespace octad::model
