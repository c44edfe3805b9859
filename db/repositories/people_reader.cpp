#include "db/repositories/people_reader.hpp"

#include <iterator>
#include <soci/soci.h>

#include "db/mapping/query.hpp"
#include "db/repositories/work_columns.hpp"

namespace octad::db {

using model::PeopleQuery;
using model::WorkItem;

namespace {

// The words of the partial indexes of migration 0010.
constexpr auto kOpenCase = " c.state not in ('closed', 'archived', 'cancelled')";
constexpr auto kOpenReturn = " g.state not in ('closed', 'cancelled', 'matched')";

/// The most urgent first, as many as are asked for.
std::vector<WorkItem> mostUrgent(soci::session& session, Query& query, const char* due,
                                 const PeopleQuery& people) {
  query.add(std::string(" order by ") + due + " is null, " + due + " limit " + std::to_string(people.limit));
  return query.rows<WorkItem>(session);
}

/// Cases whose turn is the CQE's, each with its owner; for a head those of owners of the department.
std::vector<WorkItem> cases(soci::session& session, const PeopleQuery& people) {
  Query query(selectCaseWork("handle") +
              "c.title, c.due_name, c.due_at, null, "
              "c.received_at,"
              " 'cqe', coalesce(p.name, '') from complaint c join customer u on u.id = c.customer_id"
              " left join person p on p.id = c.owner_id where c.turn = 'cqe' and");
  query.add(kOpenCase);
  if (people.department) query.add(" and p.department_id = ").add(query.bind(*people.department));
  return mostUrgent(session, query, "c.due_at", people);
}

/// Closings that wait for an approval: the manager's own.
std::vector<WorkItem> approvals(soci::session& session, const PeopleQuery& people) {
  if (people.department) return {};
  Query query(selectCaseWork("approve") +
              "c.title, c.due_name, c.due_at, null,"
              " cast(null as bigint), 'approver', '' from complaint c join customer u on u.id = c.customer_id"
              " where c.state = 'closing'");
  return mostUrgent(session, query, "c.due_at", people);
}

/// Questions that departments have not answered, also answers that came back.
std::vector<WorkItem> answers(soci::session& session, const PeopleQuery& people) {
  Query query(
      "select case when a.state = 'rejected' then 'mend' else 'answer' end, a.complaint_id, 0, "
      "a.complaint_number,"
      " a.customer_name, null, '', 0, a.disciplines || ' ' || a.question, 'assignment', cast(null as "
      "bigint), "
      "a.due_on,"
      " a.asked_at, 'department', t.code from assignment a join department t on t.id = a.department_id"
      " where a.state in ('asked', 'rejected')");
  if (people.department) query.add(" and a.department_id = ").add(query.bind(*people.department));
  return mostUrgent(session, query, "a.due_on", people);
}

/// Adds that the owner written in `column` is one of the department's people.
void addOwners(Query& query, const PeopleQuery& people, const char* column) {
  if (!people.department) return;
  query.add(std::string(" and ") + column + " in (select p.name from person p where p.department_id = ")
      .add(query.bind(*people.department))
      .add(")");
}

std::vector<WorkItem> actions(soci::session& session, const PeopleQuery& people) {
  Query query(selectCaseWork("action") +
              "t.text, 'action', cast(null as bigint), "
              "t.due_on,"
              " cast(null as bigint), '', coalesce(t.owner, '') from action t join complaint c on c.id ="
              " (select min(o.id) from complaint o where o.problem_id = t.problem_id and"
              " o.state not in ('closed', 'archived', 'cancelled')) join customer u on u.id = c.customer_id"
              " where t.done_on is null and coalesce(t.owner, '') <> ''");
  addOwners(query, people, "t.owner");
  return mostUrgent(session, query, "t.due_on", people);
}

std::vector<WorkItem> across(soci::session& session, const PeopleQuery& people) {
  Query query(selectCaseWork("across") +
              "t.subject, '', cast(null as bigint), t.due_on,"
              " cast(null as bigint), '', t.owner from read_across t join complaint c on c.id ="
              " (select max(o.id) from complaint o where o.problem_id = t.problem_id)"
              " join customer u on u.id = c.customer_id where t.answered_on is null and t.owner <> ''");
  addOwners(query, people, "t.owner");
  return mostUrgent(session, query, "t.due_on", people);
}

/// Returns that wait for their CQE, or for the department that tests.
std::vector<WorkItem> returns(soci::session& session, const PeopleQuery& people) {
  Query query(
      "select 'return', 0, g.id, g.number, u.name, null, '', 0, g.part_number || ' ' || g.failure, '', "
      "cast(null as "
      "bigint),"
      " g.due_on, cast(null as bigint), g.waits_for,"
      " case when g.waits_for = 'cqe' then coalesce(p.name, '') when g.waits_for = 'tester' then "
      "coalesce(t.code, '')"
      " else '' end from goods_return g join customer u on u.id = g.customer_id"
      " left join person p on p.id = g.owner_id left join department t on t.id = g.test_department_id where");
  query.add(kOpenReturn);
  if (people.department)
    query.add(" and ((g.waits_for = 'tester' and g.test_department_id = ")
        .add(query.bind(*people.department))
        .add(") or (g.waits_for = 'cqe' and p.department_id = ")
        .add(query.bind(*people.department))
        .add("))");
  else
    query.add(" and g.waits_for in ('cqe', 'tester', 'warehouse', 'finance')");
  return mostUrgent(session, query, "g.due_on", people);
}

}  // namespace

std::vector<WorkItem> readPeopleWork(soci::session& session, const PeopleQuery& query) {
  std::vector<WorkItem> all;
  for (auto* part : {&cases, &approvals, &answers, &actions, &across, &returns}) {
    auto found = part(session, query);
    all.insert(all.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  }
  return all;
}

}  // namespace octad::db
