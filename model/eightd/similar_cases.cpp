#include "model/eightd/similar_cases.hpp"

#include <algorithm>
#include <set>

#include "model/core/text.hpp"
#include "model/ports/family_reader.hpp"

namespace octad::model {

namespace {

constexpr std::size_t kWordsEach = 2;  ///< of each language and failure mode
constexpr std::size_t kWordsMost = 8;
constexpr std::size_t kSearchable = 2;  ///< characters that a text search needs

const Part* partOf(const CaseFile& file) {
  if (file.items.empty()) return nullptr;
  for (const auto& part : file.parts)
    if (part.id == file.items.front().partId) return &part;
  return nullptr;
}

bool isLatin(const std::string& text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (static_cast<unsigned char>(c) & 0x80) == 0; });
}

/// Every text once, in lines.
std::string lines(const std::vector<std::string>& texts) {
  std::set<std::string> seen;
  std::string out;
  for (const auto& text : texts)
    if (!text.empty() && seen.insert(text).second) out += (out.empty() ? "" : "\n") + text;
  return out;
}

}  // namespace

CaseTraits traitsOf(const CaseFile& file) {
  CaseTraits traits;
  const Part* part = partOf(file);
  traits.part = part ? part->number : file.complaint.partNumber;
  traits.family = part && !part->family.empty() ? part->family : file.problem.partFamily;
  std::vector<std::string> failures;
  for (const auto& item : file.items) failures.push_back(item.failure);
  traits.failure = lines(failures);
  const Complaint& head = file.complaint;
  traits.text = lines({head.title, head.verbatim, head.statement});
  for (const auto& cause : file.causes) {
    if (cause.result != CauseResult::confirmed) continue;
    traits.causes.push_back(cause.text);
    if (cause.branch) traits.causeBranches.push_back(*cause.branch);
  }
  return traits;
}

ComparedQuery queryFor(const FailureReader& words, const CaseTraits& traits) {
  ComparedQuery query;
  query.part = traits.part;
  query.family = traits.family;
  std::vector<std::string> wanted{traits.failure.substr(0, traits.failure.find('\n'))};
  for (auto& word : words.otherWords(traits.failure.empty() ? traits.text : traits.failure, kWordsEach))
    wanted.push_back(std::move(word));
  // Those of the other language first: the failure itself finds its own.
  const bool latin = isLatin(wanted.front());
  std::stable_partition(wanted.begin() + 1, wanted.end(),
                        [latin](const std::string& word) { return isLatin(word) != latin; });
  for (auto& word : wanted) {
    if (query.words.size() == kWordsMost) break;
    const bool known = std::find(query.words.begin(), query.words.end(), word) != query.words.end();
    if (!known && characterCount(word) >= kSearchable && !bigrams(word).empty())
      query.words.push_back(std::move(word));
  }
  return query;
}

std::vector<SimilarCase> rankSimilar(const FailureReader& words, const CaseTraits& self,
                                     std::vector<ComparedCase> candidates, int from, std::size_t limit) {
  const SimilarityMeter meter(words, self);
  std::vector<SimilarCase> ranked;
  for (auto& candidate : candidates) {
    const Similarity similarity = meter.compare(candidate.traits);
    if (similarity.score >= from) ranked.push_back({std::move(candidate), similarity, std::nullopt});
  }
  std::sort(ranked.begin(), ranked.end(), [](const SimilarCase& one, const SimilarCase& other) {
    if (one.similarity.score != other.similarity.score) return one.similarity.score > other.similarity.score;
    if (one.other.receivedAt != other.other.receivedAt) return other.other.receivedAt < one.other.receivedAt;
    return other.other.id < one.other.id;
  });
  if (ranked.size() > limit) ranked.resize(limit);
  return ranked;
}

std::vector<SimilarCase> similarCases(FamilyReader& reader, const FailureReader& words,
                                      const CaseFile& file) {
  const CaseTraits self = traitsOf(file);
  ComparedQuery query = queryFor(words, self);
  query.leftOut = file.complaint.id;
  query.leftOutProblem = file.problem.id;
  const auto decisions = newestDecisions(file);
  for (const auto& decision : decisions)
    if (decision.otherId) query.alsoIds.push_back(*decision.otherId);
  const auto decisionOn = [&decisions](ComplaintId other) {
    return std::find_if(decisions.begin(), decisions.end(),
                        [other](const SimilarDecision& decision) { return decision.otherId == other; });
  };
  auto ranked = rankSimilar(words, self, reader.casesToCompare(query), 0, std::string::npos);
  std::vector<SimilarCase> shown;
  for (auto& line : ranked) {
    const auto decision = decisionOn(line.other.id);
    if (decision != decisions.end()) line.decision = *decision;
    const bool wanted = line.similarity.score >= kShownFrom && shown.size() < kSimilarShown;
    if (wanted || line.decision) shown.push_back(std::move(line));
  }
  return shown;
}

std::vector<SimilarDecision> newestDecisions(const CaseFile& file) {
  std::vector<SimilarDecision> newest;
  for (const auto& decision : file.similarDecisions) {
    const auto known = std::find_if(newest.begin(), newest.end(), [&decision](const SimilarDecision& other) {
      return other.otherId == decision.otherId;
    });
    if (known == newest.end())
      newest.push_back(decision);
    else if (known->decidedAt < decision.decidedAt ||
             (known->decidedAt == decision.decidedAt && known->id < decision.id))
      *known = decision;
  }
  return newest;
}

}  // namespace octad::model
