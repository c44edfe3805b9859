#include "model/usecases/accept_weak_answer.hpp"

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/eightd/weak_answers.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"

namespace octad::model {

namespace {

constexpr std::size_t kRuleLength = 100;

void accept(CaseEdit& edit, const WeakAnswerPass& input) {
  AcceptedWeakness row;
  row.problemId = edit.file.problem.id;
  row.discipline = input.discipline;
  row.rule = cleanLine(input.rule, "rule", kRuleLength, true);
  row.answer = cleanText(input.answer, "answer");
  if (row.answer.empty()) throw Invalid("answer", tr("Give the words of the answer that may pass."));
  row.reason = requireReason(input.reason);
  if (isAccepted(edit.file, row.discipline, row.rule, row.answer))
    throw Refused("accepted", tr("These words were let pass already."));
  row.acceptedBy = edit.actor.id;
  row.acceptedAt = edit.now;
  insertRecord(edit.unit, row);
  edit.file.acceptedWeaknesses.push_back(std::move(row));
  edit.problemChanged = true;
}

}  // namespace

Saved AcceptWeakAnswer::execute(const WeakAnswerPass& input) {
  const CaseChange change{m_workplace,  "accept-weak-answer", Right::handleComplaint,
                          input.target, input.reason,         fingerprint(input)};
  return changeCase(change, [&input](CaseEdit& edit) { accept(edit, input); });
}

}  // namespace octad::model
