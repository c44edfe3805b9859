#pragma once

#include <string>

namespace octad::db {

/// "select …, " with the columns of a WorkItem before its subject, for a case `c` of customer `u`.
inline std::string selectCaseWork(const char* kind) {
  return std::string("select '") + kind +
         "', c.id, 0, c.number, u.name, c.severity, coalesce(c.policy_name, ''), c.policy_revision, ";
}

}  // namespace octad::db
