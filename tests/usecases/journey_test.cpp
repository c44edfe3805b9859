#include <algorithm>
#include <set>

#include "model/usecases/close_complaint.hpp"
#include "model/usecases/lift_containment.hpp"
#include "model/usecases/record_sample.hpp"
#include "model/usecases/reply_customer.hpp"
#include "model/usecases/verify_effect.hpp"
#include "tests/usecases/use_case_test.hpp"

namespace octad::model {
namespace {

using enum DisciplineCode;

/// A major complaint from notice to reopening, as the people of a factory live it.
class JourneyTest : public UseCaseTest {
 protected:
  void nextDay() { clock().advanceHours(24); }

  Action containment(ComplaintId id) {
    for (const auto& action : open(id).actions)
      if (action.kind == ActionKind::containment) return action;
    ADD_FAILURE() << "no containment";
    return {};
  }
  void liftContainment(ComplaintId id) {
    LiftContainment(as("wang")).execute({target(id), containment(id).id, today(), ""});
  }
  void verify(ComplaintId id, VerificationResult result, const std::string& note) {
    nextDay();
    VerifyEffect(as("wang")).execute({target(id), today(), 3, 300, 0, "连续三批无不良", result, note});
  }

  void reject(ComplaintId id, DisciplineCode code) {
    DisciplineVerdict verdict;
    verdict.target = target(id);
    verdict.code = code;
    verdict.approve = false;
    verdict.reasonCode = RejectReason::unclear;
    verdict.text = "原因没有说清楚";
    ReviewDiscipline(as("wang")).execute(verdict);
  }

  void answerOf(const std::string& login, ComplaintId id, DisciplineCode code) {
    fill(login, id, code);
    submit(login, id, code);
  }

  void closingIsRefusedWithAList(ComplaintId id) {
    try {
      RequestClosing(as("wang")).execute({target(id), "处理完成", ""});
      FAIL();
    } catch (const Refused& refused) {
      EXPECT_EQ(refused.rule(), "gate");
      const std::string sentence = refused.what();
      EXPECT_NE(sentence.find("D7 Prevention of recurrence"), std::string::npos) << sentence;
      EXPECT_NE(sentence.find("D8 Closure and recognition"), std::string::npos) << sentence;
    }
  }

  /// What the audit trail has of a use case: actor and reason of its first event.
  void expectEvent(const std::vector<HistoryEvent>& history, const std::string& useCase,
                   const std::string& actor, const std::string& reason) {
    const bool found = std::any_of(history.begin(), history.end(), [&](const HistoryEvent& event) {
      return event.useCase == useCase && event.actor == actor && event.reason == reason;
    });
    EXPECT_TRUE(found) << useCase << " by " << actor << " because " << reason;
  }
};

TEST_P(JourneyTest, FromNoticeToReopening) {
  const auto id = registerCase(20);
  EXPECT_EQ(open(id).complaint.severity, SeverityClass::major);
  SendReply(as("wang")).execute({target(id), ReplyStage::first, "phone", "", "已收到，正在确认"});
  EXPECT_EQ(open(id).complaint.turn, Turn::customer) << "the sample is on its way";
  RecordSample(as("wang")).execute({target(id), true, clock().now(), clock().now(), 2, "两件样品"});
  for (const auto code : {d0, d1, d3}) finish("wang", id, code);
  EXPECT_EQ(open(id).complaint.phase, "analysing");
  accept(id);
  EXPECT_EQ(open(id).complaint.state, CaseState::handling);
  finish("wang", id, d2);

  assign(id, "TE", "D4,D5");
  EXPECT_EQ(open(id).complaint.turn, Turn::department);
  EXPECT_EQ(open(id).complaint.turnName, "TE");
  nextDay();
  answerOf("liu", id, d4);
  reject(id, d4);
  EXPECT_EQ(open(id).complaint.turnName, "TE");
  answerOf("liu", id, d4);
  approve("wang", id, d4);
  answerOf("liu", id, d5);
  approve("wang", id, d5);
  EXPECT_EQ(open(id).assignments[0].state, AssignmentState::approved);
  EXPECT_EQ(open(id).complaint.turn, Turn::cqe);
  finish("wang", id, d6);

  liftContainment(id);
  verify(id, VerificationResult::notEffective, "第三批仍有一件不良");
  EXPECT_FALSE(containment(id).liftedOn) << "an effect that failed puts the firewall back";
  for (const auto code : {d4, d5, d6}) EXPECT_EQ(state(id, code), DisciplineState::open);
  EXPECT_EQ(open(id).assignments[0].state, AssignmentState::asked) << "the department is asked again";
  for (const auto code : {d4, d5}) {
    submit("liu", id, code);
    approve("wang", id, code);
  }
  finish("wang", id, d6);
  nextDay();
  verify(id, VerificationResult::effective, "");
  liftContainment(id);

  SendReply(as("wang")).execute({target(id), ReplyStage::d8, "portal", "qa@kunde.example", "8D 报告"});
  EXPECT_EQ(open(id).complaint.turn, Turn::customer);
  RecordCustomerAnswer(as("wang")).execute({target(id), {}, CustomerStatus::accepted, "OK"});
  closingIsRefusedWithAList(id);
  finish("wang", id, d7);
  fill("wang", id, d8);
  submit("wang", id, d8);
  approve("hu", id, d8);
  nextDay();
  RequestClosing(as("wang")).execute({target(id), "对策有效，客户接受", "satisfied"});
  EXPECT_EQ(refusedRule([&] { CloseComplaint(as("wang")).execute({target(id), "", ""}); }), "four-eyes");
  CloseComplaint(as("chen")).execute({target(id), "同意结案", ""});
  EXPECT_EQ(open(id).complaint.state, CaseState::closed);
  EXPECT_EQ(open(id).complaint.phase, "closed");
  nextDay();
  ReopenComplaint(as("wang")).execute({target(id), "客户再次投诉同一不良", ""});

  const CaseFile file = open(id);
  EXPECT_EQ(file.complaint.state, CaseState::handling);
  EXPECT_EQ(file.closings.size(), 3u);
  EXPECT_EQ(file.reviews.size(), file.submissions.size());
  const auto history = reader().history(id);
  expectEvent(history, "register", "王芳", "");
  expectEvent(history, "submit", "刘洋", "");
  expectEvent(history, "reject", "王芳", "原因没有说清楚");
  expectEvent(history, "verify", "王芳", "第三批仍有一件不良");
  expectEvent(history, "close", "陈明", "同意结案");
  expectEvent(history, "reopen", "王芳", "客户再次投诉同一不良");
  EXPECT_TRUE(reader().verifyAudit(id).faults.empty());
}

INSTANTIATE_TEST_SUITE_P(Databases, JourneyTest, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace
}  // namespace octad::model
