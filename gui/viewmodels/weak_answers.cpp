#include "gui/viewmodels/weak_answers.hpp"

#include "gui/viewmodels/form_values.hpp"
#include "model/usecases/accept_weak_answer.hpp"

namespace octad::viewmodels {

using model::CaseFile;
using model::DisciplineCode;
using model::tr;

namespace {

/// What the page holds in place of what is stored. Only what answers are judged by: a page asks after every
/// pause in typing.
CaseFile typed(const CaseFile& file, const DisciplineViewModel& editor) {
  const auto content = editor.toSave();
  const DisciplineCode code = editor.code();
  CaseFile now;
  now.complaint = file.complaint;
  now.problem = file.problem;
  now.disciplines = file.disciplines;
  for (auto& discipline : now.disciplines) {
    if (discipline.code != code) continue;
    discipline.text = content.text;
    discipline.textCustomer = content.textCustomer;
  }
  now.causes = code == DisciplineCode::d4 ? content.causes : file.causes;
  now.sweep = code == DisciplineCode::d3 ? content.sweep : file.sweep;
  now.documentChanges = code == DisciplineCode::d7 ? content.documentChanges : file.documentChanges;
  now.actions = content.actions;
  now.acceptedWeaknesses = file.acceptedWeaknesses;
  return now;
}

/// The beginning of an answer, long enough to know it again.
std::string beginning(const std::string& text) {
  constexpr std::size_t kWidth = 24;  // of Latin letters; an ideograph takes two
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == '\n') return text.substr(0, at) + "…";
    if ((byte & 0xC0) == 0x80) continue;
    width += byte >= 0xE0 ? 2 : 1;
    if (width > kWidth) return text.substr(0, at) + "…";
  }
  return text;
}

}  // namespace

std::vector<WeakPoint> weakPoints(const CaseFile& file, const DisciplineViewModel& editor,
                                  const model::WeakAnswerRules& rules, model::Language language) {
  const DisciplineCode code = editor.code();
  if (code < DisciplineCode::d3 || code > DisciplineCode::d7) return {};
  const CaseFile now = typed(file, editor);
  std::vector<WeakPoint> points;
  for (const auto& answer : model::weakAnswers(now, rules)) {
    if (answer.discipline != code) continue;
    const model::MissingPoint place{code, answer.field, {}, answer.causeId, answer.actionId};
    points.push_back({beginning(answer.text), answer.rule->reason(language), answer.rule->question(language),
                      answer.rule->key, answer.text, jumpTarget(place)});
  }
  return points;
}

ActionForm passForm(DisciplineCode code, const WeakPoint& point) {
  ActionForm form;
  form.title = {tr("Let this answer pass")};
  form.okLabel = tr("Let it pass");
  form.notes = {{"“{0}”", {point.words}}, {"{0}", {point.reason}}, {"{0}", {point.question}}};
  form.fields = {reasonField()};
  form.whyNot = whyNotPass;
  form.execute = [code, point](model::Workplace workplace, model::CaseTarget target,
                               const FormValues& values) {
    return model::AcceptWeakAnswer(std::move(workplace))
        .execute({std::move(target), code, point.rule, point.words, at(values, "reason")});
  };
  return form;
}

std::optional<model::Message> whyNotPass(const CasePageViewModel& page) {
  if (!isOpen(page.file().complaint.state)) return model::Message(tr("The case is closed. Reopen it first."));
  if (!may(page.session().actor, model::Right::handleComplaint))
    return model::Message(tr("Only the CQE lets a weak answer pass. Mend it, or talk to the CQE."));
  return std::nullopt;
}

}  // namespace octad::viewmodels
