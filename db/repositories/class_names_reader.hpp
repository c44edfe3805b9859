#pragma once

#include <set>
#include <vector>

#include "db/repositories/master_data_reader.hpp"
#include "model/policy/class_names.hpp"

namespace soci {
class session;
}

namespace octad::db {

/// What these revisions call their classes. Those that the cache does not know are read in one statement,
/// once a process: a revision never changes.
model::ClassNames readClassNames(soci::session& session, PolicyCache& cache,
                                 const std::set<model::PolicyRevision>& revisions);

/// Gives every line the name of its class by its own revision.
template <class Row>
void nameClasses(soci::session& session, PolicyCache& cache, std::vector<Row>& rows) {
  std::set<model::PolicyRevision> revisions;
  for (const Row& row : rows) revisions.emplace(row.policyName, row.policyRevision);
  const auto names = readClassNames(session, cache, revisions);
  for (Row& row : rows)
    if (const auto severity = std::optional<model::SeverityClass>(row.severity))
      row.className = names.of({row.policyName, row.policyRevision}, *severity);
}

}  // namespace octad::db
