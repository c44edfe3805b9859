#include "model/eightd/lessons.hpp"

#include <algorithm>

#include "model/core/text.hpp"

namespace octad::model {

namespace {

constexpr double kFoundFrom = 0.5;  ///< share of what is searched that a lesson has to say
constexpr int kFitsFrom = 45;       ///< percent

/// Puts a line at the end unless it stands there already.
void addLine(std::string& text, const std::string& line) {
  if (line.empty() || ('\n' + text + '\n').find('\n' + line + '\n') != std::string::npos) return;
  if (!text.empty()) text += '\n';
  text += line;
}

bool settled(const CaseFile& file, DisciplineCode code) {
  for (const auto& discipline : file.disciplines)
    if (discipline.code == code)
      return discipline.state == DisciplineState::approved ||
             discipline.state == DisciplineState::notRequired;
  return false;
}

std::string allOf(const Lesson& lesson) {
  std::string text;
  for (const auto* part : {&lesson.partFamily, &lesson.failure, &lesson.symptom, &lesson.cause,
                           &lesson.action, &lesson.proof, &lesson.keywords})
    addLine(text, *part);
  return text;
}

/// The share of what is searched that the lesson says, by weight.
double covered(const TextTraits& searched, const TextTraits& said) {
  double all = 0;
  double found = 0;
  for (const auto& [piece, weight] : searched.pieces) {
    all += weight;
    if (said.pieces.contains(piece)) found += weight;
  }
  return all > 0 ? found / all : 0;
}

void sortBestFirst(std::vector<FoundLesson>& found) {
  std::sort(found.begin(), found.end(), [](const FoundLesson& one, const FoundLesson& other) {
    if (one.score != other.score) return one.score > other.score;
    if (one.known.lesson.publishedAt != other.known.lesson.publishedAt)
      return other.known.lesson.publishedAt < one.known.lesson.publishedAt;
    return other.known.lesson.id < one.known.lesson.id;
  });
}

}  // namespace

Lesson lessonFrom(const CaseFile& file) {
  Lesson lesson;
  lesson.problemId = file.problem.id;
  lesson.partFamily = file.problem.partFamily;
  lesson.failure = file.problem.failure.empty() ? file.complaint.failure : file.problem.failure;
  addLine(lesson.symptom, file.complaint.statement.empty() ? lesson.failure : file.complaint.statement);
  for (const auto& fact : file.facts)
    if (fact.question == Question::what && fact.answer != lesson.symptom)
      addLine(lesson.symptom, fact.answer);
  for (const auto& cause : file.causes) {
    if (cause.result != CauseResult::confirmed) continue;
    addLine(lesson.cause, std::string(keyOf(cause.type)) + ": " + cause.text);
    addLine(lesson.proof, cause.proof);
  }
  for (const auto& action : file.actions) {
    if (action.kind == ActionKind::containment || !action.doneOn) continue;
    addLine(lesson.action, action.text);
    addLine(lesson.proof, action.proof);
  }
  for (const auto& verification : file.verifications)
    if (verification.result == VerificationResult::effective)
      addLine(lesson.proof, verification.verifiedOn.iso() + ": " + std::to_string(verification.failed) +
                                " / " + std::to_string(verification.inspected) +
                                (verification.criterion.empty() ? "" : ", " + verification.criterion));
  return lesson;
}

bool mayBeLesson(const CaseFile& file) {
  const CaseState state = file.complaint.state;
  return state == CaseState::closed || state == CaseState::archived || settled(file, DisciplineCode::d6);
}

std::vector<FoundLesson> searchLessons(const FailureReader& words, std::vector<KnownFailure> lessons,
                                       std::string_view text) {
  const std::string wanted = foldText(text);
  const TextTraits searched = words.read(text);
  std::vector<FoundLesson> found;
  for (auto& known : lessons) {
    const std::string all = allOf(known.lesson);
    const bool stands = foldText(all).find(wanted) != std::string::npos;
    const double share = stands ? 1 : covered(searched, words.read(all));
    if (share < kFoundFrom) continue;
    found.push_back({std::move(known), static_cast<int>(share * 100)});
  }
  sortBestFirst(found);
  return found;
}

std::vector<FoundLesson> fittingLessons(const FailureReader& words, std::vector<KnownFailure> lessons,
                                        const CaseTraits& traits, std::size_t limit) {
  const SimilarityMeter meter(words, traits);
  std::vector<FoundLesson> found;
  for (auto& known : lessons) {
    if (known.lesson.withdrawn) continue;
    CaseTraits lesson;
    lesson.family = known.lesson.partFamily;
    lesson.failure = known.lesson.failure;
    lesson.text = known.lesson.symptom + "\n" + known.lesson.keywords;
    const int score = meter.compare(lesson).score;
    if (score >= kFitsFrom) found.push_back({std::move(known), score});
  }
  sortBestFirst(found);
  if (found.size() > limit) found.resize(limit);
  return found;
}

}  // namespace octad::model
