#include "model/work/reminders.hpp"

#include <algorithm>
#include <set>

#include "model/policy/calendar.hpp"

namespace octad::model {

namespace {

// The digest of the day goes out then (design 6); nothing is said at night.
constexpr int kHour = 8;
constexpr int kMinute = 30;
constexpr long long kDaySeconds = 24 * 3600;
constexpr long long kMinorUnits = 100;  ///< of one unit of money

LossSum lossOf(const OpenItem& item, const SiteMoney& money) {
  return lossOf(item.lossMinor, item.lossCurrency, item.costs, money);
}

bool isAbove(const LossSum& sum, long long limit) {
  return sum.minor && *sum.minor > limit * kMinorUnits;
}

Instant morningOf(Date day, const WorkCalendar& calendar) {
  return calendar.zone().instant({day, kHour, kMinute, 0});
}

/// The n-th working day before (negative) or after a day, which need not be one itself.
Date workdayFrom(Date day, int count, const WorkCalendar& calendar) {
  const int step = count < 0 ? -1 : 1;
  for (int left = count * step; left > 0;) {
    day = day.plusDays(step);
    if (calendar.isWorkday(day)) --left;
  }
  return day;
}

/// The first morning of a working day at or after a moment.
Instant nextMorning(Instant at, const WorkCalendar& calendar) {
  Date day = calendar.zone().date(at);
  while (!calendar.isWorkday(day) || morningOf(day, calendar) < at) day = day.plusDays(1);
  return morningOf(day, calendar);
}

std::optional<Instant> dueTimeOf(const OpenItem& item, const WorkCalendar& calendar) {
  if (item.dueAt) return item.dueAt;
  if (item.dueOn) return calendar.endOfDay(*item.dueOn);
  return std::nullopt;
}

std::optional<Instant> dueSoonTime(const ReminderRule& rule, const OpenItem& item,
                                   const WorkCalendar& calendar) {
  const auto due = dueTimeOf(item, calendar);
  if (!due) return std::nullopt;
  const Instant before = morningOf(workdayFrom(calendar.zone().date(*due), -rule.days, calendar), calendar);
  // What was asked for after that morning is fresh in everybody's mind: the next one is soon enough.
  return item.since && before < *item.since ? nextMorning(*item.since, calendar) : before;
}

std::optional<Instant> overdueTime(const ReminderRule& rule, const OpenItem& item,
                                   const WorkCalendar& calendar) {
  const auto due = dueTimeOf(item, calendar);
  if (!due) return std::nullopt;
  const Instant after = morningOf(workdayFrom(calendar.zone().date(*due), rule.days, calendar), calendar);
  return std::max(after, Instant{due->microseconds + 1});
}

/// Who is told about the items, looked up by what they are.
class People {
 public:
  explicit People(const std::vector<Person>& people) {
    for (const auto& person : people)
      if (person.active) m_active.push_back(&person);
  }

  std::vector<const Person*> with(Role role, std::optional<DepartmentId> department = {}) const {
    std::vector<const Person*> out;
    for (const auto* person : m_active)
      if (holds(*person, role) && (!department || person->departmentId == department)) out.push_back(person);
    return out;
  }
  const Person* byId(std::optional<PersonId> id) const {
    return id ? find([&](const Person& person) { return person.id == *id; }) : nullptr;
  }
  const Person* byName(const std::string& name) const {
    return name.empty() ? nullptr : find([&](const Person& person) { return person.name == name; });
  }
  static bool holds(const Person& person, Role role) {
    return std::find(person.roles.begin(), person.roles.end(), role) != person.roles.end();
  }

 private:
  template <class Is>
  const Person* find(Is is) const {
    const auto found =
        std::find_if(m_active.begin(), m_active.end(), [&](const Person* person) { return is(*person); });
    return found == m_active.end() ? nullptr : *found;
  }

