#include "model/metrics/whose_time.hpp"

#include <gtest/gtest.h>
#include <random>

#include "model/core/catalogue.hpp"
#include "tests/model/samples.hpp"

namespace octad::tests {

using namespace model;

namespace {

constexpr long long kHour = 3'600'000'000LL;
const DepartmentId kTe(1), kPie(2), kMaker(3);

WorkCalendar anyCalendar() {
  return WorkCalendar(Zone("Asia/Shanghai"), {});
}

/// Hours after the notice of Monday 2026-11-16 09:00 in Shanghai.
Instant hour(long long hours) {
  return {1'794'790'800'000'000LL + hours * kHour};
}

CaseFile noticed() {
  CaseFile file;
  file.complaint.receivedAt = hour(0);
  file.complaint.createdAt = hour(2);
  file.complaint.state = CaseState::handling;
  file.departments = {{kTe, "TE", "测试", "", true, false},
                      {kPie, "PIE", "工艺", "", true, false},
                      {kMaker, "KH", "供方", "", true, true}};
  return file;
}

Assignment asked(long long id, DepartmentId department, const std::string& codes, Instant at) {
  Assignment question;
  question.id = AssignmentId(id);
  question.departmentId = department;
  question.disciplines = codes;
  question.askedAt = at;
  return question;
}

Submission answer(long long id, long long question, DisciplineCode code, Instant at) {
  Submission submission;
  submission.id = SubmissionId(id);
  submission.assignmentId = AssignmentId(question);
  submission.discipline = code;
  submission.submittedAt = at;
  return submission;
}

/// "cqe 10, department TE 5" in hours, in the order of time.
std::string told(const WhoseTime& time) {
  std::string words;
  for (const auto& stretch : time.stretches)
    words += (words.empty() ? "" : ", ") + std::string(keyOf(stretch.party)) +
             (stretch.department.empty() ? "" : " " + stretch.department) + " " +
             std::to_string((stretch.to.microseconds - stretch.from.microseconds) / kHour);
  return words;
}

}  // namespace

TEST(WhoseTime, IsTheCqesUntilADepartmentIsAskedAndAgainWhenEverythingIsAnswered) {
  CaseFile file = noticed();
  file.assignments = {asked(1, kTe, "D4,D5", hour(10))};
  file.submissions = {answer(1, 1, DisciplineCode::d4, hour(20)), answer(2, 1, DisciplineCode::d5, hour(30))};
  file.assignments[0].state = AssignmentState::answered;
  EXPECT_EQ(told(whoseTime(file, hour(40), anyCalendar())), "cqe 2, cqe 8, department TE 20, cqe 10");
  Review returned;
  returned.submissionId = SubmissionId(2);
  returned.reviewedAt = hour(35);
  file.reviews = {returned};
  file.assignments[0].state = AssignmentState::rejected;
  EXPECT_EQ(told(whoseTime(file, hour(40), anyCalendar())),
            "cqe 2, cqe 8, department TE 20, cqe 5, department TE 5");
}

TEST(WhoseTime, OfSeveralDepartmentsTheOneAskedFirstHasItAndASupplierIsToldApart) {
  CaseFile file = noticed();
  file.assignments = {asked(1, kMaker, "D4", hour(10)), asked(2, kPie, "D5", hour(12))};
  file.assignments[0].state = AssignmentState::withdrawn;
  file.assignments[0].withdrawnAt = hour(20);
  EXPECT_EQ(told(whoseTime(file, hour(40), anyCalendar())),
            "cqe 2, cqe 8, supplier KH 10, department PIE 20");
}

TEST(WhoseTime, ARefusedQuestionStaysWithTheRefuser) {
  CaseFile file = noticed();
  file.assignments = {asked(1, kTe, "D4", hour(10))};
  file.assignments[0].state = AssignmentState::refused;
  EXPECT_EQ(told(whoseTime(file, hour(40), anyCalendar())), "cqe 2, cqe 8, department TE 30");
}

TEST(WhoseTime, AnApprovedStopIsTheLaboratorysOrTheCustomersAndNotNet) {
  CaseFile file = noticed();
  file.assignments = {asked(1, kTe, "D4", hour(10))};
  ClockPause pause;
  pause.startedAt = hour(20);
  pause.endedAt = hour(26);
  pause.waitsFor = Awaited::laboratory;
  pause.state = PauseState::approved;
  file.pauses = {pause};
  const WhoseTime time = whoseTime(file, hour(40), anyCalendar());
  EXPECT_EQ(told(time), "cqe 2, cqe 8, department TE 10, laboratory 6, department TE 14");
  EXPECT_EQ(time.gross, 40 * kHour);
  EXPECT_EQ(time.net, 34 * kHour);
  EXPECT_TRUE(time.running);
  ASSERT_FALSE(time.shares.empty());
  EXPECT_EQ(time.shares.front().department, "TE") << "the longest first";
  EXPECT_EQ(time.shares.front().microseconds, 24 * kHour);
  file.pauses[0].state = PauseState::asked;
  EXPECT_EQ(whoseTime(file, hour(40), anyCalendar()).net, 40 * kHour) << "nobody approved it";
}

TEST(WhoseTime, WaitsForTheCustomerAfterTheFinalReplyAndForTheSample) {
  CaseFile file = noticed();
  Reply reply;
  reply.stage = ReplyStage::first;
  reply.sentAt = hour(4);
  file.replies = {reply};
  reply.stage = ReplyStage::d8;
  reply.sentAt = hour(200);
  file.replies.push_back(reply);
  Sample sample;
  sample.arrivedAt = hour(100);
  file.samples = {sample};
  // The notice came on Monday at 9: three working days later is Thursday 17:30, 80.5 hours.
  EXPECT_EQ(told(whoseTime(file, hour(240), anyCalendar())),
            "cqe 2, cqe 78, customer 19, cqe 100, customer 40");
  file.replies[1].answeredAt = hour(210);
  file.replies[1].status = CustomerStatus::accepted;
  EXPECT_EQ(told(whoseTime(file, hour(240), anyCalendar())),
            "cqe 2, cqe 78, customer 19, cqe 100, customer 10, cqe 30");
}

TEST(WhoseTime, NoTimeRunsWhileTheCaseIsClosed) {
  CaseFile file = noticed();
  Closing request;
  request.at = hour(50);
  Closing closed = request;
  closed.at = hour(60);
  closed.approvedBy = PersonId(2);
  Closing reopened;
  reopened.reopened = true;
  reopened.at = hour(100);
  file.closings = {request, closed, reopened};
  const WhoseTime time = whoseTime(file, hour(110), anyCalendar());
  EXPECT_EQ(told(time), "cqe 2, cqe 48, approver 10, cqe 10");
  EXPECT_EQ(time.gross, 70 * kHour);
  file.closings.pop_back();
  file.complaint.state = CaseState::closed;
  file.complaint.closedAt = hour(60);
  EXPECT_EQ(whoseTime(file, hour(500), anyCalendar()).gross, 60 * kHour);
  EXPECT_FALSE(whoseTime(file, hour(500), anyCalendar()).running);
}

TEST(WhoseTime, OfImportedHistoryNobodyIsSaidToHaveHadIt) {
  CaseFile file = noticed();
  file.complaint.origin = Origin::imported;
  file.complaint.createdAt = hour(400);
  file.complaint.state = CaseState::closed;
  file.complaint.closedAt = hour(300);
  EXPECT_EQ(told(whoseTime(file, hour(500), anyCalendar())), "not_recorded 300");
}

TEST(WhoseTime, ThePartsAreTheWholeWhateverHappened) {
  for (unsigned seed = 1; seed <= 500; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    const auto any = [&random](long long most) { return static_cast<long long>(random() % (most + 1)); };
    CaseFile file = noticed();
    for (long long i = 1, questions = any(4); i <= questions; ++i) {
      auto question = asked(i, DepartmentId(1 + any(2)), any(1) ? "D4" : "D4,D5", hour(any(300)));
      question.state =
          EnumKeys<AssignmentState>::entries[random() % EnumKeys<AssignmentState>::entries.size()].value;
      if (any(1)) question.withdrawnAt = hour(any(300));
      file.assignments.push_back(question);
      if (any(1)) file.submissions.push_back(answer(i, i, DisciplineCode::d4, hour(any(300))));
    }
    for (long long i = any(3); i > 0; --i) {
      ClockPause pause;
      pause.startedAt = hour(any(300));
      if (any(1)) pause.endedAt = Instant{pause.startedAt.microseconds + any(100) * kHour};
      pause.waitsFor = EnumKeys<Awaited>::entries[random() % EnumKeys<Awaited>::entries.size()].value;
      file.pauses.push_back(pause);
    }
    for (long long i = any(3); i > 0; --i) {
      Reply reply;
      reply.stage = any(1) ? ReplyStage::d8 : ReplyStage::first;
      reply.sentAt = hour(any(300));
      if (any(1)) reply.answeredAt = Instant{reply.sentAt.microseconds + any(50) * kHour};
      file.replies.push_back(reply);
    }
    for (long long i = any(3); i > 0; --i) {
      Closing row;
      row.at = hour(any(300));
      row.reopened = any(2) == 0;
      if (any(1)) row.approvedBy = PersonId(1);
      file.closings.push_back(row);
    }
    const WhoseTime time = whoseTime(file, hour(320), anyCalendar());
    long long shares = 0, stretches = 0, paused = 0;
    for (const auto& share : time.shares) shares += share.microseconds;
    Instant before{0};
    for (const auto& stretch : time.stretches) {
      EXPECT_LT(stretch.from, stretch.to);
      EXPECT_LE(before, stretch.from) << "stretches do not overlap";
      before = stretch.to;
      stretches += stretch.to.microseconds - stretch.from.microseconds;
      if (stretch.paused) paused += stretch.to.microseconds - stretch.from.microseconds;
      EXPECT_FALSE(Catalogue().sentence(stretch.why).empty());
    }
    EXPECT_EQ(shares, time.gross);
    EXPECT_EQ(stretches, time.gross);
    EXPECT_EQ(time.net, time.gross - paused);
    EXPECT_LE(time.gross, 320 * kHour);
  }
}

}  // namespace octad::tests
