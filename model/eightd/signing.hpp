#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/cases/case_file.hpp"
#include "model/eightd/signature.hpp"

namespace octad::model {

/// Something that can be signed: a submitted discipline, the newest reply of a stage, or the closing.
struct SignedSubject {
  std::optional<DisciplineCode> discipline;
  std::optional<ReplyStage> stage;  ///< neither: the closing
  int revision = 0;                 ///< of the submission or reply; 0 for a closing

  bool isClosing() const { return !discipline && !stage; }
  bool operator==(const SignedSubject&) const = default;
};

/// "D4", "8d", "closing": what octadctl and the records call it.
std::string keyOf(const SignedSubject& subject);
/// The subject of such a key at its newest version in the file. Throws Invalid("subject") for a word that is
/// none, NotFound when there is nothing to sign yet.
SignedSubject subjectFrom(const CaseFile& file, std::string_view key);

/// Everything that can be signed now, disciplines first.
std::vector<SignedSubject> signableSubjects(const CaseFile& file);
/// What a signature is under; none when its row is not in the file.
std::optional<SignedSubject> subjectOf(const CaseFile& file, const Signature& signature);

/// SHA-256, in lower-case hex, over the content of what is signed: its wording and rows, the hash it was
/// frozen with, and its revision; not its state, and not what other disciplines add to its rows later.
std::string recordSha256(const CaseFile& file, const SignedSubject& subject);

/// Why this person may not sign this with that meaning; none when he may.
std::optional<Message> signingRefusal(const CaseFile& file, const SignedSubject& subject,
                                      SignatureMeaning meaning, const Actor& actor);
/// The meanings this person may sign it with, without those he has signed this version with already.
std::vector<SignatureMeaning> meaningsFor(const CaseFile& file, const SignedSubject& subject,
                                          const Actor& actor);

/// False when what was signed has changed since, was opened again or has a newer version.
bool isValid(const CaseFile& file, const Signature& signature);
/// True when this person has signed this very version with that meaning.
bool hasSigned(const CaseFile& file, const SignedSubject& subject, SignatureMeaning meaning, PersonId person);

/// The row a signature under the subject refers to, and the owner of its chain; without signer and meaning.
Signature unsignedRow(const CaseFile& file, const SignedSubject& subject);

}  // namespace octad::model
