#include "model/usecases/decide_similar.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_rows.hpp"
#include "model/usecases/join_problem.hpp"

namespace octad::model {

namespace {

void requireAnother(const CaseEdit& edit, const CaseFile& other) {
  if (other.complaint.id == edit.file.complaint.id)
    throw Invalid("other", {tr("Case {0} cannot be compared with itself: enter another number."),
                            {other.complaint.number}});
}

void record(CaseEdit& edit, const SimilarRuling& input, const CaseFile* other, const std::string& reason) {
  SimilarDecision decision;
  decision.complaintId = edit.file.complaint.id;
  if (other) {
    decision.otherId = other->complaint.id;
    decision.otherNumber = other->complaint.number;
  }
  decision.verdict = input.verdict;
  decision.score = std::clamp(input.score, 0, 100);
  decision.reason = reason;
  decision.decidedBy = edit.actor.id;
  decision.decidedAt = edit.now;
  insertRecord(edit.unit, decision);
  edit.file.similarDecisions.push_back(std::move(decision));
}

}  // namespace

Saved DecideSimilar::execute(const SimilarRuling& input) {
  requireRight(m_workplace.actor, Right::handleComplaint);
  const std::string reason = requireReason(input.reason);
  std::optional<CaseFile> other;
  if (!input.otherNumber.empty())
    other = readJoinedCase(m_workplace.store.reader(), input.otherNumber);
  else if (input.verdict != SimilarVerdict::different)
    throw Invalid("other", tr("Say which case it is the same as: enter a number such as C26-00001."));
  const CaseChange change{m_workplace,  "similar", Right::handleComplaint,
                          input.target, reason,    fingerprint(input)};
  return changeCase(change, [&](CaseEdit& edit) {
    if (other) requireAnother(edit, *other);
    record(edit, input, other ? &*other : nullptr, reason);
    if (input.verdict == SimilarVerdict::recurrence) edit.file.complaint.repeat = true;
    const bool shared = other && other->problem.id == edit.file.problem.id;
    if (input.verdict == SimilarVerdict::sameProblem && !shared) joinProblem(edit, *other, reason);
  });
}

}  // namespace octad::model
