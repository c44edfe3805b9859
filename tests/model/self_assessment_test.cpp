#include "model/eightd/self_assessment.hpp"

#include <gtest/gtest.h>

#include "model/core/error.hpp"
#include "tests/model/from_tree.hpp"
#include "tests/model/samples.hpp"

namespace octad::model {
namespace {

const AssessmentCriteria& shipped() {
  static const auto criteria = tests::recordIn<AssessmentCriteria>("templates/words/self-assessment.json");
  return criteria;
}

std::string fieldOf(const std::vector<const Criterion*>& criteria,
                    const std::vector<CriterionPoints>& given) {
  try {
    scoreOf(criteria, given);
  } catch (const Invalid& invalid) {
    return invalid.field();
  }
  return {};
}

TEST(SelfAssessment, TheShippedCriteriaCanBeUsed) {
  for (const auto& problem : criteriaProblems(shipped())) ADD_FAILURE() << problem.field;
  EXPECT_GE(shipped().criteria.size(), 12U);
}

TEST(SelfAssessment, MistakesOfTheCriteriaAreNamed) {
  AssessmentCriteria wrong = shipped();
  wrong.criteria[1].key = wrong.criteria[0].key;
  wrong.criteria[2].levelsEn.pop_back();
  wrong.criteria[3].en = " ";
  std::string fields;
  for (const auto& problem : criteriaProblems(wrong)) fields += problem.field + " ";
  EXPECT_EQ(fields, "criteria.1.key criteria.2.levels_zh criteria.3.zh ");
  EXPECT_EQ(criteriaProblems({}).size(), 1U);
}

TEST(SelfAssessment, EveryCriterionGetsItsPointsOnce) {
  std::vector<const Criterion*> two{&shipped().criteria[0], &shipped().criteria[1]};
  const std::string first = two[0]->key;
  const std::string second = two[1]->key;
  const Score score = scoreOf(two, {{first, 3}, {second, 1}});
  EXPECT_EQ(score.points, 4);
  EXPECT_EQ(score.possible, 6);
  EXPECT_EQ(fieldOf(two, {{first, 3}}), "points." + second);
  EXPECT_EQ(fieldOf(two, {{first, 3}, {second, 4}}), "points." + second);
  EXPECT_EQ(fieldOf(two, {{first, 3}, {second, -1}}), "points." + second);
  EXPECT_EQ(fieldOf(two, {{first, 3}, {second, 1}, {first, 2}}), "points." + first);
  EXPECT_EQ(fieldOf(two, {{first, 3}, {second, 1}, {"moon", 2}}), "points.moon");
  Assessment assessment;
  EXPECT_EQ(scoreText(assessment), "");
  assessment.points = 4;
  assessment.possible = 6;
  EXPECT_EQ(scoreText(assessment), "67 %");
}

}  // namespace
}  // namespace octad::model
