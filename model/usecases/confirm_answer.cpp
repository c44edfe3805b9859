#include "model/usecases/confirm_answer.hpp"

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_rows.hpp"

namespace octad::model {

namespace {

/// The newest answer that was entered for this department.
const Submission& enteredFor(const CaseFile& file, DisciplineCode code, const Actor& actor) {
  const Submission* newest = nullptr;
  for (const auto& submission : file.submissions)
    if (submission.discipline == code && submission.onBehalfOf &&
        submission.onBehalfOf == actor.departmentId && (!newest || newest->revision < submission.revision))
      newest = &submission;
  if (!newest)
    throw Refused("confirm", {tr("No answer to {0} was entered on behalf of your department."),
                              {translated(labelOf(code))}});
  return *newest;
}

}  // namespace

Saved ConfirmAnswer::execute(const AnswerWord& input) {
  const CaseChange change{m_workplace,  "confirm",  Right::answerAssignment,
                          input.target, input.note, fingerprint(input)};
  return changeCase(change, [&input](CaseEdit& edit) {
    const Submission& submission = enteredFor(edit.file, input.code, edit.actor);
    if (submission.submittedBy == edit.actor.id)
      throw Refused("four-eyes",
                    tr("You entered this answer yourself. Somebody of the department confirms it."));
    AnswerConfirmation word;
    word.problemId = edit.file.problem.id;
    word.submissionId = submission.id;
    word.agreed = input.agreed;
    word.note = cleanText(input.note, "note");
    if (!word.agreed && word.note.empty())
      throw Invalid("note", tr("Write what is not right about the answer."));
    word.confirmedBy = edit.actor.id;
    word.confirmedAt = edit.now;
    insertRecord(edit.unit, word);
    edit.file.confirmations.push_back(std::move(word));
    edit.raiseVersion = false;  // nothing that the head or a form shows has changed
  });
}

}  // namespace octad::model
