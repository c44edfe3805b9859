#include "model/eightd/challenge.hpp"

#include <stdexcept>

namespace octad::model {

namespace {

int weight(ChallengeKind kind) {
  switch (kind) {
    case ChallengeKind::challenged:
      return 2;
    case ChallengeKind::unknownBuild:
      return 1;
    case ChallengeKind::earlierBuild:
      break;
  }
  return 0;
}

}  // namespace

ChallengeKind challengeOf(Date cleanPoint, std::optional<Date> builtOn) {
  if (!builtOn) return ChallengeKind::unknownBuild;
  return *builtOn < cleanPoint ? ChallengeKind::earlierBuild : ChallengeKind::challenged;
}

FoundChallenge challengeOf(Date cleanPoint, const std::vector<std::optional<Date>>& builds) {
  if (builds.empty()) throw std::logic_error("no item matches");
  FoundChallenge worst{challengeOf(cleanPoint, builds.front()), builds.front()};
  for (const auto& build : builds) {
    const ChallengeKind kind = challengeOf(cleanPoint, build);
    if (weight(kind) > weight(worst.kind)) worst = {kind, build};
  }
  return worst;
}

std::vector<const EffectChallenge*> openChallenges(const CaseFile& file) {
  std::vector<const EffectChallenge*> open;
  for (const auto& challenge : file.challenges)
    if (!challenge.ruling) open.push_back(&challenge);
  return open;
}

}  // namespace octad::model
