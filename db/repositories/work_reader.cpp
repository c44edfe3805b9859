#include "db/repositories/work_reader.hpp"

#include <functional>
#include <iterator>
#include <set>
#include <soci/soci.h>

#include "db/mapping/query.hpp"
#include "db/repositories/read_snapshot.hpp"
#include "db/repositories/work_columns.hpp"

namespace octad::db {

using model::WorkItem;
using model::WorkKind;

namespace {

// The words of the partial indexes of migration 0010.
constexpr auto kOpenCase = " c.state not in ('closed', 'archived', 'cancelled')";
constexpr auto kOpenReturn = " g.state not in ('closed', 'cancelled', 'matched')";

/// The columns of a WorkItem for a case `c` of customer `u`.
std::string caseColumns(const char* kind) {
  return selectCaseWork(kind) +
         "c.title, c.due_name, c.due_at, null, c.received_at, c.turn, c.turn_name from complaint c join "
         "customer u on u.id = c.customer_id where";
}

std::vector<WorkItem> ownCases(soci::session& session, const model::WorkQuery& work) {
  Query query(caseColumns("handle") + kOpenCase);
  query.add(" and c.owner_id = ").add(query.bind(work.person));
  return query.rows<WorkItem>(session);
}

std::vector<WorkItem> newCases(soci::session& session) {
  Query query(caseColumns("handle") + kOpenCase);
  query.add(" and c.owner_id is null and c.turn = 'cqe'");
  return query.rows<WorkItem>(session);
}

std::vector<WorkItem> approvals(soci::session& session, const model::WorkQuery& work) {
  Query query(caseColumns("approve"));
  query.add(" c.state = 'closing' and (c.owner_id is null or c.owner_id <> ")
      .add(query.bind(work.person))
      .add(")");
  return query.rows<WorkItem>(session);
}

/// One row a submitted discipline of the person's cases; the subject is its code.
std::vector<WorkItem> submitted(soci::session& session, const model::WorkQuery& work) {
  Query query(selectCaseWork("review") +
              "d.code, c.due_name, c.due_at, null, cast(null "
              "as bigint), c.turn,"
              " c.turn_name from complaint c join customer u on u.id = c.customer_id"
              " join discipline d on d.problem_id = c.problem_id and d.state = 'submitted' where");
  query.add(kOpenCase).add(" and c.owner_id = ").add(query.bind(work.person)).add(" order by c.id, d.code");
  return query.rows<WorkItem>(session);
}

/// Questions that a department refused. The first ruling is the CQE's, later ones are the manager's (model:
/// kManagersBounce).
std::vector<WorkItem> refusals(soci::session& session, const model::WorkQuery& work) {
  Query query(selectCaseWork("refusal") +
              "t.code || ' ' || a.disciplines || ' ' || "
              "a.refusal,"
              " '', cast(null as bigint), null, a.asked_at, 'cqe', '' from assignment a"
              " join complaint c on c.id = a.complaint_id join customer u on u.id = c.customer_id"
              " join department t on t.id = a.department_id where a.state = 'refused' and");
  query.add(kOpenCase).add(" and ((a.bounces < 2 and (c.owner_id = ").add(query.bind(work.person));
  if (work.newCases) query.add(" or c.owner_id is null");
  query.add("))");
  if (work.manages) query.add(" or a.bounces >= 2");
  query.add(")");
  return query.rows<WorkItem>(session);
}

/// More time that a department asks for.
std::vector<WorkItem> extensions(soci::session& session, const model::WorkQuery& work) {
  Query query(selectCaseWork("extension") +
              "t.code || ' ' || a.disciplines || ' ' ||"
              " x.reason, 'assignment', cast(null as bigint), a.due_on, x.requested_at, 'cqe', '' from "
              "extension_request x"
              " join assignment a on a.id = x.assignment_id join complaint c on c.id = a.complaint_id"
              " join customer u on u.id = c.customer_id join department t on t.id = a.department_id"
              " where x.state = 'asked' and");
  query.add(kOpenCase).add(" and (c.owner_id = ").add(query.bind(work.person));
  if (work.newCases) query.add(" or c.owner_id is null");
  query.add(")");
  return query.rows<WorkItem>(session);
}

/// Visits owed after the closing of the person's cases.
std::vector<WorkItem> followUps(soci::session& session, const model::WorkQuery& work) {
  Query query(
      selectCaseWork("follow_up") +
      "c.title, 'follow_up', cast(null as bigint),"
      " f.due_on, c.closed_at, 'cqe', '' from follow_up f join complaint c on c.id = f.complaint_id"
      " join customer u on u.id = c.customer_id where f.done_on is null and c.state in ('closed', 'archived')"
      " and (c.owner_id is null or c.owner_id = ");
  query.add(query.bind(work.person)).add(")");
  return query.rows<WorkItem>(session);
}

/// Stops of clocks that somebody else asks for.
std::vector<WorkItem> askedStops(soci::session& session, const model::WorkQuery& work) {
  Query query(selectCaseWork("stop") +
              "p.reason, p.clock, k.due_at, null, p.started_at,"
              " 'approver', '' from clock_pause p join complaint c on c.id = p.complaint_id"
              " join customer u on u.id = c.customer_id"
              " join case_clock k on k.complaint_id = p.complaint_id and k.name = p.clock"
              " where p.state = 'asked' and p.ended_at is null and");
  query.add(kOpenCase).add(" and p.asked_by <> ").add(query.bind(work.person));
  return query.rows<WorkItem>(session);
}

/// Answers that the CQE entered for the department and nobody there has looked at.
std::vector<WorkItem> unconfirmed(soci::session& session, model::DepartmentId department) {
  Query query(
      selectCaseWork("confirm") +
      "s.discipline, '', cast(null as bigint), null,"
      " s.submitted_at, 'department', '' from submission s"
      " join discipline d on d.problem_id = s.problem_id and d.code = s.discipline and d.revision = "
      "s.revision"
      " join complaint c on c.id = (select min(o.id) from complaint o where o.problem_id = s.problem_id and"
      " o.state not in ('closed', 'archived', 'cancelled')) join customer u on u.id = c.customer_id"
      " where s.on_behalf_of = ");
  query.add(query.bind(department))
      .add(
          " and not exists (select 1 from answer_confirmation w where w.submission_id = s.id)"
          " order by c.id, s.discipline");
  return query.rows<WorkItem>(session);
}

/// Later complaints held against the effect in the person's cases, open or closed.
std::vector<WorkItem> challenges(soci::session& session, const model::WorkQuery& work) {
  Query query(
      selectCaseWork("challenge") +
      "e.later_number, '', cast(null as bigint), "
      "null,"
      " e.raised_at, 'cqe', '' from effect_challenge e join complaint c on c.id = (select max(o.id) from "
      "complaint o"
      " where o.problem_id = e.problem_id and o.state <> 'cancelled') join customer u on u.id = c.customer_id"
      " where e.ruling is null and (c.owner_id = ");
  query.add(query.bind(work.person));
  if (work.newCases) query.add(" or c.owner_id is null");
  query.add(") order by c.id, e.later_number");
  return query.rows<WorkItem>(session);
}

std::vector<WorkItem> answers(soci::session& session, model::DepartmentId department) {
  Query query(
      "select case when a.state = 'rejected' then 'mend' else 'answer' end, a.complaint_id, 0, "
      "a.complaint_number, a.customer_name, null, '', 0, a.disciplines || ' ' "
      "|| "
      "a.question, 'assignment', cast(null as bigint), a.due_on, a.asked_at, 'department', '' from "
      "assignment a"
      " where a.department_id = ");
  query.add(query.bind(department)).add(" and a.state in ('asked', 'rejected')");
  return query.rows<WorkItem>(session);
}

/// The columns of an open action `t`, shown with the first open case of its problem.
std::string actionColumns() {
  return selectCaseWork("action") +
         "t.text, 'action', cast(null as bigint), "
         "t.due_on, cast(null as bigint), '',"
         " coalesce(t.owner, '') from ";
}

std::vector<WorkItem> ownActions(soci::session& session, const model::WorkQuery& work) {
  Query query(actionColumns());
  query
      .add(
          "action t join complaint c on c.id = (select min(o.id) from complaint o where o.problem_id ="
          " t.problem_id and o.state not in ('closed', 'archived', 'cancelled'))"
          " join customer u on u.id = c.customer_id where t.done_on is null and t.owner = ")
      .add(query.bind(work.personName));
  return query.rows<WorkItem>(session);
}

/// Actions of others in the person's cases that have a date.
std::vector<WorkItem> othersActions(soci::session& session, const model::WorkQuery& work) {
  Query query(actionColumns());
  query
      .add(
          "complaint c join customer u on u.id = c.customer_id join action t on t.problem_id = c.problem_id"
          " where t.done_on is null and t.due_on is not null and coalesce(t.owner, '') <> ")
      .add(query.bind(work.personName))
      .add(" and")
      .add(kOpenCase)
      .add(" and c.owner_id = ")
      .add(query.bind(work.person));
  return query.rows<WorkItem>(session);
}

std::vector<WorkItem> returns(soci::session& session, const std::function<void(Query&)>& whose) {
  Query query(
      "select 'return', 0, g.id, g.number, u.name, null, '', 0, g.part_number || ' ' || g.failure, '',"
      " cast(null as bigint), g.due_on, cast(null as bigint), g.waits_for, '' from goods_return g"
      " join customer u on u.id = g.customer_id where");
  query.add(kOpenReturn).add(" and ");
  whose(query);
  return query.rows<WorkItem>(session);
}

/// Rows of the read-across that were asked and not answered: of the person or the department, and those in
/// the person's cases that wait for others. Answers come after a case was closed too.
std::string acrossColumns() {
  return selectCaseWork("across") +
         "t.subject, '', cast(null as bigint),"
         " t.due_on, cast(null as bigint), '', t.owner from ";
}

std::vector<WorkItem> askedAcross(soci::session& session, const model::WorkQuery& work) {
  Query query(acrossColumns());
  query.add(
      "read_across t join complaint c on c.id = (select max(o.id) from complaint o where o.problem_id = "
      "t.problem_id)"
      " join customer u on u.id = c.customer_id where t.answered_on is null and (t.owner = ");
  query.add(query.bind(work.personName));
  if (work.department) query.add(" or t.department_id = ").add(query.bind(*work.department));
  query.add(")");
  return query.rows<WorkItem>(session);
}

std::vector<WorkItem> othersAcross(soci::session& session, const model::WorkQuery& work) {
  Query query(acrossColumns());
  query
      .add(
          "complaint c join customer u on u.id = c.customer_id join read_across t on t.problem_id = "
          "c.problem_id"
          " where t.answered_on is null and t.due_on is not null and t.owner <> ")
      .add(query.bind(work.personName))
      .add(" and")
      .add(kOpenCase)
      .add(" and c.owner_id = ")
      .add(query.bind(work.person));
  return query.rows<WorkItem>(session);
}

std::vector<WorkItem> ownReturns(soci::session& session, const model::WorkQuery& work) {
  return returns(session, [&](Query& query) { query.add("g.owner_id = ").add(query.bind(work.person)); });
}

std::vector<WorkItem> queuedReturns(soci::session& session, model::ReturnWait queue) {
  return returns(session, [&](Query& query) {
    query.add("g.waits_for = ").add(query.bind(std::string(model::keyOf(queue))));
  });
}

std::vector<WorkItem> testsOf(soci::session& session, model::DepartmentId department) {
  return returns(session, [&](Query& query) {
    query.add("g.waits_for = 'tester' and g.test_department_id = ").add(query.bind(department));
  });
}

void append(std::vector<WorkItem>& to, std::vector<WorkItem> from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

/// Rows of one case made one, their codes in a row: "D4, D5".
std::vector<WorkItem> oneACase(std::vector<WorkItem> rows) {
  std::vector<WorkItem> out;
  for (auto& row : rows) {
    if (!out.empty() && out.back().caseId == row.caseId)
      out.back().subject += ", " + row.subject;
    else
      out.push_back(std::move(row));
  }
  return out;
}

/// What belongs to cases.
void addCases(soci::session& session, const model::WorkQuery& work, model::WorkList& list) {
  const auto reviews = oneACase(submitted(session, work));
  const auto rulings = refusals(session, work);
  std::set<model::ComplaintId> reviewed;
  for (const auto& review : reviews) reviewed.insert(review.caseId);
  for (const auto& ruling : rulings) reviewed.insert(ruling.caseId);
  for (auto& item : ownCases(session, work)) {
    if (item.waitsFor != model::keyOf(model::Turn::cqe))
      list.others.push_back(std::move(item));
    else if (!reviewed.contains(item.caseId))
      list.mine.push_back(std::move(item));
  }
  append(list.mine, reviews);
  append(list.mine, rulings);
  append(list.mine, extensions(session, work));
  append(list.mine, oneACase(challenges(session, work)));
  if (work.newCases) append(list.mine, newCases(session));
  if (work.approvals) append(list.mine, approvals(session, work));
  if (work.manages) append(list.mine, askedStops(session, work));
  if (work.newCases) append(list.mine, followUps(session, work));
  if (work.answers && work.department) {
    append(list.mine, answers(session, *work.department));
    append(list.mine, oneACase(unconfirmed(session, *work.department)));
  }
  append(list.mine, ownActions(session, work));
  append(list.others, othersActions(session, work));
  append(list.mine, askedAcross(session, work));
  append(list.others, othersAcross(session, work));
}

/// What waits for the department of somebody who is away. The server lets a login see it only while it acts
/// for that department.
void addStandIn(soci::session& session, const Dialect& dialect, const model::StandIn& place,
                model::WorkList& list) {
  const ReadSnapshot snapshot(session, dialect);
  dialect.actFor(session, place.departmentId.value, true);
  std::vector<WorkItem> items = answers(session, place.departmentId);
  append(items, oneACase(unconfirmed(session, place.departmentId)));
  append(items, testsOf(session, place.departmentId));
  for (WorkItem& item : items) item.inPlaceOf = place;
  append(list.mine, std::move(items));
}

/// The own cases and returns of a CQE who is away.
void addAbsent(soci::session& session, const model::StandIn& place, model::WorkList& list) {
  model::WorkQuery query;
  query.person = place.absentId;
  query.personName = place.absentName;
  model::WorkList theirs;
  addCases(session, query, theirs);
  for (WorkItem& item : ownReturns(session, query))
    if (item.waitsFor == model::keyOf(model::ReturnWait::cqe)) theirs.mine.push_back(std::move(item));
  for (WorkItem& item : theirs.mine) item.inPlaceOf = place;
  append(list.mine, std::move(theirs.mine));
}

}  // namespace

model::WorkList readWork(soci::session& session, const Dialect& dialect, const model::WorkQuery& work) {
  model::WorkList list;
  if (work.cases) addCases(session, work, list);
  for (auto& item : ownReturns(session, work))
    (item.waitsFor == model::keyOf(model::ReturnWait::cqe) ? list.mine : list.others)
        .push_back(std::move(item));
  for (const auto queue : work.queues) append(list.mine, queuedReturns(session, queue));
  if (work.department) append(list.mine, testsOf(session, *work.department));
  for (const model::StandIn& place : work.absentCqes) addAbsent(session, place, list);
  for (const model::StandIn& place : work.standIns)
    if (place.departmentId != work.department) addStandIn(session, dialect, place, list);
  return list;
}

}  // namespace octad::db
