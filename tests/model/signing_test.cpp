#include "model/eightd/signing.hpp"

#include <algorithm>
#include <gtest/gtest.h>

#include "model/audit/clause_checklist.hpp"
#include "model/core/error.hpp"

namespace octad::model {
namespace {

/// A file with D4 submitted by person 1 and approved.
CaseFile approved() {
  CaseFile file;
  file.complaint.uuid = "c";
  file.complaint.acceptance = Acceptance::accepted;
  file.problem.uuid = "p";
  for (const auto& entry : EnumKeys<DisciplineCode>::entries) {
    Discipline discipline;
    discipline.code = entry.value;
    file.disciplines.push_back(discipline);
  }
  Discipline& d4 = file.disciplines[4];
  d4.state = DisciplineState::approved;
  d4.text = "虚焊";
  d4.revision = 2;
  for (int revision = 1; revision <= 2; ++revision) {
    Submission submission;
    submission.id = SubmissionId(revision);
    submission.discipline = DisciplineCode::d4;
    submission.revision = revision;
    submission.submittedBy = PersonId(1);
    submission.sha256 = std::string(64, 'a');
    file.submissions.push_back(submission);
  }
  Cause cause;
  cause.id = CauseId(1);
  cause.text = "虚焊";
  cause.result = CauseResult::confirmed;
  cause.proof = "切片";
  file.causes.push_back(cause);
  return file;
}

Actor person(long long id, std::vector<Role> roles) {
  return {PersonId(id), "x", "x", std::move(roles), {}};
}

Signature under(const CaseFile& file, const char* subject, long long by, SignatureMeaning meaning) {
  Signature row = unsignedRow(file, subjectFrom(file, subject));
  row.signedBy = PersonId(by);
  row.meaning = meaning;
  return row;
}

TEST(Signing, TheHashCoversWhatIsSignedAndNothingElse) {
  const CaseFile file = approved();
  const auto subject = subjectFrom(file, "D4");
  EXPECT_EQ(subject.revision, 2);
  const std::string before = recordSha256(file, subject);
  const auto changed = [&](auto change) {
    CaseFile other = file;
    change(other);
    return recordSha256(other, subject) != before;
  };
  EXPECT_TRUE(changed([](CaseFile& f) { f.causes[0].proof = "X 射线"; }));
  EXPECT_TRUE(changed([](CaseFile& f) { f.disciplines[4].textCustomer = "void"; }));
  EXPECT_TRUE(changed([](CaseFile& f) { f.submissions[1].sha256 = std::string(64, 'b'); }));
  EXPECT_TRUE(changed([](CaseFile& f) { f.problem.uuid = "q"; })) << "not to be carried to another problem";
  EXPECT_FALSE(changed([](CaseFile& f) { f.disciplines[4].rowVersion = 9; }));
  EXPECT_FALSE(changed([](CaseFile& f) { f.disciplines[5].text = "对策"; }));
  EXPECT_FALSE(changed([](CaseFile& f) { f.complaint.remarks = "备注"; }));
}

TEST(Signing, WhatIsDoneLaterDoesNotSupersedeThePlan) {
  CaseFile file = approved();
  file.disciplines[5].state = DisciplineState::approved;
  Submission submission;
  submission.id = SubmissionId(9);
  submission.discipline = DisciplineCode::d5;
  file.submissions.push_back(submission);
  Action action;
  action.text = "更换加热器";
  file.actions.push_back(action);
  const auto plan = subjectFrom(file, "D5");
  const std::string before = recordSha256(file, plan);
  file.actions[0].doneOn = Date(2026, 11, 20);
  file.actions[0].proof = "记录";
  EXPECT_EQ(recordSha256(file, plan), before) << "carrying out is D6's";
  file.actions[0].text = "换线";
  EXPECT_NE(recordSha256(file, plan), before);
}

TEST(Signing, EachMeaningIsForThoseWhoMaySayIt) {
  const CaseFile file = approved();
  const auto d4 = subjectFrom(file, "D4");
  using enum SignatureMeaning;
  const auto author = person(1, {Role::cqe});
  const auto reviewer = person(2, {Role::manager});
  EXPECT_EQ(meaningsFor(file, d4, author), std::vector{authored});
  EXPECT_EQ(meaningsFor(file, d4, reviewer), (std::vector{reviewed, SignatureMeaning::approved}));
  EXPECT_TRUE(meaningsFor(file, d4, person(3, {Role::member})).empty());
  EXPECT_TRUE(meaningsFor(file, d4, person(3, {Role::auditor})).empty());
  EXPECT_EQ(meaningsFor(file, d4, person(1, {Role::member})), std::vector{authored})
      << "a department signs its answer";
  EXPECT_THROW(subjectFrom(file, "D5"), NotFound);
  EXPECT_THROW(subjectFrom(file, "closing"), NotFound);
  EXPECT_THROW(subjectFrom(file, "D9"), Invalid);
}

TEST(Signing, ASignatureHoldsUntilItsVersionIsReplacedOrOpened) {
  CaseFile file = approved();
  file.signatures.push_back(under(file, "D4", 2, SignatureMeaning::approved));
  EXPECT_TRUE(isValid(file, file.signatures[0]));
  EXPECT_TRUE(hasSigned(file, subjectFrom(file, "D4"), SignatureMeaning::approved, PersonId(2)));
  CaseFile reopened = file;
  reopened.disciplines[4].state = DisciplineState::open;
  EXPECT_FALSE(isValid(reopened, reopened.signatures[0]));
  CaseFile newer = file;
  Submission third = newer.submissions[1];
  third.id = SubmissionId(3);
  third.revision = 3;
  newer.submissions.push_back(third);
  EXPECT_FALSE(isValid(newer, newer.signatures[0]));
  CaseFile altered = file;
  altered.causes[0].text = "别的原因";
  EXPECT_FALSE(isValid(altered, altered.signatures[0]));
}

/// The point of the checklist with that key.
ClausePoint pointOf(const CaseFile& file, const std::string& key, const ChecklistFacts& facts = {}) {
  for (const auto& point : clauseChecklist(file, facts))
    if (point.key == key) return point;
  ADD_FAILURE() << key;
  return {};
}

TEST(ClauseChecklist, EveryClauseIsAskedAndFilledFromTheRecords) {
  CaseFile file = approved();
  std::string clauses;
  for (const auto& point : clauseChecklist(file, {})) clauses += point.clause + " ";
  for (const char* clause : {"8.7.1.1", "8.7.1.3", "8.7.1.4, 8.7.1.5", "8.7.1.6", "8.7.1.7", "10.2.3",
                             "10.2.4", "10.2.5", "10.2.6", "9.1.2.1", "7.5.3.2.1"})
    EXPECT_NE(clauses.find(clause), std::string::npos) << clause;
  EXPECT_FALSE(pointOf(file, "contained").missing.empty());
  Action containment;
  containment.kind = ActionKind::containment;
  containment.text = "全检";
  containment.doneOn = Date(2026, 11, 17);
  file.actions.push_back(containment);
  const auto contained = pointOf(file, "contained");
  EXPECT_TRUE(contained.missing.empty());
  ASSERT_EQ(contained.found.size(), 1u);
  EXPECT_EQ(contained.found[0].args, (std::vector<std::string>{"全检", "2026-11-17"}));
  EXPECT_FALSE(pointOf(file, "error_proofing").missing.empty());
  Action proofing;
  proofing.text = "治具防错改进";
  file.actions.push_back(proofing);
  EXPECT_EQ(pointOf(file, "error_proofing").found.size(), 1u);
  EXPECT_FALSE(pointOf(file, "warranty").applies());
  EXPECT_FALSE(pointOf(file, "reworked").applies());
  SweepRow stock;
  stock.suspect = stock.rework = 20;
  file.sweep.push_back(stock);
  EXPECT_EQ(pointOf(file, "reworked").missing.size(), 1u) << "the containment has no proof";
  file.actions[0].proof = "复检记录";
  EXPECT_TRUE(pointOf(file, "reworked").missing.empty());
  EXPECT_FALSE(pointOf(file, "analysed").missing.empty());
  Sample sample;
  sample.analysableAt = Instant{1};
  file.samples.push_back(sample);
  Reply reply;
  reply.stage = ReplyStage::d8;
  file.replies.push_back(reply);
  EXPECT_TRUE(pointOf(file, "analysed").missing.empty());
  EXPECT_EQ(pointOf(file, "analysed").found.size(), 2u);
}

TEST(ClauseChecklist, WhatIsNotOursNeedsTheExplanationAlone) {
  CaseFile file = approved();
  file.complaint.acceptance = Acceptance::notOurs;
  EXPECT_FALSE(pointOf(file, "cause").applies());
  EXPECT_TRUE(pointOf(file, "cause").missing.empty());
  EXPECT_TRUE(pointOf(file, "analysed").applies());
}

TEST(ClauseChecklist, TheProofIsOneOfItsPoints) {
  const CaseFile file = approved();
  ChecklistFacts facts;
  facts.proof.complaint.seq = 5;
  facts.proof.problem.seq = 7;
  facts.proof.checkpoint = 3;
  EXPECT_TRUE(pointOf(file, "kept", facts).missing.empty());
  facts.trailFaults = 1;
  facts.proof.eventsAfter = 2;
  EXPECT_EQ(pointOf(file, "kept", facts).missing.size(), 2u);
  EXPECT_GT(missingPoints(clauseChecklist(file, facts)), 0);
}

}  // namespace
}  // namespace octad::model
