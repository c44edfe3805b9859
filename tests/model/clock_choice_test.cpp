#include "model/policy/clock_choice.hpp"

#include <algorithm>
#include <gtest/gtest.h>

#include "model/core/catalogue.hpp"
#include "model/core/error.hpp"
#include "model/policy/calendar.hpp"
#include "model/policy/classification.hpp"
#include "model/policy/deadlines.hpp"
#include "model/policy/due_time.hpp"
#include "model/policy/policy_calendar.hpp"
#include "tests/model/case_table.hpp"
#include "tests/model/samples.hpp"

namespace octad::tests {

using namespace model;

namespace {

ClockStep step(ClockName name, long long hours, int calendarDays = 0) {
  ClockStep step;
  step.name = name;
  step.hours = hours;
  step.calendarDays = calendarDays;
  return step;
}

Policy policyWithSets() {
  const auto reply = ClockName::firstReply;
  const auto report = ClockName::finalReport;
  Policy policy;
  policy.clocks = {step(reply, 24), step(report, 0, 7)};
  policy.clockSets = {
      {"A", ClockScope::severity, SeverityClass::major, false, {step(reply, 12), step(report, 0, 5)}},
      {"launch", ClockScope::campaign, {}, false, {step(reply, 6), step(ClockName::firstContact, 1)}},
      {"slow", ClockScope::campaign, {}, false, {step(reply, 48)}},
      {"oem", ClockScope::customer, {}, false, {step(reply, 8)}},
      {"strict", ClockScope::customer, {}, true, {step(reply, 10)}}};
  return policy;
}

CaseFile caseOf(const CaseLine& line, const Zone& zone) {
  CaseFile file;
  file.complaint.receivedAt = at(zone, "2026-03-02 10:00");
  file.complaint.severity = fromKey<SeverityClass>(line[2]).value();
  file.customer.name = "甲";
  if (line[0] != "-") file.customer.clockSet = line[0];
  if (line[1] != "-") {
    Campaign campaign;
    campaign.name = "K";
    campaign.clockSet = line[1];
    file.campaigns = {campaign};
  }
  return file;
}

}  // namespace

TEST(ClockChoice, IsMadeAsTheTableSays) {
  const Policy policy = policyWithSets();
  const WorkCalendar calendar(Zone("Asia/Shanghai"), {});
  int cases = 0;
  for (const auto& line : readCases("clock_choice.txt")) {
    SCOPED_TRACE(line.place);
    const CaseFile file = caseOf(line, calendar.zone());
    const auto clocks = computeClocks(file, clockEvents(file), policy, calendar);
    const auto clock = std::find_if(clocks.begin(), clocks.end(),
                                    [&](const CaseClock& row) { return keyOf(row.name) == line[3]; });
    ++cases;
    if (line[4] == "none") {
      EXPECT_EQ(clock, clocks.end());
      continue;
    }
    ASSERT_NE(clock, clocks.end());
    EXPECT_EQ(calendar.zone().local(clock->dueAt.value()).text(), line[4]);
    EXPECT_EQ(keyOf(clock->chosenBy.value_or(ClockScope::site)), line[5]);
    EXPECT_EQ(clock->clockSet, line[6]);
    EXPECT_FALSE(explainClock(*clock, file, policy, calendar).empty());
  }
  EXPECT_GE(cases, 20);
}

TEST(ClockChoice, SaysByWhatAClockWasChosen) {
  const Policy policy = policyWithSets();
  const WorkCalendar calendar(Zone("Asia/Shanghai"), {});
  CaseFile file;
  file.complaint.receivedAt = at(calendar.zone(), "2026-03-02 10:00");
  file.customer.name = "甲";
  file.customer.clockSet = "strict";
  const auto clocks = computeClocks(file, clockEvents(file), policy, calendar);
  std::string words;
  for (const auto& sentence : explainClock(clocks.at(0), file, policy, calendar))
    words += Catalogue().sentence(sentence) + "\n";
  EXPECT_EQ(words,
            "10 hours from: Customer's notice, 2026-03-02 10:00.\n"
            "The clocks “strict” were agreed with the customer 甲.\n"
            "Of every clock the earliest counts: of the customer, campaign, class and site.\n");
}

TEST(ClockChoice, AClockThatIsNoLongerChosenIsDroppedUnlessItWasMet) {
  const Policy policy = policyWithSets();
  const WorkCalendar calendar(Zone("Asia/Shanghai"), {});
  CaseFile file;
  file.complaint.receivedAt = at(calendar.zone(), "2026-03-02 10:00");
  file.clocks = computeClocks(file, clockEvents(file), policy, calendar);
  file.customer.clockSet = "oem";
  auto clocks = computeClocks(file, clockEvents(file), policy, calendar);
  ASSERT_EQ(clocks.size(), 2u);
  EXPECT_EQ(clocks[1].name, ClockName::finalReport);
  EXPECT_EQ(clocks[1].dueReason, "dropped");
  EXPECT_FALSE(clocks[1].dueAt);
  file.clocks[1].metAt = file.complaint.receivedAt;
  clocks = computeClocks(file, clockEvents(file), policy, calendar);
  EXPECT_TRUE(clocks[1].dueAt) << "a promise that was kept stays as it was";
}

TEST(WorkHours, RunFromTheFirstShiftToTheLast) {
  const auto hours = [](const char* text) {
    const WorkHours read = parseWorkHours(text);
    return std::pair(read.begin, read.end);
  };
  EXPECT_EQ(hours(""), std::pair(480, 1050));
  EXPECT_EQ(hours("08:00-12:00,13:30-17:30"), std::pair(480, 1050));
  EXPECT_EQ(hours(" 07:30-11:30 , 12:30-16:30 "), std::pair(450, 990));
  EXPECT_EQ(hours("06:00-14:00,14:00-22:00"), std::pair(360, 1320));
  EXPECT_EQ(hours("08:00-20:00,20:00-08:00"), std::pair(480, 1920)) << "two shifts round the clock";
  for (const char* wrong :
       {"8-17", "08:00", "08:00-08:00", "25:00-26:00", "08:00-12:60", "13:00-17:00,08:00-12:00",
        "08:00-12:00,11:00-17:00", "08:00-12:00;13:00-17:00", "08:00-20:00,20:00-09:00", ","})
    EXPECT_THROW(parseWorkHours(wrong), Invalid) << wrong;
}

TEST(WorkHours, ThoseOfAPolicyAndItsDaysGoBeforeTheSites) {
  const WorkCalendar site(Zone("Asia/Shanghai"), {{{}, Date(2026, 12, 23), DayKind::holiday, ""}});
  Policy policy;
  EXPECT_EQ(calendarUnder(policy, site).endOfDay(Date(2026, 12, 22)), site.endOfDay(Date(2026, 12, 22)));
  policy.workHours = "08:00-12:00,13:00-16:00";
  policy.days = {{Date(2026, 12, 24), DayKind::holiday, "圣诞夜"},
                 {Date(2026, 12, 26), DayKind::workday, ""}};
  const WorkCalendar own = calendarUnder(policy, site);
  EXPECT_FALSE(own.isWorkday(Date(2026, 12, 23))) << "the site's days hold too";
  EXPECT_FALSE(own.isWorkday(Date(2026, 12, 24)));
  EXPECT_TRUE(own.isWorkday(Date(2026, 12, 26))) << "a Saturday";
  // Tuesday, then the 25th and the 26th count.
  const Instant start = site.zone().instant({Date(2026, 12, 22), 10, 0, 0});
  EXPECT_EQ(own.afterWorkingDays(start, 2), site.zone().instant({Date(2026, 12, 26), 16, 0, 0}));
  policy.days.push_back({Date(2026, 12, 23), DayKind::workday, ""});
  EXPECT_TRUE(calendarUnder(policy, site).isWorkday(Date(2026, 12, 23))) << "the policy goes first";
}

TEST(WorkHours, ALastShiftAfterMidnightEndsTheDayOnTheNextOne) {
  const WorkCalendar calendar(Zone("Asia/Shanghai"), {}, parseWorkHours("08:00-20:00,20:00-08:00"));
  EXPECT_EQ(calendar.zone().local(calendar.endOfDay(Date(2026, 3, 2))).text(), "2026-03-03 08:00");
  const Instant start = at(calendar.zone(), "2026-03-02 10:00");
  EXPECT_EQ(calendar.zone().local(calendar.afterWorkingDays(start, 1)).text(), "2026-03-04 08:00");
  const WorkCalendar berlin(Zone("Europe/Berlin"), {}, parseWorkHours("18:00-02:30"));
  EXPECT_EQ(berlin.zone().local(berlin.endOfDay(Date(2026, 3, 28))).text(), "2026-03-29 03:30")
      << "the hour that is skipped: the moment after it";
}

TEST(WorkHours, WithAnyShiftsAPauseNeverMakesAClockEarlierAndALaterStartNeither) {
  constexpr long long kHour = 3'600'000'000LL;
  for (const char* shifts :
       {"06:00-14:00", "08:00-12:00,13:30-17:30", "08:00-20:00,20:00-08:00", "22:00-06:00"}) {
    SCOPED_TRACE(shifts);
    const WorkCalendar calendar(Zone("Europe/Berlin"), {}, parseWorkHours(shifts));
    ClockStep days;
    days.workingDays = 3;
    Instant before{0};
    // A quarter of a year over both changes of the clocks, every 5 hours.
    for (long long hour = 1; hour < 24 * 200; hour += 5) {
      ClockFacts facts;
      facts.start = Instant{at(calendar.zone(), "2026-03-01 00:30").microseconds + hour * kHour};
      const Instant due = dueTime(days, facts, calendar).at.value();
      EXPECT_LE(before, due);
      EXPECT_LT(*facts.start, due);
      before = due;
      facts.pauses = {
          {Instant{facts.start->microseconds + 20 * kHour}, Instant{facts.start->microseconds + 50 * kHour}}};
      EXPECT_LE(due, dueTime(days, facts, calendar).at.value());
    }
  }
}

TEST(Campaigns, FitByPartCustomerAndDay) {
  Campaign campaign;
  campaign.fromDay = Date(2026, 3, 1);
  campaign.toDay = Date(2026, 3, 31);
  campaign.parts = "P-100, 电源 ";
  CampaignFacts facts{Date(2026, 3, 31), {"p-100", "P"}, {"甲公司", "C001"}};
  EXPECT_TRUE(fits(campaign, facts));
  facts.parts = {"X", "电源"};
  EXPECT_TRUE(fits(campaign, facts)) << "by the family";
  facts.parts = {"X", ""};
  EXPECT_FALSE(fits(campaign, facts));
  campaign.parts.clear();
  EXPECT_TRUE(fits(campaign, facts)) << "any part";
  campaign.customers = "c001";
  EXPECT_TRUE(fits(campaign, facts));
  campaign.customers = "C002";
  EXPECT_FALSE(fits(campaign, facts));
  campaign.customers.clear();
  facts.noticed = Date(2026, 4, 1);
  EXPECT_FALSE(fits(campaign, facts));
}

}  // namespace octad::tests
