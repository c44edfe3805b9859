#pragma once

#include <vector>

#include "model/policy/try_out.hpp"

namespace soci {
class session;
}

namespace octad::db {

/// The newest closed cases with what a policy looks at, the newest first; at most `limit`.
std::vector<model::JudgedCase> readJudgedCases(soci::session& session, int limit);

}  // namespace octad::db
