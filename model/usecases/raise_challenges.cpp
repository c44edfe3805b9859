#include "model/usecases/raise_challenges.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "model/eightd/challenge.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/case_rows.hpp"

namespace octad::model {

namespace {

struct Match {
  WatchedProblem problem;
  std::vector<std::optional<Date>> builds;
};

std::vector<Match> matches(const CaseFile& file, Reader& reader) {
  std::map<ProblemId, Match> found;
  for (const auto& item : file.items)
    for (auto& problem : reader.watchedProblems(item)) {
      if (problem.id == file.problem.id) continue;
      auto& match = found[problem.id];
      match.problem = std::move(problem);
      match.builds.push_back(item.builtOn);
    }
  std::vector<Match> all;
  for (auto& [id, match] : found) all.push_back(std::move(match));
  return all;
}

/// Where the same failure had several 8Ds, the last clean point counts: what it replaced is history.
const Match& newest(const std::vector<Match>& found) {
  return *std::max_element(found.begin(), found.end(), [](const Match& one, const Match& other) {
    return std::pair(one.problem.cleanPointDate, one.problem.id.value) <
           std::pair(other.problem.cleanPointDate, other.problem.id.value);
  });
}

void raise(CaseEdit& edit, const Match& match, const std::vector<EffectChallenge>& known) {
  const FoundChallenge found = challengeOf(match.problem.cleanPointDate, match.builds);
  const auto row = std::find_if(known.begin(), known.end(), [&match](const EffectChallenge& challenge) {
    return challenge.problemId == match.problem.id;
  });
  if (row != known.end()) {
    if (row->ruling || (row->kind == found.kind && row->builtOn == found.builtOn)) return;
    EffectChallenge changed = *row;
    changed.kind = found.kind;
    changed.builtOn = found.builtOn;
    updateRecord(edit.unit, changed);
    return;
  }
  EffectChallenge challenge;
  challenge.problemId = match.problem.id;
  challenge.laterId = edit.file.complaint.id;
  challenge.laterNumber = edit.file.complaint.number;
  challenge.kind = found.kind;
  challenge.builtOn = found.builtOn;
  challenge.raisedAt = edit.now;
  insertRecord(edit.unit, challenge);
}

}  // namespace

void raiseChallenges(CaseEdit& edit, Reader& reader) {
  const Acceptance acceptance = edit.file.complaint.acceptance;
  if (acceptance != Acceptance::accepted && acceptance != Acceptance::partly) return;
  const auto found = matches(edit.file, reader);
  if (found.empty()) return;
  raise(edit, newest(found), reader.challengesBy(edit.file.complaint.id));
}

}  // namespace octad::model
