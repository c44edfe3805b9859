#include "gui/viewmodels/weak_answers.hpp"

#include <gtest/gtest.h>

#include "db/admin/standard_site.hpp"
#include "templates/templates.hpp"
#include "tests/viewmodels/sample_file.hpp"

namespace octad::viewmodels {

using model::DisciplineCode;
using model::Language;

namespace {

const model::WeakAnswerRules& rules() {
  static const model::WeakAnswerRules shipped =
      db::weakAnswerRules(resources::octad_templates().at(model::kWeakAnswerFile));
  return shipped;
}

model::CaseFile withCause(const std::string& text) {
  auto file = sampleFile();
  model::Cause cause;
  cause.id = model::CauseId(7);
  cause.text = text;
  file.causes.push_back(cause);
  return file;
}

}  // namespace

TEST(WeakPoints, FollowWhatIsTypedAndLeadToTheRow) {
  const auto file = withCause("Solder void of 60 % under L3");
  DisciplineViewModel editor(file, DisciplineCode::d4);
  EXPECT_TRUE(weakPoints(file, editor, rules(), Language::english).empty());

  auto* causes = editor.table("causes");
  causes->setCell(0, causes->fieldOf("text"), "操作员失误");
  const auto points = weakPoints(file, editor, rules(), Language::chinese);
  ASSERT_EQ(points.size(), 1U);
  EXPECT_EQ(points[0].answer, "操作员失误");
  EXPECT_NE(points[0].question.find("系统原因"), std::string::npos);
  EXPECT_EQ(points[0].target.tab, CaseTab::d4);
  EXPECT_EQ(points[0].target.table, "causes");
  EXPECT_EQ(points[0].target.rowId, 7);
}

TEST(WeakPoints, AreThoseOfTheirPageOnly) {
  const auto file = withCause("Operator error");
  DisciplineViewModel actions(file, DisciplineCode::d5);
  EXPECT_TRUE(weakPoints(file, actions, rules(), Language::english).empty());
  DisciplineViewModel causes(file, DisciplineCode::d4);
  EXPECT_EQ(weakPoints(file, causes, rules(), Language::english).size(), 1U);
  DisciplineViewModel team(file, DisciplineCode::d1);
  EXPECT_TRUE(weakPoints(file, team, rules(), Language::english).empty());
}

TEST(WeakPoints, ALongAnswerIsShortened) {
  const auto file = withCause("操作员失误，夜班人员未按作业指导书操作，导致螺丝漏打并流出到客户端");
  DisciplineViewModel causes(file, DisciplineCode::d4);
  const auto points = weakPoints(file, causes, rules(), Language::english);
  ASSERT_EQ(points.size(), 1U);
  EXPECT_EQ(points[0].answer, "操作员失误，夜班人员未按…");
}

}  // namespace octad::viewmodels
