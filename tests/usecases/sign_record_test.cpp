#include "model/usecases/sign_record.hpp"
#include "model/usecases/take_checkpoint.hpp"

#include <algorithm>

#include "model/audit/sample.hpp"
#include "model/core/sha256.hpp"
#include "model/eightd/signing.hpp"
#include "model/ports/audit_reader.hpp"
#include "model/ports/signer.hpp"
#include "model/usecases/close_complaint.hpp"
#include "model/usecases/note_reading.hpp"
#include "model/usecases/reply_customer.hpp"
#include "tests/usecases/use_case_test.hpp"

namespace octad::model {
namespace {

using enum DisciplineCode;
using enum SignatureMeaning;

class SignRecordTest : public UseCaseTest {
 protected:
  Signature sign(const std::string& login, ComplaintId id, const std::string& subject,
                 SignatureMeaning meaning, const std::string& seen = {}) {
    return SignRecord(as(login)).execute({id, subject, meaning, seen}, "typed");
  }
  std::string signRule(const std::string& login, ComplaintId id, const std::string& subject,
                       SignatureMeaning meaning) {
    return refusedRule([&] { sign(login, id, subject, meaning); });
  }
  /// D4 submitted by wang and approved by hu.
  ComplaintId approvedCause() {
    const auto id = acceptedCase();
    finish("wang", id, d4);
    return id;
  }
};

TEST_P(SignRecordTest, AVersionIsSignedByThoseWhoMaySayIt) {
  const auto id = approvedCause();
  const Signature authored = sign("wang", id, "D4", SignatureMeaning::authored);
  EXPECT_EQ(authored.printedName, m_database.actor("wang").name);
  sign("hu", id, "D4", approved);
  sign("chen", id, "D4", reviewed);
  const CaseFile file = open(id);
  ASSERT_EQ(file.signatures.size(), 3u);
  for (const auto& signature : file.signatures) {
    EXPECT_TRUE(isValid(file, signature));
    EXPECT_EQ(signature.recordSha256, recordSha256(file, subjectFrom(file, "D4")));
    EXPECT_EQ(signature.reauthenticated,
              support::withLogins() ? Reauthentication::connection : Reauthentication::none)
        << "the test server trusts every login";
  }
  EXPECT_EQ(signRule("hu", id, "D4", SignatureMeaning::authored), "signature") << "did not write it";
  EXPECT_EQ(signRule("wang", id, "D4", approved), "signature") << "wrote it";
  EXPECT_EQ(signRule("hu", id, "D4", approved), "signed-already");
  EXPECT_EQ(signRule("hu", id, "D4", verified), "signature") << "only D6 is verified";
  EXPECT_EQ(signRule("hu", id, "D4", closed), "signature");
  EXPECT_EQ(signRule("liu", id, "D4", reviewed), "signature");
  EXPECT_THROW(sign("hu", id, "D5", reviewed), NotFound) << "not submitted";
  EXPECT_THROW(sign("hu", id, "closing", closed), NotFound) << "not closed";
  EXPECT_EQ(invalidField([&] { sign("hu", id, "D9", reviewed); }), "subject");
  EXPECT_TRUE(reader().verifyAudit(id).faults.empty());
}

TEST_P(SignRecordTest, ASignatureIsSupersededByWhatChangesAfterIt) {
  const auto id = approvedCause();
  sign("hu", id, "D4", approved);
  fill("wang", id, d5);
  EXPECT_TRUE(isValid(open(id), open(id).signatures.front())) << "another discipline is another record";
  accept(id);
  auto changed = content(id, d4);
  WaiveDiscipline(as("wang")).execute({target(id), d4, true, "新的证据要求重新分析"});
  EXPECT_FALSE(isValid(open(id), open(id).signatures.front())) << "opened again";
  changed = content(id, d4);
  changed.causes.front().proof = "另一份证据";
  save("wang", changed);
  submit("wang", id, d4);
  approve("hu", id, d4);
  const CaseFile file = open(id);
  EXPECT_FALSE(isValid(file, file.signatures.front()));
  EXPECT_FALSE(hasSigned(file, subjectFrom(file, "D4"), approved, person("hu")));
  sign("hu", id, "D4", approved);
  EXPECT_TRUE(isValid(open(id), open(id).signatures.back())) << "the new version has its own";
}

TEST_P(SignRecordTest, WhoSignsHasSeenTheVersion) {
  const auto id = approvedCause();
  const std::string seen = recordSha256(open(id), subjectFrom(open(id), "D4"));
  // What a client that did not read the record again would send.
  const CaseFile file = open(id);
  Signature stale = unsignedRow(file, subjectFrom(file, "D4"));
  stale.meaning = approved;
  stale.signedBy = person("hu");
  const CaseProof proof = reader().audit().proof(id);
  stale.chainSeq = proof.problem.seq;
  stale.chainHash = proof.problem.hash;
  fill("wang", id, d7);
  const Change change{m_database.actor("hu"), "sign", {}, clock().now(), {}, {}};
  EXPECT_THROW(m_database.store().signer().sign(change, id, stale, "typed"), Conflict);
  sign("hu", id, "D4", approved, seen);
  EXPECT_THROW(sign("chen", id, "D4", approved, std::string(64, 'a')), Conflict);
}

TEST_P(SignRecordTest, TheDatabaseHoldsTheRulesToo) {
  const auto id = approvedCause();
  const CaseFile file = open(id);
  Signature own = unsignedRow(file, subjectFrom(file, "D4"));
  own.meaning = approved;
  own.signedBy = person("wang");
  const CaseProof proof = reader().audit().proof(id);
  own.chainSeq = proof.problem.seq;
  own.chainHash = proof.problem.hash;
  const Change change{m_database.actor("wang"), "sign", {}, clock().now(), {}, {}};
  EXPECT_EQ(refusedRule([&] { m_database.store().signer().sign(change, id, own, "typed"); }), "signature")
      << "the author approves nothing of his own";
  own.meaning = verified;
  own.signedBy = person("hu");
  const Change other{m_database.actor("hu"), "sign", {}, clock().now(), {}, {}};
  EXPECT_EQ(refusedRule([&] { m_database.store().signer().sign(other, id, own, "typed"); }), "signature");
  EXPECT_TRUE(open(id).signatures.empty());
}

TEST_P(SignRecordTest, RepliesAndClosingsAreSigned) {
  const auto id = acceptedCase(2);  // other: no gate
  SendReply(as("wang")).execute({target(id), ReplyStage::d8, "email", "客户", "见附件"});
  sign("wang", id, "8d", SignatureMeaning::authored);
  sign("hu", id, "8d", approved);
  SendReply(as("wang")).execute({target(id), ReplyStage::d8, "email", "客户", "第二版"});
  EXPECT_FALSE(isValid(open(id), open(id).signatures.front())) << "a newer report was sent";
  RequestClosing(as("wang")).execute({target(id), "客户满意", ""});
  CloseComplaint(as("hu")).execute({target(id), "", ""});
  EXPECT_EQ(signRule("chen", id, "closing", closed), "signature") << "hu approved it";
  EXPECT_EQ(signRule("hu", id, "closing", approved), "signature");
  sign("hu", id, "closing", closed);
  sign("wang", id, "closing", SignatureMeaning::authored);
  sign("chen", id, "closing", reviewed);
  EXPECT_TRUE(isValid(open(id), open(id).signatures.back())) << "signing stays open after closing";
  ReopenComplaint(as("wang")).execute({target(id), "客户又有新的信息", ""});
  EXPECT_FALSE(isValid(open(id), open(id).signatures.back()));
  EXPECT_TRUE(reader().verifyAudit(id).faults.empty());
}

TEST_P(SignRecordTest, ReadingsOfAnAuditorAreOnRecord) {
  const auto id = registerCase();
  NoteReading(as("sun")).execute(ReadingKind::opened, id, "");
  clock().advance(60);
  NoteReading(as("sun")).execute(ReadingKind::sampled, std::nullopt, "seed 7, 2026-01 … 2026-12");
  EXPECT_EQ(refusedRule([&] { NoteReading(as("liu")).execute(ReadingKind::opened, id, ""); }), "right");
  const auto all = reader().audit().readings(std::nullopt, 10);
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].kind, ReadingKind::sampled);
  EXPECT_EQ(all[0].note, "seed 7, 2026-01 … 2026-12");
  EXPECT_EQ(all[1].number, open(id).complaint.number);
  EXPECT_EQ(reader().audit().readings(id, 10).size(), 1u);
  EXPECT_TRUE(isWatchedReader(m_database.actor("sun")));
  EXPECT_FALSE(isWatchedReader(m_database.actor("wang")));
  EXPECT_TRUE(reader().verifyAudit(std::nullopt).faults.empty());
}

