// The tools of the disciplines beside their texts: Is / Is not, why-trees, candidates, validation plan,
// read-across, recognition; marks in pictures, weak answers that may pass, the short path.
#include <algorithm>

#include "model/core/sha256.hpp"
#include "model/eightd/gates.hpp"
#include "model/eightd/weak_answers.hpp"
#include "model/usecases/accept_weak_answer.hpp"
#include "model/usecases/answer_across.hpp"
#include "model/usecases/answer_short.hpp"
#include "model/usecases/attach_file.hpp"
#include "model/usecases/close_complaint.hpp"
#include "model/usecases/mark_picture.hpp"
#include "model/usecases/reply_customer.hpp"
#include "model/work/work_item.hpp"
#include "tests/usecases/use_case_test.hpp"

namespace octad::model {
namespace {

using enum DisciplineCode;

WhyStep why(long long id, CauseId cause, int position, const std::string& answer,
            std::optional<WhyStepId> parent = {}) {
  WhyStep step;
  step.id = WhyStepId(id);
  step.causeId = cause;
  step.position = position;
  step.answer = answer;
  step.parentId = parent;
  return step;
}

class HeartToolsTest : public UseCaseTest {
 protected:
  std::string wrong(const DisciplineContent& content) {
    return invalidField([&] { save("wang", content); });
  }
  const WhyStep& stepOf(const CaseFile& file, const std::string& answer) {
    return *std::find_if(file.whySteps.begin(), file.whySteps.end(),
                         [&](const WhyStep& step) { return step.answer == answer; });
  }
  AttachmentId attach(ComplaintId id, const std::string& name, const std::string& bytes) {
    bool read = false;
    return AttachFile(as("wang"))
        .execute({target(id), "D2", name, "", sha256Hex(bytes), static_cast<long long>(bytes.size())},
                 [&](std::size_t) { return std::exchange(read, true) ? std::string() : bytes; })
        .id;
  }
};

TEST_P(HeartToolsTest, IsAndIsNotAreKeptWithTheProblem) {
  const auto id = registerCase();
  auto d2Content = content(id, d2);
  IsNot row;
  row.question = Question::where;
  row.isFact = "3 号位";
  row.isNot = "1、2 号位";
  row.distinction = "3 号位在治具边缘";
  row.changed = "9 月换过治具";
  d2Content.isNots.push_back(row);
  save("wang", d2Content);
  ASSERT_EQ(open(id).isNots.size(), 1u);
  EXPECT_EQ(open(id).isNots[0].distinction, "3 号位在治具边缘");
  auto again = content(id, d2);
  again.isNots.clear();
  save("wang", again);
  EXPECT_TRUE(open(id).isNots.empty());
}

TEST_P(HeartToolsTest, ABranchFindsItsNewParentAndOutlivesAnOldOne) {
  const auto id = acceptedCase();
  fill("wang", id, d4);
  auto edited = content(id, d4);
  const auto cause = edited.causes.front().id;
  edited.whySteps.push_back(why(-1, cause, 2, "主链"));
  // The branch is written before the step it hangs on.
  edited.whySteps.insert(edited.whySteps.begin(), why(-3, cause, 1, "分支的分支", WhyStepId(-2)));
  edited.whySteps.push_back(why(-2, cause, 1, "分支", WhyStepId(-1)));
  edited.whySteps.back().rootCause = true;
  save("wang", edited);
  CaseFile file = open(id);
  EXPECT_EQ(stepOf(file, "分支").parentId, stepOf(file, "主链").id);
  EXPECT_EQ(stepOf(file, "分支的分支").parentId, stepOf(file, "分支").id);
  EXPECT_TRUE(stepOf(file, "分支").rootCause);

  auto cut = content(id, d4);
  const auto gone = stepOf(file, "分支").id;
  std::erase_if(cut.whySteps, [gone](const WhyStep& step) { return step.id == gone; });
  EXPECT_EQ(wrong(cut).rfind("why_steps.", 0), 0u) << "a branch that hangs on nothing";
  for (auto& step : cut.whySteps)
    if (step.parentId == gone) step.parentId = stepOf(file, "主链").id;
  save("wang", cut);
  file = open(id);
  EXPECT_EQ(stepOf(file, "分支的分支").parentId, stepOf(file, "主链").id);

  auto without = content(id, d4);
  std::erase_if(without.whySteps, [&](const WhyStep& step) { return step.causeId == cause; });
  std::erase_if(without.causes, [&](const Cause& known) { return known.id == cause; });
  save("wang", without);
  EXPECT_EQ(open(id).causes.size(), 1u) << "a cause goes with its whole tree";
}

TEST_P(HeartToolsTest, CandidatesAreWeighedAgainstACauseThatStaysThen) {
  const auto id = acceptedCase();
  fill("wang", id, d4);
  auto plan = content(id, d5);
  ActionCandidate candidate;
  candidate.text = "改用带防错的治具";
  candidate.causeId = open(id).causes.front().id;
  candidate.effect = 5;
  candidate.risk = 4;
  candidate.cost = 6;
  plan.candidates.push_back(candidate);
  EXPECT_EQ(wrong(plan), "candidates.0.cost") << "scores go from 1 to 5";
  plan.candidates[0].cost = 2;
  plan.candidates[0].causeId = CauseId(999999);
  EXPECT_EQ(wrong(plan), "candidates");
  plan.candidates[0].causeId = candidate.causeId;
  save("wang", plan);
  EXPECT_EQ(open(id).candidates.at(0).cost, 2);
  auto causes = content(id, d4);
  std::erase_if(causes.whySteps, [&](const WhyStep& step) { return step.causeId == *candidate.causeId; });
  std::erase_if(causes.causes, [&](const Cause& cause) { return cause.id == *candidate.causeId; });
  EXPECT_EQ(refusedRule([&] { save("wang", causes); }), "cause-used");
}

TEST_P(HeartToolsTest, D6SaysTheChangeAndD5WhatWasTried) {
  const auto id = acceptedCase();
  fill("wang", id, d4);
  fill("wang", id, d5);
  auto plan = content(id, d5);
  plan.actions[0].proofBefore = "试制 50 件无不良";
  plan.actions[0].changeRecord = "ECN-1";
  save("wang", plan);
  EXPECT_EQ(open(id).actions[0].proofBefore, "试制 50 件无不良");
  EXPECT_EQ(open(id).actions[0].changeRecord, "") << "the change is written in D6";
  auto done = content(id, d6);
  done.actions[0].proofBefore = "别的";
  done.actions[0].changeRecord = "ECN-2026-014";
  done.actions[0].customerApproval = CustomerApproval::asked;
  done.effectCriterion = "连续 3 批无不良";
  done.effectWindow = 3;
  EXPECT_EQ(wrong(done), "effect_unit") << "three of what?";
  done.effectUnit = WindowUnit::lots;
  done.effectSample = 600;
  save("wang", done);
  const CaseFile file = open(id);
  EXPECT_EQ(file.actions[0].changeRecord, "ECN-2026-014");
  EXPECT_EQ(file.actions[0].customerApproval, CustomerApproval::asked);
  EXPECT_EQ(file.actions[0].proofBefore, "试制 50 件无不良");
  EXPECT_EQ(file.problem.effectWindow, 3);
  EXPECT_EQ(file.problem.effectSample, 600);
}

TEST_P(HeartToolsTest, ReadAcrossIsAnsweredInWords) {
  const auto id = acceptedCase();
  auto prevention = content(id, d7);
  ReadAcross row;
  row.kind = AcrossKind::line;
  row.subject = "2 号线";
  row.dueOn = today().plusDays(7);
  row.answeredOn = today();
  prevention.readAcross.push_back(row);
  EXPECT_EQ(wrong(prevention), "read_across.0.answer");
  prevention.readAcross[0].answer = "同样治具，已更换";
  save("wang", prevention);
  auto without = content(id, d7);
  without.readAcross.clear();
  EXPECT_EQ(refusedRule([&] { save("wang", without); }), "read-across") << "what was answered stays";
  auto older = content(id, d7);
  older.readAcross[0].answeredOn.reset();
  older.readAcross[0].answer = "";
  save("wang", older);
  EXPECT_EQ(open(id).readAcross.at(0).answer, "同样治具，已更换")
      << "a page from before the answer takes none back";
}

TEST_P(HeartToolsTest, AReadAcrossIsAnsweredByWhoWasAskedWhateverTheStateOfD7) {
  const auto id = acceptedCase();
  auto prevention = content(id, d7);
  ReadAcross row;
  row.kind = AcrossKind::line;
  row.subject = "2 号线";
  row.departmentId = m_database.actor("liu").departmentId;
  row.dueOn = today().plusDays(7);
  prevention.readAcross = {row};
  save("wang", prevention);
  const auto waits = [&](const std::string& who) {
    const auto list = reader().work(workOf(m_database.actor(who)));
    return std::count_if(list.mine.begin(), list.mine.end(),
                         [](const WorkItem& item) { return item.kind == WorkKind::across; });
  };
  EXPECT_EQ(waits("liu"), 1);
  EXPECT_EQ(waits("zhao"), 0);
  fill("wang", id, d7);
  submit("wang", id, d7);
  AcrossAnswer input{target(id), open(id).readAcross.at(0).id, today(), ""};
  EXPECT_EQ(invalidField([&] { AnswerAcross(as("liu")).execute(input); }), "answer");
  input.answer = "同样治具，已更换";
  EXPECT_EQ(refusedRule([&] { AnswerAcross(as("zhao")).execute(input); }), "right");
  AnswerAcross(as("liu")).execute(input);
  EXPECT_EQ(open(id).readAcross.at(0).answeredOn, today());
  EXPECT_EQ(refusedRule([&] { AnswerAcross(as("liu")).execute(input); }), "read-across");
  EXPECT_EQ(waits("liu"), 0);
}

TEST_P(HeartToolsTest, MarksLieOverThePictureWhichStays) {
  const auto id = registerCase();
  const auto picture = attach(id, "缺陷.png", std::string("\x89PNG\r\n\x1a\n") + "IHDR");
  const auto paper = attach(id, "来信.txt", "你好");
  PictureMark arrow;
  arrow.x2 = 5000;
  arrow.y2 = 5000;
  PictureMark words;
  words.shape = MarkShape::text;
  const auto mark = [&](AttachmentId file, std::vector<PictureMark> marks) {
    MarkPicture(as("wang")).execute({target(id), file, std::move(marks)});
  };
  EXPECT_EQ(invalidField([&] { mark(paper, {arrow}); }), "attachment_id");
  EXPECT_EQ(invalidField([&] { mark(picture, {arrow, words}); }), "marks.1.text");
  words.text = "划伤";
  arrow.x2 = 10001;
  EXPECT_EQ(invalidField([&] { mark(picture, {arrow, words}); }), "marks.0.place");
  arrow.x2 = 5000;
  mark(picture, {arrow, words});
  auto stored = open(id).pictureMarks;
  ASSERT_EQ(stored.size(), 2u);
  stored[1].text = "划伤 3 mm";
  stored.erase(stored.begin());
  mark(picture, stored);
  ASSERT_EQ(open(id).pictureMarks.size(), 1u);
  EXPECT_EQ(open(id).pictureMarks[0].text, "划伤 3 mm");
  EXPECT_EQ(open(id).attachments.size(), 2u);
}

TEST_P(HeartToolsTest, AWeakAnswerPassesWithAReasonAsLongAsItIsNotReworded) {
  const auto id = acceptedCase();
  const WeakAnswerPass pass{target(id), d5, "training_only", "加强培训", "换证培训是客户要求的"};
  EXPECT_EQ(refusedRule([&] {
              auto without = pass;
              without.reason = "";
              AcceptWeakAnswer(as("wang")).execute(without);
            }),
            "reason");
  EXPECT_EQ(refusedRule([&] { AcceptWeakAnswer(as("liu")).execute(pass); }), "right")
      << "a department does not";
  AcceptWeakAnswer(as("wang")).execute(pass);
  const CaseFile file = open(id);
  EXPECT_TRUE(isAccepted(file, d5, "training_only", "加强培训"));
  EXPECT_FALSE(isAccepted(file, d5, "training_only", "加强培训。"));
  EXPECT_FALSE(isAccepted(file, d7, "training_only", "加强培训"));
  EXPECT_EQ(refusedRule([&] { AcceptWeakAnswer(as("wang")).execute(pass); }), "accepted");
}

ShortAnswer shortAnswer(CaseTarget target) {
  ShortAnswer input;
  input.target = std::move(target);
  input.cause = "包装隔板漏装";
  input.action = "隔板改为一体式";
  input.owner = "李强";
  return input;
}

TEST_P(HeartToolsTest, AMinorComplaintIsAnsweredShortAndClosed) {
  const auto id = acceptedCase(2);
  auto input = shortAnswer(target(id));
  input.cause = " ";
  EXPECT_EQ(invalidField([&] { AnswerShort(as("wang")).execute(input); }), "cause");
  AnswerShort(as("wang")).execute(shortAnswer(target(id)));
  for (const auto code : {d0, d1, d2, d3, d4, d5, d6, d7, d8})
    EXPECT_EQ(state(id, code), DisciplineState::notRequired);
  input = AnswerShort::from(open(id));
  EXPECT_EQ(input.cause, "包装隔板漏装");
  input.doneOn = today();
  input.reply = "隔板漏装，已改为一体式";
  input.medium = "pigeon";
  EXPECT_EQ(invalidField([&] { AnswerShort(as("wang")).execute(input); }), "medium");
  EXPECT_FALSE(open(id).actions.at(0).doneOn) << "the answer and its reply go together or not at all";
  input.medium = "portal";
  AnswerShort(as("wang")).execute(input);
  const CaseFile file = open(id);
  ASSERT_EQ(file.causes.size(), 1u) << "changed, not added";
  EXPECT_EQ(file.actions.at(0).doneOn, today());
  ASSERT_EQ(file.replies.size(), 1u);
  EXPECT_EQ(file.replies[0].stage, ReplyStage::first);
  RecordCustomerAnswer(as("wang")).execute({target(id), {}, CustomerStatus::accepted, "", ""});
  EXPECT_TRUE(missingForClosing(open(id)).empty());
}

TEST_P(HeartToolsTest, AShortAnswerBecomesAn8dWithoutRetyping) {
  const auto id = acceptedCase(8);
  EXPECT_EQ(refusedRule([&] { AnswerShort(as("wang")).execute(shortAnswer(target(id))); }), "reason")
      << "a general complaint has an 8D unless somebody says why not";
  auto input = shortAnswer(target(id));
  input.reason = "客户只要回复";
  AnswerShort(as("wang")).execute(input);
  EXPECT_EQ(refusedRule([&] { AnswerInFull(as("liu")).execute({target(id), "客户要求 8D"}); }), "right");
  AnswerInFull(as("wang")).execute({target(id), "客户要求 8D"});
  const CaseFile file = open(id);
  for (const auto code : {d0, d4, d5, d8}) EXPECT_EQ(state(id, code), DisciplineState::open);
  EXPECT_EQ(file.causes.at(0).text, "包装隔板漏装");
  EXPECT_EQ(file.actions.at(0).causeId, file.causes.at(0).id);
  EXPECT_EQ(refusedRule([&] {
              AnswerInFull(as("wang")).execute({target(id), "再次要求 8D"});
            }),
            "short-answer");
}

TEST_P(HeartToolsTest, AMajorComplaintNeedsAn8d) {
  const auto id = acceptedCase(20);
  auto input = shortAnswer(target(id));
  input.reason = "时间紧";
  EXPECT_EQ(refusedRule([&] { AnswerShort(as("wang")).execute(input); }), "short-answer");
}

INSTANTIATE_TEST_SUITE_P(Databases, HeartToolsTest, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace
}  // namespace octad::model
