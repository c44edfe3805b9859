#include "model/access/deputies.hpp"

#include <algorithm>

#include "model/core/error.hpp"

namespace octad::model {

bool inForce(const Deputy& deputy, Date day) {
  return deputy.validFrom <= day && day <= deputy.validUntil;
}

std::vector<StandIn> standInsOf(PersonId person, const std::vector<Deputy>& deputies,
                                const std::vector<Person>& people, Date today) {
  std::vector<StandIn> found;
  const auto known = [&people](PersonId id) {
    return std::find_if(people.begin(), people.end(),
                        [id](const Person& candidate) { return candidate.id == id; });
  };
  const auto me = known(person);
  for (const Deputy& deputy : deputies) {
    if (deputy.deputyId != person || !inForce(deputy, today)) continue;
    const auto absent = known(deputy.personId);
    if (absent == people.end() || !absent->departmentId) continue;
    if (me != people.end() && me->departmentId == absent->departmentId) continue;
    const auto same = std::find_if(found.begin(), found.end(), [&](const StandIn& other) {
      return other.departmentId == *absent->departmentId;
    });
    if (same == found.end())
      found.push_back({absent->id, absent->name, *absent->departmentId, deputy.validUntil});
    else
      same->until = std::max(same->until, deputy.validUntil);
  }
  std::sort(found.begin(), found.end(),
            [](const StandIn& one, const StandIn& other) { return one.absentName < other.absentName; });
  return found;
}

std::vector<StandIn> absentCqes(PersonId person, const std::vector<Deputy>& deputies,
                                const std::vector<Person>& people, Date today) {
  std::vector<StandIn> found;
  const auto known = [&people](PersonId id) {
    return std::find_if(people.begin(), people.end(),
                        [id](const Person& candidate) { return candidate.id == id; });
  };
  const auto handles = [](const Person& someone) {
    Actor actor;
    actor.roles = someone.roles;
    return may(actor, Right::handleComplaint);
  };
  const auto me = known(person);
  if (me == people.end() || !handles(*me)) return found;
  for (const Deputy& deputy : deputies) {
    if (deputy.deputyId != person || !inForce(deputy, today)) continue;
    const auto absent = known(deputy.personId);
    if (absent == people.end() || !handles(*absent)) continue;
    found.push_back(
        {absent->id, absent->name, absent->departmentId.value_or(DepartmentId()), deputy.validUntil});
  }
  std::sort(found.begin(), found.end(),
            [](const StandIn& one, const StandIn& other) { return one.absentName < other.absentName; });
  return found;
}

Actor actingFor(const Actor& actor, DepartmentId department, const std::vector<StandIn>& standIns) {
  for (const StandIn& place : standIns) {
    if (place.departmentId != department) continue;
    Actor acting = actor;
    acting.departmentId = department;
    acting.inPlaceOf = place.absentName;
    return acting;
  }
  throw Refused("deputy",
                {tr("{0} is nobody's deputy in that department today. Whoever is away, the head of the "
                    "department or the quality manager names a deputy."),
                 {actor.name.empty() ? actor.login : actor.name}});
}

bool mayDeputise(const Actor& actor, const Person& absent) {
  if (actor.id == absent.id || actor.has(Role::manager) || actor.has(Role::administrator)) return true;
  return actor.has(Role::head) && actor.departmentId && actor.inPlaceOf.empty() &&
         actor.departmentId == absent.departmentId;
}

bool mayEntrust(const Actor& actor) {
  return actor.has(Role::manager) || actor.has(Role::administrator);
}

}  // namespace octad::model
