#include "gui/viewmodels/known_failures.hpp"

#include "gui/viewmodels/case_actions.hpp"
#include "model/core/text.hpp"
#include "model/ports/family_reader.hpp"
#include "model/ports/reader.hpp"

namespace octad::viewmodels {

namespace {

constexpr std::size_t kLessons = 3;
constexpr std::size_t kCases = 5;
constexpr int kParts = 8;
constexpr std::size_t kEnough = 2;  ///< characters that say something

struct Known {
  std::vector<model::FoundLesson> lessons;
  std::vector<model::SimilarCase> cases;
};

std::string familyOf(model::Reader& reader, const std::string& part) {
  if (part.empty()) return {};
  for (const auto& known : reader.parts(part, kParts))
    if (model::foldText(known.number) == model::foldText(part)) return known.family;
  return {};
}

Known read(model::Reader& reader, const model::FailureReader& words, model::CaseTraits traits) {
  traits.family = familyOf(reader, traits.part);
  Known known;
  known.lessons = model::fittingLessons(words, reader.family().lessons(false), traits, kLessons);
  auto compared = reader.family().casesToCompare(model::queryFor(words, traits));
  std::erase_if(compared, [](const model::ComparedCase& one) { return !isOpen(one.state); });
  known.cases = model::rankSimilar(words, traits, std::move(compared), model::kSimilarFrom, kCases);
  return known;
}

}  // namespace

std::string lessonInShort(const model::Lesson& lesson) {
  return lesson.cause.substr(0, lesson.cause.find('\n')) + " → " +
         lesson.action.substr(0, lesson.action.find('\n'));
}

void KnownFailuresViewModel::look(const ComplaintDraft& draft) {
  if (!m_session.failureReader || draft.items.empty()) return;
  const ItemDraft& item = draft.items.front();
  model::CaseTraits traits;
  traits.part = item.part;
  traits.failure = item.failure;
  traits.text = draft.title + "\n" + draft.verbatim;
  const std::string wanted = traits.part + "\n" + traits.failure + "\n" + traits.text;
  if (wanted == m_lookedFor) return;
  m_lookedFor = wanted;
  m_reads.renew();
  const bool says = model::characterCount(traits.failure) >= kEnough ||
                    model::characterCount(draft.title + draft.verbatim) >= kEnough;
  if (!says) {
    const bool was = !m_lessons.empty() || !m_cases.empty();
    m_lessons.clear();
    m_cases.clear();
    if (was) changed();
    return;
  }
  inBackground(
      m_session.executor, m_reads,
      [store = m_session.store, words = m_session.failureReader, traits] {
        return read(store->reader(), *words, traits);
      },
      [this](Known known) {
        m_lessons = std::move(known.lessons);
        m_cases = std::move(known.cases);
        changed();
      },
      [this](const std::exception_ptr&) {
        m_lookedFor.clear();  // a hint that cannot be read is no reason to stop typing: asked again later
      });
}

}  // namespace octad::viewmodels
