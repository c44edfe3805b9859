// Sets of clocks with a zone, hours or days of their own: the table of tests/cases, which an independent
// script computes too, and what holds for any of them.
#include <algorithm>
#include <gtest/gtest.h>

#include "model/core/catalogue.hpp"
#include "model/core/error.hpp"
#include "model/policy/clock_choice.hpp"
#include "model/policy/deadlines.hpp"
#include "model/policy/policy_calendar.hpp"
#include "tests/model/case_table.hpp"
#include "tests/model/samples.hpp"

namespace octad::tests {

using namespace octad::model;

namespace {

constexpr long long kHour = 3'600'000'000LL;

ClockStep stepOf(const std::string& promise) {
  const auto words = split(promise, ' ');
  ClockStep step;
  step.name = ClockName::finalReport;
  step.setTarget(fromKey<ClockUnit>(words.at(0)).value(), std::stoi(words.at(1)));
  return step;
}

std::string orEmpty(const std::string& cell) {
  return cell == "-" ? std::string() : cell;
}

/// The set of a line of the table, for a customer.
ClockSet setOf(const CaseLine& line) {
  ClockSet set;
  set.name = "there";
  set.clocks = {stepOf(line[4])};
  set.zone = orEmpty(line[1]);
  set.workHours = orEmpty(line[2]);
  for (const auto& entry : split(line[3], ';')) {
    const auto from = entry.find_first_not_of(' ');
    if (from == std::string::npos) continue;
    const bool work = entry.find("work") != std::string::npos;
    set.days.push_back(
        {Date::parse(entry.substr(from, 10)).value(), work ? DayKind::workday : DayKind::holiday, ""});
  }
  return set;
}

/// A case of the customer that has the set, noticed at a moment.
CaseFile caseAt(Instant noticed) {
  CaseFile file;
  file.complaint.receivedAt = noticed;
  file.customer.name = "甲";
  file.customer.clockSet = "there";
  return file;
}

Policy policyWith(std::vector<ClockSet> sets) {
  Policy policy;
  policy.clocks = {stepOf("working_days 3")};
  policy.clockSets = std::move(sets);
  return policy;
}

Instant dueBy(const Policy& policy, const CaseFile& file, const WorkCalendar& site) {
  return computeClocks(file, clockEvents(file), policy, site).at(0).dueAt.value();
}

ClockSet setIn(const std::string& zone, const std::string& promise) {
  ClockSet set;
  set.name = "there";
  set.zone = zone;
  set.clocks = {stepOf(promise)};
  return set;
}

std::string explained(const CaseClock& clock, const CaseFile& file, const Policy& policy,
                      const WorkCalendar& site) {
  std::string words;
  for (const auto& sentence : explainClock(clock, file, policy, site))
    words += Catalogue().sentence(sentence) + "\n";
  return words;
}

}  // namespace

TEST(ClockZones, AreDueAsTheTableSays) {
  int cases = 0;
  for (const auto& line : readCases("clock_zones.txt")) {
    SCOPED_TRACE(line.place);
    const WorkCalendar site(Zone(line[0]), chinaDays());
    CaseFile file = caseAt(at(site.zone(), line[5]));
    file.complaint.requestedDate = Date::parse(line[7]);
    if (const auto dots = line[6].find(" .. "); dots != std::string::npos) {
      ClockPause pause;
      pause.clock = ClockName::finalReport;
      pause.startedAt = at(site.zone(), line[6].substr(0, dots));
      pause.endedAt = at(site.zone(), line[6].substr(dots + 4));
      file.pauses = {pause};
    }
    const Policy policy = policyWith({setOf(line)});
    EXPECT_EQ(site.zone().local(dueBy(policy, file, site)).text(), line[8]);
    ++cases;
  }
  EXPECT_GE(cases, 35);
}

TEST(ClockZones, AreExplainedInTheZoneOfTheSiteAndOfTheSet) {
  const WorkCalendar site(Zone("Asia/Shanghai"), {});
  const CaseFile file = caseAt(at(site.zone(), "2026-03-27 16:00"));
  const Policy policy = policyWith({setIn("Europe/Berlin", "working_days 1")});
  const auto clocks = computeClocks(file, clockEvents(file), policy, site);
  EXPECT_EQ(explained(clocks.at(0), file, policy, site),
            "1 working days from: Customer's notice, 2026-03-27 16:00.\n"
            "The first working day that counts is 2026-03-30; it is due at the end of work.\n"
            "By the hours and days of “there” (Europe/Berlin): there it is due at 2026-03-30 17:30.\n"
            "The clocks “there” were agreed with the customer 甲.\n");
  const Policy hours = policyWith({setIn("Europe/Berlin", "hours 8")});
  const auto elapsed = computeClocks(file, clockEvents(file), hours, site);
  EXPECT_EQ(explained(elapsed.at(0), file, hours, site).find("Berlin"), std::string::npos)
      << "elapsed time is the same everywhere";
}

TEST(ClockZones, AZoneLikeTheSitesChangesNothing) {
  for (const char* zone : {"Asia/Shanghai", "Europe/Berlin", "America/New_York"}) {
    SCOPED_TRACE(zone);
    const WorkCalendar site(Zone(zone), chinaDays());
    for (const char* promise : {"working_days 2", "calendar_days 3", "hours 30"}) {
      ClockSet own = setIn(zone, promise);
      for (const auto& day : chinaDays()) own.days.push_back({day.day, day.kind, ""});
      ClockSet plain = own;
      plain.zone.clear();
      plain.days.clear();
      for (long long hour = 0; hour < 24 * 365; hour += 11) {
        const CaseFile file =
            caseAt(Instant{at(site.zone(), "2026-01-01 00:00").microseconds + hour * kHour});
        EXPECT_EQ(dueBy(policyWith({own}), file, site), dueBy(policyWith({plain}), file, site));
      }
    }
  }
}

TEST(ClockZones, ALaterNoticeIsNeverDueEarlier) {
  const WorkCalendar site(Zone("Asia/Shanghai"), chinaDays());
  for (const char* zone : {"Europe/Berlin", "America/Chicago", "Asia/Kolkata"})
    for (const char* promise : {"working_days 1", "calendar_days 2"}) {
      SCOPED_TRACE(std::string(zone) + " " + promise);
      const Policy policy = policyWith({setIn(zone, promise)});
      Instant before{0};
      for (long long hour = 0; hour < 24 * 365; hour += 5) {
        const Instant noticed{at(site.zone(), "2026-01-01 00:30").microseconds + hour * kHour};
        const Instant due = dueBy(policy, caseAt(noticed), site);
        EXPECT_LE(before, due);
        EXPECT_LT(noticed, due);
        before = due;
      }
    }
}

TEST(ClockZones, TheStrictestIsTheEarliestMomentWhateverTheZones) {
  const WorkCalendar site(Zone("Asia/Shanghai"), chinaDays());
  ClockSet east = setIn("Asia/Tokyo", "working_days 3");
  ClockSet west = setIn("America/New_York", "working_days 3");
  west.scope = ClockScope::severity;
  west.severity = SeverityClass::other;
  west.name = "west";
  Policy only = policyWith({east});
  Policy byClass = policyWith({west});
  const Policy bySite = policyWith({});
  east.strictest = true;
  const Policy both = policyWith({east, west});
  for (long long hour = 0; hour < 24 * 365; hour += 7) {
    const CaseFile file = caseAt(Instant{at(site.zone(), "2026-01-01 00:30").microseconds + hour * kHour});
    const Instant earliest =
        std::min({dueBy(only, file, site), dueBy(byClass, file, site), dueBy(bySite, file, site)});
    EXPECT_EQ(dueBy(both, file, site), earliest);
  }
}

TEST(ClockZones, AnUnknownZoneIsRefusedWithThoseThatAreKnown) {
  try {
    const Zone unknown("Europe/Atlantis");
    FAIL();
  } catch (const Invalid& wrong) {
    const std::string words = Catalogue().sentence(wrong.message());
    EXPECT_NE(words.find("\"Europe/Atlantis\". Use one of: Asia/Shanghai, "), std::string::npos) << words;
  }
}

}  // namespace octad::tests
