#include <algorithm>

#include "model/core/catalogue.hpp"
#include "model/usecases/amend_complaint.hpp"
#include "model/usecases/announce_return.hpp"
#include "model/usecases/close_complaint.hpp"
#include "model/usecases/join_problem.hpp"
#include "model/usecases/record_sample.hpp"
#include "model/usecases/reply_customer.hpp"
#include "model/usecases/saved_views.hpp"
#include "model/usecases/stop_clock.hpp"
#include "model/usecases/verify_effect.hpp"
#include "tests/usecases/use_case_test.hpp"

namespace octad::model {
namespace {

using enum DisciplineCode;

class CaseLifeTest : public UseCaseTest {
 protected:
  void decide(ComplaintId id, Acceptance acceptance, const std::string& reason = "经确认后判定") {
    AcceptanceDecision decision;
    decision.target = target(id);
    decision.acceptance = acceptance;
    decision.reason = reason;
    DecideComplaint(as("wang")).execute(decision);
  }
  void reply(ComplaintId id, ReplyStage stage) {
    SendReply(as("wang")).execute({target(id), stage, "email", "qa@kunde.example", "见附件"});
  }
  void answer(ComplaintId id, CustomerStatus status, const std::string& text = {}) {
    RecordCustomerAnswer(as("wang")).execute({target(id), {}, status, text});
  }
  void requestClosing(ComplaintId id, const std::string& reason = "处理完成") {
    RequestClosing(as("wang")).execute({target(id), reason, "satisfied"});
  }
  void close(ComplaintId id, const std::string& login = "chen") {
    CloseComplaint(as(login)).execute({target(id), "同意结案", ""});
  }
  /// A closed case of class other: its gates are absent.
  ComplaintId closedCase() {
    const auto id = acceptedCase(2);
    requestClosing(id);
    close(id);
    return id;
  }
};

TEST_P(CaseLifeTest, AcceptanceConfirmsTheClassAndStartsHandling) {
  const auto id = registerCase(8);
  decide(id, Acceptance::accepted, "");
  const CaseFile file = open(id);
  EXPECT_EQ(file.complaint.state, CaseState::handling);
  EXPECT_EQ(file.complaint.acceptance, Acceptance::accepted);
  EXPECT_FALSE(file.complaint.severityProvisional);
  EXPECT_EQ(file.complaint.weight, 1);
  EXPECT_EQ(file.decisions.size(), 3u) << "provisional class, acceptance, confirmed class";
}

TEST_P(CaseLifeTest, OverrulingTheClassNeedsAReason) {
  const auto id = registerCase(8);
  AcceptanceDecision decision;
  decision.target = target(id);
  decision.severity = SeverityClass::major;
  EXPECT_EQ(refusedRule([&] { DecideComplaint(as("wang")).execute(decision); }), "reason");
  EXPECT_EQ(refusedRule([&] { decide(id, Acceptance::partly, ""); }), "reason");
  EXPECT_EQ(refusedRule([&] { decide(id, Acceptance::notOurs, " . "); }), "reason");
  EXPECT_EQ(invalidField([&] { decide(id, Acceptance::undecided); }), "acceptance");
  decision.reason = "客户产线停线，影响重大";
  DecideComplaint(as("wang")).execute(decision);
  const CaseFile file = open(id);
  EXPECT_EQ(file.complaint.severity, SeverityClass::major);
  EXPECT_EQ(file.complaint.rule, "overruled");
  EXPECT_EQ(file.complaint.weight, 2);
  EXPECT_EQ(refusedRule([&] { DecideComplaint(as("li")).execute(decision); }), "right");
}

TEST_P(CaseLifeTest, NotOursCountsNothingAndCanBeTakenBack) {
  const auto id = registerCase(20);
  decide(id, Acceptance::notOurs, "客户使用不当，超出规格");
  CaseFile file = open(id);
  EXPECT_EQ(file.complaint.state, CaseState::confirming);
  EXPECT_EQ(file.complaint.weight, 0);
  EXPECT_EQ(file.complaint.liability, Liability::customer);
  for (const auto code : {d3, d4, d5, d6, d7}) EXPECT_EQ(state(id, code), DisciplineState::notRequired);
  EXPECT_EQ(file.discipline(d3).reason, "客户使用不当，超出规格");
  EXPECT_EQ(refusedRule([&] { requestClosing(id); }), "gate") << "the explanation is owed";
  decide(id, Acceptance::accepted, "复测后确认为我司责任");
  file = open(id);
  EXPECT_EQ(file.complaint.state, CaseState::handling);
  EXPECT_EQ(file.complaint.weight, 2);
  EXPECT_EQ(file.complaint.liability, Liability::undetermined);
  EXPECT_EQ(state(id, d4), DisciplineState::open);
  const auto acceptances = std::count_if(file.decisions.begin(), file.decisions.end(), [](const Decision& d) {
    return d.kind == DecisionKind::acceptance;
  });
  EXPECT_EQ(acceptances, 2);
}

TEST_P(CaseLifeTest, NotOursClosesAfterTheExplanation) {
  const auto id = registerCase(20);
  decide(id, Acceptance::notOurs);
  reply(id, ReplyStage::letter);
  answer(id, CustomerStatus::accepted);
  requestClosing(id);
  close(id);
  EXPECT_EQ(open(id).complaint.state, CaseState::closed);
}

TEST_P(CaseLifeTest, ClosedIsClosed) {
  const auto id = closedCase();
  const CaseFile before = open(id);
  EXPECT_EQ(before.complaint.state, CaseState::closed);
  ASSERT_TRUE(before.complaint.closedAt);
  EXPECT_EQ(*before.complaint.closedAt, clock().now());
  EXPECT_EQ(before.complaint.phase, "closed");
  EXPECT_EQ(before.complaint.turn, Turn::nobody);
  EXPECT_EQ(before.complaint.result, "satisfied");
  ASSERT_EQ(before.closings.size(), 2u) << "the request and the approval";
  EXPECT_EQ(before.closings[1].byPerson, person("wang"));
  EXPECT_EQ(before.closings[1].approvedBy, person("chen"));
  EXPECT_EQ(refusedRule([&] { fill("wang", id, d1); }), "closed");
  EXPECT_EQ(refusedRule([&] { submit("wang", id, d1); }), "closed");
  EXPECT_EQ(refusedRule([&] { decide(id, Acceptance::accepted); }), "closed");
  EXPECT_EQ(refusedRule([&] {
              NewReturn goods;
              goods.lines = {{"", "", "", open(id).complaint.number, 0, {}, LineNature::asAnnounced, 1}};
              AnnounceReturn(as("wang")).execute(goods);
            }),
            "closed");
  EXPECT_EQ(refusedRule([&] { assign(id, "TE", "D4"); }), "closed");
  EXPECT_EQ(refusedRule([&] { AmendComplaint(as("wang")).execute(AmendComplaint::from(open(id))); }),
            "closed");
  EXPECT_EQ(refusedRule([&] {
              RecordSample(as("wang")).execute({target(id), false, {}, {}, 0, ""});
            }),
            "closed");
  EXPECT_EQ(open(id).complaint.rowVersion, before.complaint.rowVersion);
}

TEST_P(CaseLifeTest, CustomersAnswerAfterClosingToo) {
  const auto id = acceptedCase(2);
  fill("wang", id, d4);
  submit("wang", id, d4);
  approve("hu", id, d4);
  reply(id, ReplyStage::d8);
  requestClosing(id);
  close(id);
  const auto version = open(id).complaint.rowVersion;
  clock().advanceHours(48);
  answer(id, CustomerStatus::objected, "不良再次出现");
  CaseFile file = open(id);
  EXPECT_EQ(file.complaint.state, CaseState::closed);
  EXPECT_EQ(file.complaint.rowVersion, version);
  EXPECT_EQ(file.replies[0].status, CustomerStatus::objected);
  EXPECT_EQ(file.replies[0].answeredAt, clock().now());
  EXPECT_EQ(state(id, d4), DisciplineState::approved);
  reply(id, ReplyStage::letter);
  EXPECT_EQ(open(id).replies.size(), 2u);
}

TEST_P(CaseLifeTest, AnObjectionReopensTheAnalysis) {
  const auto id = acceptedCase(2);
  assign(id, "TE", "D4");
  for (const auto code : {d4, d5}) {
    fill("wang", id, code);
    submit("wang", id, code);
  }
  EXPECT_EQ(refusedRule([&] { answer(id, CustomerStatus::accepted); }), "reply");
  approve("hu", id, d4);
  approve("hu", id, d5);
  reply(id, ReplyStage::d5);
  requestClosing(id);
  EXPECT_EQ(invalidField([&] { answer(id, CustomerStatus::objected); }), "text");
  EXPECT_EQ(invalidField([&] { answer(id, CustomerStatus::sent); }), "status");
  answer(id, CustomerStatus::objected, "原因不成立");
  const CaseFile file = open(id);
  EXPECT_EQ(file.complaint.state, CaseState::handling);
  EXPECT_EQ(state(id, d4), DisciplineState::open);
  EXPECT_EQ(state(id, d5), DisciplineState::open);
}

TEST_P(CaseLifeTest, RepliesMeetClocksAndAreFrozen) {
  const auto id = registerCase();
  clock().advanceHours(5);
  EXPECT_FALSE(SendReply::warnings(open(id), ReplyStage::d3).empty());
  EXPECT_TRUE(SendReply::warnings(open(id), ReplyStage::first).empty());
  reply(id, ReplyStage::first);
  CaseFile file = open(id);
  EXPECT_EQ(file.complaint.state, CaseState::confirming);
  const auto first = std::find_if(file.clocks.begin(), file.clocks.end(),
                                  [](const CaseClock& row) { return row.name == ClockName::firstReply; });
  ASSERT_NE(first, file.clocks.end());
  EXPECT_EQ(first->metAt, clock().now());
  EXPECT_EQ(file.replies[0].sha256.size(), 64u);
  EXPECT_FALSE(file.replies[0].snapshot.empty());
  reply(id, ReplyStage::first);
  EXPECT_EQ(open(id).replies[1].revision, 2);
  CustomerReply wrong{target(id), ReplyStage::first, "pigeon", "", "x"};
  EXPECT_EQ(invalidField([&] { SendReply(as("wang")).execute(wrong); }), "medium");
  wrong.medium = "phone";
  wrong.text = "";
  EXPECT_EQ(invalidField([&] { SendReply(as("wang")).execute(wrong); }), "text");
}

TEST_P(CaseLifeTest, SamplesStartClocksAndPausesStopThem) {
  const auto id = registerCase();
  const auto clockRow = [&] {
    const CaseFile file = open(id);
    return *std::find_if(file.clocks.begin(), file.clocks.end(),
                         [](const CaseClock& row) { return row.name == ClockName::finalReport; });
  };
  EXPECT_FALSE(clockRow().startedAt);
  ClockStop stop{target(id), ClockName::finalReport, false, today().plusDays(2), "等待老化试验"};
  EXPECT_EQ(refusedRule([&] { StopClock(as("wang")).execute(stop); }), "clock");
  RecordSample(as("wang")).execute({target(id), true, clock().now(), {}, 3, "三个样品"});
  EXPECT_FALSE(clockRow().startedAt);
  clock().advanceHours(3);
  RecordSample(as("wang")).execute({target(id), true, {}, clock().now(), 0, ""});
  CaseFile file = open(id);
  ASSERT_EQ(file.samples.size(), 1u) << "the sample on the desk was marked";
  EXPECT_EQ(file.samples[0].quantity, 3);
  EXPECT_EQ(file.complaint.state, CaseState::confirming);
  const CaseClock running = clockRow();
  EXPECT_EQ(running.startedAt, clock().now());
  ASSERT_TRUE(running.dueAt);

  stop.expectedEnd.reset();
  EXPECT_EQ(invalidField([&] { StopClock(as("wang")).execute(stop); }), "expected_end");
  stop.expectedEnd = today().plusDays(2);
  StopClock(as("chen")).execute(stop);
  EXPECT_EQ(refusedRule([&] { StopClock(as("wang")).execute(stop); }), "clock");
  clock().advanceHours(48);
  stop.resume = true;
  StopClock(as("wang")).execute(stop);
  EXPECT_EQ(refusedRule([&] { StopClock(as("wang")).execute(stop); }), "clock");
  ASSERT_TRUE(clockRow().dueAt);
  EXPECT_GT(*clockRow().dueAt, *running.dueAt);
  EXPECT_EQ(open(id).pauses[0].approvedBy, person("chen"));
  EXPECT_EQ(open(id).pauses[0].endedBy, person("wang"));

  SampleNews wrong{target(id), false, clock().now(), {}, 0, ""};
  EXPECT_EQ(invalidField([&] { RecordSample(as("wang")).execute(wrong); }), "to_come");
  wrong = {target(id), true, clock().now(), plusSeconds(clock().now(), -60), 0, ""};
  EXPECT_EQ(invalidField([&] { RecordSample(as("wang")).execute(wrong); }), "analysable_at");
  const auto none = registerCase();
  RecordSample(as("wang")).execute({target(none), false, {}, {}, 0, "客户已报废"});
  file = open(none);
  const auto report = std::find_if(file.clocks.begin(), file.clocks.end(),
                                   [](const CaseClock& row) { return row.name == ClockName::finalReport; });
  EXPECT_EQ(report->startEvent, "no_sample");
  EXPECT_EQ(report->startedAt, clock().now());
}

TEST_P(CaseLifeTest, ClosingNeedsTwoPeople) {
  const auto id = acceptedCase(2);
  EXPECT_EQ(refusedRule([&] { close(id); }), "transition");
  EXPECT_EQ(refusedRule([&] { RequestClosing(as("liu")).execute({target(id), "x", ""}); }), "right");
  EXPECT_EQ(invalidField([&] { RequestClosing(as("wang")).execute({target(id), "x", "great"}); }), "result");
  RequestClosing(as("hu")).execute({target(id), "处理完成", ""});
  EXPECT_EQ(open(id).complaint.state, CaseState::closing);
  EXPECT_EQ(open(id).complaint.turn, Turn::approver);
  EXPECT_EQ(refusedRule([&] { close(id, "hu"); }), "four-eyes") << "asked for it";
  EXPECT_EQ(refusedRule([&] { close(id, "wang"); }), "four-eyes") << "the owner";
  EXPECT_EQ(refusedRule([&] { close(id, "liu"); }), "right");
  EXPECT_EQ(refusedRule([&] { ReopenComplaint(as("chen")).execute({target(id), "\t ....", ""}); }), "reason");
  ReopenComplaint(as("chen")).execute({target(id), "请补充标准化内容", ""});
  EXPECT_EQ(open(id).complaint.state, CaseState::handling);
  RequestClosing(as("wang")).execute({target(id), "已补充", ""});
  close(id, "hu");
  EXPECT_EQ(open(id).complaint.state, CaseState::closed)
      << "the request that was returned no longer binds hu";
}

TEST_P(CaseLifeTest, SoftClosingGateKeepsWhatWasOpen) {
  const auto id = acceptedCase(8);
  EXPECT_EQ(refusedRule([&] { requestClosing(id, ""); }), "gate");
  requestClosing(id, "客户书面同意提前结案");
  const CaseFile file = open(id);
  EXPECT_NE(file.closings[0].openPoints.find("D4 Root cause"), std::string::npos)
      << file.closings[0].openPoints;
  const auto undecided = registerCase(2);
  EXPECT_EQ(refusedRule([&] { requestClosing(undecided); }), "gate");
}

TEST_P(CaseLifeTest, ReopeningKeepsTheFirstClosing) {
  const auto id = closedCase();
  EXPECT_EQ(refusedRule([&] { ReopenComplaint(as("wang")).execute({target(id), "....", ""}); }), "reason");
  ReopenComplaint(as("wang")).execute({target(id), "客户反馈不良再次出现", ""});
  const CaseFile file = open(id);
  EXPECT_EQ(file.complaint.state, CaseState::handling);
  EXPECT_FALSE(file.complaint.closedAt);
  ASSERT_EQ(file.closings.size(), 3u);
  EXPECT_TRUE(file.closings[2].reopened);
  EXPECT_EQ(file.closings[2].reason, "客户反馈不良再次出现");
  EXPECT_EQ(state(id, d8), DisciplineState::open);
  EXPECT_EQ(refusedRule([&] {
              ReopenComplaint(as("wang")).execute({target(id), "再次打开案件", ""});
            }),
            "transition");
}

TEST_P(CaseLifeTest, EnteredInError) {
  const auto id = registerCase();
  EXPECT_EQ(refusedRule([&] { CancelComplaint(as("wang")).execute({target(id), "", ""}); }), "reason");
  CancelComplaint(as("wang")).execute({target(id), "重复录入的记录", ""});
  EXPECT_EQ(open(id).complaint.state, CaseState::cancelled);
  EXPECT_EQ(refusedRule([&] { accept(id); }), "closed");
  EXPECT_EQ(refusedRule([&] { reply(id, ReplyStage::first); }), "closed");
  const auto handled = acceptedCase();
  EXPECT_EQ(refusedRule([&] {
              CancelComplaint(as("wang")).execute({target(handled), "重复录入的记录", ""});
            }),
            "transition");
}

TEST_P(CaseLifeTest, FailedVerificationReopensCauseAndActions) {
  const auto id = acceptedCase(2);
  for (const auto code : {d4, d5, d6}) finish("wang", id, code);
  EffectCheck check{target(id), today(), 3, 300, 2, "三批无不良", VerificationResult::notEffective, "??"};
  EXPECT_EQ(refusedRule([&] { VerifyEffect(as("wang")).execute(check); }), "reason");
  check.note = "第二批发现两件不良";
  check.failed = 301;
  EXPECT_EQ(invalidField([&] { VerifyEffect(as("wang")).execute(check); }), "failed");
  check.failed = 2;
  check.verifiedOn = today().plusDays(1);
  EXPECT_EQ(invalidField([&] { VerifyEffect(as("wang")).execute(check); }), "verified_on");
  check.verifiedOn = today();
  check.lots = 0;
  EXPECT_EQ(invalidField([&] { VerifyEffect(as("wang")).execute(check); }), "lots");
  check.lots = 3;
  requestClosing(id);
  VerifyEffect(as("wang")).execute(check);
  for (const auto code : {d4, d5, d6}) EXPECT_EQ(state(id, code), DisciplineState::open);
  EXPECT_EQ(open(id).complaint.state, CaseState::handling);
  check.result = VerificationResult::effective;
  check.failed = 0;
  VerifyEffect(as("wang")).execute(check);
  EXPECT_EQ(open(id).verifications.size(), 2u);
}

TEST_P(CaseLifeTest, OneProblemServesTwoCases) {
  const auto first = acceptedCase(20);
  const auto second = acceptedCase(20);
  const auto number = open(first).complaint.number;
  assign(second, "TE", "D4");
  EXPECT_EQ(refusedRule([&] {
              JoinProblem(as("wang")).execute({target(second), number, "...."});
            }),
            "reason");
  EXPECT_EQ(invalidField([&] {
              JoinProblem(as("wang")).execute({target(second), "C26-09999", "同一批次同一问题"});
            }),
            "other");
  JoinProblem(as("wang")).execute({target(second), number, "同一批次同一问题"});
  CaseFile file = open(second);
  EXPECT_EQ(file.problem.id, open(first).problem.id);
  ASSERT_EQ(file.siblings.size(), 1u);
  EXPECT_EQ(file.siblings[0].number, number);
  EXPECT_EQ(file.assignments[0].problemId, file.problem.id);
  EXPECT_EQ(refusedRule([&] {
              JoinProblem(as("wang")).execute({target(second), number, "同一批次同一问题"});
            }),
            "join");

  for (const auto code : {d0, d1, d2, d3}) finish("wang", first, code);
  EXPECT_EQ(open(second).complaint.phase, open(first).complaint.phase);
  EXPECT_EQ(open(second).complaint.phase, "analysing") << "the other case's head is refreshed too";

  const auto third = acceptedCase(20);
  fill("wang", third, d1);
  submit("wang", third, d1);
  EXPECT_EQ(refusedRule([&] {
              JoinProblem(as("wang")).execute({target(third), number, "同一批次同一问题"});
            }),
            "join");
}

TEST_P(CaseLifeTest, RecentlyClosedProblemsTakeCases) {
  const auto old = closedCase();
  const auto number = open(old).complaint.number;
  clock().advanceHours(24 * 30);
  const auto recent = registerCase();
  JoinProblem(as("wang")).execute({target(recent), number, "与旧案同一不良"});
  EXPECT_EQ(open(recent).siblings.size(), 1u);
  clock().advanceHours(24 * 366);
  const auto late = registerCase();
  EXPECT_EQ(refusedRule([&] {
              JoinProblem(as("wang")).execute({target(late), number, "与旧案同一不良"});
            }),
            "join");
}

TEST_P(CaseLifeTest, RepeatedRequestsHappenOnce) {
  const auto id = registerCase();
  AcceptanceDecision decision;
  decision.target = {id, open(id).complaint.rowVersion, "6f1f0a5e-3a1c-4c44-9d51-2f6f4d0a0002"};
  const Saved first = DecideComplaint(as("wang")).execute(decision);
  const Saved again = DecideComplaint(as("wang")).execute(decision);
  EXPECT_EQ(first.version, again.version);
  EXPECT_EQ(first.version, open(id).complaint.rowVersion);
  decision.acceptance = Acceptance::partly;
  decision.reason = "部分批次成立";
  EXPECT_EQ(refusedRule([&] { DecideComplaint(as("wang")).execute(decision); }), "request-reused");
  decision.target.requestId.clear();
  EXPECT_THROW(DecideComplaint(as("wang")).execute(decision), Conflict);
}

TEST_P(CaseLifeTest, ReasonsThatNoTextMayHoldAreRefused) {
  const auto id = acceptedCase(2);
  for (const std::string& reason : {std::string("NUL \0 inside", 12), std::string("\xED\xA0\x80 surrogate"),
                                    std::string(256 * 1024 + 1, 'x')})
    EXPECT_EQ(invalidField([&] { requestClosing(id, reason); }), "reason");
  EXPECT_EQ(open(id).complaint.state, CaseState::handling);
}

TEST_P(CaseLifeTest, ViewsBelongToAPerson) {
  KeepView wang(as("wang"));
  SavedView view;
  view.name = " 我的重大案件 ";
  view.filter = "{}";
  wang.save(view);
  view.filter = R"({"open_only":true})";
  wang.save(view);
  auto views = reader().savedViews(person("wang"));
  ASSERT_EQ(views.size(), 1u);
  EXPECT_EQ(views[0].name, "我的重大案件");
  EXPECT_EQ(views[0].filter, R"({"open_only":true})");
  KeepView(as("hu")).remove(views[0]);
  EXPECT_EQ(reader().savedViews(person("wang")).size(), 1u) << "another person's view stays";
  wang.remove(views[0]);
  EXPECT_TRUE(reader().savedViews(person("wang")).empty());
}

INSTANTIATE_TEST_SUITE_P(Databases, CaseLifeTest, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace
}  // namespace octad::model
