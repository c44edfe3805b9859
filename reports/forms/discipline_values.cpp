// The heading of each discipline: its state as it is, never better.
#include "model/eightd/gates.hpp"
#include "reports/forms/case_words.hpp"
#include "reports/forms/report_subject.hpp"
#include "reports/forms/typeset.hpp"

namespace octad::reports {
namespace {

using model::DisciplineState;
using model::tr;

/// What the customer reads of a state: an internal rejection is work that goes on, and a step without any
/// entry is open, not in work.
std::string stateText(DisciplineState state, bool empty, const Labels& labels) {
  if (isDone(state) || state == DisciplineState::submitted) return labels.of(state);
  return labels.text(empty ? tr("Open") : tr("In work"));
}

std::string_view toneOf(DisciplineState state) {
  if (state == DisciplineState::approved) return "ok";
  if (state == DisciplineState::notRequired) return "none";
  return state == DisciplineState::submitted ? "info" : "warn";
}

std::string pendingText(DisciplineState state, bool empty, const Labels& labels) {
  if (isDone(state)) return {};
  if (empty) return labels.text(tr("Open: nothing is recorded for this step yet."));
  if (state == DisciplineState::submitted)
    return labels.text(tr("Submitted: the entries below are under review."));
  return labels.text(tr("Open: the entries below are work in progress."));
}

/// A short answer is told in words, any other reason as it was written.
std::string reasonText(const model::Discipline& step, const Labels& labels) {
  if (step.reason.rfind(model::kShortPath, 0) != 0) return step.reason;
  return labels.sentence(model::notRequiredWords(step));
}

}  // namespace

bool isDone(DisciplineState state) {
  return state == DisciplineState::approved || state == DisciplineState::notRequired;
}

Value disciplineValues(const ReportSubject& subject, model::DisciplineCode code, bool empty) {
  const auto step = subject.discipline(code);
  const auto& text = forCustomer(step.textCustomer, step.text);
  const bool approved = step.state == DisciplineState::approved;
  const bool dropped = step.state == DisciplineState::notRequired;
  Value value;
  value.set("code", model::keyOf(code))
      .set("name", disciplineName(code, subject.labels))
      .set("state", stateText(step.state, empty && text.empty(), subject.labels))
      .set("chip", disciplineChip(step.state))
      .set("tone", toneOf(step.state))
      .set("done", isDone(step.state))
      .set("decided", approved ? dateText(step.decidedAt, subject.options.zone) : std::string())
      .set("text", text)
      .set("reason", dropped ? reasonText(step, subject.labels) : std::string())
      .set("pending", pendingText(step.state, empty && text.empty(), subject.labels));
  const auto photos = photoRows(subject, model::keyOf(code));
  return value.set("hasPhotos", !photos.list()->empty()).set("photos", photos);
}

}  // namespace octad::reports
