#include "db/repositories/challenge_reader.hpp"

#include <soci/soci.h>

#include "db/mapping/query.hpp"

namespace octad::db {

std::vector<model::WatchedProblem> readWatchedProblems(soci::session& session,
                                                       const model::ComplaintItem& item) {
  // Through the index of items by part: only what was complained about on these parts is looked at.
  Query query(
      "select distinct p.id, p.number, p.clean_point_date from complaint_item i"
      " join complaint c on c.id = i.complaint_id and c.state <> 'cancelled'"
      " join problem p on p.id = c.problem_id and p.clean_point_date is not null"
      " where i.part_id in (select q.id from part q where q.id = ");
  const auto part = query.bind(item.partId);
  query.add(part)
      .add(" or (q.family <> '' and q.family = (select f.family from part f where f.id = ")
      .add(part)
      .add("))) and ");
  if (item.defectId)
    query.add("i.defect_id = ").add(query.bind(*item.defectId));
  else
    query.add("i.failure = ").add(query.bind(item.failure));
  query.add(
      " and (exists (select 1 from verification v where v.problem_id = p.id and v.result = 'effective')"
      " or (exists (select 1 from action t where t.problem_id = p.id and t.kind = 'corrective')"
      " and not exists (select 1 from action t where t.problem_id = p.id and t.kind = 'corrective'"
      " and t.done_on is null))) order by p.id");
  return query.rows<model::WatchedProblem>(session);
}

std::vector<model::EffectChallenge> readChallengesBy(soci::session& session, model::ComplaintId later) {
  Query query("select " + columnList<model::EffectChallenge>("e") +
              " from effect_challenge e where e.later_id = ");
  query.add(query.bind(later)).add(" order by e.id");
  return query.rows<model::EffectChallenge>(session);
}

}  // namespace octad::db
