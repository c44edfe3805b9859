// What the morning meeting looks at.
#include "model/usecases/morning_list.hpp"

#include <gtest/gtest.h>

#include "tests/model/samples.hpp"

namespace octad::tests {

using namespace octad::model;

namespace {

class MorningTest : public testing::Test {
 protected:
  Instant time(const char* text) { return at(calendar.zone(), text); }
  CaseRow row(const char* number, const char* received, const char* due, Turn turn = Turn::cqe,
              const char* name = "") {
    CaseRow one;
    one.number = number;
    one.receivedAt = time(received);
    if (*due != '\0') one.dueAt = time(due);
    one.state = CaseState::handling;
    one.turn = turn;
    one.turnName = name;
    one.ownerName = "王芳";
    return one;
  }
  static std::string numbers(const std::vector<CaseRow>& rows) {
    std::string all;
    for (const auto& one : rows) all += one.number + " ";
    return all;
  }
  WorkCalendar calendar{Zone("Asia/Shanghai"), chinaDays()};
};

TEST_F(MorningTest, NewIsWhatCameSinceTheLastMeetingOfAWorkingDay) {
  auto cancelled = row("cancelled", "2026-10-09 10:00", "");
  cancelled.state = CaseState::cancelled;
  const std::vector<CaseRow> newest{
      row("before", "2026-09-30 08:29", ""), row("meeting", "2026-09-30 08:30", ""),
      row("holiday", "2026-10-04 12:00", ""), row("now", "2026-10-08 08:00", ""), cancelled};
  const auto list = morningList({}, newest, time("2026-10-08 08:30"), calendar);
  EXPECT_EQ(numbers(list.fresh), "now holiday meeting ") << "the seven holidays lie between";
  EXPECT_EQ(list.since, time("2026-09-30 08:30"));
}

TEST_F(MorningTest, LateMajorAndWhoIsWaitedFor) {
  auto major = row("major", "2026-03-01 09:00", "2026-03-20 17:30", Turn::department, "TE");
  major.severity = SeverityClass::major;
  auto lateMajor = row("late-major", "2026-03-01 09:00", "2026-03-03 17:30", Turn::department, "TE");
  lateMajor.severity = SeverityClass::major;
  const std::vector<CaseRow> open{major, lateMajor, row("later", "2026-03-01 09:00", "2026-03-02 17:30"),
                                  row("undated", "2026-03-01 09:00", "")};
  const auto list = morningList(open, {}, time("2026-03-04 08:30"), calendar);
  EXPECT_EQ(list.open, 4);
  EXPECT_EQ(numbers(list.late), "later late-major ") << "the longest overdue first";
  EXPECT_EQ(numbers(list.major), "late-major major ");
  ASSERT_EQ(list.waiting.size(), 2U);
  EXPECT_EQ(list.waiting[0].name, "王芳") << "a case that waits for its CQE waits for its owner";
  EXPECT_EQ(list.waiting[0].cases, 2);
  EXPECT_EQ(list.waiting[0].overdue, 1);
  EXPECT_EQ(list.waiting[1].firstDue, time("2026-03-03 17:30"));
}

}  // namespace
}  // namespace octad::tests
