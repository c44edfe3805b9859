#include "db/repositories/family_reader.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <soci/soci.h>

#include "db/dialect/dialect.hpp"
#include "db/mapping/query.hpp"
#include "db/repositories/case_list_reader.hpp"

namespace octad::db {

using model::member;
using model::members;

namespace {

// How many are looked at: of one part, of each other part of its family, of each word, and of such parts.
constexpr long long kOfPart = 100;
constexpr long long kOfFamilyPart = 20;
constexpr int kOfWord = 40;
constexpr long long kFamilyParts = 30;
// A common word is in every sixth case, and each costs: with so many found by part and family, two have to
// do.
constexpr std::size_t kEnough = 100;
constexpr std::size_t kWordsThen = 2;
constexpr const char* kTextLength = "4000";  ///< characters of the customer's words that are compared

/// The columns of a case that are compared, flat as they are read.
struct ComparedHead {
  model::ComplaintId id;
  std::string number;
  model::ProblemId problemId;
  std::string problemNumber;
  std::string customerName;
  std::string title;
  model::CaseState state = model::CaseState::registered;
  std::string phase;
  model::Instant receivedAt;
  std::string family;
  std::string part;
  std::string failure;
  std::string verbatim;
  std::string statement;

  static constexpr auto describe() {
    return members(
        member("id", &ComparedHead::id), member("number", &ComparedHead::number),
        member("problem_id", &ComparedHead::problemId), member("problem", &ComparedHead::problemNumber),
        member("customer", &ComparedHead::customerName), member("title", &ComparedHead::title),
        member("state", &ComparedHead::state), member("phase", &ComparedHead::phase),
        member("received_at", &ComparedHead::receivedAt), member("family", &ComparedHead::family),
        member("part", &ComparedHead::part), member("failure", &ComparedHead::failure),
        member("verbatim", &ComparedHead::verbatim), member("statement", &ComparedHead::statement));
  }
};

/// A lesson with what its library shows beside it.
struct LessonNumbers {
  model::LessonId lessonId;
  std::string problem;
  std::string complaint;
  model::ComplaintId complaintId;

  static constexpr auto describe() {
    return members(member("lesson_id", &LessonNumbers::lessonId), member("problem", &LessonNumbers::problem),
                   member("complaint", &LessonNumbers::complaint),
                   member("complaint_id", &LessonNumbers::complaintId));
  }
};

struct ComparedItem {
  model::ComplaintId complaintId;
  std::string failure;

  static constexpr auto describe() {
    return members(member("complaint_id", &ComparedItem::complaintId),
                   member("failure", &ComparedItem::failure));
  }
};

struct ComparedCause {
  model::ProblemId problemId;
  std::string text;
  std::optional<model::CauseBranch> branch;

