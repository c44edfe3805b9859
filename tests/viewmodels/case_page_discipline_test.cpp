#include <gtest/gtest.h>

#include "gui/viewmodels/discipline.hpp"
#include "tests/viewmodels/sample_file.hpp"

namespace octad::viewmodels {

using model::DisciplineCode;

namespace {

model::CaseFile withCauses() {
  auto file = sampleFile();
  for (const long long id : {1, 2}) {
    model::Cause cause;
    cause.id = model::CauseId(id);
    cause.text = id == 1 ? "solder void" : "AOI window";
    file.causes.push_back(cause);
  }
  model::WhyStep step;
  step.id = model::WhyStepId(5);
  step.causeId = model::CauseId(1);
  step.answer = "open joint";
  file.whySteps.push_back(step);
  return file;
}

}  // namespace

TEST(Discipline, FillsTheGivenRowsAndSavesOnlyWhatWasWritten) {
  DisciplineViewModel facts(sampleFile(), DisciplineCode::d2);
  auto* table = facts.table("facts");
  ASSERT_NE(table, nullptr);
  EXPECT_EQ(table->rowCount(), 7);
  EXPECT_TRUE(table->fixedRows());
  EXPECT_FALSE(facts.dirty());
  table->setCell(1, table->fieldOf("answer"), "line 3");
  EXPECT_TRUE(facts.dirty());
  ASSERT_EQ(facts.toSave().facts.size(), 1U);
  EXPECT_EQ(facts.toSave().facts[0].answer, "line 3");
  table->setCell(1, table->fieldOf("answer"), "");
  EXPECT_FALSE(facts.dirty()) << "typed and taken back is no change";
}

TEST(Discipline, KeepsWhatCannotBeTakenAndSaysWhy) {
  DisciplineViewModel sweep(sampleFile(), DisciplineCode::d3);
  auto* table = sweep.table("sweep");
  const int suspect = table->fieldOf("suspect");
  EXPECT_TRUE(table->setCell(0, suspect, "abc"));
  EXPECT_EQ(table->cell(0, suspect), "abc");
  EXPECT_TRUE(sweep.dirty());
  EXPECT_TRUE(sweep.firstError());
  EXPECT_FALSE(table->setCell(0, suspect, "1,200"));
  EXPECT_EQ(table->cell(0, suspect), "1200");
  table->setCell(0, table->fieldOf("ok"), "1150");
  EXPECT_EQ(table->cell(0, table->fieldOf("open")), "50") << "computed at once";
  EXPECT_FALSE(sweep.firstError());
  EXPECT_TRUE(sweep.setCleanPointDate("31.12.2026"));
  EXPECT_EQ(sweep.cleanPointDate(), "31.12.2026");
  EXPECT_FALSE(sweep.setCleanPointDate("2026-12-31"));
}

TEST(Discipline, NewCausesCarryTheirWhys) {
  DisciplineViewModel analysis(withCauses(), DisciplineCode::d4);
  auto* causes = analysis.table("causes");
  const int row = causes->addRow();
  EXPECT_LT(causes->rowId(row), 0);
  const model::CauseId added(causes->rowId(row));
  analysis.addStep(added, "profile too cold", "");
  analysis.addStep(added, "belt too fast", "log");
  ASSERT_EQ(analysis.stepsOf(added).size(), 2U);
  EXPECT_EQ(analysis.stepsOf(added)[1].position, 2);
  analysis.removeStep(analysis.stepsOf(added)[0].id);
  EXPECT_EQ(analysis.stepsOf(added)[0].position, 1);
  analysis.removeCause(0);
  EXPECT_EQ(analysis.causes().size(), 2U);
  EXPECT_TRUE(analysis.stepsOf(model::CauseId(1)).empty()) << "whys go with their cause";
}

TEST(Discipline, RefreshKeepsWhatIsTyped) {
  auto file = withCauses();
  DisciplineViewModel analysis(file, DisciplineCode::d4);
  file.causes[1].text = "AOI window excludes L3";
  EXPECT_TRUE(analysis.refresh(file));
  EXPECT_EQ(analysis.causes()[1].text, "AOI window excludes L3");
  analysis.setText("mine");
  file.causes[1].text = "again another";
  EXPECT_FALSE(analysis.refresh(file)) << "what is stored is not what was read";
  EXPECT_EQ(analysis.text(), "mine");
}

TEST(Discipline, ConflictsAreDecidedFieldByField) {
  auto file = withCauses();
  disciplineOf(file, DisciplineCode::d4).text = "old";
  DisciplineViewModel mine(file, DisciplineCode::d4);
  auto* causes = mine.table("causes");
  const int text = causes->fieldOf("text");
  const int proof = causes->fieldOf("proof");
  causes->setCell(0, text, "void 60 %");
  const int added = causes->addRow();
  causes->setCell(added, text, "new of mine");

  auto theirs = file;
  disciplineOf(theirs, DisciplineCode::d4).text = "theirs";
  theirs.causes[0].text = "void, x-ray";
  theirs.causes[0].proof = "cross-section";
  auto conflicts = mine.conflicts(theirs);
  ASSERT_EQ(conflicts.size(), 3U);
  EXPECT_EQ(conflicts[0].theirs, "theirs");
  EXPECT_FALSE(conflicts[0].keepMine) << "I did not touch the narrative";
  EXPECT_EQ(conflicts[1].mine, "void 60 %");
  EXPECT_TRUE(conflicts[1].keepMine);
  EXPECT_EQ(conflicts[2].field, proof);
  EXPECT_FALSE(conflicts[2].keepMine);

  mine.resolve(theirs, conflicts);
  causes = mine.table("causes");
  EXPECT_EQ(mine.text(), "theirs");
  EXPECT_EQ(causes->cell(0, text), "void 60 %");
  EXPECT_EQ(causes->cell(0, proof), "cross-section");
  ASSERT_EQ(causes->rowCount(), 3);
  EXPECT_EQ(causes->cell(2, text), "new of mine");
  EXPECT_TRUE(mine.dirty());
}

TEST(Discipline, RowsRemovedByTheOtherComeBackWhenIChangedThem) {
  auto file = withCauses();
  DisciplineViewModel mine(file, DisciplineCode::d4);
  auto* causes = mine.table("causes");
  causes->setCell(1, causes->fieldOf("text"), "still needed");
  mine.removeCause(0);
  auto theirs = file;
  theirs.causes.erase(theirs.causes.begin() + 1);
  mine.resolve(theirs, mine.conflicts(theirs));
  causes = mine.table("causes");
  ASSERT_EQ(causes->rowCount(), 1) << "what I removed and nobody changed stays removed";
  EXPECT_EQ(causes->cell(0, causes->fieldOf("text")), "still needed");
}

}  // namespace octad::viewmodels
