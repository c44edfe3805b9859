#include "model/work/work_item.hpp"

#include <algorithm>
#include <limits>
#include <string_view>
#include <tuple>
#include <utility>

#include "model/cases/summary.hpp"
#include "model/policy/calendar.hpp"

namespace octad::model {

namespace {

constexpr int kSoonWorkingDays = 3;

int rankOf(const std::optional<SeverityClass>& severity) {
  return severity == SeverityClass::major ? 2 : severity == SeverityClass::general ? 1 : 0;
}

}  // namespace

WorkQuery workOf(const Actor& actor) {
  WorkQuery query;
  query.person = actor.id;
  query.personName = actor.name;
  query.department = actor.departmentId;
  query.cases =
      std::any_of(actor.roles.begin(), actor.roles.end(), [](Role role) { return role != Role::warehouse; });
  query.newCases = may(actor, Right::handleComplaint);
  query.approvals = may(actor, Right::approveClosing);
  query.manages = actor.has(Role::manager);
  query.answers = actor.departmentId && may(actor, Right::answerAssignment);
  if (actor.has(Role::warehouse)) query.queues.push_back(ReturnWait::warehouse);
  if (actor.has(Role::finance)) query.queues.push_back(ReturnWait::finance);
  return query;
}

void addStandIns(WorkQuery& query, const std::vector<Deputy>& deputies, const std::vector<Person>& people,
                 Date today) {
  query.standIns = standInsOf(query.person, deputies, people, today);
  query.absentCqes = absentCqes(query.person, deputies, people, today);
}

bool isDepartmentsWork(const WorkItem& item) {
  return item.waitsFor == keyOf(Turn::department) || item.waitsFor == keyOf(ReturnWait::tester);
}

const char* workLabel(const WorkItem& item, bool others) {
  const char* due = dueLabel(item.dueName);
  return others && item.kind == WorkKind::handle && *due != '\0' ? due : labelOf(item.kind);
}

Message workWords(const WorkItem& item, bool others) {
  const char* label = workLabel(item, others);
  if (!item.inPlaceOf) return {label};
  return {tr("For {1}: {0}"), {translated(label), item.inPlaceOf->absentName}};
}

Message waitsForWords(const WorkItem& item) {
  const char* who = "";
  if (item.kind == WorkKind::goodsReturn) {
    if (const auto wait = fromKey<ReturnWait>(item.waitsFor)) who = labelOf(*wait);
  } else if (const auto turn = fromKey<Turn>(item.waitsFor)) {
    who = labelOf(*turn);
  }
  if (*who == '\0') return {"{0}", {item.waitsForName}};
  if (item.waitsForName.empty()) return {who};
  return {"{0} {1}", {translated(who), item.waitsForName}};
}

std::optional<Instant> dueOf(const WorkItem& item, const WorkCalendar& calendar) {
  if (item.dueAt) return item.dueAt;
  if (item.dueOn) return calendar.endOfDay(*item.dueOn);
  return std::nullopt;
}

Urgency urgencyOf(const WorkItem& item, Instant now, const WorkCalendar& calendar) {
  const auto due = dueOf(item, calendar);
  if (!due) return Urgency::none;
  if (*due < now) return Urgency::overdue;
  const Date today = calendar.zone().date(now);
  const Date day = calendar.zone().date(*due);
  if (day == today) return Urgency::today;
  return calendar.workingDaysBetween(today, day) <= kSoonWorkingDays ? Urgency::soon : Urgency::later;
}

void sortByUrgency(std::vector<WorkItem>& items, const WorkCalendar& calendar) {
  // A due day becomes a moment by the zone of the site, which is dear: once an item, not once a comparison.
  using Key = std::tuple<long long, int, std::string_view, WorkKind>;
  std::vector<std::pair<Key, std::size_t>> order;
  order.reserve(items.size());
  for (std::size_t at = 0; at < items.size(); ++at) {
    const WorkItem& item = items[at];
    const auto due = dueOf(item, calendar);
    order.push_back({Key(due ? due->microseconds : std::numeric_limits<long long>::max(),
                         -rankOf(item.severity), std::string_view(item.number), item.kind),
                     at});
  }
  std::sort(order.begin(), order.end());
  std::vector<WorkItem> sorted;
  sorted.reserve(items.size());
  for (const auto& [key, at] : order) sorted.push_back(std::move(items[at]));
  items = std::move(sorted);
}

}  // namespace octad::model
