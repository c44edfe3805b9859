// Who is told what, and when: the table of tests/cases, which an independent script computes too, and what
// holds for any matter.
#include "model/work/reminders.hpp"

#include <gtest/gtest.h>
#include <random>

#include "model/core/catalogue.hpp"
#include "model/policy/calendar.hpp"
#include "model/work/deputy_notices.hpp"
#include "tests/model/case_table.hpp"
#include "tests/model/samples.hpp"

namespace octad::tests {

using namespace octad::model;

namespace {

constexpr long long kHour = 3'600'000'000LL;
const DepartmentId kQuality(1);
const DepartmentId kTest(2);

Person person(long long id, Role role, DepartmentId department = kQuality) {
  Person person;
  person.id = PersonId(id);
  person.login = person.name = std::string(keyOf(role)) + std::to_string(id);
  person.departmentId = department;
  person.roles = {role};
  return person;
}

/// One person at each level: 1 CQE, 2 head, 3 quality manager, 4 safety officer.
std::vector<Person> onePerLevel() {
  return {person(1, Role::cqe), person(2, Role::head), person(3, Role::manager), person(4, Role::safety)};
}

OpenItem itemOf(const CaseLine& line, const Zone& zone) {
  OpenItem item;
  item.id = 7;
  item.complaintId = ComplaintId(9);
  item.ownerId = PersonId(1);
  item.replied = true;
  const auto since = line[3].empty() ? std::nullopt : std::optional(at(zone, line[3]));
  item.since = since;
  if (line[2].rfind("refusal ", 0) == 0) {
    item.kind = OpenKind::refusal;
    item.bounces = std::stoll(line[2].substr(8));
  } else if (const auto kind = fromKey<OpenKind>(line[2])) {
    item.kind = *kind;
  } else {
    item.safety = line[2] == "safety";
    item.repeat = line[2] == "repeat";
    item.dissatisfied = line[2] == "dissatisfied";
    if (line[2].rfind("escalated ", 0) == 0)
      item.escalatedTo = fromKey<EscalationTarget>(line[2].substr(10)).value();
    if (line[2].rfind("loss ", 0) == 0) item.lossMinor = std::stoll(line[2].substr(5)) * 100;
    if (line[2].rfind("reporters ", 0) == 0) item.reporters = std::stoll(line[2].substr(10));
    if (line[2] == "untouched") {
      item.replied = false;
      item.touchedAt = since;
    }
  }
  if (line[4].size() == 10)
    item.dueOn = Date::parse(line[4]);
  else if (!line[4].empty())
    item.dueAt = at(zone, line[4]);
  return item;
}

std::string words(const std::vector<Notice>& notices) {
  std::string all;
  for (const auto& notice : notices)  // the key names the rule, also when the notice comes late
    all += (all.empty() ? "" : " ") + notice.noticeKey.substr(0, notice.noticeKey.find('/')) + "/" +
           std::string(keyOf(notice.level));
  return all.empty() ? "-" : all;
}

std::string receivers(const std::vector<Notice>& notices) {
  std::string all;
  for (const auto& notice : notices)
    all += std::string(keyOf(notice.level)) + std::to_string(notice.personId.value) + " ";
  return all;
}

std::set<std::string> keys(const std::vector<Notice>& notices) {
  std::set<std::string> all;
  for (const auto& notice : notices) all.insert(notice.noticeKey);
  return all;
}

/// Any open matter on the Chinese calendar.
class AnyItem {
 public:
  explicit AnyItem(unsigned seed) : m_random(seed) {}
  int number(int from, int to) { return std::uniform_int_distribution<int>(from, to)(m_random); }
  OpenItem item(Instant begin) {
    OpenItem item;
    item.kind = EnumKeys<OpenKind>::entries.at(static_cast<std::size_t>(number(0, 4))).value;
    item.id = number(1, 1000);
    item.ownerId = PersonId(number(1, 5));
    item.since = Instant{begin.microseconds + number(0, 24 * 300) * kHour};
    if (number(0, 5) > 0) item.dueAt = Instant{item.since->microseconds + number(1, 500) * kHour};
    item.safety = number(0, 1) == 1;
    item.repeat = number(0, 1) == 1;
    item.replied = number(0, 1) == 1;
    item.touchedAt = item.since;
    item.reporters = number(0, 4);
    item.dissatisfied = number(0, 1) == 1;
    if (number(0, 1) == 1) item.lossMinor = number(0, 400'000);
    if (number(0, 3) == 0) item.escalatedTo = EscalationTarget::media;
    item.bounces = number(0, 3);
    return item;
  }

 private:
  std::mt19937 m_random;
};

OpenItem lateAnswer(const WorkCalendar& calendar) {
  OpenItem item;
  item.kind = OpenKind::answer;
  item.id = 1;
  item.ownerId = PersonId(1);
  item.departmentId = kTest;
  item.customerName = "甲公司";
  item.subject = "D4";
  item.number = "C26-00001";
  item.dueName = "assignment";
  item.dueAt = at(calendar.zone(), "2026-03-05 17:30");
  return item;
}

}  // namespace

TEST(Reminders, AreGivenAsTheTableSays) {
  int cases = 0;
  for (const auto& line : readCases("reminders.txt")) {
    SCOPED_TRACE(line.place);
    const WorkCalendar calendar(Zone(line[0]),
                                line[1] == "cn-2026" ? chinaDays() : std::vector<CalendarDay>());
    const auto notices = remindersFor({itemOf(line, calendar.zone())}, onePerLevel(), calmReminders(),
                                      calendar, at(calendar.zone(), line[5]));
    EXPECT_EQ(words(notices), line[6]);
    ++cases;
  }
  EXPECT_GE(cases, 100);
}

TEST(Reminders, WhatWasToldStaysToldAndEachIsTheSameHoweverLateTheJobRuns) {
  const WorkCalendar calendar(Zone("Asia/Shanghai"), chinaDays());
  const Instant begin = at(calendar.zone(), "2026-01-05 00:00");
  for (unsigned seed = 1; seed <= 150; ++seed) {
    SCOPED_TRACE(seed);
    AnyItem any(seed);
    std::vector<OpenItem> items;
    for (int count = any.number(1, 12); count > 0; --count) items.push_back(any.item(begin));
    Instant now = begin;
    std::set<std::string> everyHour;
    std::set<std::string> before;
    for (int step = 0; step < 40; ++step) {
      now.microseconds += any.number(1, 300) * kHour;
      const auto told = keys(remindersFor(items, onePerLevel(), calmReminders(), calendar, now));
      EXPECT_TRUE(std::includes(told.begin(), told.end(), before.begin(), before.end()));
      everyHour.insert(told.begin(), told.end());
      before = told;
    }
    EXPECT_EQ(keys(remindersFor(items, onePerLevel(), calmReminders(), calendar, now)), everyHour)
        << "a job that ran once says the same as one that ran all the time";
  }
}

TEST(Reminders, ALaterDateIsNeverRemindedOfEarlier) {
  const WorkCalendar calendar(Zone("Asia/Shanghai"), chinaDays());
  const Instant begin = at(calendar.zone(), "2026-01-05 00:00");
  for (unsigned seed = 1; seed <= 1000; ++seed) {
    SCOPED_TRACE(seed);
    AnyItem any(seed);
    OpenItem item = any.item(begin);
    item.kind = OpenKind::clock;
    if (!item.dueAt) continue;
    OpenItem later = item;
    later.dueAt = Instant{item.dueAt->microseconds + any.number(1, 200) * kHour};
    for (const auto& rule : calmReminders()) {
      const auto one = reminderTime(rule, item, calendar);
      const auto other = reminderTime(rule, later, calendar);
      ASSERT_EQ(one.has_value(), other.has_value());
      if (one) {
        EXPECT_LE(*one, *other);
      }
      if (one && rule.condition == ReminderCondition::overdue) {
        EXPECT_LT(*item.dueAt, *one);
      }
    }
  }
}

TEST(Reminders, GoToWhoeverIsThere) {
  const WorkCalendar calendar(Zone("Asia/Shanghai"), {});
  const Instant now = at(calendar.zone(), "2026-03-20 09:00");
  OpenItem item = lateAnswer(calendar);
  const auto told = [&](const std::vector<Person>& people) {
    return receivers(remindersFor({item}, people, calmReminders(), calendar, now));
  };
  std::vector<Person> people{person(1, Role::cqe),           person(3, Role::manager),
                             person(5, Role::member, kTest), person(6, Role::member, kTest),
                             person(7, Role::head, kTest),   person(8, Role::head)};
  EXPECT_EQ(told(people), "owner5 owner6 head7 manager3 ") << "members of the department asked, and its head";
  people[2].active = people[3].active = false;
  EXPECT_EQ(told(people), "owner7 head7 manager3 ") << "no member: the head";
  people[4].active = false;
  EXPECT_EQ(told(people), "owner1 manager3 ") << "nobody there: who asked, and the quality manager, once";
  item.kind = OpenKind::clock;
  item.departmentId.reset();
  EXPECT_EQ(told(people), "owner1 head8 manager3 ") << "the head of the CQE's own department";
  item.ownerId.reset();
  people.push_back(person(9, Role::cqe));
  EXPECT_EQ(told(people), "owner1 owner9 manager3 ") << "what nobody owns waits for every CQE";
  item.kind = OpenKind::action;
  item.ownerName = people[5].name;
  EXPECT_EQ(told(people), "owner8 head8 manager3 ") << "an action names its owner";
  EXPECT_EQ(told({}), "");
}

TEST(Reminders, SayNoMoreOfACaseThanTheirReaderMaySee) {
  const WorkCalendar calendar(Zone("Asia/Shanghai"), {});
  const Instant now = at(calendar.zone(), "2026-03-20 09:00");
  OpenItem item = lateAnswer(calendar);
  item.kind = OpenKind::clock;
  item.departmentId.reset();
  const auto notices = remindersFor({item}, onePerLevel(), calmReminders(), calendar, now);
  ASSERT_EQ(notices.size(), 3U);
  EXPECT_EQ(notices[0].customerName, "甲公司");
  EXPECT_EQ(notices[1].level, NoticeLevel::head);
  EXPECT_EQ(notices[1].customerName, "") << "this head's department was not asked";
  EXPECT_EQ(notices[1].subject, "");
  EXPECT_EQ(notices[1].number, "C26-00001");
  EXPECT_EQ(notices[2].subject, "D4");
}

TEST(Reminders, FollowTheTableOfThePolicy) {
  const WorkCalendar calendar(Zone("Asia/Shanghai"), {});
  OpenItem item;
  item.id = 1;
  item.ownerId = PersonId(1);
  item.replied = true;
  item.since = at(calendar.zone(), "2026-03-05 10:00");
  item.lossMinor = 500'100;
  const auto told = [&](const std::vector<ReminderRule>& rules) {
    return receivers(remindersFor({item}, onePerLevel(), rules, calendar, *item.since));
  };
  const ReminderRule owner{ReminderCondition::cost, Receiver::owner, NoticeLevel::owner, 0, 0, 1000};
  ReminderRule manager{ReminderCondition::cost, Receiver::qualityManager, NoticeLevel::manager, 0, 0, 5000};
  EXPECT_EQ(told({owner, manager}), "owner1 manager3 ");
  manager.amount = 5001;
  EXPECT_EQ(told({owner, manager}), "owner1 ") << "above, not from";
  EXPECT_EQ(told({}), "");
  const auto both = remindersFor(
      {item}, {person(1, Role::manager)},
      {owner, {ReminderCondition::cost, Receiver::qualityManager, NoticeLevel::manager, 0, 0, 2000}},
      calendar, *item.since);
  EXPECT_EQ(both.size(), 2U) << "two amounts are two matters, also for one person";
}

TEST(Reminders, BeginAnewWhenTheDateMoves) {
  const WorkCalendar calendar(Zone("Asia/Shanghai"), {});
  OpenItem item = lateAnswer(calendar);
  const auto first =
      keys(remindersFor({item}, onePerLevel(), calmReminders(), calendar, plusSeconds(*item.dueAt, 60)));
  item.dueAt = plusSeconds(*item.dueAt, 7 * 24 * 3600);
  const auto second =
      keys(remindersFor({item}, onePerLevel(), calmReminders(), calendar, plusSeconds(*item.dueAt, 60)));
  EXPECT_EQ(first.size(), 1U);
  EXPECT_EQ(second.size(), 1U);
  EXPECT_NE(first, second);
}

TEST(Reminders, SafetyIsToldOnceWhereOnePersonHoldsBothParts) {
  const WorkCalendar calendar(Zone("Asia/Shanghai"), {});
  OpenItem item;
  item.safety = true;
  item.since = at(calendar.zone(), "2026-03-05 10:00");
  EXPECT_EQ(
      receivers(remindersFor({item}, {person(3, Role::manager)}, calmReminders(), calendar, *item.since)),
      "manager3 ");
}

TEST(Reminders, AreSentencesThatSayWhatToDo) {
  const WorkCalendar calendar(Zone("Asia/Shanghai"), {});
  const auto notices = remindersFor(
      {lateAnswer(calendar)}, {person(1, Role::cqe), person(2, Role::head, kTest), person(3, Role::manager)},
      calmReminders(), calendar, at(calendar.zone(), "2026-03-20 09:00"));
  std::string all;
  for (const auto& notice : notices) all += Catalogue().sentence(noticeWords(notice, calendar.zone())) + "\n";
  EXPECT_EQ(all,
            "Department's answer was due 2026-03-05 17:30. Finish it, or agree on another date.\n"
            "Department's answer was due 2026-03-05 17:30 and is still open. Ask what holds it up.\n"
            "Department's answer was due 2026-03-05 17:30 and is still open. Decide who helps.\n");
}

TEST(Reminders, ADeputyIsToldToo) {
  auto people = onePerLevel();
  people.push_back(person(5, Role::cqe));
  people.push_back(person(6, Role::member, kTest));
  const auto told = [&](PersonId absent, PersonId standing, Date until) {
    Notice notice;
    notice.noticeKey = "overdue/clock:7/owner/1/" + std::to_string(absent.value);
    notice.personId = absent;
    notice.customerName = "Nordwind";
    notice.number = "C26-00001";
    const Deputy deputy{RowId(1), absent, standing, Date(2026, 3, 2), until, "holiday"};
    return deputyNotices({notice}, people, {deputy}, Date(2026, 3, 4));
  };
  const auto more = told(PersonId(1), PersonId(5), Date(2026, 3, 4));
  ASSERT_EQ(more.size(), 1U);
  EXPECT_EQ(more[0].personId, PersonId(5));
  EXPECT_EQ(more[0].noticeKey, "overdue/clock:7/owner/1/5");
  EXPECT_EQ(more[0].inPlaceOf, people[0].name);
  EXPECT_EQ(more[0].customerName, "Nordwind");
  EXPECT_EQ(noticeWords(more[0], Zone("UTC")).id, "For {1}: {0}");
  EXPECT_TRUE(told(PersonId(1), PersonId(5), Date(2026, 3, 3)).empty()) << "back again";
  const auto outside = told(PersonId(1), PersonId(6), Date(2026, 3, 9));
  ASSERT_EQ(outside.size(), 1U);
  EXPECT_EQ(outside[0].customerName, "") << "who may not read the case is told its number only";
}

}  // namespace octad::tests
