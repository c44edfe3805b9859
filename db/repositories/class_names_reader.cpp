#include "db/repositories/class_names_reader.hpp"

#include <soci/soci.h>

#include "db/mapping/query.hpp"

namespace octad::db {

using model::PolicyRevision;

model::ClassNames readClassNames(soci::session& session, PolicyCache& cache,
                                 const std::set<PolicyRevision>& revisions) {
  model::ClassNames names;
  Query query("select p.content from policy p where 1 = 0");
  bool complete = true;
  for (const PolicyRevision& revision : revisions) {
    if (revision.first.empty() || cache.nameClasses(revision, names)) continue;
    complete = false;
    query.add(" or (p.name = ").add(query.bind(revision.first)).add(" and p.revision = ");
    query.add(query.bind(static_cast<long long>(revision.second))).add(")");
  }
  if (complete) return names;
  for (const auto& content : query.texts(session)) {
    const model::Policy policy = cache.policy(content);
    cache.nameClasses({policy.name, policy.revision}, names);
  }
  return names;
}

}  // namespace octad::db
