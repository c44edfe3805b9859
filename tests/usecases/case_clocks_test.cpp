// Stops that are asked for and approved, agreed extensions, clocks by customer, campaign and class.
#include <algorithm>
#include <gtest/gtest.h>

#include "model/ports/reader.hpp"
#include "model/usecases/clock_sets.hpp"
#include "model/usecases/extend_clock.hpp"
#include "model/usecases/record_sample.hpp"
#include "model/usecases/refresh_clocks.hpp"
#include "model/usecases/release_policy.hpp"
#include "model/usecases/site.hpp"
#include "model/usecases/stop_clock.hpp"
#include "model/work/work_item.hpp"
#include "tests/usecases/use_case_test.hpp"

namespace octad::model {
namespace {

class CaseLifeClocks : public UseCaseTest {
 protected:
  CaseClock clockRow(ComplaintId id, ClockName name = ClockName::finalReport) {
    const CaseFile file = open(id);
    return *std::find_if(file.clocks.begin(), file.clocks.end(),
                         [name](const CaseClock& row) { return row.name == name; });
  }
  /// A case whose cause and report clocks run.
  ComplaintId analysableCase() {
    const auto id = registerCase();
    RecordSample(as("wang")).execute({target(id), true, clock().now(), clock().now(), 3, ""});
    return id;
  }
  ClockStop stopOf(ComplaintId id) {
    ClockStop stop;
    stop.target = target(id);
    stop.expectedEnd = today().plusDays(3);
    stop.reason = "等待老化试验";
    stop.waitsFor = Awaited::laboratory;
    return stop;
  }
  /// The policy in force with these clocks for some cases.
  void releaseSets(const std::vector<ClockSet>& sets) {
    Policy policy = readSite(reader(), clock().now()).active;
    policy.clockSets = sets;
    ReleasePolicy(as("zhou")).execute({policy, policy.revision, "按客户区分时限", {}});
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, CaseLifeClocks, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

TEST_P(CaseLifeClocks, AStopThatIsAskedForExcusesNoTimeUntilAnotherOneApprovesIt) {
  const auto id = analysableCase();
  const auto due = clockRow(id).dueAt;
  ASSERT_TRUE(due);
  StopClock(as("wang")).execute(stopOf(id));
  EXPECT_EQ(clockRow(id).dueAt, due) << "only asked for";
  EXPECT_EQ(open(id).pauses.at(0).stands(), PauseState::asked);
  EXPECT_EQ(refusedRule([&] { StopClock(as("hu")).execute(stopOf(id)); }), "clock") << "asked for already";
  EXPECT_EQ(refusedRule([&] {
              DecideStop(as("hu")).execute({target(id), ClockName::finalReport, true, ""});
            }),
            "right");
  EXPECT_EQ(invalidField([&] {
              DecideStop(as("chen")).execute({target(id), ClockName::finalReport, false, ""});
            }),
            "words");
  DecideStop(as("chen")).execute({target(id), ClockName::finalReport, true, ""});
  const ClockPause approved = open(id).pauses.at(0);
  EXPECT_EQ(approved.stands(), PauseState::approved);
  EXPECT_EQ(approved.askedBy, person("wang"));
  EXPECT_EQ(approved.approvedBy, person("chen"));
  EXPECT_GT(clockRow(id).dueAt, due) << "it moves to after the expected end";
  EXPECT_EQ(refusedRule([&] {
              DecideStop(as("chen")).execute({target(id), ClockName::finalReport, true, ""});
            }),
            "clock");
}

TEST_P(CaseLifeClocks, ARefusedStopNeverCountsAndOneIsTakenBackByWhoAsked) {
  const auto id = analysableCase();
  const auto due = clockRow(id).dueAt;
  StopClock(as("wang")).execute(stopOf(id));
  DecideStop(as("chen")).execute({target(id), ClockName::finalReport, false, "样品已在手"});
  EXPECT_EQ(clockRow(id).dueAt, due);
  StopClock(as("wang")).execute(stopOf(id));
  ClockStop back = stopOf(id);
  back.resume = true;
  EXPECT_EQ(refusedRule([&] { StopClock(as("hu")).execute(back); }), "clock") << "not the one who asked";
  StopClock(as("wang")).execute(back);
  const auto pauses = open(id).pauses;
  ASSERT_EQ(pauses.size(), 2u);
  EXPECT_EQ(pauses[1].stands(), PauseState::refused);
  EXPECT_EQ(clockRow(id).dueAt, due);
}

TEST_P(CaseLifeClocks, ACqeMayNameTheManagerWhoApprovedAndNobodyElse) {
  const auto id = analysableCase();
  ClockStop stop = stopOf(id);
  stop.approver = "hu";
  EXPECT_EQ(invalidField([&] { StopClock(as("wang")).execute(stop); }), "approver")
      << "a CQE approves no stops";
  stop.approver = "nobody";
  EXPECT_EQ(invalidField([&] { StopClock(as("wang")).execute(stop); }), "approver");
  stop.approver = "chen";
  if (support::withLogins()) {
    EXPECT_EQ(refusedRule([&] { StopClock(as("wang")).execute(stop); }), "pause-approval")
        << "with logins nobody speaks for another one";
    return;
  }
  StopClock(as("wang")).execute(stop);
  EXPECT_EQ(open(id).pauses.at(0).approvedBy, person("chen"));
  EXPECT_EQ(open(id).pauses.at(0).stands(), PauseState::approved);
}

TEST_P(CaseLifeClocks, TheManagerSeesTheStopThatWaitsForApproval) {
  const auto id = analysableCase();
  StopClock(as("wang")).execute(stopOf(id));
  const auto stops = [&](const std::string& login) {
    const auto work = as(login).store.reader().work(workOf(m_database.actor(login)));
    return std::count_if(work.mine.begin(), work.mine.end(), [id](const WorkItem& item) {
      return item.kind == WorkKind::stop && item.caseId == id && item.dueName == "final";
    });
  };
  EXPECT_EQ(stops("chen"), 1);
  EXPECT_EQ(stops("wang"), 0);
  DecideStop(as("chen")).execute({target(id), ClockName::finalReport, true, ""});
  EXPECT_EQ(stops("chen"), 0);
}

TEST_P(CaseLifeClocks, TheCustomersAgreementTakesThePlaceOfTheirDateTheHousesDoesNot) {
  NewComplaint input = notice();
  input.requestedDate = today().plusDays(2);
  const auto id = RegisterComplaint(as("wang")).execute(input).id;
  RecordSample(as("wang")).execute({target(id), true, clock().now(), clock().now(), 3, ""});
  EXPECT_EQ(clockRow(id).dueReason, "customer_date");
  const Date later = today().plusDays(30);
  ClockAgreement house{target(id), ClockName::finalReport, later, false, "", "试验设备故障", ""};
  EXPECT_EQ(refusedRule([&] { ExtendClock(as("wang")).execute(house); }), "extension-approval");
  ExtendClock(as("chen")).execute(house);
  EXPECT_EQ(clockRow(id).dueReason, "customer_date") << "their date is earlier still";
  ClockAgreement agreed{target(id),     ClockName::finalReport, later, true, "",
                        "试验设备故障", "邮件 2026-11-20"};
  EXPECT_EQ(invalidField([&] { ExtendClock(as("wang")).execute(agreed); }), "agreed_with");
  agreed.agreedWith = "张工";
  agreed.untilDay = today().plusDays(-1);
  EXPECT_EQ(invalidField([&] { ExtendClock(as("wang")).execute(agreed); }), "until_day");
  agreed.untilDay = later;
  ExtendClock(as("wang")).execute(agreed);
  const CaseClock row = clockRow(id);
  const WorkCalendar calendar = readSite(reader(), clock().now()).calendar;
  EXPECT_EQ(row.dueAt, calendar.endOfDay(later));
  EXPECT_EQ(open(id).clockExtensions.size(), 2u);
  EXPECT_EQ(clockRow(id, ClockName::firstReply).dueReason != "extension", true) << "of one clock only";
}

TEST_P(CaseLifeClocks, CustomerGoesBeforeClassAndAClassThatChangesDropsItsClocks) {
  ClockStep hours;
  hours.name = ClockName::firstReply;
  hours.hours = 4;
  ClockStep contact = hours;
  contact.name = ClockName::firstContact;
  contact.hours = 1;
  releaseSets({{"紧急", ClockScope::severity, SeverityClass::major, false, {hours, contact}},
               {"甲-8h", ClockScope::customer, std::nullopt, false, {hours}}});
  const auto id = registerCase(20);
  EXPECT_EQ(clockRow(id, ClockName::firstReply).clockSet, "紧急");
  EXPECT_EQ(clockRow(id, ClockName::firstContact).chosenBy, ClockScope::severity);
  EXPECT_EQ(invalidField([&] {
              SetCustomerProfile(as("chen")).execute({"甲公司", "unknown", std::nullopt});
            }),
            "clock_set");
  EXPECT_EQ(refusedRule([&] {
              SetCustomerProfile(as("wang")).execute({"甲公司", "甲-8h", std::nullopt});
            }),
            "right");
  SetCustomerProfile(as("chen")).execute({"甲公司", "甲-8h", "cs1,key_account"});
  EXPECT_EQ(open(id).customer.specialStatus, "key_account,cs1") << "in the order of the list";
  EXPECT_EQ(clockRow(id, ClockName::firstReply).chosenBy, ClockScope::customer)
      << "open cases take them at once";
  const CaseClock dropped = clockRow(id, ClockName::firstContact);
  EXPECT_FALSE(dropped.dueAt) << "the customer's clocks have no first contact";
  EXPECT_EQ(dropped.dueReason, "dropped");
}

TEST_P(CaseLifeClocks, ASetOfACustomerElsewhereRunsByTheZoneOfTheCustomer) {
  ClockStep report;
  report.name = ClockName::finalReport;
  report.startEvent = ClockStart::sampleAnalysable;
  report.workingDays = 2;
  ClockSet set{"de", ClockScope::customer, std::nullopt, false, {report}};
  set.zone = "Europe/Berlin";
  set.workHours = "08:00-16:00";
  releaseSets({set});
  const ClockSet stored = readSite(reader(), clock().now()).active.clockSets.at(0);
  EXPECT_EQ(stored.zone, "Europe/Berlin");
  EXPECT_EQ(stored.workHours, "08:00-16:00");
  SetCustomerProfile(as("chen")).execute({"甲公司", "de", std::nullopt});
  const auto id = analysableCase();
  const auto due = clockRow(id).dueAt;
  ASSERT_TRUE(due);
  EXPECT_EQ(Zone("Europe/Berlin").local(*due).text().substr(11), "16:00") << "the end of work there";
  const int there = readSite(reader(), clock().now()).calendar.zone().local(*due).hour;
  EXPECT_TRUE(there == 22 || there == 23) << "stored as a moment, shown at the site";
}

TEST_P(CaseLifeClocks, OpenCasesFollowTheHoursOfWork) {
  const auto id = analysableCase();
  const auto before = clockRow(id).dueAt;
  const auto version = open(id).complaint.rowVersion;
  SetWorkHours(as("zhou")).execute("08:00-20:00");
  EXPECT_EQ(clockRow(id).dueAt, before) << "an administrator handles no complaints";
  EXPECT_EQ(refusedRule([&] { RefreshClocks(as("zhou")).execute({}); }), "right");
  EXPECT_THROW(RefreshClocks(as("wang")).execute("nobody"), NotFound);
  EXPECT_EQ(RefreshClocks(as("wang")).execute("甲公司"), 1);
  EXPECT_EQ(clockRow(id).dueAt, Instant{before->microseconds + 150LL * 60 * 1'000'000})
      << "17:30 became 20:00";
  EXPECT_EQ(open(id).complaint.rowVersion, version) << "no conflict for somebody who has the case open";
  EXPECT_EQ(RefreshClocks(as("wang")).execute({}), 1);
}

TEST_P(CaseLifeClocks, ACaseRunsByTheCalendarOfThePolicyThatJudgesIt) {
  const auto before = analysableCase();
  Policy policy = readSite(reader(), clock().now()).active;
  policy.workHours = "08:00-16:00";
  ReleasePolicy(as("zhou")).execute({policy, policy.revision, "冬季工作时间", {}});
  const auto id = analysableCase();
  EXPECT_EQ(clockRow(id).dueAt, Instant{clockRow(before).dueAt->microseconds - 90LL * 60 * 1'000'000});
  EXPECT_EQ(RefreshClocks(as("wang")).execute({}), 2);
  EXPECT_EQ(clockRow(id).dueAt, Instant{clockRow(before).dueAt->microseconds - 90LL * 60 * 1'000'000})
      << "the case before keeps its revision";
}

}  // namespace
}  // namespace octad::model
