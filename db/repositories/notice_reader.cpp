#include "db/repositories/notice_reader.hpp"

#include <iterator>
#include <map>
#include <soci/soci.h>
#include <utility>

#include "db/connection/database.hpp"
#include "db/connection/error_translation.hpp"
#include "db/mapping/query.hpp"

namespace octad::db {

using model::Mail;
using model::Notice;
using model::OpenItem;

namespace {

// The words of the partial indexes of migrations 0010 and 0011.
constexpr auto kOpenCase = " c.state not in ('closed', 'archived', 'cancelled')";

/// The columns of an OpenItem after the kind: id, case, return, number, customer, subject; due, since, owner
/// and department; safety, repeat, replied, touched; escalated, loss, its currency, dissatisfied, bounces,
/// reporters.
constexpr auto kCases =
    "select 'case', c.id, c.id, cast(null as bigint), c.number, u.name, c.title,"
    " '', cast(null as bigint), null, c.created_at, c.owner_id, '', cast(null as bigint),"
    " c.safety, c.repeat, case when exists (select 1 from reply r where r.complaint_id = c.id) then 1 else 0 "
    "end,"
    " (select max(x.at) from (select c.created_at as at"
    "  union all select max(d.decided_at) from decision d where d.complaint_id = c.id"
    "  union all select max(a.asked_at) from assignment a where a.complaint_id = c.id"
    "  union all select max(f.added_at) from attachment f where f.complaint_id = c.id"
    "  union all select max(s.arrived_at) from sample s where s.complaint_id = c.id"
    "  union all select max(p.started_at) from clock_pause p where p.complaint_id = c.id"
    "  union all select max(b.submitted_at) from submission b where b.problem_id = c.problem_id) x),"
    " c.escalated_to, c.loss_minor, coalesce(c.loss_currency, ''),"
    " case when c.result = 'dissatisfied' or 'objected' = (select r.status from reply r where"
    " r.complaint_id = c.id order by r.sent_at desc, r.id limit 1) then 1 else 0 end, 0, ";
constexpr auto kFromCases = " from complaint c join customer u on u.id = c.customer_id where";
constexpr long long kDay = 24 * 3600 * 1'000'000LL;

/// How many people told the failure of a part of the case in the days up to its notice (S1-36): a customer,
/// and each of its contacts, is one.
std::string reporters(int days) {
  if (days <= 0) return "0";
  return "(select count(distinct o.customer_id || ' ' || lower(coalesce(o.contact, ''))) from complaint_item "
         "i"
         " join complaint_item oi on oi.part_id = i.part_id and oi.failure = i.failure"
         " join complaint o on o.id = oi.complaint_id and o.state <> 'cancelled'"
         " and o.received_at <= c.received_at and o.received_at >= c.received_at - " +
         std::to_string(days * kDay) + " where i.complaint_id = c.id)";
}

/// What is said to the customer is the CQE's, also while a department is asked.
constexpr auto kClocks =
    "select 'clock', k.id, c.id, cast(null as bigint), c.number, u.name, c.title,"
    " k.name, k.due_at, null, k.started_at, c.owner_id, '', t.id,"
    " 0, 0, 0, cast(null as bigint), null, cast(null as bigint), '', 0, 0, 0"
    " from complaint c join customer u on u.id = c.customer_id"
    " join case_clock k on k.complaint_id = c.id and k.met_at is null and k.due_at is not null"
    " left join department t on c.turn = 'department' and t.code = c.turn_name"
    " and k.name not in ('first_reply', 'first_contact', 'further_contact', 'closing') where";

constexpr auto kAnswers =
    "select 'answer', a.id, a.complaint_id, cast(null as bigint), a.complaint_number, a.customer_name,"
    " a.disciplines || ' ' || a.part_number || ' ' || a.failure,"
    " 'assignment', cast(null as bigint), a.due_on, a.asked_at, a.asked_by, '', a.department_id,"
    " 0, 0, 0, cast(null as bigint), null, cast(null as bigint), '', 0, 0, 0"
    " from assignment a where a.state in ('asked', 'rejected')";

constexpr auto kActions =
    "select 'action', t.id, c.id, cast(null as bigint), c.number, u.name, t.text,"
    " 'action', cast(null as bigint), t.due_on, cast(null as bigint), c.owner_id, coalesce(t.owner, ''),"
    " t.department_id, 0, 0, 0, cast(null as bigint), null, cast(null as bigint), '', 0, 0, 0"
    " from action t join complaint c on c.id = (select min(o.id) from complaint o where o.problem_id ="
    " t.problem_id and o.state not in ('closed', 'archived', 'cancelled'))"
    " join customer u on u.id = c.customer_id where t.done_on is null and t.due_on is not null";

constexpr auto kReturns =
    "select 'return', g.id, cast(null as bigint), g.id, g.number, u.name, g.part_number || ' ' || g.failure,"
    " '', cast(null as bigint), g.due_on, g.created_at, g.owner_id, '',"
    " case when g.waits_for = 'tester' then g.test_department_id end,"
    " 0, 0, 0, cast(null as bigint), null, cast(null as bigint), '', 0, 0, 0"
    " from goods_return g join customer u on u.id = g.customer_id"
    " where g.state not in ('closed', 'cancelled', 'matched') and g.due_on is not null";

/// A question that came back; after how many times the manager rules says the policy.
constexpr auto kRefusals =
    "select 'refusal', a.id, a.complaint_id, cast(null as bigint), a.complaint_number, a.customer_name,"
    " a.disciplines || ' ' || a.part_number || ' ' || a.failure,"
    " '', cast(null as bigint), null, a.asked_at, a.asked_by, '', cast(null as bigint),"
    " 0, 0, 0, cast(null as bigint), null, cast(null as bigint), '', 0, a.bounces, 0"
    " from assignment a where a.state = 'refused'";

/// Shown with the newest case of the problem, which may be closed.
constexpr auto kChallenges =
    "select 'challenge', e.id, c.id, cast(null as bigint), c.number, u.name, e.later_number || ' ' || "
    "c.title,"
    " '', cast(null as bigint), null, e.raised_at, c.owner_id, '', cast(null as bigint),"
    " 0, 0, 0, cast(null as bigint), null, cast(null as bigint), '', 0, 0, 0"
    " from effect_challenge e join complaint c on c.id = (select max(o.id) from complaint o where "
    "o.problem_id ="
    " e.problem_id and o.state <> 'cancelled') join customer u on u.id = c.customer_id where e.ruling is "
    "null";

/// While the question is open the ruling is news for whoever has to answer it.
constexpr auto kRulings =
    "select 'extension', x.id, a.complaint_id, cast(null as bigint), a.complaint_number, a.customer_name,"
    " a.disciplines || ' ' || a.part_number || ' ' || a.failure,"
    " 'assignment', cast(null as bigint), a.due_on, x.ruled_at, a.asked_by, '', a.department_id,"
    " 0, 0, 0, cast(null as bigint), null, cast(null as bigint), '', 0, 0, 0"
    " from assignment a join extension_request x on x.assignment_id = a.id and x.ruled_at is not null"
    " where a.state in ('asked', 'rejected')";

/// What was booked on the returns of open cases, by currency, with the pieces that came or are still expected
/// and those of the case among them. Costs of a return are few, and most returns have none.
constexpr auto kReturnCosts =
    "with booked as (select k.return_id, k.currency,"
    "  sum(case when k.reversal = 1 then -k.amount_minor else k.amount_minor end) as minor from return_cost k"
    "  where k.return_id in (select l.return_id from return_line l join complaint c on c.id = l.complaint_id "
    "where"
    "{0}) group by k.return_id, k.currency),"
    " line_pieces as (select l.return_id, l.complaint_id, l.id,"
    "  coalesce((select sum(case when m.from_place in ('outside', 'surplus', 'missing') then m.quantity else "
    "0 end"
    "   - case when m.to_place in ('outside', 'surplus', 'missing') then m.quantity else 0 end)"
    "   from return_movement m where m.line_id = l.id), 0) as pieces"
    "  from return_line l where l.return_id in (select b.return_id from booked b)),"
    " whole as (select p.return_id, sum(p.pieces) as pieces, count(*) as lines from line_pieces p group by "
    "p.return_id),"
    " own as (select p.return_id, p.complaint_id, sum(p.pieces) as pieces, count(*) as lines from "
    "line_pieces p"
    "  where p.complaint_id is not null group by p.return_id, p.complaint_id)"
    " select c.id, g.number, b.currency, cast(b.minor as bigint), cast(o.pieces as bigint), cast(w.pieces as "
    "bigint),"
    " cast(o.lines as bigint), cast(w.lines as bigint)"
    " from own o join whole w on w.return_id = o.return_id join booked b on b.return_id = o.return_id"
    " join goods_return g on g.id = o.return_id join complaint c on c.id = o.complaint_id where{0}"
    " order by c.id, g.number, b.currency";

void addReturnCosts(soci::session& session, std::vector<OpenItem>& cases) {
  std::string sql = kReturnCosts;
  for (auto at = sql.find("{0}"); at != std::string::npos; at = sql.find("{0}"))
    sql.replace(at, 3, kOpenCase);
  std::map<model::ComplaintId, std::vector<model::ReturnCostShare>> shares;
  for (auto& share : Query(sql).rows<model::ReturnCostShare>(session))
    shares[share.complaintId].push_back(std::move(share));
  for (auto& item : cases)
    if (const auto found = shares.find(item.complaintId.value_or(model::ComplaintId()));
        found != shares.end())
      item.costs = std::move(found->second);
}

std::vector<OpenItem> readOpenItems(soci::session& session, int reporterDays) {
  std::vector<OpenItem> items;
  bool casesRead = false;
  for (const std::string& sql :
       {std::string(kCases) + reporters(reporterDays) + kFromCases + kOpenCase,
        std::string(kClocks) + kOpenCase, std::string(kAnswers), std::string(kActions), std::string(kReturns),
        std::string(kRefusals), std::string(kChallenges), std::string(kRulings)}) {
    auto rows = Query(sql).rows<OpenItem>(session);
    if (!std::exchange(casesRead, true)) addReturnCosts(session, rows);
    items.insert(items.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
  }
  return items;
}

struct LastMail {
  model::PersonId person;
  model::Instant madeAt;

  static constexpr auto describe() {
    return model::members(model::member("person_id", &LastMail::person),
                          model::member("made_at", &LastMail::madeAt));
  }
};

}  // namespace

template <class Work>
auto SqlNoticeReader::read(Work&& work) {
  return translated([&] {
    const Lease lease = m_database.reader();
    return work(lease.session());
  });
}

std::vector<OpenItem> SqlNoticeReader::openItems(int reporterDays) {
  return read([reporterDays](soci::session& session) { return readOpenItems(session, reporterDays); });
}

std::vector<model::ComplaintId> SqlNoticeReader::unansweredCases() {
  return read([](soci::session& session) {
    Query query(
        "select distinct r.complaint_id from reply r join complaint c on c.id = r.complaint_id"
        " where r.status = 'sent' and r.stage in ('8d', 'letter') and");
    query.add(kOpenCase);
    std::vector<model::ComplaintId> ids;
    for (const long long id : query.numbers(session)) ids.emplace_back(id);
    return ids;
  });
}

std::vector<std::string> SqlNoticeReader::knownKeys() {
  return read([](soci::session& session) { return Query("select notice_key from notice").texts(session); });
}

std::vector<Notice> SqlNoticeReader::inbox(model::PersonId person, bool unreadOnly, int limit) {
  return read([&](soci::session& session) {
    Query query("select " + columnList<Notice>("n") + " from notice n where n.person_id = ");
    query.add(query.bind(person));
    if (unreadOnly) query.add(" and n.read_at is null");
    query.add(" order by n.made_at desc, n.id desc limit ").add(query.bind(static_cast<long long>(limit)));
    return query.rows<Notice>(session);
  });
}

std::vector<Notice> SqlNoticeReader::unread() {
  return read([](soci::session& session) {
    return Query("select " + columnList<Notice>("n") +
                 " from notice n where n.read_at is null order by n.made_at desc, n.id desc")
        .rows<Notice>(session);
  });
}

std::vector<Mail> SqlNoticeReader::mails(bool all, int limit) {
  return read([&](soci::session& session) {
    Query query("select " + columnList<Mail>("m") + " from mail m");
    if (!all) query.add(" where m.state not in ('sent', 'replaced')");
    query.add(" order by m.made_at desc, m.id desc limit ").add(query.bind(static_cast<long long>(limit)));
    return query.rows<Mail>(session);
  });
}

std::vector<Mail> SqlNoticeReader::mailsDue(model::Instant now, int limit) {
  return read([&](soci::session& session) {
    Query query("select " + columnList<Mail>("m") +
                " from mail m where m.state = 'queued' and m.next_at <= ");
    query.add(query.bind(now)).add(" order by m.next_at, m.id limit ");
    query.add(query.bind(static_cast<long long>(limit)));
    return query.rows<Mail>(session);
  });
}

std::vector<Mail> SqlNoticeReader::delayedMails(model::Instant reportedBefore, int limit) {
  return read([&](soci::session& session) {
    Query query("select " + columnList<Mail>("m") +
                " from mail m where m.state = 'delayed' and m.reported_at < ");
    query.add(query.bind(reportedBefore)).add(" order by m.reported_at, m.id limit ");
    query.add(query.bind(static_cast<long long>(limit)));
    return query.rows<Mail>(session);
  });
}

std::optional<Mail> SqlNoticeReader::mailWithId(const std::string& messageId) {
  if (messageId.empty()) return std::nullopt;
  return read([&](soci::session& session) -> std::optional<Mail> {
    Query query("select " + columnList<Mail>("m") + " from mail m where m.message_id = ");
    query.add(query.bind(messageId)).add(" limit 1");
    auto found = query.rows<Mail>(session);
    if (!found.empty()) return found.front();
    // Mails of earlier versions of Octad do not hold it; it follows from their key.
    for (const auto& key : Query("select m.mail_key from mail m where m.message_id = ''").texts(session)) {
      if (model::messageIdOf(key) != messageId) continue;
      Query old("select " + columnList<Mail>("m") + " from mail m where m.mail_key = ");
      old.add(old.bind(key));
      return old.rows<Mail>(session).front();
    }
    return std::nullopt;
  });
}

std::map<model::PersonId, model::Instant> SqlNoticeReader::lastMails() {
  return read([](soci::session& session) {
    std::map<model::PersonId, model::Instant> last;
    for (const auto& row :
         Query("select person_id, max(made_at) from mail group by person_id").rows<LastMail>(session))
      last[row.person] = row.madeAt;
    return last;
  });
}

}  // namespace octad::db
