#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "model/work/work_item.hpp"

namespace octad::model {

/// Whose people are looked at (S3-R16: the manager looks every day).
struct PeopleQuery {
  std::optional<DepartmentId> department;  ///< a head's; none: everybody, for the quality manager
  int limit = 500;                         ///< of each kind of work, the most urgent
};

/// True for those who look after people: quality managers, and the heads of a department.
bool looksAfterPeople(const Actor& actor);
/// Whose work the person looks after. Throws Refused("people") for everybody else.
PeopleQuery peopleOf(const Actor& actor);

/// How long something waits, in days of 24 hours.
enum class WaitingAge { day, threeDays, week, longer };

template <>
struct EnumKeys<WaitingAge> {
  static constexpr std::array entries{
      EnumEntry<WaitingAge>{WaitingAge::day, "day", tr("Up to a day")},
      EnumEntry<WaitingAge>{WaitingAge::threeDays, "three_days", tr("1 to 3 days")},
      EnumEntry<WaitingAge>{WaitingAge::week, "week", tr("3 to 7 days")},
      EnumEntry<WaitingAge>{WaitingAge::longer, "longer", tr("More than 7 days")},
  };
};

/// Whole days that an item waits; none where nobody knows since when.
std::optional<int> daysWaiting(const WorkItem& item, Instant now);
WaitingAge ageOf(int days);

/// What waits for one person, or for a department as a whole.
struct PersonWork {
  std::string key;  ///< tells people apart
  Message who;      ///< "CQE Wang Fang", "Department TE"
  std::array<int, EnumKeys<Urgency>::entries.size()> byUrgency{};
  std::array<int, EnumKeys<WaitingAge>::entries.size()> byAge{};  ///< of those whose age is known
  std::optional<int> oldestDays;
  std::vector<std::size_t> items;  ///< places in the list it was made of, the most urgent first

  int count(Urgency urgency) const { return byUrgency[static_cast<std::size_t>(urgency)]; }
  int count(WaitingAge age) const { return byAge[static_cast<std::size_t>(age)]; }
};

/// The people of a list; those with the most overdue first, then by all that waits, then by name. Sorts the
/// list by urgency.
std::vector<PersonWork> byPerson(std::vector<WorkItem>& items, Instant now, const WorkCalendar& calendar);

}  // namespace octad::model
