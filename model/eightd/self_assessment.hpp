#pragma once

#include <string>
#include <vector>

#include "model/cases/case_file.hpp"
#include "model/core/catalogue.hpp"
#include "model/core/describe.hpp"
#include "model/policy/policy_check.hpp"

namespace octad::model {

/// The best an 8D can do on one criterion; the least is 0.
constexpr int kMostPoints = 3;

/// One thing an 8D is measured by before it leaves, with a sentence for each number of points.
struct Criterion {
  std::string key;
  DisciplineCode discipline = DisciplineCode::d4;
  std::string zh;
  std::string en;
  std::vector<std::string> levelsZh;  ///< 0 … kMostPoints
  std::vector<std::string> levelsEn;

  static constexpr auto describe() {
    return members(member("key", &Criterion::key), member("discipline", &Criterion::discipline),
                   member("zh", &Criterion::zh), member("en", &Criterion::en),
                   member("levels_zh", &Criterion::levelsZh), member("levels_en", &Criterion::levelsEn));
  }

  const std::string& text(Language language) const { return language == Language::chinese ? zh : en; }
  const std::vector<std::string>& levels(Language language) const {
    return language == Language::chinese ? levelsZh : levelsEn;
  }
};

/// The published criteria: templates/words/self-assessment.json.
struct AssessmentCriteria {
  std::string name;
  int revision = 1;
  std::vector<Criterion> criteria;

  static constexpr auto describe() {
    return members(member("name", &AssessmentCriteria::name),
                   member("revision", &AssessmentCriteria::revision),
                   member("criteria", &AssessmentCriteria::criteria));
  }
};

constexpr const char* kAssessmentFile = "words/self-assessment.json";

/// Every mistake that keeps the criteria from being used, with its field as in the file.
std::vector<PolicyProblem> criteriaProblems(const AssessmentCriteria& criteria);

/// The points given on one criterion.
struct CriterionPoints {
  std::string criterion;
  int points = 0;

  static constexpr auto describe() {
    return members(member("criterion", &CriterionPoints::criterion),
                   member("points", &CriterionPoints::points));
  }
};

/// The criteria this 8D is measured by: those of disciplines that are not required say nothing about it.
std::vector<const Criterion*> criteriaFor(const AssessmentCriteria& criteria, const CaseFile& file);

struct Score {
  int points = 0;
  int possible = 0;
};

/// Throws Invalid("points.<key>") for a criterion without points, with others than 0 … 3, named twice or not
/// asked for.
Score scoreOf(const std::vector<const Criterion*>& criteria, const std::vector<CriterionPoints>& given);

/// "83 %" of what could be reached; empty when nothing could.
std::string scoreText(const Assessment& assessment);

/// The revision of the 8D report that will be sent next.
int nextReportRevision(const CaseFile& file);

/// The newest word of an assessor on the report sent next; null when there is none.
const Assessment* assessmentOf(const CaseFile& file, Assessor assessor);

}  // namespace octad::model
