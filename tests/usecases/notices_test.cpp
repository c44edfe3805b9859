// Notices as the database tells them: once, to the right person, also after days off and with two jobs at
// once.
#include <gtest/gtest.h>
#include <thread>

#include "model/policy/calendar.hpp"
#include "model/ports/notice_rows.hpp"
#include "model/usecases/mark_notice.hpp"
#include "model/usecases/reply_customer.hpp"
#include "model/usecases/run_jobs.hpp"
#include "tests/usecases/use_case_test.hpp"

namespace octad::model {
namespace {

class NoticesTest : public UseCaseTest {
 protected:
  JobsDone run() { return RunJobs(as("zhou")).execute(); }
  std::vector<Notice> inbox(const std::string& login, bool unreadOnly = false) {
    return m_database.store().notices().inbox(person(login), unreadOnly, 100);
  }
  /// "due_soon assignment, overdue first_reply"
  std::string told(const std::string& login) {
    std::vector<std::string> lines;
    for (const auto& notice : inbox(login))
      lines.push_back(std::string(keyOf(notice.condition)) + " " + notice.dueName);
    std::sort(lines.begin(), lines.end());
    std::string all;
    for (const auto& line : lines) all += (all.empty() ? "" : ", ") + line;
    return all;
  }
  /// To a wall clock time at the site.
  void goTo(const std::string& day, int hour, int minute = 0) {
    clock().set(Zone("Asia/Shanghai").instant({Date::parse(day).value(), hour, minute, 0}));
  }
};

TEST_P(NoticesTest, ALateAnswerGoesUpStepByStepAndEachIsToldOnce) {
  goTo("2026-11-16", 9);
  const auto id = acceptedCase();
  assign(id, "TE", "D4");  // due on the 19th
  EXPECT_EQ(run().given, 0) << "everything is fresh";
  goTo("2026-11-17", 8, 31);
  run();
  EXPECT_EQ(told("wang"), "due_soon first_reply");
  EXPECT_EQ(told("liu"), "");
  goTo("2026-11-18", 8, 31);
  run();
  EXPECT_EQ(told("liu"), "due_soon assignment");
  EXPECT_EQ(told("ma"), "");
  goTo("2026-11-20", 8, 31);
  const auto late = run();
  EXPECT_GT(late.given, 0);
  EXPECT_EQ(run().given, 0) << "run again at once";
  EXPECT_EQ(run().known, late.known + late.given);
  EXPECT_NE(told("ma").find("overdue assignment"), std::string::npos);
  EXPECT_EQ(told("chen").find("overdue assignment"), std::string::npos);
  goTo("2026-11-24", 8, 31);
  run();
  EXPECT_NE(told("chen").find("overdue assignment"), std::string::npos);
  EXPECT_EQ(told("liu"), "due_soon assignment") << "told once";
  EXPECT_EQ(told("zhao"), "");
}

TEST_P(NoticesTest, AJobThatWasDownWouldTellWhatOneThatRanEveryHourTold) {
  goTo("2026-11-16", 9);
  assign(acceptedCase(), "TE", "D4");
  for (int hour = 0; hour < 24 * 9; ++hour) {
    clock().advance(3600);
    run();
  }
  auto& notices = m_database.store().notices();
  const auto often = notices.knownKeys();
  std::set<std::string> once;
  const WorkCalendar calendar(Zone("Asia/Shanghai"), reader().calendar());
  for (const auto& notice :
       remindersFor(notices.openItems(90), reader().people(), calmReminders(), calendar, clock().now()))
    once.insert(notice.noticeKey);
  EXPECT_EQ(std::set<std::string>(often.begin(), often.end()), once);
  EXPECT_EQ(often.size(), once.size()) << "no notice twice";
  EXPECT_GE(once.size(), 6U);
}

TEST_P(NoticesTest, WhatIsDoneIsNotRemindedOf) {
  goTo("2026-11-16", 9);
  const auto id = acceptedCase();
  CustomerReply reply;
  reply.target = target(id);
  reply.stage = ReplyStage::first;
  reply.medium = "email";
  reply.recipient = "qa@example.com";
  reply.text = "已收到，正在分析";
  SendReply(as("wang")).execute(reply);
  goTo("2026-11-18", 9);
  run();
  EXPECT_EQ(told("wang").find("first_reply"), std::string::npos);
  EXPECT_EQ(told("chen"), "");
}

TEST_P(NoticesTest, ACaseThatNobodyTouchesIsTheManagersBusiness) {
  goTo("2026-11-16", 9);
  const auto id = registerCase();
  goTo("2026-11-17", 8, 31);
  run();
  EXPECT_EQ(told("chen"), "") << "not a whole day yet";
  goTo("2026-11-18", 8, 31);
  run();
  EXPECT_NE(told("chen").find("untouched"), std::string::npos);
  EXPECT_EQ(inbox("chen").front().complaintId, id);
}

TEST_P(NoticesTest, TwoJobsAtOnceTellEachOnce) {
  goTo("2026-11-16", 9);
  for (int count = 0; count < 5; ++count) assign(acceptedCase(), "TE", "D4");
  goTo("2026-11-24", 9);
  std::vector<JobsDone> done(3);
  const auto administrator = m_database.actor("zhou");
  {
    std::vector<std::jthread> jobs;
    for (auto& one : done)
      jobs.emplace_back([&] {
        const auto store = m_database.openAnother();
        one = RunJobs(Workplace{*store, clock(), administrator}).execute();
      });
  }
  long long given = 0;
  for (const auto& one : done) given += one.given;
  EXPECT_EQ(given, done[0].given + done[0].known);
  EXPECT_EQ(run().given, 0);
  EXPECT_EQ(inbox("liu").size(), 5U);
}

TEST_P(NoticesTest, AreMarkedByTheirReaderOnly) {
  goTo("2026-11-16", 9);
  for (int count = 0; count < 3; ++count) assign(acceptedCase(), "TE", "D4");
  goTo("2026-11-18", 9);
  run();
  const auto notices = inbox("liu");
  ASSERT_EQ(notices.size(), 3U);
  EXPECT_EQ(MarkNotice(as("wang")).execute(notices[0].id), 0) << "somebody else's";
  EXPECT_EQ(MarkNotice(as("liu")).execute(notices[0].id), 1);
  EXPECT_EQ(MarkNotice(as("liu")).execute(notices[0].id), 0) << "read before";
  EXPECT_EQ(inbox("liu", true).size(), 2U);
  EXPECT_EQ(inbox("liu").size(), 3U);
  EXPECT_EQ(MarkNotice(as("liu")).execute(std::nullopt), 2);
  EXPECT_TRUE(inbox("liu", true).empty());
  EXPECT_EQ(inbox("liu").front().readAt, clock().now());
}

TEST_P(NoticesTest, TheJobIsTheAdministrators) {
  for (const char* login : {"wang", "chen", "liu", "li", "sun", "qian"})
    EXPECT_EQ(refusedRule([&] { RunJobs(as(login)).execute(); }), "right") << login;
}

INSTANTIATE_TEST_SUITE_P(Databases, NoticesTest, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace
}  // namespace octad::model
