#include "model/eightd/signing.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/sha256.hpp"

namespace octad::model {

namespace {

const Submission* newestSubmission(const CaseFile& file, DisciplineCode code) {
  const Submission* newest = nullptr;
  for (const auto& submission : file.submissions)
    if (submission.discipline == code && (!newest || newest->revision < submission.revision))
      newest = &submission;
  return newest;
}

const Reply* newestReply(const CaseFile& file, ReplyStage stage) {
  const Reply* newest = nullptr;
  for (const auto& reply : file.replies)
    if (reply.stage == stage && (!newest || newest->revision < reply.revision)) newest = &reply;
  return newest;
}

/// The approved closing that holds: nothing was reopened behind it.
const Closing* standingClosing(const CaseFile& file) {
  const CaseState state = file.complaint.state;
  if (state != CaseState::closed && state != CaseState::archived) return nullptr;
  const Closing* standing = nullptr;
  for (const auto& closing : file.closings) {
    if (closing.reopened)
      standing = nullptr;
    else if (closing.approvedBy)
      standing = &closing;
  }
  return standing;
}

bool isHandedIn(const CaseFile& file, DisciplineCode code) {
  const DisciplineState state = file.discipline(code).state;
  return state == DisciplineState::submitted || state == DisciplineState::approved;
}

/// The actions of one kind, without what is written into them after the discipline that plans them.
std::vector<Action> plannedActions(const CaseFile& file, ActionKind kind) {
  std::vector<Action> planned;
  for (Action action : file.actions) {
    if (action.kind != kind) continue;
    action.liftedOn.reset();
    if (kind == ActionKind::corrective) {
      action.doneOn.reset();
      action.proof.clear();
      action.effectiveness.reset();
      action.effectivenessMethod.clear();
      action.firstGoodLot.clear();
      action.checkedBy.clear();
      action.checkedOn.reset();
      action.changeRecord.clear();
      action.customerApproval.reset();
      action.approvalRecord.clear();
    }
    planned.push_back(std::move(action));
  }
  return planned;
}

std::vector<Action> carriedOut(const CaseFile& file) {
  std::vector<Action> actions;
  for (Action action : file.actions) {
    if (action.kind != ActionKind::corrective) continue;
    action.liftedOn.reset();
    actions.push_back(std::move(action));
  }
  return actions;
}

/// Answers to a read-across may come after the discipline was approved (design 5).
std::vector<ReadAcross> askedAcross(const CaseFile& file) {
  auto rows = file.readAcross;
  for (auto& row : rows) {
    row.answer.clear();
    row.answeredOn.reset();
  }
  return rows;
}

void addRows(std::string& out, const CaseFile& file, DisciplineCode code) {
  const Problem& problem = file.problem;
  switch (code) {
    case DisciplineCode::d0:
      return appendFingerprint(out, problem.way);
    case DisciplineCode::d1:
      return appendFingerprint(out, file.team);
    case DisciplineCode::d2:
      appendFingerprint(out, file.facts);
      return appendFingerprint(out, file.isNots);
    case DisciplineCode::d3:
      appendFingerprint(out, file.sweep);
      appendFingerprint(out, plannedActions(file, ActionKind::containment));
      appendFingerprint(out, problem.cleanPoint);
      return appendFingerprint(out, problem.cleanPointDate);
    case DisciplineCode::d4:
      appendFingerprint(out, file.causes);
      return appendFingerprint(out, file.whySteps);
    case DisciplineCode::d5:
      appendFingerprint(out, file.candidates);
      return appendFingerprint(out, plannedActions(file, ActionKind::corrective));
    case DisciplineCode::d6:
      appendFingerprint(out, carriedOut(file));
      appendFingerprint(out, file.verifications);
      appendFingerprint(out, problem.effectCriterion);
      appendFingerprint(out, problem.effectWindow);
      appendFingerprint(out, problem.effectUnit);
      return appendFingerprint(out, problem.effectSample);
    case DisciplineCode::d7:
      appendFingerprint(out, plannedActions(file, ActionKind::preventive));
      appendFingerprint(out, file.documentChanges);
      return appendFingerprint(out, askedAcross(file));
    case DisciplineCode::d8:
      return appendFingerprint(out, problem.recognition);
  }
}

void addDiscipline(std::string& out, const CaseFile& file, DisciplineCode code) {
  const Discipline& discipline = file.discipline(code);
  appendFingerprint(out, keyOf(code));
  appendFingerprint(out, discipline.text);
  appendFingerprint(out, discipline.textCustomer);
  if (const Submission* submission = newestSubmission(file, code)) {
    appendFingerprint(out, submission->revision);
    appendFingerprint(out, submission->sha256);
  }
  addRows(out, file, code);
}

void addReply(std::string& out, const Reply& reply) {
  appendFingerprint(out, keyOf(reply.stage));
  appendFingerprint(out, reply.revision);
  appendFingerprint(out, reply.sha256);
  appendFingerprint(out, reply.text);
}

/// The whole case as it was closed: what stays open after a closing (costs, later answers) is not in it.
void addClosing(std::string& out, const CaseFile& file, const Closing& closing) {
  appendFingerprint(out, closing);
  appendFingerprint(out, file.complaint.verbatim);
  appendFingerprint(out, file.items);
  appendFingerprint(out, file.decisions);
  for (const auto& reply : file.replies)
    if (reply.sentAt <= closing.at) addReply(out, reply);
  for (const auto& entry : EnumKeys<DisciplineCode>::entries) addDiscipline(out, file, entry.value);
}

/// The author of what is signed.
PersonId authorOf(const CaseFile& file, const SignedSubject& subject) {
  if (subject.discipline) {
    if (const Submission* submission = newestSubmission(file, *subject.discipline))
      return submission->submittedBy;
  } else if (subject.stage) {
    if (const Reply* reply = newestReply(file, *subject.stage)) return reply->sentBy;
  } else if (const Closing* closing = standingClosing(file)) {
    return closing->byPerson;
  }
  return {};
}

const char* noMeaning(const SignedSubject& subject, SignatureMeaning meaning) {
  const bool known = subject.isClosing()
                         ? meaning != SignatureMeaning::approved && meaning != SignatureMeaning::verified
                         : meaning != SignatureMeaning::closed && (meaning != SignatureMeaning::verified ||
                                                                   subject.discipline == DisciplineCode::d6);
  if (known) return nullptr;
  if (meaning == SignatureMeaning::verified)
    return tr("Only D6 is signed as verified: there the effect is judged.");
  if (subject.isClosing()) return tr("A closing is signed as authored, reviewed or closed.");
  return tr("Only the closing of a case is signed as closed.");
}

std::optional<Message> closingRefusal(const CaseFile& file, SignatureMeaning meaning, const Actor& actor) {
  const Closing* closing = standingClosing(file);
  if (!closing) return Message(tr("The case is not closed, so its closing cannot be signed."));
  if (meaning == SignatureMeaning::closed && closing->approvedBy != actor.id)
    return Message(tr("Only {0}, who approved the closing, signs it as closed."),
                   {file.personName(*closing->approvedBy)});
  if (meaning == SignatureMeaning::reviewed && !may(actor, Right::approveClosing))
    return Message(tr("Only who may approve a closing signs it as reviewed."));
  return std::nullopt;
}

std::optional<Message> disciplineRefusal(const CaseFile& file, DisciplineCode code,
                                         SignatureMeaning meaning) {
  const DisciplineState state = file.discipline(code).state;
  if (!isHandedIn(file, code))
    return Message(tr("{0} is not submitted, so there is no version to sign."), {translated(labelOf(code))});
  const bool needsApproval = meaning == SignatureMeaning::approved || meaning == SignatureMeaning::verified;
  if (needsApproval && state != DisciplineState::approved)
    return Message(tr("{0} is not approved yet. Approve it first, then sign."), {translated(labelOf(code))});
  if (meaning == SignatureMeaning::verified &&
      (file.verifications.empty() || file.verifications.back().result != VerificationResult::effective))
    return Message(tr("No verification shows that the actions work. Record it first, then sign."));
  return std::nullopt;
}

}  // namespace

std::string keyOf(const SignedSubject& subject) {
  if (subject.discipline) return std::string(keyOf(*subject.discipline));
  if (subject.stage) return std::string(keyOf(*subject.stage));
  return "closing";
}

SignedSubject subjectFrom(const CaseFile& file, std::string_view key) {
  const auto code = fromKey<DisciplineCode>(key);
  const auto stage = fromKey<ReplyStage>(key);
  if (!code && !stage && key != "closing")
    throw Invalid("subject",
                  {tr("\"{0}\" cannot be signed: use D0 to D8, first, 3d, 5d, 8d, letter or closing."),
                   {std::string(key)}});
  SignedSubject subject{code, stage, 0};
  if (code) {
    const Submission* submission = newestSubmission(file, *code);
    if (!submission)
      throw NotFound(
          {tr("{0} is not submitted, so there is no version to sign."), {translated(labelOf(*code))}});
    subject.revision = submission->revision;
  } else if (stage) {
    const Reply* reply = newestReply(file, *stage);
    if (!reply)
      throw NotFound({tr("There is no reply of this kind to sign: {0}."), {translated(labelOf(*stage))}});
    subject.revision = reply->revision;
  } else if (!standingClosing(file)) {
    throw NotFound(tr("The case is not closed, so its closing cannot be signed."));
  }
  return subject;
}

std::vector<SignedSubject> signableSubjects(const CaseFile& file) {
  std::vector<SignedSubject> subjects;
  for (const auto& entry : EnumKeys<DisciplineCode>::entries)
    if (const Submission* submission = newestSubmission(file, entry.value);
        submission && isHandedIn(file, entry.value))
      subjects.push_back({entry.value, std::nullopt, submission->revision});
  for (const auto& entry : EnumKeys<ReplyStage>::entries)
    if (const Reply* reply = newestReply(file, entry.value))
      subjects.push_back({std::nullopt, entry.value, reply->revision});
  if (standingClosing(file)) subjects.push_back({});
  return subjects;
}

std::optional<SignedSubject> subjectOf(const CaseFile& file, const Signature& signature) {
  for (const auto& submission : file.submissions)
    if (signature.submissionId == submission.id)
      return SignedSubject{submission.discipline, std::nullopt, submission.revision};
  for (const auto& reply : file.replies)
    if (signature.replyId == reply.id) return SignedSubject{std::nullopt, reply.stage, reply.revision};
  for (const auto& closing : file.closings)
    if (signature.closingId == closing.id) return SignedSubject{};
  return std::nullopt;
}

std::string recordSha256(const CaseFile& file, const SignedSubject& subject) {
  std::string out = "octad record 1\n";
  if (subject.discipline) {
    appendFingerprint(out, file.problem.uuid);
    addDiscipline(out, file, *subject.discipline);
  } else if (subject.stage) {
    appendFingerprint(out, file.complaint.uuid);
    if (const Reply* reply = newestReply(file, *subject.stage)) addReply(out, *reply);
  } else {
    appendFingerprint(out, file.complaint.uuid);
    if (const Closing* closing = standingClosing(file)) addClosing(out, file, *closing);
  }
  return sha256Hex(out);
}

std::optional<Message> signingRefusal(const CaseFile& file, const SignedSubject& subject,
                                      SignatureMeaning meaning, const Actor& actor) {
  if (const char* wrong = noMeaning(subject, meaning)) return Message(wrong);
  if (subject.discipline) {
    if (auto refusal = disciplineRefusal(file, *subject.discipline, meaning)) return refusal;
  } else if (subject.isClosing()) {
    if (auto refusal = closingRefusal(file, meaning, actor)) return refusal;
    if (meaning == SignatureMeaning::closed) return std::nullopt;
  }
  const PersonId author = authorOf(file, subject);
  if (meaning == SignatureMeaning::authored) {
    if (author == actor.id) return std::nullopt;
    return Message(tr("Only {0}, who wrote this version, signs it as authored."), {file.personName(author)});
  }
  if (author == actor.id)
    return Message(tr("You wrote this version yourself. Somebody else has to sign it with this meaning."));
  if (!subject.isClosing() && !may(actor, Right::handleComplaint))
    return Message(tr("Only a CQE or the quality manager signs with this meaning."));
  return std::nullopt;
}

std::vector<SignatureMeaning> meaningsFor(const CaseFile& file, const SignedSubject& subject,
                                          const Actor& actor) {
  std::vector<SignatureMeaning> meanings;
  for (const auto& entry : EnumKeys<SignatureMeaning>::entries)
    if (!signingRefusal(file, subject, entry.value, actor) &&
        !hasSigned(file, subject, entry.value, actor.id))
      meanings.push_back(entry.value);
  return meanings;
}

bool isValid(const CaseFile& file, const Signature& signature) {
  const auto subject = subjectOf(file, signature);
  if (!subject) return false;
  if (subject->discipline) {
    const Submission* newest = newestSubmission(file, *subject->discipline);
    if (!newest || newest->id != signature.submissionId || !isHandedIn(file, *subject->discipline))
      return false;
  } else if (subject->stage) {
    const Reply* newest = newestReply(file, *subject->stage);
    if (!newest || newest->id != signature.replyId) return false;
  } else {
    const Closing* standing = standingClosing(file);
    if (!standing || standing->id != signature.closingId) return false;
  }
  return recordSha256(file, *subject) == signature.recordSha256;
}

bool hasSigned(const CaseFile& file, const SignedSubject& subject, SignatureMeaning meaning,
               PersonId person) {
  return std::any_of(file.signatures.begin(), file.signatures.end(), [&](const Signature& signature) {
    return signature.meaning == meaning && signature.signedBy == person &&
           subjectOf(file, signature) == subject && isValid(file, signature);
  });
}

Signature unsignedRow(const CaseFile& file, const SignedSubject& subject) {
  Signature row;
  row.recordSha256 = recordSha256(file, subject);
  if (subject.discipline) {
    row.problemId = file.problem.id;
    row.submissionId = newestSubmission(file, *subject.discipline)->id;
    return row;
  }
  row.complaintId = file.complaint.id;
  if (subject.stage)
    row.replyId = newestReply(file, *subject.stage)->id;
  else
    row.closingId = standingClosing(file)->id;
  return row;
}

}  // namespace octad::model
