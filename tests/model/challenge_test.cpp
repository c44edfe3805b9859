// What a later complaint says about the effect, by the day its pieces were built.
#include "model/eightd/challenge.hpp"

#include <gtest/gtest.h>

#include "model/eightd/owed_answers.hpp"

namespace octad::model {
namespace {

TEST(Challenge, ByTheDayThePiecesWereBuilt) {
  struct Line {
    const char* cleanPoint;
    std::vector<const char*> builds;  ///< "" unknown
    ChallengeKind kind;
    const char* decides;
  };
  using enum ChallengeKind;
  const std::vector<Line> lines{
      {"2026-11-10", {"2026-11-09"}, earlierBuild, "2026-11-09"},
      {"2026-11-10", {"2026-11-10"}, challenged, "2026-11-10"},  // the clean point is the first good one
      {"2026-11-10", {"2026-11-11"}, challenged, "2026-11-11"},
      {"2026-11-10", {""}, unknownBuild, ""},
      {"2026-11-10", {"2026-11-01", "2026-11-20"}, challenged, "2026-11-20"},
      {"2026-11-10", {"2026-11-20", ""}, challenged, "2026-11-20"},
      {"2026-11-10", {"2026-11-01", ""}, unknownBuild, ""},
      {"2026-11-10", {"2026-11-01", "2026-10-01"}, earlierBuild, "2026-11-01"},
      {"2026-12-31", {"2027-01-01"}, challenged, "2027-01-01"},
  };
  for (const auto& line : lines) {
    std::vector<std::optional<Date>> builds;
    for (const char* build : line.builds) builds.push_back(Date::parse(build));
    const auto found = challengeOf(Date::parse(line.cleanPoint).value(), builds);
    EXPECT_EQ(found.kind, line.kind) << line.builds.front();
    EXPECT_EQ(found.builtOn, Date::parse(line.decides)) << line.builds.front();
  }
}

TEST(OwedAnswers, ADepartmentAnswersSinceItWasAskedAndUntilItGoesBack) {
  CaseFile file;
  Assignment question;
  question.id = AssignmentId(1);
  question.disciplines = "D4,D5";
  question.askedAt = Instant{100};
  Submission answer;
  answer.id = SubmissionId(9);
  answer.assignmentId = question.id;
  answer.discipline = DisciplineCode::d4;
  answer.submittedAt = Instant{99};
  file.submissions = {answer};
  EXPECT_TRUE(owes(file, question, DisciplineCode::d4)) << "answered before it was asked again";
  file.submissions[0].submittedAt = Instant{100};
  EXPECT_FALSE(owes(file, question, DisciplineCode::d4));
  EXPECT_TRUE(owes(file, question, DisciplineCode::d5));
  EXPECT_FALSE(owes(file, question, DisciplineCode::d6)) << "not asked";
  Review review;
  review.submissionId = answer.id;
  file.reviews = {review};
  EXPECT_TRUE(owes(file, question, DisciplineCode::d4)) << "it went back";
  question.state = AssignmentState::withdrawn;
  EXPECT_FALSE(owes(file, question, DisciplineCode::d4));
}

}  // namespace
}  // namespace octad::model