  static constexpr auto describe() {
    return members(member("problem_id", &ComparedCause::problemId), member("text", &ComparedCause::text),
                   member("branch", &ComparedCause::branch));
  }
};

void addNewest(soci::session& session, const std::string& part, long long limit, std::set<long long>& ids) {
  Query query("select c.id from complaint c where c.part_number = ");
  query.add(query.bind(part)).add(" order by c.id desc limit ").add(query.bind(limit));
  for (const auto id : query.numbers(session)) ids.insert(id);
}

/// The other parts of a family.
std::vector<std::string> partsOf(soci::session& session, const model::ComparedQuery& wanted) {
  Query query("select p.number from part p where p.family = ");
  query.add(query.bind(wanted.family)).add(" and p.number <> ").add(query.bind(wanted.part));
  query.add(" order by p.id desc limit ").add(query.bind(kFamilyParts));
  return query.texts(session);
}

/// Of each part of the family the newest, in one statement.
void addNewestOfFamily(soci::session& session, const model::ComparedQuery& wanted, std::set<long long>& ids) {
  const auto parts = partsOf(session, wanted);
  if (parts.empty()) return;
  Query query;
  for (const auto& part : parts) {
    query.add(query.sql().empty() ? "" : " union all ");
    query.add("select x.id from (select c.id from complaint c where c.part_number = ").add(query.bind(part));
    query.add(" order by c.id desc limit ").add(query.bind(kOfFamilyPart)).add(") x");
  }
  for (const auto id : query.numbers(session)) ids.insert(id);
}

std::set<long long> candidates(soci::session& session, const Dialect& dialect,
                               const model::ComparedQuery& wanted) {
  std::set<long long> ids;
  for (const auto id : wanted.alsoIds) ids.insert(id.value);
  if (!wanted.part.empty()) addNewest(session, wanted.part, kOfPart, ids);
  if (!wanted.family.empty()) addNewestOfFamily(session, wanted, ids);
  const std::size_t words = ids.size() < kEnough ? wanted.words.size() : kWordsThen;
  for (std::size_t at = 0; at < std::min(words, wanted.words.size()); ++at) {
    model::CaseFilter filter;
    filter.text = wanted.words[at];
    for (const auto id : readCaseIds(session, dialect, filter, {}, kOfWord)) ids.insert(id.value);
  }
  if (wanted.leftOut) ids.erase(wanted.leftOut->value);
  return ids;
}

/// " in (…)" of keys given as one text: neither database binds lists.
void addKeys(Query& query, const Dialect& dialect, const std::string& keys) {
  const auto list = query.bind(keys);
  if (dialect.name() == "postgresql")
    query.add(" in (select x::bigint from json_array_elements_text(").add(list).add("::json) x)");
  else
    query.add(" in (select value from json_each(").add(list).add("))");
}

model::ComparedCase comparedOf(ComparedHead& head) {
  model::ComparedCase out;
  out.id = head.id;
  out.number = std::move(head.number);
  out.problemId = head.problemId;
  out.problemNumber = std::move(head.problemNumber);
  out.customerName = std::move(head.customerName);
  out.state = head.state;
  out.phase = std::move(head.phase);
  out.receivedAt = head.receivedAt;
  out.traits.family = std::move(head.family);
  out.traits.part = std::move(head.part);
  out.traits.failure = std::move(head.failure);
  out.traits.text = head.title + "\n" + head.verbatim + "\n" + head.statement;
  out.title = std::move(head.title);
  return out;
}

}  // namespace

std::vector<model::ComparedCase> readComparedCases(soci::session& session, const Dialect& dialect,
                                                   const model::ComparedQuery& wanted) {
  const auto ids = candidates(session, dialect, wanted);
  const std::string keys = nlohmann::json(ids).dump();
  Query heads(
      "select c.id, c.number, c.problem_id, p.number, u.name, c.title, c.state, c.phase,"
      " c.received_at, coalesce(t.family, ''), c.part_number, c.failure, substr(c.verbatim, 1, " +
      std::string(kTextLength) + "), substr(c.statement, 1, " + kTextLength +
      ") from complaint c join problem p on p.id = c.problem_id"
      " join customer u on u.id = c.customer_id left join part t on t.number = c.part_number"
      " where c.state <> 'cancelled' and c.id");
  addKeys(heads, dialect, keys);
  if (wanted.leftOutProblem) heads.add(" and c.problem_id <> ").add(heads.bind(*wanted.leftOutProblem));
  heads.add(" order by c.id");
  std::vector<model::ComparedCase> out;
  std::map<model::ComplaintId, std::size_t> places;
  std::map<model::ProblemId, std::vector<std::size_t>> ofProblem;
  for (auto& head : heads.rows<ComparedHead>(session)) {
    places[head.id] = out.size();
    ofProblem[head.problemId].push_back(out.size());
    out.push_back(comparedOf(head));
  }
  if (out.empty()) return out;
  Query items(
      "select i.complaint_id, i.failure from complaint_item i where i.position > 1 and i.complaint_id");
  addKeys(items, dialect, keys);
  items.add(" order by i.complaint_id, i.position");
  for (const auto& item : items.rows<ComparedItem>(session))
    if (const auto place = places.find(item.complaintId); place != places.end())
      out[place->second].traits.failure += "\n" + item.failure;
  Query causes(
      "select x.problem_id, x.text, x.branch from cause x where x.result = 'confirmed'"
      " and x.problem_id in (select c.problem_id from complaint c where c.id");
  addKeys(causes, dialect, keys);
  causes.add(") order by x.id");
  for (const auto& cause : causes.rows<ComparedCause>(session))
    for (const auto place : ofProblem[cause.problemId]) {
      out[place].traits.causes.push_back(cause.text);
      if (cause.branch) out[place].traits.causeBranches.push_back(*cause.branch);
    }
  return out;
}

std::vector<model::SuppliedCustomer> readSuppliedCustomers(soci::session& session, model::ProblemId problem,
                                                           const std::string& fromMonth) {
  Query query(
      "select s.customer_id, u.name, min(s.month), max(s.month), cast(sum(s.quantity) as bigint) as pieces"
      " from shipment s join customer u on u.id = s.customer_id where s.quantity > 0 and s.month >= ");
  const auto key = query.bind(problem);
  query.add(query.bind(fromMonth))
      .add(
          " and s.part_id in (select i.part_id from complaint c join complaint_item i"
          " on i.complaint_id = c.id where c.problem_id = ")
      .add(key)
      .add(") and s.customer_id not in (select c.customer_id from complaint c where c.problem_id = ")
      .add(key)
      .add(") group by s.customer_id, u.name order by pieces desc, s.customer_id limit 50");
  return query.rows<model::SuppliedCustomer>(session);
}

std::vector<model::KnownFailure> readLessons(soci::session& session, bool withdrawnToo) {
  const std::string condition = withdrawnToo ? "" : " where l.withdrawn = 0";
  const std::string order = " order by l.published_at desc, l.id desc limit 5000";
  std::vector<model::KnownFailure> out;
  std::map<model::LessonId, std::size_t> places;
  for (auto& lesson : Query("select " + columnList<model::Lesson>("l") + " from lesson l" + condition + order)
                          .rows<model::Lesson>(session)) {
    places[lesson.id] = out.size();
    out.push_back({std::move(lesson), {}, {}, {}});
  }
  // Numbers of what the reader may see; row security leaves out the rest.
  for (auto& numbers :
       Query("select l.id, coalesce(p.number, ''), coalesce(c.number, ''), coalesce(c.id, 0) from lesson l"
             " left join problem p on p.id = l.problem_id left join complaint c"
             " on c.id = (select min(x.id) from complaint x where x.problem_id = l.problem_id)" +
             condition + order)
           .rows<LessonNumbers>(session)) {
    const auto place = places.find(numbers.lessonId);
    if (place == places.end()) continue;
    out[place->second].problemNumber = std::move(numbers.problem);
    out[place->second].caseNumber = std::move(numbers.complaint);
    out[place->second].caseId = numbers.complaintId;
  }
  return out;
}

}  // namespace octad::db
