#include "model/eightd/self_assessment.hpp"

#include <algorithm>
#include <set>

#include "model/core/error.hpp"

namespace octad::model {

namespace {

bool isKey(const std::string& text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

bool anyBlank(const std::vector<std::string>& texts) {
  return std::any_of(texts.begin(), texts.end(), [](const std::string& text) {
    return text.find_first_not_of(' ') == std::string::npos;
  });
}

/// Wrong numbers are refused before anything is added up.
int pointsFor(const Criterion& criterion, const std::vector<CriterionPoints>& given) {
  const std::string field = "points." + criterion.key;
  const CriterionPoints* found = nullptr;
  for (const auto& one : given) {
    if (one.criterion != criterion.key) continue;
    if (found) throw Invalid(field, {tr("The criterion {0} has points twice."), {criterion.key}});
    found = &one;
  }
  if (!found) throw Invalid(field, {tr("Give points to the criterion {0}."), {criterion.key}});
  if (found->points < 0 || found->points > kMostPoints)
    throw Invalid(field, {tr("Points go from 0 to {0}."), {std::to_string(kMostPoints)}});
  return found->points;
}

}  // namespace

std::vector<PolicyProblem> criteriaProblems(const AssessmentCriteria& criteria) {
  std::vector<PolicyProblem> problems;
  std::set<std::string> keys;
  for (std::size_t i = 0; i < criteria.criteria.size(); ++i) {
    const Criterion& one = criteria.criteria[i];
    const std::string path = "criteria." + std::to_string(i);
    const auto add = [&](const char* field, const char* text) {
      problems.push_back({path + field, {text, {one.key}}});
    };
    if (!isKey(one.key)) add(".key", tr("A criterion needs a key of small letters, digits and _."));
    if (!keys.insert(one.key).second) add(".key", tr("The criterion {0} stands twice."));
    if (anyBlank({one.zh, one.en})) add(".zh", tr("The criterion {0} needs its words in both languages."));
    const auto wrong = [](const std::vector<std::string>& levels) {
      return levels.size() != kMostPoints + 1 || anyBlank(levels);
    };
    if (wrong(one.levelsZh) || wrong(one.levelsEn))
      add(".levels_zh",
          tr("The criterion {0} needs a sentence for each number of points, in both languages."));
  }
  if (criteria.criteria.empty()) problems.push_back({"criteria", {tr("There is no criterion.")}});
  return problems;
}

std::vector<const Criterion*> criteriaFor(const AssessmentCriteria& criteria, const CaseFile& file) {
  std::vector<const Criterion*> asked;
  for (const auto& one : criteria.criteria)
    if (file.discipline(one.discipline).state != DisciplineState::notRequired) asked.push_back(&one);
  return asked;
}

Score scoreOf(const std::vector<const Criterion*>& criteria, const std::vector<CriterionPoints>& given) {
  for (const auto& one : given)
    if (std::none_of(criteria.begin(), criteria.end(),
                     [&one](const Criterion* criterion) { return criterion->key == one.criterion; }))
      throw Invalid("points." + one.criterion,
                    {tr("\"{0}\" is not a criterion of this 8D."), {one.criterion}});
  Score score;
  for (const auto* criterion : criteria) {
    score.points += pointsFor(*criterion, given);
    score.possible += kMostPoints;
  }
  return score;
}

std::string scoreText(const Assessment& assessment) {
  if (assessment.possible <= 0) return {};
  return std::to_string((assessment.points * 100 + assessment.possible / 2) / assessment.possible) + " %";
}

int nextReportRevision(const CaseFile& file) {
  int revision = 0;
  for (const auto& reply : file.replies)
    if (reply.stage == ReplyStage::d8) revision = std::max(revision, reply.revision);
  return revision + 1;
}

const Assessment* assessmentOf(const CaseFile& file, Assessor assessor) {
  const int revision = nextReportRevision(file);
  const Assessment* newest = nullptr;
  for (const auto& one : file.assessments)
    if (one.assessor == assessor && one.revision == revision &&
        (!newest || !(one.assessedAt < newest->assessedAt)))
      newest = &one;
  return newest;
}

}  // namespace octad::model
