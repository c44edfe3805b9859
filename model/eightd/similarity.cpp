#include "model/eightd/similarity.hpp"

#include <algorithm>
#include <cmath>

#include "model/core/text.hpp"

namespace octad::model {

namespace {

// Weights of what is compared; what is unknown on either side drops out and the others take its share.
constexpr double kPartWeight = 0.30;
constexpr double kFailureWeight = 0.45;
constexpr double kTextWeight = 0.25;
constexpr double kCauseWeight = 0.10;

constexpr double kSameFamily = 0.9;    ///< against 1 for the same part
constexpr double kOtherFamily = 0.85;  ///< what is left of the whole for another family
constexpr double kSameMode = 0.6;      ///< least likeness of failures that name the same mode
constexpr double kNearMode = 0.5;      ///< of failures that name modes told for each other
constexpr double kModeInText = 0.35;   ///< when the mode of one is only mentioned in the text of the other
constexpr double kOtherMode = 0.4;     ///< what is left of the likeness when the modes are others
constexpr double kOtherPlace = 0.7;    ///< when they name other places
constexpr double kSameEnough = 0.6;    ///< from here on the failure is called the same

bool meet(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  return std::any_of(one.begin(), one.end(), [&other](const std::string& name) {
    return std::find(other.begin(), other.end(), name) != other.end();
  });
}

int percent(double share) {
  return static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * 100));
}

bool sameBranch(const CaseTraits& one, const CaseTraits& other) {
  return std::any_of(one.causeBranches.begin(), one.causeBranches.end(), [&other](CauseBranch branch) {
    return std::find(other.causeBranches.begin(), other.causeBranches.end(), branch) !=
           other.causeBranches.end();
  });
}

}  // namespace

std::vector<Message> Similarity::reasons() const {
  std::vector<Message> out;
  if (samePart)
    out.push_back(tr("same part"));
  else if (sameFamily)
    out.push_back(tr("same part family"));
  if (failure >= percent(kSameEnough))
    out.push_back(tr("same failure"));
  else if (failure > 0)
    out.push_back({tr("failure {0} %"), {std::to_string(failure)}});
  if (sameCause) out.push_back(tr("same category of cause"));
  if (text > 0) out.push_back({tr("text {0} %"), {std::to_string(text)}});
  return out;
}

SimilarityMeter::SimilarityMeter(const FailureReader& reader, const CaseTraits& self)
    : m_reader(reader), m_self(self), m_reading(read(self)) {}

SimilarityMeter::Reading SimilarityMeter::read(const CaseTraits& traits) const {
  Reading reading;
  reading.failure = m_reader.read(traits.failure);
  reading.text = m_reader.read(traits.failure + "\n" + traits.text);
  std::string causes;
  for (const auto& cause : traits.causes) causes += cause + "\n";
  reading.causes = m_reader.read(causes);
  return reading;
}

/// The same word, or words of the same product in either language.
bool SimilarityMeter::sameFamily(const CaseTraits& other) const {
  if (m_self.family.empty() || other.family.empty()) return false;
  if (foldText(m_self.family) == foldText(other.family)) return true;
  const TextTraits mine = m_reader.read(m_self.family);
  const TextTraits theirs = m_reader.read(other.family);
  return meet(mine.named(WordSort::product), theirs.named(WordSort::product)) ||
         meet(mine.named(WordSort::place), theirs.named(WordSort::place));
}

double SimilarityMeter::failureLikeness(const Reading& other) const {
  const auto modesOf = [](const Reading& reading) {
    auto modes = reading.failure.named(WordSort::mode);
    return modes.empty() ? reading.text.named(WordSort::mode) : modes;
  };
  const double letters = likeness(m_reading.failure, other.failure);
  const auto mine = modesOf(m_reading);
  const auto theirs = modesOf(other);
  double share = letters;
  if (mine.empty() || theirs.empty()) {
    share = std::max(letters, likeness(m_reading.text, other.text));  // said in words that nobody listed
  } else {
    const bool same = meet(mine, theirs);
    const bool sameInText =
        meet(m_reading.text.named(WordSort::mode), theirs) || meet(mine, other.text.named(WordSort::mode));
    if (same)
      share = kSameMode + (1 - kSameMode) * letters;
    else if (m_reader.near(mine, theirs))
      share = std::max(letters, kNearMode);
    else if (sameInText)
      share = std::max(letters, kModeInText);
    else
      share = letters * kOtherMode;
  }
  const auto myPlaces = m_reading.text.named(WordSort::place);
  const auto theirPlaces = other.text.named(WordSort::place);
  if (!myPlaces.empty() && !theirPlaces.empty() && !meet(myPlaces, theirPlaces)) share *= kOtherPlace;
  return share;
}

Similarity SimilarityMeter::compare(const CaseTraits& other) const {
  const Reading reading = read(other);
  Similarity found;
  found.samePart = !m_self.part.empty() && foldText(m_self.part) == foldText(other.part);
  found.sameFamily = sameFamily(other);
  double weights = 0;
  double sum = 0;
  const auto add = [&weights, &sum](double weight, double share) {
    weights += weight;
    sum += weight * share;
  };
  const bool familiesKnown = !m_self.family.empty() && !other.family.empty();
  if (found.samePart || familiesKnown)
    add(kPartWeight, found.samePart ? 1 : found.sameFamily ? kSameFamily : 0);
  const double failure = failureLikeness(reading);
  found.failure = percent(failure);
  add(kFailureWeight, failure);
  const double text = likeness(m_reading.text, reading.text);
  found.text = percent(text);
  add(kTextWeight, text);
  if (!m_reading.causes.empty() && !reading.causes.empty()) {
    found.sameCause = sameBranch(m_self, other);
    add(kCauseWeight, std::max(found.sameCause ? 0.5 : 0.0, likeness(m_reading.causes, reading.causes)));
  }
  const bool otherFamily = familiesKnown && !found.samePart && !found.sameFamily;
  found.score = percent(sum / weights * (otherFamily ? kOtherFamily : 1));
  return found;
}

}  // namespace octad::model
