#pragma once

#include <optional>
#include <string>

#include "model/core/describe.hpp"
#include "model/core/enum_keys.hpp"
#include "model/core/ids.hpp"
#include "model/core/time.hpp"

namespace octad::model {

/// What a person says by signing.
enum class SignatureMeaning { authored, reviewed, approved, verified, closed };

template <>
struct EnumKeys<SignatureMeaning> {
  static constexpr std::array entries{
      EnumEntry<SignatureMeaning>{SignatureMeaning::authored, "authored", tr("Authored")},
      EnumEntry<SignatureMeaning>{SignatureMeaning::reviewed, "reviewed", tr("Reviewed")},
      EnumEntry<SignatureMeaning>{SignatureMeaning::approved, "approved", tr("Approved")},
      EnumEntry<SignatureMeaning>{SignatureMeaning::verified, "verified", tr("Effect verified")},
      EnumEntry<SignatureMeaning>{SignatureMeaning::closed, "closed", tr("Case closed")},
  };
};

/// How the database made sure of who signs.
enum class Reauthentication { password, connection, none };

template <>
struct EnumKeys<Reauthentication> {
  static constexpr std::array entries{
      EnumEntry<Reauthentication>{Reauthentication::password, "password", tr("Password typed again")},
      EnumEntry<Reauthentication>{Reauthentication::connection, "connection",
                                  tr("Signed in again, the server asked for no password")},
      EnumEntry<Reauthentication>{Reauthentication::none, "none",
                                  tr("Without a password: this database has no logins")},
  };
};

/// A signature under one version of a record: a submitted discipline (of the problem), a reply to the
/// customer or the closing (of the case). Append-only; it stays when the record changes, and is superseded
/// then (model/eightd/signing.hpp).
struct Signature {
  RowId id;
  std::optional<ComplaintId> complaintId;    ///< of a reply or a closing
  std::optional<ProblemId> problemId;        ///< of a discipline
  std::optional<SubmissionId> submissionId;  ///< exactly one of these three says what is signed
  std::optional<ReplyId> replyId;
  std::optional<RowId> closingId;
  SignatureMeaning meaning = SignatureMeaning::authored;
  PersonId signedBy;
  std::string printedName;   ///< as the person was called when signing
  Instant signedAt;          ///< the server's time
  std::string recordSha256;  ///< of the record as it was signed (recordSha256 in signing.hpp)
  long long chainSeq = 0;    ///< the newest event of the aggregate's audit chain that the signer saw
  std::string chainHash;     ///< and its hash
  Reauthentication reauthenticated = Reauthentication::none;

  static constexpr auto describe() {
    return members(
        member("id", &Signature::id), member("complaint_id", &Signature::complaintId),
        member("problem_id", &Signature::problemId), member("submission_id", &Signature::submissionId),
        member("reply_id", &Signature::replyId), member("closing_id", &Signature::closingId),
        member("meaning", &Signature::meaning), member("signed_by", &Signature::signedBy),
        member("printed_name", &Signature::printedName), member("signed_at", &Signature::signedAt),
        member("record_sha256", &Signature::recordSha256), member("chain_seq", &Signature::chainSeq),
        member("chain_hash", &Signature::chainHash), member("reauthenticated", &Signature::reauthenticated));
  }
};

}  // namespace octad::model
