#include "gui/viewmodels/weak_answers.hpp"

namespace octad::viewmodels {

using model::CaseFile;
using model::DisciplineCode;

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
                      jumpTarget(place)});
  }
  return points;
}

}  // namespace octad::viewmodels
