#include "gui/viewmodels/read_across.hpp"

#include "gui/viewmodels/action_form_parts.hpp"
#include "model/usecases/answer_across.hpp"

namespace octad::viewmodels {

using model::Message;
using model::tr;

namespace {

const model::ReadAcross* rowOf(const CasePageViewModel& page, model::RowId id) {
  for (const auto& row : page.file().readAcross)
    if (row.id == id) return &row;
  return nullptr;
}

}  // namespace

std::optional<Message> whyNotAnswerAcross(const CasePageViewModel& page, model::RowId id) {
  const auto* row = rowOf(page, id);
  if (!row) return Message(tr("Save the row first."));
  if (row->answeredOn) return Message(tr("This row is answered already."));
  return std::nullopt;
}

ActionForm answerAcrossForm(const CasePageViewModel& page, model::RowId id) {
  ActionForm form;
  form.title = {tr("Answer to the read-across")};
  form.okLabel = tr("Record the answer");
  if (const auto* row = rowOf(page, id))
    form.notes.push_back({"{0}: {1}", {model::translated(labelOf(row->kind)), row->subject}});
  form.fields = {
      {"answer", tr("Affected or not, and what is done there"), FormFieldKind::text, {}, {}, false},
      {"answered_on", tr("Answered on"), FormFieldKind::date, today(page).iso(), {}, false},
  };
  form.whyNot = [id](const CasePageViewModel& now) { return whyNotAnswerAcross(now, id); };
  form.execute = [id](model::Workplace workplace, model::CaseTarget target, const FormValues& values) {
    model::AcrossAnswer input;
    input.target = std::move(target);
    input.row = id;
    input.answeredOn = requiredDay(values, "answered_on");
    input.answer = at(values, "answer");
    return model::AnswerAcross(std::move(workplace)).execute(input);
  };
  return form;
}

}  // namespace octad::viewmodels
