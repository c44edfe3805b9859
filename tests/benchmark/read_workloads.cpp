#include "tests/benchmark/read_workloads.hpp"

#include <set>

#include "model/ports/family_reader.hpp"
#include "tests/support/bulk_cases.hpp"

namespace octad::benchmark {

using model::CaseColumn;
using model::CaseFilter;
using model::CaseSort;

namespace {

constexpr int kPage = 50;
const std::string kColumns =
    "select c.id, c.number, c.external_number, c.received_at, u.name, c.part_number, c.failure, c.title, "
    "c.severity,"
    " c.severity_provisional, c.state, c.acceptance, c.phase, c.turn, c.turn_name, c.due_at, c.due_name, "
    "o.name, d.code,"
    " c.closed_at, c.row_version from complaint c join customer u on u.id = c.customer_id"
    " left join person o on o.id = c.owner_id left join department d on d.id = c.responsible_department_id";
const std::string kOpenOnly = " where c.state not in ('closed', 'archived', 'cancelled')";

struct List {
  std::string name;
  CaseFilter filter;
  CaseSort sort;
  std::string plain;  ///< condition and order
};

std::vector<List> lists(bool postgres) {
  const std::string pinyin = postgres ? " collate \"zh-x-icu\"" : "";
  std::vector<List> out;
  out.push_back(
      {"list: all, newest", {}, {CaseColumn::receivedAt, true}, " order by c.received_at desc, c.id desc"});
  CaseFilter open;
  open.openOnly = true;
  out.push_back({"list: open, soonest due",
                 open,
                 {CaseColumn::dueAt, false},
                 kOpenOnly + " order by c.due_at nulls last, c.id"});
  CaseFilter customer;
  customer.customerId = model::CustomerId(1);
  out.push_back({"list: a customer, newest",
                 customer,
                 {CaseColumn::receivedAt, true},
                 " where c.customer_id = 1 order by c.received_at desc, c.id desc"});
  out.push_back(
      {"list: all, by failure", {}, {CaseColumn::failure, false}, " order by c.failure" + pinyin + ", c.id"});
  out.push_back(
      {"list: all, by customer", {}, {CaseColumn::customer, false}, " order by u.name" + pinyin + ", c.id"});
  CaseFilter department;
  department.departmentId = model::DepartmentId(2);
  out.push_back(
      {"list: a department, newest",
       department,
       {CaseColumn::receivedAt, true},
       " where (c.responsible_department_id = 2 or exists (select 1 from assignment a where a.complaint_id ="
       " c.id and a.department_id = 2 and a.state in ('asked', 'answered', 'rejected', 'refused')))"
       " order by c.received_at desc, c.id desc"});
  CaseFilter major;
  major.severity = model::SeverityClass::major;
  major.states = {model::CaseState::closed};
  out.push_back({"list: closed major, by number",
                 major,
                 {CaseColumn::number, true},
                 " where c.severity = 'major' and c.state = 'closed' order by c.number desc"});
  return out;
}

}  // namespace

std::vector<Workload> listWorkloads(model::Reader& reader, PlainConnection& plain, bool postgres,
                                    long long cases) {
  std::vector<Workload> out;
  for (const auto& list : lists(postgres))
    out.push_back({list.name, 1.5, true,
                   [&reader, list] { return reader.casePage(list.filter, list.sort, kPage, {}).rows.size(); },
                   [&plain, list] {
                     return plain.query(kColumns + list.plain + " limit $1", {std::to_string(kPage)}).size();
                   }});
  // The middle of the list: the same work as its beginning, or the keyset is none.
  const auto ids =
      reader.caseIds({}, {CaseColumn::severity, false}, static_cast<int>(std::min(50'000LL, cases / 2)));
  const auto row = reader.caseRows({ids.back()}).at(0);
  const auto rank = std::to_string(static_cast<int>(row.severity));
  const std::string key = "(case c.severity when 'major' then 2 when 'general' then 1 else 0 end)";
  out.push_back({"list: by class, page from the middle", 1.5, true,
                 [&reader, rank, row] {
                   return reader
                       .casePage({}, {CaseColumn::severity, false}, kPage, model::CaseKeyset{rank, row.id})
                       .rows.size();
                 },
                 [&plain, rank, row, key] {
                   return plain
                       .query(kColumns + " where " + key + " = " + rank + " and c.id > $1 order by " + key +
                                  ", c.id limit 50",
                              {std::to_string(row.id.value)})
                       .size();
                 }});
  return out;
}

std::vector<Workload> searchWorkloads(model::Reader& reader, PlainConnection& plain, bool postgres) {
  std::vector<Workload> out;
  const std::vector<std::pair<std::string, std::string>> words{
      {"search: rare Chinese word", std::string(support::kRareWord)},
      {"search: common Chinese word", std::string(support::kCommonWord)},
      {"search: English word", "torque"}};
  for (const auto& [name, word] : words) {
    const std::string condition =
        postgres ? " where c.id in (select s.complaint_id from complaint_search s where s.grams @> $1::text[]"
                   " and s.body like $2)"
                 : " where c.id in (select s.rowid & 1073741823 from complaint_search s where s.grams match "
                   "$1 and s.body "
                   "like $2)";
    const std::string grams = word == "torque" ? (postgres ? "{to,or,rq,qu,ue}" : "\"to or rq qu ue\"")
                                               : (postgres ? "{" + word + "}" : "\"" + word + "\"");
    CaseFilter filter;
    filter.text = word;
    out.push_back({name, 1.5, true,
                   [&reader, filter] { return reader.casePage(filter, {}, kPage, {}).rows.size(); },
                   [&plain, condition, grams, word = word] {
                     return plain
                         .query(kColumns + condition + " order by c.received_at desc, c.id desc limit 50",
                                {grams, "%" + word + "%"})
                         .size();
                   }});
  }
  return out;
}

/// The condition of a word, with $1 for its bigrams and $2 for the pattern.
std::string searched(bool postgres) {
  return postgres ? " c.id in (select s.complaint_id from complaint_search s where s.grams @> $1::text[]"
                    " and s.body like $2)"
                  : " c.id in (select s.rowid & 1073741823 from complaint_search s where s.grams match $1"
                    " and s.body like $2)";
}

Workload similarWorkload(model::Reader& reader, PlainConnection& plain, bool postgres, long long cases) {
  const auto row = reader.caseRows({model::ComplaintId(cases / 2 + 7)}).at(0);
  model::ComparedQuery query;
  query.part = row.partNumber;
  query.words = {std::string(support::kRareWord), std::string(support::kCommonWord)};
  return {
      "similar: what to compare a case with", 1.5, true,
      [&reader, query] { return reader.family().casesToCompare(query).size(); },
      [&plain, postgres, query] {
        std::set<std::string> ids;
        const auto take = [&ids](const auto& rows) {
          for (const auto& found : rows) ids.insert(found.at(0).value_or(""));
        };
        take(plain.query("select c.id from complaint c where c.part_number = $1 order by c.id desc limit 100",
                         {query.part}));
        for (const auto& word : query.words)
          take(plain.query("select c.id from complaint c where" + searched(postgres) +
                               " order by c.received_at desc, c.id desc limit 40",
                           {postgres ? "{" + word + "}" : "\"" + word + "\"", "%" + word + "%"}));
        std::string list;
        for (const auto& id : ids) list += (list.empty() ? "" : ",") + id;
        plain.query("select i.complaint_id, i.failure from complaint_item i where i.complaint_id in (" +
                        list + ") and i.position > $1",
                    {"1"});
        plain.query(
            "select x.problem_id, x.text from cause x where x.result = $1 and x.problem_id in"
            " (select c.problem_id from complaint c where c.id in (" +
                list + "))",
            {"confirmed"});
        return plain
            .query(
                "select c.id, c.number, p.number, u.name, c.title, c.state, c.phase, c.received_at, "
                "c.failure,"
                " c.verbatim, c.statement from complaint c join problem p on p.id = c.problem_id"
                " join customer u on u.id = c.customer_id where c.state <> $1 and c.id in (" +
                    list + ")",
                {"cancelled"})
            .size();
      }};
}

std::size_t readCasePlainly(PlainConnection& plain, const std::string& id, bool history) {
  const auto head = plain.query("select * from complaint where id = $1", {id});
  // number 3 and 6, 7 in the order of the columns: uuid, problem, customer
  const auto uuid = head.at(0).at(1);
  const auto problem = head.at(0).at(5);
  const auto customer = head.at(0).at(6);
  std::size_t rows = head.size();
  for (const char* table :
       {"complaint_item", "decision", "reply", "case_clock", "clock_pause", "sample", "sample_custody",
        "sample_consent", "return_line", "return_hand_over", "closing", "attachment", "assignment"})
    rows += plain.query("select * from " + std::string(table) + " where complaint_id = $1 order by id", {id})
                .size();
  rows += plain.query("select * from problem where id = $1", {problem}).size();
  for (const char* table : {"discipline", "team_member", "fact", "sweep_row", "sweep_count", "cause",
                            "why_step", "action", "verification", "document_change", "submission", "review"})
    rows +=
        plain.query("select * from " + std::string(table) + " where problem_id = $1 order by id", {problem})
            .size();
  rows += plain
              .query(
                  "select c.id, c.number, u.name, c.state from complaint c join customer u on u.id = "
                  "c.customer_id"
                  " where c.problem_id = $1 and c.id <> $2",
                  {problem, id})
              .size();
  rows += plain.query("select * from customer where id = $1", {customer}).size();
  rows +=
      plain
          .query(
              "select * from part where id in (select part_id from complaint_item where complaint_id = $1)",
              {id})
          .size();
  if (!history) return rows;
  const auto problemUuid = plain.query("select uuid from problem where id = $1", {problem}).at(0).at(0);
  return rows + plain
                    .query("select * from audit_event where chain in ($1, $2) order by at_us, chain, seq",
                           {uuid, problemUuid})
                    .size();
}

Workload openWorkload(model::Reader& reader, PlainConnection& plain, long long cases) {
  const auto id = cases / 2 + 7;
  return {"open a case with its history", 2.0, true,
          [&reader, id] {
            const auto file = reader.openCase(model::ComplaintId(id));
            std::size_t rows = reader.history(file.complaint.id).size();
            model::forEachMember(file, [&rows](std::string_view name, const auto& field) {
              // Plain SQL leaves the names of people and departments to a second look.
              if (name == "people" || name == "departments") return;
              if constexpr (requires { field.size(); })
                rows += field.size();
              else
                ++rows;
            });
            return rows;
          },
          [&plain, id] { return readCasePlainly(plain, std::to_string(id), true); }};
}

Workload countsWorkload(model::Reader& reader, PlainConnection& plain) {
  using model::Dimension;
  return {
      "counts of a year by month x customer x class", 1.2, false,
      [&reader] {
        return reader
            .counts({Dimension::month, Dimension::customer, Dimension::severity}, "2025-01", "2025-12")
            .rows.size();
      },
      [&plain] {
        return plain
            .query(
                "select f.notice_month, u.name, f.severity, count(*), sum(f.counted), sum(f.counted * "
                "f.weight)"
                " from (select c.notice_month, c.customer_id, c.severity, c.weight, case when c.weight > 0 "
                "and"
                " c.acceptance <> 'not_ours' and row_number() over (partition by c.notice_month, "
                "c.problem_id,"
                " c.customer_id order by case when c.acceptance = 'not_ours' then 0 else c.weight end desc,"
                " c.id) = 1 then 1 else 0 end as counted from complaint c where c.notice_month >= $1 and"
                " c.notice_month <= $2 and c.state <> 'cancelled') f join customer u on u.id = f.customer_id"
                " group by f.notice_month, f.severity, u.name order by 1, 2, 3",
                {"2025-01", "2025-12"})
            .size();
      }};
}

}  // namespace octad::benchmark
