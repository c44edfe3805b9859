#include "gui/viewmodels/action_form_parts.hpp"
#include "model/usecases/review_discipline.hpp"
#include "model/usecases/submit_discipline.hpp"

namespace octad::viewmodels {

using model::CaseTarget;
using model::Message;
using model::tr;
using model::Workplace;

namespace {

std::vector<Message> asNotes(const std::vector<model::MissingPoint>& points) {
  std::vector<Message> notes;
  for (const auto& point : points) notes.push_back(point.text);
  return notes;
}

ActionForm submitForm(const CasePageViewModel& page, model::DisciplineCode code) {
  ActionForm form;
  form.title = {tr("Submit {0} for review"), {key(code)}};
  form.okLabel = tr("Submit");
  form.notes = asNotes(page.missing(code));
  form.fields.push_back({"on_behalf_of",
                         tr("Answered by"),
                         FormFieldKind::choice,
                         {},
                         departmentChoices(page, tr("own answer")),
                         false});
  std::vector<FieldChoice> sources{{"", "–", false}};
  for (const auto& file : page.file().attachments)
    sources.push_back({std::to_string(file.id.value), file.originalName, false});
  form.fields.push_back({"source_attachment_id",
                         tr("Taken from (needed for another department)"),
                         FormFieldKind::choice,
                         {},
                         std::move(sources),
                         true});
  form.execute = [code](Workplace workplace, CaseTarget target, const FormValues& values) {
    model::DisciplineSubmission input;
    input.target = std::move(target);
    input.code = code;
    input.onBehalfOf = at(values, "on_behalf_of");
    const std::string source = at(values, "source_attachment_id");
    if (!source.empty()) input.sourceAttachmentId = model::AttachmentId(std::stoll(source));
    return model::SubmitDiscipline(std::move(workplace)).execute(input);
  };
  return form;
}

ActionForm verdictForm(const CasePageViewModel& page, model::DisciplineCode code, bool approve) {
  ActionForm form;
  form.title = approve ? Message(tr("Approve {0}"), {key(code)}) : Message(tr("Return {0}"), {key(code)});
  form.okLabel = approve ? tr("Approve") : tr("Return to the department");
  form.dangerous = !approve;
  if (approve) form.notes = asNotes(page.missing(code));
  if (!approve) {
    std::vector<FieldChoice> reasons;
    for (const auto& choice : choicesOf<model::RejectReason>())
      if (choice.key != "none") reasons.push_back(choice);
    form.fields.push_back(
        {"reason_code", tr("Reason"), FormFieldKind::choice, "unclear", std::move(reasons), false});
  }
  form.fields.push_back(
      {"text",
       approve ? tr("Remark (needed when points are missing)") : tr("What has to be mended"),
       FormFieldKind::text,
       {},
       {},
       false});
  form.execute = [code, approve](Workplace workplace, CaseTarget target, const FormValues& values) {
    model::DisciplineVerdict input;
    input.target = std::move(target);
    input.code = code;
    input.approve = approve;
    input.reasonCode =
        approve ? model::RejectReason::none : chosen(values, "reason_code", model::RejectReason::unclear);
    input.text = at(values, "text");
    return model::ReviewDiscipline(std::move(workplace)).execute(input);
  };
  return form;
}

ActionForm waiverForm(model::DisciplineCode code, bool required) {
  ActionForm form;
  form.title = required ? Message(tr("Require {0} again"), {key(code)})
                        : Message(tr("{0} is not required"), {key(code)});
  form.okLabel = required ? tr("Require again") : tr("Declare not required");
  form.dangerous = !required;
  form.fields.push_back(reasonField());
  form.execute = [code, required](Workplace workplace, CaseTarget target, const FormValues& values) {
    return model::WaiveDiscipline(std::move(workplace))
        .execute({std::move(target), code, required, at(values, "reason")});
  };
  return form;
}

}  // namespace

ActionForm actionForm(CaseActionId id, const CasePageViewModel& page, model::DisciplineCode code) {
  if (id == CaseActionId::submit) return submitForm(page, code);
  if (id == CaseActionId::approve || id == CaseActionId::reject)
    return verdictForm(page, code, id == CaseActionId::approve);
  if (id == CaseActionId::waive || id == CaseActionId::require)
    return waiverForm(code, id == CaseActionId::require);
  return actionForm(id, page);
}

}  // namespace octad::viewmodels
