// How urgent work is, and in which order it stands.
#include <gtest/gtest.h>

#include "model/policy/calendar.hpp"
#include "model/work/people_work.hpp"
#include "tests/model/samples.hpp"

namespace octad::tests {

using namespace octad::model;

namespace {

WorkItem item(const std::string& number, std::optional<Instant> due,
              SeverityClass severity = SeverityClass::general) {
  WorkItem item;
  item.number = number;
  item.dueAt = due;
  item.severity = severity;
  return item;
}

std::string order(const std::vector<WorkItem>& items) {
  std::string numbers;
  for (const auto& one : items) numbers += one.number + " ";
  return numbers;
}

}  // namespace

TEST(Work, IsOverdueTodaySoonOrLater) {
  const WorkCalendar calendar(Zone("Asia/Shanghai"), chinaDays());
  const auto time = [&](const char* text) { return at(calendar.zone(), text); };
  const Instant now = time("2026-09-29 10:00");  // a Tuesday, the National Day ahead
  const auto urgency = [&](const char* due) { return urgencyOf(item("", time(due)), now, calendar); };
  EXPECT_EQ(urgency("2026-09-29 09:59"), Urgency::overdue);
  EXPECT_EQ(urgency("2026-09-29 10:00"), Urgency::today);
  EXPECT_EQ(urgency("2026-09-29 23:59"), Urgency::today);
  EXPECT_EQ(urgency("2026-09-30 08:00"), Urgency::soon);
  EXPECT_EQ(urgency("2026-10-09 17:30"), Urgency::soon) << "the third working day";
  EXPECT_EQ(urgency("2026-10-10 08:00"), Urgency::later) << "the make-up Saturday is the fourth";
  EXPECT_EQ(urgencyOf(item("", std::nullopt), now, calendar), Urgency::none);
  WorkItem day;
  day.dueOn = Date(2026, 9, 29);
  EXPECT_EQ(urgencyOf(day, now, calendar), Urgency::today);
  EXPECT_EQ(urgencyOf(day, time("2026-09-29 17:31"), calendar), Urgency::overdue);
}

TEST(Work, StandsInTheOrderOfItsDueTimes) {
  const WorkCalendar calendar(Zone("Asia/Shanghai"), {});
  const auto time = [&](const char* text) { return at(calendar.zone(), text); };
  std::vector<WorkItem> items{item("none", std::nullopt, SeverityClass::major),
                              item("late", time("2026-03-02 10:00")),
                              item("minor", time("2026-03-05 17:30"), SeverityClass::other),
                              item("major", time("2026-03-05 17:30"), SeverityClass::major)};
  items.push_back(item("day", std::nullopt));
  items.back().dueOn = Date(2026, 3, 4);
  sortByUrgency(items, calendar);
  EXPECT_EQ(order(items), "late day major minor none ");
}

TEST(Work, DependsOnWhatAPersonMayDo) {
  Actor actor;
  actor.id = PersonId(7);
  actor.roles = {Role::cqe};
  EXPECT_TRUE(workOf(actor).cases);
  EXPECT_TRUE(workOf(actor).newCases);
  EXPECT_FALSE(workOf(actor).answers);
  actor.roles = {Role::member};
  actor.departmentId = DepartmentId(3);
  EXPECT_TRUE(workOf(actor).answers);
  EXPECT_FALSE(workOf(actor).newCases);
  EXPECT_FALSE(workOf(actor).approvals);
  actor.roles = {Role::manager};
  EXPECT_TRUE(workOf(actor).approvals);
  actor.roles = {Role::warehouse};
  EXPECT_FALSE(workOf(actor).cases) << "sees returns and sweeps, nothing else";
  EXPECT_EQ(workOf(actor).queues, std::vector<ReturnWait>{ReturnWait::warehouse});
}

TEST(Work, SaysForWhomItWaits) {
  WorkItem waiting;
  waiting.waitsFor = keyOf(Turn::department);
  waiting.waitsForName = "TE";
  EXPECT_EQ(waitsForWords(waiting), Message("{0} {1}", {translated(labelOf(Turn::department)), "TE"}));
  waiting.waitsForName.clear();
  EXPECT_EQ(waitsForWords(waiting), Message(labelOf(Turn::department)));
  waiting.kind = WorkKind::goodsReturn;
  waiting.waitsFor = keyOf(ReturnWait::warehouse);
  EXPECT_EQ(waitsForWords(waiting), Message(labelOf(ReturnWait::warehouse)));
  waiting.kind = WorkKind::action;
  waiting.waitsFor.clear();
  waiting.waitsForName = "Li Wei";
  EXPECT_EQ(waitsForWords(waiting), Message("{0}", {"Li Wei"}));
}

TEST(Work, IsCountedForEveryPerson) {
  const WorkCalendar calendar(Zone("Asia/Shanghai"), {});
  const auto time = [&](const char* text) { return at(calendar.zone(), text); };
  const Instant now = time("2026-03-04 10:00");
  const auto of = [&](const char* turn, const char* name, const char* due, const char* since) {
    WorkItem one = item(due, time(due));
    one.waitsFor = turn;
    one.waitsForName = name;
    one.since = time(since);
    return one;
  };
  std::vector<WorkItem> items{of("cqe", "王芳", "2026-03-04 17:30", "2026-03-04 09:00"),
                              of("department", "TE", "2026-03-02 17:30", "2026-02-20 09:00"),
                              of("department", "TE", "2026-03-20 17:30", "2026-03-02 10:00"),
                              of("cqe", "", "2026-03-05 09:00", "2026-03-05 09:00")};
  const auto people = byPerson(items, now, calendar);
  ASSERT_EQ(people.size(), 3U);
  EXPECT_EQ(people[0].who.args.back(), "TE") << "the most overdue first";
  EXPECT_EQ(people[0].count(Urgency::overdue), 1);
  EXPECT_EQ(people[0].count(Urgency::later), 1);
  EXPECT_EQ(people[0].count(WaitingAge::longer), 1);
  EXPECT_EQ(people[0].count(WaitingAge::threeDays), 1) << "two days sharp";
  EXPECT_EQ(people[0].oldestDays, 12);
  EXPECT_EQ(items[people[0].items.front()].number, "2026-03-02 17:30") << "the most urgent first";
  EXPECT_FALSE(people[1].oldestDays) << "since later than now: nobody knows";
  EXPECT_EQ(people[1].who.id, "Nobody has taken it");
  EXPECT_EQ(people[2].count(Urgency::today), 1);
  EXPECT_EQ(people[2].count(WaitingAge::day), 1);
}

}  // namespace octad::tests
