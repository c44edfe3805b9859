// Cause x action x evidence: every hole is a point of a gate, in the cell where it is mended.
#include "model/eightd/coverage.hpp"

#include <algorithm>
#include <gtest/gtest.h>

#include "model/core/catalogue.hpp"
#include "tests/model/samples.hpp"

namespace octad::tests {

using namespace octad::model;

namespace {

std::size_t rows(const Coverage& coverage, CoverageSubject subject) {
  return static_cast<std::size_t>(
      std::count_if(coverage.rows.begin(), coverage.rows.end(),
                    [subject](const CoverageRow& row) { return row.subject == subject; }));
}

const CoverageRow& rowOf(const Coverage& coverage, CauseId cause) {
  return *std::find_if(coverage.rows.begin(), coverage.rows.end(),
                       [cause](const CoverageRow& row) { return row.causeId == cause; });
}

std::string firstHole(const CoverageCell& cell) {
  return cell.missing.empty() ? "" : Catalogue().sentence(cell.missing.front().text);
}

}  // namespace

TEST(Coverage, TheCompleteCaseHasNoHole) {
  const CaseFile file = completeCase();
  const Coverage coverage = coverageOf(file);
  EXPECT_EQ(coverage.holes(), 0U);
  EXPECT_EQ(rows(coverage, CoverageSubject::cause), 2U);
  EXPECT_EQ(rows(coverage, CoverageSubject::containment), 1U);
  EXPECT_EQ(rows(coverage, CoverageSubject::effect), 1U);
  for (const auto& row : coverage.rows) {
    EXPECT_NE(row.cell(CoverageColumn::actionProof).mark(), CoverageMark::none);
  }
}

TEST(Coverage, AnEmptyCaseSaysWhatHasToBeFound) {
  const Coverage coverage = coverageOf(CaseFile());
  EXPECT_EQ(rows(coverage, CoverageSubject::noCause), 2U) << "occurrence and non-detection";
  EXPECT_EQ(rows(coverage, CoverageSubject::effect), 1U);
  EXPECT_GE(coverage.holes(), 5U);
}

TEST(Coverage, AnUnverifiedCauseIsAHoleInItsEvidenceAndUnderItsAction) {
  CaseFile file = completeCase();
  const CauseId cause = file.causes.front().id;
  file.causes.front().result = CauseResult::hypothesis;
  const Coverage coverage = coverageOf(file);
  const CoverageRow& row = rowOf(coverage, cause);
  EXPECT_EQ(row.cell(CoverageColumn::causeProof).mark(), CoverageMark::hole);
  EXPECT_EQ(firstHole(row.cell(CoverageColumn::action)),
            "Action \"Torque limit in the screwdrive…\" rests on a cause that is not confirmed.")
      << "D5 before D4";
  EXPECT_EQ(rows(coverage, CoverageSubject::noCause), 1U) << "now no cause of occurrence is confirmed";
}

TEST(Coverage, ACauseWithoutActionAndAnActionWithoutProof) {
  CaseFile file = completeCase();
  const CauseId first = file.causes[0].id;
  const CauseId second = file.causes[1].id;
  std::erase_if(file.actions, [first](const Action& action) { return action.causeId == first; });
  for (auto& action : file.actions)
    if (action.causeId == second) action.proof.clear();
  const Coverage coverage = coverageOf(file);
  EXPECT_EQ(rowOf(coverage, first).cell(CoverageColumn::action).mark(), CoverageMark::hole);
  EXPECT_EQ(rowOf(coverage, first).cell(CoverageColumn::actionProof).mark(), CoverageMark::none);
  const auto& proof = rowOf(coverage, second).cell(CoverageColumn::actionProof);
  ASSERT_EQ(proof.missing.size(), 1U);
  EXPECT_EQ(proof.missing.front().discipline, DisciplineCode::d6);
}

TEST(Coverage, ActionsOfOneCauseStandBelowIt) {
  CaseFile file = completeCase();
  Action more = *std::find_if(file.actions.begin(), file.actions.end(),
                              [](const Action& action) { return action.causeId.has_value(); });
  more.id = ActionId(77);
  more.text = "Second action";
  more.causeId = file.causes[0].id;
  file.actions.push_back(more);
  const Coverage coverage = coverageOf(file);
  EXPECT_EQ(rows(coverage, CoverageSubject::cause), 3U);
  const auto at = std::find_if(coverage.rows.begin(), coverage.rows.end(),
                               [](const CoverageRow& row) { return row.actionId == ActionId(77); });
  ASSERT_NE(at, coverage.rows.end());
  EXPECT_EQ(at->cell(CoverageColumn::cause).mark(), CoverageMark::none) << "said once, in the line above";
  EXPECT_EQ((at - 1)->causeId, file.causes[0].id);
}

TEST(Coverage, AnActionAgainstNothingAndAContainmentNobodyLifted) {
  CaseFile file = completeCase();
  for (auto& action : file.actions) {
    if (action.kind == ActionKind::containment) action.liftedOn.reset();
    if (action.causeId == file.causes[0].id) action.causeId.reset();
  }
  const Coverage coverage = coverageOf(file);
  EXPECT_EQ(rows(coverage, CoverageSubject::action), 1U);
  const auto contained = std::find_if(coverage.rows.begin(), coverage.rows.end(), [](const CoverageRow& row) {
    return row.subject == CoverageSubject::containment;
  });
  EXPECT_EQ(contained->cell(CoverageColumn::actionProof).mark(), CoverageMark::hole);
  EXPECT_FALSE(missingFor(DisciplineCode::d8, file).empty()) << "the same check is the gate's";
}

TEST(Coverage, EveryHoleIsAPointOfAGateAndEveryPointOfD4AndD5IsAHole) {
  CaseFile file = completeCase();
  file.causes[1].proof.clear();
  file.causes[0].method.clear();
  for (auto& action : file.actions) action.owner.clear();
  std::size_t wanted = 0;
  for (const auto code : {DisciplineCode::d4, DisciplineCode::d5}) wanted += missingFor(code, file).size();
  std::size_t shown = 0;
  for (const auto& row : coverageOf(file).rows)
    for (const auto& cell : row.cells)
      for (const auto& point : cell.missing)
        if (point.discipline == DisciplineCode::d4 || point.discipline == DisciplineCode::d5) ++shown;
  EXPECT_EQ(shown, wanted);
}

}  // namespace octad::tests
