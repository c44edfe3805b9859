#include "model/usecases/answer_across.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"

namespace octad::model {

namespace {

void requireAsked(const Actor& actor, const ReadAcross& row) {
  const bool asked = actor.departmentId && row.departmentId == actor.departmentId;
  if (!asked && foldText(actor.name) != foldText(row.owner)) requireRight(actor, Right::handleComplaint);
}

void answer(CaseEdit& edit, const AcrossAnswer& input) {
  auto& rows = edit.file.readAcross;
  const auto row = std::find_if(rows.begin(), rows.end(),
                                [&input](const ReadAcross& known) { return known.id == input.row; });
  if (row == rows.end())
    throw NotFound({tr("Case {0} has no such row of the read-across. Open the case again."),
                    {edit.file.complaint.number}});
  requireAsked(edit.actor, *row);
  if (row->answeredOn)
    throw Refused("read-across", {tr("\"{0}\" of the read-across was answered on {1} already."),
                                  {row->subject, row->answeredOn->iso()}});
  requireDayUntil(input.answeredOn, edit.today, "answered_on");
  row->answer = cleanText(input.answer, "answer");
  if (row->answer.empty())
    throw Invalid("answer",
                  {tr("{0}: write the answer: affected or not, and what is done there."), {row->subject}});
  row->answeredOn = input.answeredOn;
  updateRecord(edit.unit, *row);
  edit.raiseVersion = false;
}

}  // namespace

Saved AnswerAcross::execute(const AcrossAnswer& input) {
  CaseChange change{m_workplace, "answer-across",   disciplineRight(m_workplace.actor), input.target,
                    {},          fingerprint(input)};
  change.openCasesOnly = false;
  return changeCase(change, [&input](CaseEdit& edit) { answer(edit, input); });
}

}  // namespace octad::model
