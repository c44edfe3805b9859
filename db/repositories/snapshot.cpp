#include "db/repositories/snapshot.hpp"

#include <nlohmann/json.hpp>

#include "db/mapping/json.hpp"

namespace octad::db {
namespace {

using Json = nlohmann::ordered_json;
using model::ActionKind;
using model::DisciplineCode;

Json actionsOf(const model::CaseFile& file, ActionKind kind) {
  Json out = Json::array();
  for (const model::Action& action : file.actions)
    if (action.kind == kind) out.push_back(toJson(action));
  return out;
}

Json disciplineContent(const model::CaseFile& file, DisciplineCode code) {
  Json out;
  out["complaint"] = file.complaint.number;
  out["problem"] = file.problem.number;
  out["discipline"] = toJson(file.discipline(code));
  switch (code) {
    case DisciplineCode::d1:
      out["team"] = toJson(file.team);
      break;
    case DisciplineCode::d2:
      out["facts"] = toJson(file.facts);
      out["is_nots"] = toJson(file.isNots);
      break;
    case DisciplineCode::d3:
      out["sweep"] = toJson(file.sweep);
      out["actions"] = actionsOf(file, ActionKind::containment);
      out["clean_point"] = file.problem.cleanPoint;
      out["clean_point_date"] = toJson(file.problem.cleanPointDate);
      break;
    case DisciplineCode::d4:
      out["causes"] = toJson(file.causes);
      out["why_steps"] = toJson(file.whySteps);
      break;
    case DisciplineCode::d5:
      out["candidates"] = toJson(file.candidates);
      out["actions"] = actionsOf(file, ActionKind::corrective);
      break;
    case DisciplineCode::d6:
      out["actions"] = actionsOf(file, ActionKind::corrective);
      out["verifications"] = toJson(file.verifications);
      out["effect_criterion"] = file.problem.effectCriterion;
      out["effect_window"] = toJson(file.problem.effectWindow);
      out["effect_unit"] = toJson(file.problem.effectUnit);
      out["effect_sample"] = toJson(file.problem.effectSample);
      break;
    case DisciplineCode::d7:
      out["actions"] = actionsOf(file, ActionKind::preventive);
      out["document_changes"] = toJson(file.documentChanges);
      out["read_across"] = toJson(file.readAcross);
      break;
    case DisciplineCode::d0:
      out["way"] = toJson(file.problem.way);
      break;
    case DisciplineCode::d8:
      out["recognition"] = file.problem.recognition;
      break;
  }
  return out;
}

template <std::size_t size>
void eraseKeys(Json& value, const std::array<const char*, size>& keys) {
  if (value.is_array()) {
    for (Json& element : value) eraseKeys(element, keys);
    return;
  }
  for (const char* key : keys) value.erase(key);
}

Json customerContent(const model::CaseFile& file) {
  Json out = toJson(file);
  eraseKeys(out, std::array{"decisions",
                            "replies",
                            "clocks",
                            "pauses",
                            "closings",
                            "assignments",
                            "submissions",
                            "reviews",
                            "siblings",
                            "extensions",
                            "similar_decisions",
                            "candidates",
                            "confirmations",
                            "accepted_weaknesses",
                            "assessments",
                            "challenges",
                            "other_customers",
                            "lessons",
                            "signatures",
                            "clock_extensions",
                            "follow_ups",
                            "campaigns"});
  eraseKeys(out["complaint"],
            std::array{"statement", "remarks", "weight", "rule", "policy_name", "policy_revision",
                       "loss_minor", "loss_currency", "turn", "turn_name", "due_at", "due_name", "phase",
                       "row_version", "external_number", "first_contact_id", "campaign_id", "escalated_to",
                       "escalated_on", "excluded_by_speed"});
  eraseKeys(out["items"], std::array{"severity", "rule"});
  eraseKeys(out["disciplines"], std::array{"text", "reason", "row_version"});
  eraseKeys(out["facts"], std::array{"answer"});
  eraseKeys(out["read_across"], std::array{"owner", "department_id", "answer"});
  eraseKeys(out["causes"], std::array{"text"});
  eraseKeys(out["actions"], std::array{"text"});
  eraseKeys(out["people"], std::array{"login", "email", "roles", "active"});
  // What we think of a customer is never on what they read.
  eraseKeys(out["customer"], std::array{"ppm_target", "active", "clock_set", "special_status"});
  return out;
}

}  // namespace

std::string snapshotOf(const model::CaseFile& file, std::optional<DisciplineCode> only) {
  const Json content = only ? disciplineContent(file, *only) : customerContent(file);
  return content.dump();
}

}  // namespace octad::db
