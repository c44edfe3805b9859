#include "model/usecases/sign_record.hpp"

#include "model/core/error.hpp"
#include "model/ports/audit_reader.hpp"
#include "model/ports/reader.hpp"
#include "model/ports/signer.hpp"

namespace octad::model {

Signature SignRecord::execute(const SigningWish& wish, const std::string& password) {
  const Actor& actor = m_workplace.actor;
  requireRight(actor, Right::read);
  Reader& reader = m_workplace.store.reader();
  // The end of the chain first: what changes between the two reads makes it old, and the database refuses.
  const CaseProof proof = reader.audit().proof(wish.id);
  const CaseFile file = reader.openCase(wish.id);
  const SignedSubject subject = subjectFrom(file, wish.subject);
  if (const auto refusal = signingRefusal(file, subject, wish.meaning, actor))
    throw Refused("signature", *refusal);
  if (hasSigned(file, subject, wish.meaning, actor.id))
    throw Refused("signed-already", tr("You have signed this version with that meaning already."));
  Signature signature = unsignedRow(file, subject);
  if (!wish.seenSha256.empty() && wish.seenSha256 != signature.recordSha256)
    throw Conflict(
        tr("The record changed after you opened it. Nothing was signed; reload, look at it, and sign "
           "again."));
  signature.meaning = wish.meaning;
  signature.signedBy = actor.id;
  const AuditHead& head = signature.problemId ? proof.problem : proof.complaint;
  signature.chainSeq = head.seq;
  signature.chainHash = head.hash;
  const Change change{actor, "sign", {}, m_workplace.clock.now(), {}, {}};
  m_workplace.store.signer().sign(change, wish.id, signature, password);
  return signature;
}

}  // namespace octad::model
