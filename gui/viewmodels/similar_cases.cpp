#include "gui/viewmodels/similar_cases.hpp"

#include "gui/viewmodels/action_form_parts.hpp"
#include "model/core/error.hpp"
#include "model/ports/family_reader.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/decide_similar.hpp"

namespace octad::viewmodels {

using model::Message;
using model::SimilarVerdict;
using model::tr;

SimilarCasesViewModel::SimilarCasesViewModel(CasePageViewModel& page)
    : ListRead(page.session()), m_page(page) {}

void SimilarCasesViewModel::refresh() {
  if (!m_session.failureReader) return;
  read([store = m_session.store, words = m_session.failureReader,
        file = m_page.file()] { return model::similarCases(store->reader().family(), *words, file); },
       [this](std::vector<model::SimilarCase> cases) { m_cases = std::move(cases); });
}

const model::SimilarCase* SimilarCasesViewModel::find(model::ComplaintId id) const {
  for (const auto& line : m_cases)
    if (line.other.id == id) return &line;
  return nullptr;
}

std::string similarReasons(const model::Similarity& similarity, const Translator& text) {
  std::string words;
  for (const auto& reason : similarity.reasons()) words += (words.empty() ? "" : ", ") + text(reason);
  return words;
}

Message sharedWords(const model::CaseFile& file) {
  std::string siblings;
  for (const auto& sibling : file.siblings)
    siblings += (siblings.empty() ? "" : ", ") + sibling.number + " (" + sibling.customerName + ")";
  if (siblings.empty()) return {};
  return {tr("One 8D with {0}"), {siblings}};
}

std::vector<Message> similarSummary(const model::CaseFile& file) {
  std::vector<Message> sentences;
  if (const Message shared = sharedWords(file); !shared.id.empty()) sentences.push_back(shared);
  for (const auto& decision : model::newestDecisions(file))
    if (!decision.otherId)
      sentences.push_back({tr("None of them, the problem is new: {0}"), {decision.reason}});
  if (similarWanted(file)) sentences.push_back(tr("To be decided before the 8D goes to the customer."));
  return sentences;
}

bool similarWanted(const model::CaseFile& file) {
  return isOpen(file.complaint.state) && !model::missingBeforeRelease(file).empty();
}

std::optional<Message> whyNotDecideSimilar(const CasePageViewModel& page, SimilarVerdict verdict,
                                           const model::SimilarCase* other) {
  if (!isOpen(page.file().complaint.state)) return Message(tr("The case is not open any more."));
  try {
    model::requireRight(page.session().actor, model::Right::handleComplaint);
  } catch (const model::Refused& refused) {
    return refused.message();
  }
  if (!other && verdict != SimilarVerdict::different) return Message(tr("Choose a case of the list first."));
  return std::nullopt;
}

ActionForm similarForm(SimilarVerdict verdict, const model::SimilarCase* other) {
  ActionForm form;
  const std::string number = other ? other->other.number : std::string();
  switch (verdict) {
    case SimilarVerdict::sameProblem:
      form.title = {tr("Same problem as {0}"), {number}};
      form.okLabel = tr("Join its 8D");
      form.notes.push_back(
          {tr("This case joins 8D {0} of case {1}: one 8D serves both customers, each with his own replies."),
           {other->other.problemNumber, number}});
      break;
    case SimilarVerdict::recurrence:
      form.title = {tr("Recurrence of {0}"), {number}};
      form.okLabel = tr("Mark as a recurrence");
      form.notes.push_back(
          tr("The complaint is marked as repeated and keeps an 8D of its own: say why the actions did not "
             "last."));
      break;
    case SimilarVerdict::different:
      form.title = other ? Message(tr("Another problem than {0}"), {number})
                         : Message(tr("None of these: the problem is new"));
      form.okLabel = tr("Record the decision");
      break;
  }
  if (other) {
    const auto& traits = other->other.traits;
    form.notes.push_back({"{0} · {1} · {2}", {other->other.customerName, traits.part, other->other.title}});
  }
  form.fields = {{"reason", tr("Reason"), FormFieldKind::text, {}, {}, false}};
  form.whyNot = [](const CasePageViewModel& now) {
    return whyNotDecideSimilar(now, SimilarVerdict::different, nullptr);
  };
  const int score = other ? other->similarity.score : 0;
  form.execute = [verdict, number, score](model::Workplace workplace, model::CaseTarget target,
                                          const FormValues& values) {
    return model::DecideSimilar(std::move(workplace))
        .execute({std::move(target), number, verdict, score, at(values, "reason")});
  };
  return form;
}

}  // namespace octad::viewmodels