  std::vector<const Person*> m_active;
};

/// Whoever has to do it: the person named, the members of the department asked, the CQE; what nobody owns
/// waits for every CQE, as in "My work".
std::vector<const Person*> ownersOf(const OpenItem& item, const People& people) {
  if (item.kind == OpenKind::action)
    if (const auto* person = people.byName(item.ownerName)) return {person};
  if ((item.kind == OpenKind::answer || item.kind == OpenKind::extension) && item.departmentId) {
    auto members = people.with(Role::member, item.departmentId);
    if (!members.empty()) return members;
    auto heads = people.with(Role::head, item.departmentId);
    if (!heads.empty()) return heads;
  }
  if (const auto* owner = people.byId(item.ownerId)) return {owner};
  return people.with(Role::cqe);
}

/// The department an item hangs in: the one asked, else that of whoever has to do it.
std::optional<DepartmentId> departmentOf(const OpenItem& item, const People& people) {
  if (item.departmentId) return item.departmentId;
  if (item.kind == OpenKind::action)
    if (const auto* person = people.byName(item.ownerName)) return person->departmentId;
  if (const auto* owner = people.byId(item.ownerId)) return owner->departmentId;
  return std::nullopt;
}

struct Receivers {
  std::vector<const Person*> people;
  NoticeLevel level = NoticeLevel::owner;
};

Receivers receiversOf(const ReminderRule& rule, const OpenItem& item, const People& people) {
  std::vector<const Person*> out;
  switch (rule.receiver) {
    case Receiver::owner:
      out = ownersOf(item, people);
      break;
    case Receiver::departmentHead:
      if (const auto department = departmentOf(item, people)) out = people.with(Role::head, department);
      break;
    case Receiver::safetyOfficer:
      out = people.with(Role::safety);
      break;
    case Receiver::qualityManager:
      break;
  }
  // The manager who stands in for somebody is told then, and not once more when it is the manager's turn.
  if (out.empty()) return {people.with(Role::manager), NoticeLevel::manager};
  return {out, rule.level};
}

/// The server shows a case to these roles whole, to a department only when it is asked; a notice says no
/// more.
bool readsCase(const Person& person, const OpenItem& item) {
  for (const Role role : {Role::cqe, Role::manager, Role::safety, Role::auditor, Role::administrator,
                          Role::checker, Role::finance})
    if (People::holds(person, role)) return true;
  return item.kind != OpenKind::action && item.departmentId && person.departmentId == item.departmentId;
}

/// A date that moved starts the reminders anew; a state of the case is told once.
std::string keyOfNotice(const ReminderRule& rule, NoticeLevel level, const OpenItem& item,
                        std::optional<Instant> due, const Person& person) {
  std::string key = std::string(keyOf(rule.condition)) + "/" + std::string(keyOf(item.kind)) + ":" +
                    std::to_string(item.id);
  // A house may tell the head of a loss above one amount, and the manager above another.
  if (rule.condition == ReminderCondition::cost || rule.condition == ReminderCondition::sameKind)
    key += "/" + std::string(keyOf(level));
  if (rule.condition == ReminderCondition::dueSoon || rule.condition == ReminderCondition::overdue)
    key += "/" + std::string(keyOf(level)) + "/" + std::to_string(due ? due->microseconds / 1'000'000 : 0);
  return key + "/" + std::to_string(person.id.value);
}

Notice noticeOf(const ReminderRule& rule, NoticeLevel level, const OpenItem& item, const Person& person,
                const WorkCalendar& calendar, Instant now, const SiteMoney& money) {
  Notice notice;
  notice.dueAt = dueTimeOf(item, calendar);
  notice.noticeKey = keyOfNotice(rule, level, item, notice.dueAt, person);
  notice.personId = person.id;
  notice.condition = rule.condition;
  if (rule.condition == ReminderCondition::dueSoon && notice.dueAt && *notice.dueAt < now)
    notice.condition = ReminderCondition::overdue;  // the job was down meanwhile
  notice.level = level;
  notice.complaintId = item.complaintId;
  notice.returnId = item.returnId;
  notice.number = item.number;
  const bool whole = readsCase(person, item);
  if (whole) notice.customerName = item.customerName;
  // The wording of an action is its owner's business, whoever the customer is.
  if (whole || item.kind == OpenKind::action) notice.subject = item.subject;
  // What a case cost is for those who may read it.
  if (whole && rule.condition == ReminderCondition::cost)
    notice.detail = lossDetail(lossOf(item, money), rule.amount, money);
  notice.dueName = item.dueName;
  notice.madeAt = now;
  return notice;
}

}  // namespace

std::optional<Instant> reminderTime(const ReminderRule& rule, const OpenItem& item,
                                    const WorkCalendar& calendar, const SiteMoney& money) {
  const bool wholeCase = item.kind == OpenKind::complaint;
  const auto atOnce = [&item](OpenKind kind) { return item.kind == kind ? item.since : std::nullopt; };
  const bool hasDue = !wholeCase && item.kind != OpenKind::extension;  // news, not a duty
  switch (rule.condition) {
    case ReminderCondition::dueSoon:
      return hasDue ? dueSoonTime(rule, item, calendar) : std::nullopt;
    case ReminderCondition::overdue:
      return hasDue ? overdueTime(rule, item, calendar) : std::nullopt;
    case ReminderCondition::untouched:
      if (!wholeCase || item.replied || !item.touchedAt) return std::nullopt;
      return nextMorning(plusSeconds(*item.touchedAt, rule.days * kDaySeconds), calendar);
    case ReminderCondition::repeat:
      return wholeCase && item.repeat ? item.since : std::nullopt;
    case ReminderCondition::safety:
      return wholeCase && item.safety ? item.since : std::nullopt;
    case ReminderCondition::bounced:
      return item.bounces >= rule.count ? atOnce(OpenKind::refusal) : std::nullopt;
    case ReminderCondition::challenged:
      return atOnce(OpenKind::challenge);
    case ReminderCondition::ruled:
      return atOnce(OpenKind::extension);
    case ReminderCondition::sameKind:
      return wholeCase && rule.count > 0 && item.reporters >= rule.count ? item.since : std::nullopt;
    case ReminderCondition::escalated:
      return wholeCase && item.escalatedTo ? item.since : std::nullopt;
    case ReminderCondition::cost:
      return wholeCase && isAbove(lossOf(item, money), rule.amount) ? item.since : std::nullopt;
    case ReminderCondition::dissatisfied:
      return wholeCase && item.dissatisfied ? item.since : std::nullopt;
    case ReminderCondition::unreachable:
      break;
  }
  return std::nullopt;
}

std::vector<Notice> remindersFor(const std::vector<OpenItem>& items, const std::vector<Person>& people,
                                 const std::vector<ReminderRule>& rules, const WorkCalendar& calendar,
                                 Instant now, const SiteMoney& money) {
  const People known(people);
  std::vector<Notice> notices;
  std::set<std::string> keys;
  for (const auto& item : items)
    for (const auto& rule : rules) {
      const auto from = reminderTime(rule, item, calendar, money);
      if (!from || now < *from) continue;
      const auto receivers = receiversOf(rule, item, known);
      for (const auto* person : receivers.people) {
        auto notice = noticeOf(rule, receivers.level, item, *person, calendar, now, money);
        if (keys.insert(notice.noticeKey).second) notices.push_back(std::move(notice));
      }
    }
  return notices;
}

}  // namespace octad::model
