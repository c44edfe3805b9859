#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/cases/case_file.hpp"
#include "model/eightd/similarity.hpp"

namespace octad::model {

class FamilyReader;

/// A case as it is compared with another one, and what a list shows of it.
struct ComparedCase {
  ComplaintId id;
  std::string number;
  ProblemId problemId;
  std::string problemNumber;
  std::string customerName;
  std::string title;
  CaseState state = CaseState::registered;
  std::string phase;
  Instant receivedAt;
  CaseTraits traits;

  static constexpr auto describe() {
    return members(member("id", &ComparedCase::id), member("number", &ComparedCase::number),
                   member("problem_id", &ComparedCase::problemId),
                   member("problem", &ComparedCase::problemNumber),
                   member("customer", &ComparedCase::customerName), member("title", &ComparedCase::title),
                   member("state", &ComparedCase::state), member("phase", &ComparedCase::phase),
                   member("received_at", &ComparedCase::receivedAt), member("traits", &ComparedCase::traits));
  }
};

/// Where to look for cases to compare with: the same part, its family, or one of these words in their texts.
struct ComparedQuery {
  std::string part;
  std::string family;
  std::vector<std::string> words;      ///< the telling ones first; shorter than two characters are left out
  std::optional<ComplaintId> leftOut;  ///< the case itself
  std::optional<ProblemId> leftOutProblem;  ///< and those that share its 8D already
  std::vector<ComplaintId> alsoIds;         ///< these too, unless left out
};

/// One line of the ranked list.
struct SimilarCase {
  ComparedCase other;
  Similarity similarity;
  std::optional<SimilarDecision> decision;  ///< the newest on this pair
};

/// What a case is compared by.
CaseTraits traitsOf(const CaseFile& file);

/// Where to look for cases like these traits.
ComparedQuery queryFor(const FailureReader& words, const CaseTraits& traits);

/// The most similar first, at most `limit`, none below `from` percent.
std::vector<SimilarCase> rankSimilar(const FailureReader& words, const CaseTraits& self,
                                     std::vector<ComparedCase> candidates, int from, std::size_t limit);

/// From this score on a case is shown; those from kSimilarFrom on are taken for similar.
constexpr int kShownFrom = 35;
constexpr std::size_t kSimilarShown = 20;

/// The ranked list of a case, with what was decided. Those that share its problem are left out: one 8D serves
/// them already. Cases that were decided on are shown whatever their score.
std::vector<SimilarCase> similarCases(FamilyReader& reader, const FailureReader& words, const CaseFile& file);

/// The newest decision on each other case; one without other case, "none of them", under its own null key.
std::vector<SimilarDecision> newestDecisions(const CaseFile& file);

}  // namespace octad::model
