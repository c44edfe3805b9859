#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/cases/case_file.hpp"

namespace octad::model {

/// A problem whose actions are said to work.
struct WatchedProblem {
  ProblemId id;
  std::string number;
  Date cleanPointDate;  ///< what was built from then on has the actions

  static constexpr auto describe() {
    return members(member("id", &WatchedProblem::id), member("number", &WatchedProblem::number),
                   member("clean_point_date", &WatchedProblem::cleanPointDate));
  }
};

/// What pieces built on a day say about the actions: built on the clean point or later they challenge them,
/// built earlier they belong to the same 8D, and of an unknown day the CQE decides (design 6).
ChallengeKind challengeOf(Date cleanPoint, std::optional<Date> builtOn);

/// What a whole complaint says: one challenging item is enough; then what is unknown; then earlier builds.
struct FoundChallenge {
  ChallengeKind kind = ChallengeKind::unknownBuild;
  std::optional<Date> builtOn;  ///< of the item that decides
};
/// `builds` are the build dates of the matching items, at least one.
FoundChallenge challengeOf(Date cleanPoint, const std::vector<std::optional<Date>>& builds);

/// The challenges of the file that nobody has ruled on.
std::vector<const EffectChallenge*> openChallenges(const CaseFile& file);

}  // namespace octad::model
