#pragma once

#include <vector>

#include "model/eightd/challenge.hpp"

namespace soci {
class session;
}

namespace octad::db {

/// Problems with the key of the item, part or part family and failure, whose actions are done or proven and
/// whose clean point has a date.
std::vector<model::WatchedProblem> readWatchedProblems(soci::session& session,
                                                       const model::ComplaintItem& item);
/// What a later case says about the effect in other problems.
std::vector<model::EffectChallenge> readChallengesBy(soci::session& session, model::ComplaintId later);

}  // namespace octad::db
