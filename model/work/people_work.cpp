#include "model/work/people_work.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "model/core/error.hpp"

namespace octad::model {

namespace {

constexpr long long kDay = 24LL * 60 * 60 * 1'000'000;

/// Who has to act; a case that has no owner yet waits for whoever takes it.
Message whoOf(const WorkItem& item) {
  if (item.waitsFor == keyOf(Turn::cqe) && item.waitsForName.empty()) return tr("Nobody has taken it");
  return waitsForWords(item);
}

}  // namespace

bool looksAfterPeople(const Actor& actor) {
  return actor.has(Role::manager) || (actor.has(Role::head) && actor.departmentId);
}

PeopleQuery peopleOf(const Actor& actor) {
  if (actor.has(Role::manager)) return {};
  if (looksAfterPeople(actor)) return {actor.departmentId};
  throw Refused("people",
                tr("Only the quality manager and heads of departments look at the work of others."));
}

std::optional<int> daysWaiting(const WorkItem& item, Instant now) {
  if (!item.since || *item.since > now) return std::nullopt;
  return static_cast<int>((now.microseconds - item.since->microseconds) / kDay);
}

WaitingAge ageOf(int days) {
  constexpr int kWeek = 7;
  if (days < 1) return WaitingAge::day;
  if (days < 3) return WaitingAge::threeDays;
  return days < kWeek ? WaitingAge::week : WaitingAge::longer;
}

std::vector<PersonWork> byPerson(std::vector<WorkItem>& items, Instant now, const WorkCalendar& calendar) {
  sortByUrgency(items, calendar);
  std::map<std::string, PersonWork> found;
  for (std::size_t at = 0; at < items.size(); ++at) {
    const WorkItem& item = items[at];
    const std::string key = item.waitsFor + "/" + item.waitsForName;
    PersonWork& person = found[key];
    person.key = key;
    person.who = whoOf(item);
    ++person.byUrgency[static_cast<std::size_t>(urgencyOf(item, now, calendar))];
    person.items.push_back(at);
    const auto days = daysWaiting(item, now);
    if (!days) continue;
    ++person.byAge[static_cast<std::size_t>(ageOf(*days))];
    person.oldestDays = std::max(person.oldestDays.value_or(0), *days);
  }
  std::vector<PersonWork> people;
  for (auto& [key, person] : found) people.push_back(std::move(person));
  std::stable_sort(people.begin(), people.end(), [](const PersonWork& one, const PersonWork& other) {
    return std::tuple(-one.count(Urgency::overdue), -static_cast<long>(one.items.size())) <
           std::tuple(-other.count(Urgency::overdue), -static_cast<long>(other.items.size()));
  });
  return people;
}

}  // namespace octad::model