TEST_P(SignRecordTest, TheProofOfACaseSaysWhatCheckpointsCover) {
  const auto id = registerCase();
  CaseProof proof = reader().audit().proof(id);
  EXPECT_EQ(proof.checkpoint, 0);
  EXPECT_EQ(proof.eventsAfter, proof.complaint.seq + proof.problem.seq);
  TakeCheckpoint(as("chen")).execute();
  proof = reader().audit().proof(id);
  EXPECT_EQ(proof.checkpoint, 1);
  EXPECT_EQ(proof.eventsAfter, 0);
  EXPECT_EQ(proof.root.size(), 64u);
  fill("wang", id, d1);
  EXPECT_GT(reader().audit().proof(id).eventsAfter, 0);
}

TEST_P(SignRecordTest, ASampleIsDrawnFromThePopulationOfAFilter) {
  for (int i = 0; i < 3; ++i) registerCase(20);
  const auto general = registerCase(8);
  CaseFilter filter;
  filter.noticeFrom = "2026-11";
  filter.noticeTo = "2026-11";
  EXPECT_EQ(reader().audit().population(filter).size(), 4u);
  filter.severity = SeverityClass::general;
  const auto some = reader().audit().population(filter);
  ASSERT_EQ(some.size(), 1u);
  EXPECT_EQ(some.front().id, general);
  filter.noticeFrom = filter.noticeTo = "2020-01";
  EXPECT_TRUE(reader().audit().population(filter).empty());
}

INSTANTIATE_TEST_SUITE_P(Databases, SignRecordTest, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace
}  // namespace octad::model
