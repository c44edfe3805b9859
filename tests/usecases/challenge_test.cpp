// The effect that later complaints challenge, and the customer's objections and silence.
#include "model/eightd/challenge.hpp"

#include <algorithm>
#include <gtest/gtest.h>

#include "model/eightd/gates.hpp"
#include "model/ports/notice_rows.hpp"
#include "model/usecases/amend_complaint.hpp"
#include "model/usecases/close_complaint.hpp"
#include "model/usecases/join_problem.hpp"
#include "model/usecases/release_policy.hpp"
#include "model/usecases/reply_customer.hpp"
#include "model/usecases/rule_challenge.hpp"
#include "model/usecases/run_jobs.hpp"
#include "model/usecases/verify_effect.hpp"
#include "model/work/work_item.hpp"
#include "tests/usecases/use_case_test.hpp"

namespace octad::model {
namespace {

using enum DisciplineCode;

class ChallengeTest : public UseCaseTest {
 protected:
  /// A case whose corrective actions are done, with a clean point ten days ago.
  ComplaintId provenCase() {
    const auto id = acceptedCase(2);
    fill("wang", id, d3);
    auto clean = content(id, d3);
    clean.cleanPointDate = today().plusDays(-10);
    save("wang", clean);
    for (const auto code : {d4, d5, d6}) finish("wang", id, code);
    verify("hu", id, VerificationResult::effective);
    return id;
  }
  void verify(const std::string& login, ComplaintId id, VerificationResult result) {
    EffectCheck check;
    check.target = target(id);
    check.verifiedOn = today();
    check.lots = 3;
    check.inspected = 300;
    check.criterion = "3 批无不良";
    check.result = result;
    check.note = "检验记录";
    VerifyEffect(as(login)).execute(check);
  }
  ComplaintId later(std::optional<Date> builtOn, const std::string& part = "P-100") {
    auto complaint = notice(3);
    complaint.items[0].part = part;
    complaint.items[0].builtOn = builtOn;
    const auto id = RegisterComplaint(as("wang")).execute(complaint).id;
    accept(id);
    return id;
  }
  std::string number(ComplaintId id) { return open(id).complaint.number; }
  void rule(ComplaintId id, ComplaintId laterId, ChallengeRuling ruling) {
    RuleChallenge(as("wang")).execute({target(id), number(laterId), ruling, "比对批次后判定"});
  }
  bool gate(ComplaintId id) {
    const auto missing = missingFor(d8, open(id));
    return std::any_of(missing.begin(), missing.end(),
                       [](const MissingPoint& point) { return point.field == "challenges"; });
  }
  bool waits(const std::string& login) {
    const auto mine = reader().work(workOf(m_database.actor(login))).mine;
    return std::any_of(mine.begin(), mine.end(),
                       [](const WorkItem& item) { return item.kind == WorkKind::challenge; });
  }
};

TEST_P(ChallengeTest, BuiltAfterTheCleanPointItChallengesTheEffect) {
  const auto id = provenCase();
  EXPECT_FALSE(waits("wang"));
  const auto again = later(today().plusDays(-3));
  auto file = open(id);
  ASSERT_EQ(file.challenges.size(), 1u);
  EXPECT_EQ(file.challenges[0].kind, ChallengeKind::challenged);
  EXPECT_EQ(file.challenges[0].laterNumber, number(again));
  EXPECT_TRUE(gate(id));
  EXPECT_TRUE(waits("wang"));
  RunJobs(as("zhou")).execute();
  const auto notices = m_database.store().notices().inbox(person("wang"), false, 100);
  EXPECT_TRUE(std::any_of(notices.begin(), notices.end(), [](const Notice& notice) {
    return notice.condition == ReminderCondition::challenged;
  }));

  const auto revision = file.discipline(d4).revision;
  clock().advance(60);
  rule(id, again, ChallengeRuling::upheld);
  file = open(id);
  for (const auto code : {d4, d5, d6}) EXPECT_EQ(state(id, code), DisciplineState::open);
  EXPECT_EQ(file.discipline(d4).revision, revision) << "what was approved stays in its revision";
  EXPECT_EQ(file.verifications.back().result, VerificationResult::notEffective);
  EXPECT_FALSE(gate(id));
  EXPECT_FALSE(waits("wang"));
  EXPECT_EQ(refusedRule([&] { rule(id, again, ChallengeRuling::dismissed); }), "challenge") << "ruled once";
}

TEST_P(ChallengeTest, EarlierBuildsBelongToTheSameProblem) {
  const auto id = provenCase();
  const auto earlier = later(today().plusDays(-30));
  ASSERT_EQ(open(id).challenges.size(), 1u);
  EXPECT_EQ(open(id).challenges[0].kind, ChallengeKind::earlierBuild);
  JoinProblem(as("wang")).execute({target(earlier), number(id), "同一批次问题"});
  const auto file = open(id);
  EXPECT_EQ(file.challenges[0].ruling, ChallengeRuling::dismissed) << "joining answers it";
  EXPECT_FALSE(gate(id));
}

TEST_P(ChallengeTest, AnUnknownBuildDateIsTheCqesUntilItIsKnown) {
  const auto id = provenCase();
  const auto unknown = later(std::nullopt);
  EXPECT_EQ(open(id).challenges[0].kind, ChallengeKind::unknownBuild);
  auto amendment = AmendComplaint::from(open(unknown));
  amendment.target = target(unknown);
  amendment.items[0].builtOn = today().plusDays(1);
  EXPECT_EQ(invalidField([&] { AmendComplaint(as("wang")).execute(amendment); }), "items.0.built_on");
  amendment.items[0].builtOn = today().plusDays(-2);
  AmendComplaint(as("wang")).execute(amendment);
  ASSERT_EQ(open(id).challenges.size(), 1u) << "the same row";
  EXPECT_EQ(open(id).challenges[0].kind, ChallengeKind::challenged);
  EXPECT_EQ(open(id).challenges[0].builtOn, today().plusDays(-2));
  EXPECT_EQ(invalidField([&] {
              RuleChallenge(as("wang"))
                  .execute({target(id), "C26-99999", ChallengeRuling::dismissed, "没有这个案例"});
            }),
            "later");
  rule(id, unknown, ChallengeRuling::dismissed);
  EXPECT_EQ(state(id, d4), DisciplineState::approved);
}

TEST_P(ChallengeTest, OtherPartsAndOpenActionsChallengeNothing) {
  const auto unproven = acceptedCase(2);
  fill("wang", unproven, d3);
  auto clean = content(unproven, d3);
  clean.cleanPointDate = today().plusDays(-10);
  save("wang", clean);
  const auto id = provenCase();
  later(today(), "X-900");
  EXPECT_TRUE(open(id).challenges.empty());
  later(today());
  EXPECT_EQ(open(id).challenges.size(), 1u);
  EXPECT_TRUE(open(unproven).challenges.empty()) << "nothing is said to work there";
}

TEST_P(ChallengeTest, AClosedCaseIsChallengedTooAndReopenedFirst) {
  const auto id = provenCase();
  RequestClosing(as("wang")).execute({target(id), "处理完成", "satisfied"});
  CloseComplaint(as("chen")).execute({target(id), "同意结案", ""});
  const auto first = later(today().plusDays(-1));
  const auto second = later(today().plusDays(-2));
  ASSERT_EQ(open(id).challenges.size(), 2u);
  EXPECT_EQ(refusedRule([&] { rule(id, first, ChallengeRuling::upheld); }), "closed");
  rule(id, second, ChallengeRuling::dismissed);
  EXPECT_EQ(open(id).complaint.state, CaseState::closed);
  ReopenComplaint(as("wang")).execute({target(id), "措施失效，重新分析", ""});
  rule(id, first, ChallengeRuling::upheld);
  EXPECT_EQ(state(id, d4), DisciplineState::open);
}

TEST_P(ChallengeTest, WhoCheckedTheImplementationDoesNotJudgeTheEffect) {
  const auto id = acceptedCase(2);
  for (const auto code : {d4, d5, d6}) finish("wang", id, code);
  auto done = content(id, d6);
  EXPECT_EQ(done.actions.front().checkedBy, "钱进");
  WaiveDiscipline(as("wang")).execute({target(id), d6, true, "补充检查记录"});
  done = content(id, d6);
  for (auto& action : done.actions) action.checkedBy = m_database.actor("hu").name;
  save("wang", done);
  EXPECT_EQ(refusedRule([&] { verify("hu", id, VerificationResult::effective); }), "four-eyes");
  verify("wang", id, VerificationResult::effective);
}

TEST_P(ChallengeTest, AnObjectionGoesBackToWhatItIsAbout) {
  const auto id = acceptedCase(2);
  for (const auto code : {d2, d3, d4, d5, d6, d7}) finish("wang", id, code);
  const auto reply = [&](ReplyStage stage) {
    clock().advance(60);
    SendReply(as("wang")).execute({target(id), stage, "email", "qa@kunde.example", "见附件"});
  };
  const auto object = [&](const std::string& disciplines) {
    RecordCustomerAnswer(as("wang"))
        .execute({target(id), {}, CustomerStatus::objected, "不同意", disciplines});
  };
  const auto opened = [&] {
    std::string codes;
    for (const auto& discipline : open(id).disciplines)
      if (discipline.code >= d2 && discipline.code <= d7 && discipline.state == DisciplineState::open)
        codes += std::string(keyOf(discipline.code)) + " ";
    return codes;
  };
  reply(ReplyStage::d3);
  EXPECT_EQ(invalidField([&] { object("D8"); }), "disciplines");
  object("");
  EXPECT_EQ(opened(), "D3 ") << "an objection to the 3D is about containment";
  EXPECT_EQ(open(id).replies.back().objectedTo, "D3");
  submit("wang", id, d3);
  approve("hu", id, d3);
  reply(ReplyStage::d8);
  object("D7");
  EXPECT_EQ(opened(), "D7 ");
  submit("wang", id, d7);
  approve("hu", id, d7);
  reply(ReplyStage::d8);
  object("D2");
  EXPECT_EQ(opened(), "D2 D4 D5 D6 ") << "the cause rests on the problem, the actions on the cause";
  EXPECT_EQ(objections(open(id)), 3);
}

TEST_P(ChallengeTest, SilenceCountsOnlyWhereThePolicySaysSo) {
  const auto id = acceptedCase(2);
  SendReply(as("wang")).execute({target(id), ReplyStage::d8, "email", "qa@kunde.example", "见附件"});
  clock().advanceHours(24 * 60);
  EXPECT_EQ(RunJobs(as("zhou")).execute().deemed, 0) << "off unless somebody turns it on";
  EXPECT_EQ(open(id).replies[0].status, CustomerStatus::sent);

  PolicyDraft draft;
  draft.policy = reader().policy("default", 1);
  draft.policy.deemedAnswerDays = 10;
  draft.basedOn = 1;
  draft.reason = "与客户约定的期限";
  ReleasePolicy(as("zhou")).execute(draft);
  const auto next = acceptedCase(2);
  SendReply(as("wang")).execute({target(next), ReplyStage::d8, "email", "qa@kunde.example", "见附件"});
  clock().advanceHours(24 * 7);
  EXPECT_EQ(RunJobs(as("zhou")).execute().deemed, 0) << "not long enough";
  EXPECT_EQ(open(next).complaint.turn, Turn::customer);
  clock().advanceHours(24 * 14);
  EXPECT_EQ(RunJobs(as("zhou")).execute().deemed, 1);
  const auto file = open(next);
  EXPECT_EQ(file.replies[0].status, CustomerStatus::noAnswer) << "never accepted";
  EXPECT_NE(file.replies[0].answer.find("default 2, 10"), std::string::npos) << file.replies[0].answer;
  EXPECT_EQ(file.complaint.turn, Turn::cqe);
  EXPECT_EQ(open(id).replies[0].status, CustomerStatus::sent) << "judged by its own policy";
  EXPECT_EQ(RunJobs(as("zhou")).execute().deemed, 0);
}

INSTANTIATE_TEST_SUITE_P(Databases, ChallengeTest, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace
}  // namespace octad::model
