#include "model/work/deputy_notices.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace octad::model {

namespace {

/// Roles that read every case.
bool readsCases(const Person& person) {
  static constexpr std::array kReaders{Role::cqe,           Role::manager, Role::safety, Role::auditor,
                                       Role::administrator, Role::checker, Role::finance};
  return std::any_of(person.roles.begin(), person.roles.end(), [](Role role) {
    return std::find(kReaders.begin(), kReaders.end(), role) != kReaders.end();
  });
}

const Person* personOf(const std::vector<Person>& people, PersonId id) {
  const auto found =
      std::find_if(people.begin(), people.end(), [id](const Person& person) { return person.id == id; });
  return found == people.end() ? nullptr : &*found;
}

/// About what a notice is: its key without the person it is for.
std::string matterOf(const Notice& notice) {
  return notice.noticeKey.substr(0, notice.noticeKey.rfind('/'));
}

}  // namespace

std::vector<Notice> deputyNotices(const std::vector<Notice>& notices, const std::vector<Person>& people,
                                  const std::vector<Deputy>& deputies, Date today) {
  std::set<std::string> told;
  for (const Notice& notice : notices)
    told.insert(matterOf(notice) + "/" + std::to_string(notice.personId.value));
  std::vector<Notice> more;
  for (const Notice& notice : notices)
    for (const Deputy& deputy : deputies) {
      if (deputy.personId != notice.personId || !inForce(deputy, today)) continue;
      const Person* absent = personOf(people, deputy.personId);
      const Person* standing = personOf(people, deputy.deputyId);
      if (absent == nullptr || standing == nullptr || !standing->active) continue;
      Notice copy = notice;
      copy.personId = standing->id;
      copy.inPlaceOf = absent->name;
      copy.noticeKey = matterOf(notice) + "/" + std::to_string(standing->id.value);
      if (!told.insert(copy.noticeKey).second) continue;
      if (!readsCases(*standing) && readsCases(*absent)) {
        copy.customerName.clear();
        copy.subject.clear();
      }
      more.push_back(std::move(copy));
    }
  return more;
}

}  // namespace octad::model
