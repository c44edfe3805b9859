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

TEST(Discipline, WhatHangsOnARemovedWhyHangsOnTheOneBefore) {
  DisciplineViewModel analysis(withCauses(), DisciplineCode::d4);
  const model::CauseId cause(1);
  const model::WhyStepId first(5);
  const auto second = analysis.addStep(cause, "profile too cold", "");
  const auto branch = analysis.addStep(cause, "flux too old", "", second);
  const auto deeper = analysis.addStep(cause, "opened for nine days", "", branch);
  EXPECT_EQ(analysis.stepsOf(cause).size(), 2U) << "branches are not part of the main chain";
  analysis.markRootCause(deeper, true);
  const auto parentOf = [&analysis](model::WhyStepId id) {
    for (const auto& step : analysis.whySteps())
      if (step.id == id) return step.parentId;
    return std::optional<model::WhyStepId>();
  };
  analysis.removeStep(branch);
  EXPECT_EQ(parentOf(deeper), second);
  analysis.removeStep(second);
  EXPECT_EQ(parentOf(deeper), first);
  EXPECT_EQ(analysis.toSave().whySteps.size(), 2U);
}

TEST(Discipline, ACandidateBecomesAnAction) {
  DisciplineViewModel plan(withCauses(), DisciplineCode::d5);
  auto* candidates = plan.table("candidates");
  const int row = candidates->addRow();
  candidates->setCell(row, candidates->fieldOf("text"), "side camera");
  candidates->setCell(row, candidates->fieldOf("cause_id"), "2");
  for (const char* score : {"effect", "risk", "cost"})
    candidates->setCell(row, candidates->fieldOf(score), "4");
  EXPECT_EQ(candidates->cell(row, candidates->fieldOf("sum")), "") << "a sum of three of four would mislead";
  candidates->setCell(row, candidates->fieldOf("time"), "1");
  EXPECT_EQ(candidates->cell(row, candidates->fieldOf("sum")), "13");
  const int action = plan.takeCandidate(row);
  const auto saved = plan.toSave();
  EXPECT_TRUE(saved.candidates.at(0).chosen);
  EXPECT_EQ(saved.actions.at(static_cast<std::size_t>(action)).text, "side camera");
  EXPECT_EQ(saved.actions.at(static_cast<std::size_t>(action)).causeId, model::CauseId(2));
}

TEST(Discipline, FieldsThatStandOnceAreSavedKeptAndCompared) {
  const auto file = sampleFile();
  DisciplineViewModel mine(file, DisciplineCode::d6);
  auto* effect = mine.table("effect_plan");
  ASSERT_EQ(effect->rowCount(), 1);
  EXPECT_TRUE(effect->setCell(0, effect->fieldOf("effect_sample"), "many"));
  EXPECT_TRUE(mine.firstError());
  effect->setCell(0, effect->fieldOf("effect_sample"), "６００");
  effect->setCell(0, effect->fieldOf("effect_unit"), "lots");
  EXPECT_TRUE(mine.dirty());
  EXPECT_EQ(mine.toSave().effectSample, 600);
  auto theirs = file;
  theirs.problem.effectSample = 500;
  theirs.problem.effectCriterion = "no failure in 3 lots";
  auto conflicts = mine.conflicts(theirs);
  ASSERT_EQ(conflicts.size(), 3U);
  mine.resolve(theirs, conflicts);
  EXPECT_EQ(mine.toSave().effectSample, 600) << "what I changed is mine";
  EXPECT_EQ(mine.toSave().effectCriterion, "no failure in 3 lots");
  EXPECT_EQ(mine.toSave().effectUnit, model::WindowUnit::lots);
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
