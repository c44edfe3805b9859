#include "gui/viewmodels/discipline_words.hpp"

#include "gui/viewmodels/action_forms.hpp"
#include "model/core/catalogue.hpp"
#include "model/eightd/gates.hpp"

namespace octad::viewmodels {

using model::DisciplineState;
using model::Message;
using model::tr;

namespace {

const model::Review* reviewOf(const model::CaseFile& file, const model::Submission* submission) {
  if (!submission) return nullptr;
  for (const auto& review : file.reviews)
    if (review.submissionId == submission->id) return &review;
  return nullptr;
}

std::string outcomeWords(const model::CaseFile& file, const Translator& text) {
  std::string lines;
  const auto add = [&](const char* label, const std::string& value) {
    if (!value.empty()) lines += text(label) + ": " + value + '\n';
  };
  if (!file.replies.empty()) {
    const auto& reply = file.replies.back();
    add(tr("Newest reply"), text.label(reply.stage) + " · " + text.label(reply.status) +
                                (reply.answer.empty() ? "" : " · " + reply.answer));
  }
  const auto& head = file.complaint;
  if (!head.result.empty()) add(tr("Customer's result"), resultWords(head.result, text));
  if (head.lossMinor != 0) add(tr("Loss"), groupedNumber(head.lossMinor / 100) + " " + head.lossCurrency);
  return lines;
}

}  // namespace

const model::Submission* newestSubmission(const model::CaseFile& file, model::DisciplineCode code) {
  const model::Submission* newest = nullptr;
  for (const auto& submission : file.submissions)
    if (submission.discipline == code && (!newest || newest->revision < submission.revision))
      newest = &submission;
  return newest;
}

std::string reviewWords(const model::CaseFile& file, model::DisciplineCode code, const CaseAction& save,
                        const Translator& text) {
  const auto& discipline = file.discipline(code);
  if (discipline.state == DisciplineState::rejected) {
    if (const auto* review = reviewOf(file, newestSubmission(file, code)))
      return text(Message(tr("Returned by {0}: {1}. {2}"),
                          {file.personName(review->reviewedBy),
                           model::translated(model::labelOf(review->reasonCode)), review->text}));
  } else if (discipline.state == DisciplineState::notRequired) {
    return text(model::notRequiredWords(discipline));
  } else if (discipline.state == DisciplineState::open) {
    // Fields that cannot be written need the reason in sight: a disabled button shows no tool tip.
    if (save.whyNot) return text(*save.whyNot);
  }
  return {};
}

std::string wayWords(const model::CaseFile& file, const Translator& text) {
  const auto& head = file.complaint;
  std::string words;
  if (head.acceptance == model::Acceptance::notOurs)
    words = text.label(head.acceptance);
  else if (file.problem.way)
    words = text.label(*file.problem.way);
  else if (gateStrength(head.severity) == model::GateStrength::absent)
    words = text(tr("Not decided. Its class asks for no 8D: it can be answered short."));
  else
    words = text(tr("By an 8D report, as its class asks."));
  words += "\n" + text(head.safety ? tr("Safety is concerned: the safety officer is told.")
                                   : tr("Safety is not concerned."));
  if (head.penalty) words += " " + text(tr("The customer's penalty clause applies."));
  return words;
}

std::string closingWords(const model::CaseFile& file, const model::Zone& zone, const Translator& text) {
  std::string lines;
  for (const auto& closing : file.closings) {
    if (!lines.empty()) lines += '\n';
    lines += timeText(zone, closing.at) + "  " +
             text(Message(closing.reopened ? tr("reopened by {0}: {1}") : tr("closed by {0}: {1}"),
                          {file.personName(closing.byPerson), closing.reason}));
  }
  if (lines.empty()) lines = text(tr("The case was not closed yet."));
  return outcomeWords(file, text) + lines;
}

}  // namespace octad::viewmodels
