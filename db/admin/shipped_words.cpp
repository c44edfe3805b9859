#include "db/admin/shipped_words.hpp"

#include "db/mapping/json.hpp"

namespace octad::db {

model::FailureWords failureWords(std::string_view json, std::string_view name) {
  return fromJson<model::FailureWords>(parseJson(json, name));
}

model::AssessmentCriteria assessmentCriteria(std::string_view json, std::string_view name) {
  return fromJson<model::AssessmentCriteria>(parseJson(json, name));
}

}  // namespace octad::db
