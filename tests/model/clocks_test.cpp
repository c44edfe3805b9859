// Due times: the table of tests/cases, which an independent script computes too, and what holds for any
// clock.
#include <gtest/gtest.h>
#include <random>

#include "model/core/catalogue.hpp"
#include "model/core/moment.hpp"
#include "model/policy/deadlines.hpp"
#include "tests/model/case_table.hpp"
#include "tests/model/samples.hpp"

namespace octad::tests {

using namespace octad::model;

namespace {

constexpr long long kHour = 3'600'000'000LL;

WorkCalendar calendarOf(const std::string& zone, const std::string& calendar) {
  return {Zone(zone), calendar == "cn-2026" ? chinaDays() : std::vector<CalendarDay>()};
}

/// "working_days 3 fixed"
ClockStep stepOf(const std::string& text) {
  const auto words = split(text, ' ');
  ClockStep step;
  const int target = std::stoi(words.at(1));
  if (words[0] == "hours") step.hours = target;
  if (words[0] == "calendar_days") step.calendarDays = target;
  if (words[0] == "working_days") step.workingDays = target;
  step.pausable = words.size() < 3;
  return step;
}

/// A local time, or a moment as UTC where local times are not clear.
Instant moment(const Zone& zone, const std::string& text) {
  if (text.ends_with('Z')) return parseIsoInstant(text.substr(0, text.size() - 1) + ":00Z").value();
  return at(zone, text);
}

std::string trimmed(const std::string& text) {
  const auto begin = text.find_first_not_of(' ');
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

ClockFacts factsOf(const std::vector<std::string>& line, const Zone& zone) {
  ClockFacts facts;
  if (line[3] != "-") facts.start = moment(zone, line[3]);
  for (const auto& entry : split(line[4], ';')) {
    const std::string pause = trimmed(entry);
    if (pause.empty()) continue;
    const auto dots = pause.find("..");
    const std::string end = trimmed(pause.substr(dots + 2));
    facts.pauses.push_back({moment(zone, trimmed(pause.substr(0, dots))), std::nullopt});
    if (!end.empty()) facts.pauses.back().to = moment(zone, end);
  }
  facts.requestedDate = Date::parse(line[5]);
  if (!line[6].empty())
    facts.extensions = {{Date::parse(line[6].substr(0, 10)).value(), line[6].ends_with("customer")}};
  return facts;
}

/// Any clock: a unit, a start, pauses that may overlap, on the Chinese calendar.
class AnyClock {
 public:
  explicit AnyClock(unsigned seed) : m_random(seed) {}

  int number(int from, int to) { return std::uniform_int_distribution<int>(from, to)(m_random); }
  ClockStep step() {
    ClockStep step;
    const int unit = number(0, 2);
    if (unit == 0) step.hours = number(1, 200);
    if (unit == 1) step.calendarDays = number(1, 30);
    if (unit == 2) step.workingDays = number(1, 30);
    return step;
  }
  Instant soon(Instant after, int hours) {
    return Instant{after.microseconds + number(-24, hours) * kHour + number(0, 59) * 60'000'000LL};
  }
  StandStill pause(Instant start) {
    const Instant from = soon(start, 400);
    return {from, Instant{from.microseconds + number(0, 120) * kHour}};
  }

 private:
  std::mt19937 m_random;
};

}  // namespace

TEST(Clocks, AreDueAsTheTableSays) {
  int cases = 0;
  for (const auto& line : readCases("clocks.txt")) {
    SCOPED_TRACE(line.place);
    const WorkCalendar calendar = calendarOf(line[0], line[1]);
    const ClockStep step = stepOf(line[2]);
    const ClockFacts facts =
        factsOf({line[0], line[1], line[2], line[3], line[4], line[5], line[6]}, calendar.zone());
    const Due due = dueTime(step, facts, calendar);
    EXPECT_EQ(due.at ? calendar.zone().local(*due.at).text() : "-", line[7]);
    EXPECT_FALSE(explainDue(step, tr("Customer's notice"), facts, due, calendar).empty());
    ++cases;
  }
  EXPECT_GE(cases, 150);
}

TEST(Clocks, AnotherPauseNeverMakesThemDueEarlier) {
  const WorkCalendar calendar = calendarOf("Asia/Shanghai", "cn-2026");
  for (unsigned seed = 1; seed <= 2000; ++seed) {
    SCOPED_TRACE(seed);
    AnyClock any(seed);
    const ClockStep step = any.step();
    ClockFacts facts;
    facts.start = any.soon(at(calendar.zone(), "2026-01-05 00:00"), 24 * 330);
    Instant before = dueTime(step, facts, calendar).at.value();
    EXPECT_GT(before, *facts.start);
    for (int pauses = any.number(1, 5); pauses > 0; --pauses) {
      facts.pauses.push_back(any.pause(*facts.start));
      const Instant after = dueTime(step, facts, calendar).at.value();
      EXPECT_LE(before, after);
      before = after;
    }
  }
}

TEST(Clocks, ALaterStartOrALargerTargetIsNeverDueEarlier) {
  const WorkCalendar calendar = calendarOf("Asia/Shanghai", "cn-2026");
  for (unsigned seed = 1; seed <= 2000; ++seed) {
    SCOPED_TRACE(seed);
    AnyClock any(seed);
    ClockStep step = any.step();
    ClockFacts facts;
    facts.start = any.soon(at(calendar.zone(), "2026-01-05 00:00"), 24 * 330);
    const Instant due = dueTime(step, facts, calendar).at.value();
    ClockFacts later = facts;
    later.start = Instant{facts.start->microseconds + any.number(1, 72) * kHour};
    // Midnight sharp stands for a day without a time; it alone may count later than the hours after it.
    const bool midnight =
        calendar.zone().local(*facts.start) == LocalTime{calendar.zone().date(*facts.start)};
    if (!midnight) {
      EXPECT_LE(due, dueTime(step, later, calendar).at.value());
    }
    (step.hours > 0 ? ++step.hours : step.calendarDays > 0 ? ++step.calendarDays : ++step.workingDays);
    EXPECT_LT(due, dueTime(step, facts, calendar).at.value());
  }
}

TEST(Clocks, TheCustomersDateNeverMakesThemDueLaterAndAnExtensionNeverEarlier) {
  const WorkCalendar calendar = calendarOf("Asia/Shanghai", "cn-2026");
  for (unsigned seed = 1; seed <= 2000; ++seed) {
    SCOPED_TRACE(seed);
    AnyClock any(seed);
    const ClockStep step = any.step();
    ClockFacts facts;
    facts.start = any.soon(at(calendar.zone(), "2026-01-05 00:00"), 24 * 330);
    facts.pauses.push_back(any.pause(*facts.start));
    const Instant plain = dueTime(step, facts, calendar).at.value();
    ClockFacts asked = facts;
    asked.requestedDate = calendar.zone().date(any.soon(*facts.start, 900));
    EXPECT_LE(dueTime(step, asked, calendar).at.value(), plain);
    ClockFacts extended = facts;
    extended.extensions = {{calendar.zone().date(any.soon(*facts.start, 900)), false}};
    EXPECT_GE(dueTime(step, extended, calendar).at.value(), plain);
  }
}

TEST(Clocks, AreExplainedWithTheirNumbers) {
  const WorkCalendar calendar = calendarOf("Asia/Shanghai", "cn-2026");
  ClockStep step;
  step.workingDays = 3;
  ClockFacts facts;
  facts.start = at(calendar.zone(), "2026-09-30 09:00");
  facts.pauses.push_back({at(calendar.zone(), "2026-10-09 09:00"), at(calendar.zone(), "2026-10-10 09:00")});
  const Due due = dueTime(step, facts, calendar);
  std::string words;
  for (const auto& sentence : explainDue(step, tr("Sample can be analysed"), facts, due, calendar))
    words += Catalogue().sentence(sentence) + "\n";
  EXPECT_EQ(words,
            "3 working days from: Sample can be analysed, 2026-09-30 09:00.\n"
            "The first working day that counts is 2026-10-08; it is due at the end of work.\n"
            "Pauses moved it from 2026-10-10 17:30 to 2026-10-12 17:30.\n");
}

}  // namespace octad::tests
