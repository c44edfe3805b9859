#include "db/repositories/judged_cases_reader.hpp"

#include <map>
#include <soci/soci.h>

#include "db/mapping/query.hpp"

namespace octad::db {

using model::member;
using model::members;

namespace {

struct JudgedHead {
  model::ComplaintId id;
  std::string number;
  std::string customerName;
  model::SeverityClass severity = model::SeverityClass::other;
  model::Acceptance acceptance = model::Acceptance::undecided;
  std::string policyName;
  int policyRevision = 0;
  bool penalty = false;
  bool safety = false;
  std::optional<long long> ppmTarget;
  bool repeat = false;
  std::optional<model::EscalationTarget> escalatedTo;
  int weight = 0;
  model::Instant receivedAt;
  std::optional<model::Instant> solvedAt;
  bool asked = false;
  bool dissatisfied = false;

  static constexpr auto describe() {
    return members(member("id", &JudgedHead::id), member("number", &JudgedHead::number),
                   member("customer_name", &JudgedHead::customerName),
                   member("severity", &JudgedHead::severity), member("acceptance", &JudgedHead::acceptance),
                   member("policy_name", &JudgedHead::policyName),
                   member("policy_revision", &JudgedHead::policyRevision),
                   member("penalty", &JudgedHead::penalty), member("safety", &JudgedHead::safety),
                   member("ppm_target", &JudgedHead::ppmTarget), member("repeat", &JudgedHead::repeat),
                   member("escalated_to", &JudgedHead::escalatedTo), member("weight", &JudgedHead::weight),
                   member("received_at", &JudgedHead::receivedAt), member("solved_at", &JudgedHead::solvedAt),
                   member("asked", &JudgedHead::asked), member("dissatisfied", &JudgedHead::dissatisfied));
  }
};

struct JudgedItem {
  model::ComplaintId complaintId;
  std::string part;
  std::string failure;
  model::DefectKind defectKind = model::DefectKind::functional;
  long long defective = 0;
  std::optional<long long> delivered;

  static constexpr auto describe() {
    return members(member("complaint_id", &JudgedItem::complaintId), member("part", &JudgedItem::part),
                   member("failure", &JudgedItem::failure), member("defect_kind", &JudgedItem::defectKind),
                   member("defective", &JudgedItem::defective), member("delivered", &JudgedItem::delivered));
  }
};

model::JudgedCase judgedOf(const JudgedHead& head) {
  model::JudgedCase judged;
  judged.id = head.id;
  judged.number = head.number;
  judged.customerName = head.customerName;
  judged.severity = head.severity;
  judged.acceptance = head.acceptance;
  judged.policyName = head.policyName;
  judged.policyRevision = head.policyRevision;
  judged.weight = head.weight;
  judged.input.penalty = head.penalty;
  judged.input.safety = judged.counting.safety = head.safety;
  judged.input.repeat = judged.counting.repeat = head.repeat;
  judged.input.external = head.escalatedTo && model::isExternal(*head.escalatedTo);
  judged.counting.escalated = head.escalatedTo.has_value();
  judged.input.dissatisfied = judged.counting.dissatisfied = head.dissatisfied;
  judged.counting.noticeAt = head.receivedAt;
  judged.counting.solvedAt = head.solvedAt;
  judged.counting.departmentAsked = head.asked;
  return judged;
}

/// The ids of the newest closed cases; the index over received_at gives them in order.
void addNewest(Query& query, int limit) {
  query
      .add(
          "select n.id from complaint n where n.state in ('closed', 'archived')"
          " order by n.received_at desc, n.id desc limit ")
      .add(query.bind(static_cast<long long>(limit)));
}

}  // namespace

std::vector<model::JudgedCase> readJudgedCases(soci::session& session, int limit) {
  Query heads(
      "select c.id, c.number, u.name, c.severity, c.acceptance, coalesce(c.policy_name, ''),"
      " c.policy_revision, c.penalty, c.safety, u.ppm_target, c.repeat, c.escalated_to, c.weight, "
      "c.received_at,"
      " coalesce((select max(k.at) from closing k where k.complaint_id = c.id and k.reopened = 0"
      " and k.approved_by is null), c.closed_at),"
      " case when exists (select 1 from assignment a where a.complaint_id = c.id and a.state <> 'withdrawn')"
      " then 1 else 0 end,"
      " case when c.result = 'dissatisfied' or 'objected' = (select r.status from reply r where"
      " r.complaint_id = c.id order by r.sent_at desc, r.id limit 1) then 1 else 0 end from complaint c"
      " join customer u on u.id = c.customer_id where c.id in (");
  addNewest(heads, limit);
  heads.add(") order by c.received_at desc, c.id desc");
  std::vector<model::JudgedCase> cases;
  std::map<model::ComplaintId, std::size_t> places;
  for (const auto& head : heads.rows<JudgedHead>(session)) {
    auto judged = judgedOf(head);
    if (head.ppmTarget) judged.input.ppmTarget = static_cast<double>(*head.ppmTarget);
    places[head.id] = cases.size();
    cases.push_back(std::move(judged));
  }
  Query items(
      "select i.complaint_id, p.number, coalesce(i.failure, ''), i.defect_kind, i.quantity_defective,"
      " i.quantity_delivered from complaint_item i join part p on p.id = i.part_id where i.complaint_id in "
      "(");
  addNewest(items, limit);
  items.add(") order by i.complaint_id, i.position");
  for (const auto& item : items.rows<JudgedItem>(session)) {
    // A case closed between the two looks has no place yet.
    const auto place = places.find(item.complaintId);
    if (place == places.end()) continue;
    cases[place->second].input.items.push_back(
        {item.part, item.failure, item.defectKind, item.defective, item.delivered});
  }
  return cases;
}

}  // namespace octad::db
