// What the page of a discipline says in sentences.
#include "gui/viewmodels/discipline_words.hpp"

#include <gtest/gtest.h>

#include "tests/viewmodels/sample_file.hpp"

namespace octad::viewmodels {

using model::DisciplineCode;
using model::DisciplineState;

namespace {

const Translator kText;

}  // namespace

TEST(DisciplineWords, AReturnedAnswerSaysByWhomAndWhyOfTheNewestRevision) {
  auto file = sampleFile();
  disciplineOf(file, DisciplineCode::d4).state = DisciplineState::rejected;
  for (const int revision : {2, 1}) {
    model::Submission submission;
    submission.id = model::SubmissionId(revision);
    submission.discipline = DisciplineCode::d4;
    submission.revision = revision;
    file.submissions.push_back(submission);
    model::Review review;
    review.submissionId = submission.id;
    review.text = "revision " + std::to_string(revision) + " proves nothing";
    file.reviews.push_back(review);
  }
  EXPECT_EQ(newestSubmission(file, DisciplineCode::d4)->revision, 2);
  EXPECT_NE(reviewWords(file, DisciplineCode::d4, {}, kText).find("revision 2 proves nothing"),
            std::string::npos);
}

TEST(DisciplineWords, WhoMayNotWriteReadsWhyAndWhoMayReadsNothing) {
  auto file = sampleFile();
  disciplineOf(file, DisciplineCode::d4).state = DisciplineState::open;
  CaseAction save;
  EXPECT_EQ(reviewWords(file, DisciplineCode::d4, save, kText), "");
  save.whyNot = model::Message("Only the department asked writes it.");
  EXPECT_EQ(reviewWords(file, DisciplineCode::d4, save, kText), "Only the department asked writes it.");
}

TEST(DisciplineWords, TheWayFollowsTheDecisionBeforeTheClass) {
  auto file = sampleFile();
  file.complaint.acceptance = model::Acceptance::accepted;
  file.complaint.severity = model::SeverityClass::major;
  file.complaint.safety = true;
  EXPECT_EQ(wayWords(file, kText),
            "By an 8D report, as its class asks.\nSafety is concerned: the safety officer is told.");
  file.problem.way = model::AnswerWay::shortReply;
  EXPECT_EQ(wayWords(file, kText).rfind(kText.label(model::AnswerWay::shortReply), 0), 0U);
  file.complaint.acceptance = model::Acceptance::notOurs;
  EXPECT_EQ(wayWords(file, kText).rfind(kText.label(model::Acceptance::notOurs), 0), 0U);
}

TEST(DisciplineWords, TheClosingTellsTheNewestReplyLossAndEveryReopening) {
  auto file = sampleFile();
  file.replies.clear();
  file.closings.clear();
  file.complaint.result.clear();
  file.complaint.lossMinor = 0;
  const model::Zone zone("Asia/Shanghai");
  EXPECT_EQ(closingWords(file, zone, kText), "The case was not closed yet.");
  model::Reply reply;
  reply.stage = model::ReplyStage::d8;
  reply.answer = "accepted by phone";
  file.replies = {reply};
  file.complaint.lossMinor = 1234500;
  file.complaint.lossCurrency = "EUR";
  model::Closing closing;
  closing.reason = "effect proven";
  file.closings = {closing, closing};
  file.closings.back().reopened = true;
  file.closings.back().reason = "it came back";
  const std::string words = closingWords(file, zone, kText);
  for (const char* said :
       {"accepted by phone", "Loss: 12,345 EUR", ": effect proven", "reopened by", ": it came back"})
    EXPECT_NE(words.find(said), std::string::npos) << said << " in " << words;
}

}  // namespace octad::viewmodels
