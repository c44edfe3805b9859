#include <gtest/gtest.h>

#include "gui/viewmodels/case_page.hpp"
#include "model/usecases/save_discipline.hpp"
#include "tests/viewmodels/session_fixture.hpp"

namespace octad::viewmodels {

using model::DisciplineCode;

namespace {

/// A program that may die: each `start` is the page of a new run over the same journal.
class DisciplineDrafts : public SessionTest {
 protected:
  DisciplineDrafts() : session(sessionOf("wang", immediate)), id(database.makeCase()) { start(); }

  void start() {
    page = std::make_unique<CasePageViewModel>(session, id, &drafts);
    page->load();
  }
  DisciplineViewModel& d1() { return page->discipline(DisciplineCode::d1); }
  void save() {
    page->saveDiscipline(
        DisciplineCode::d1, [] {}, [](const std::vector<FieldConflict>&) { FAIL() << "conflict"; },
        [this](const std::exception_ptr& error) { FAIL() << translator.error(error); });
  }

  Session session;
  model::ComplaintId id;
  std::unique_ptr<CasePageViewModel> page;
};

}  // namespace

TEST_F(DisciplineDrafts, WhatWasTypedIsOfferedAfterACrash) {
  d1().setText("团队 first");
  EXPECT_TRUE(page->keepDrafts());
  EXPECT_FALSE(page->keepDrafts()) << "nothing was typed since";
  d1().setText("团队 first, second");
  auto* team = d1().table("team");
  team->setCell(team->addRow(), team->fieldOf("name"), "Liu Yang");
  EXPECT_TRUE(page->keepDrafts());
  EXPECT_FALSE(page->offeredDraft(DisciplineCode::d1)) << "one's own typing is not offered";

  start();
  EXPECT_TRUE(page->offeredDraft(DisciplineCode::d1));
  EXPECT_FALSE(page->offeredDraft(DisciplineCode::d2));
  EXPECT_FALSE(d1().dirty()) << "nothing is taken without being asked";
  page->useDraft(DisciplineCode::d1);
  EXPECT_EQ(d1().text(), "团队 first, second");
  ASSERT_EQ(d1().table("team")->rowCount(), 1);
  EXPECT_TRUE(d1().dirty());
  EXPECT_FALSE(page->offeredDraft(DisciplineCode::d1));
  EXPECT_EQ(drafts.keys().size(), 1U) << "kept until it is stored";
  save();
  EXPECT_TRUE(drafts.keys().empty());
  EXPECT_EQ(database.store().reader().openCase(id).team.size(), 1U);
  start();
  EXPECT_FALSE(page->offeredDraft(DisciplineCode::d1));
}

TEST_F(DisciplineDrafts, KeepsWhatCannotBeTakenAsTyped) {
  auto& d3 = page->discipline(DisciplineCode::d3);
  auto* sweep = d3.table("sweep");
  sweep->setCell(0, sweep->fieldOf("suspect"), "about 40");
  d3.setCleanPointDate("next week");
  page->keepDrafts();
  start();
  page->useDraft(DisciplineCode::d3);
  sweep = page->discipline(DisciplineCode::d3).table("sweep");
  EXPECT_EQ(sweep->cell(0, sweep->fieldOf("suspect")), "about 40");
  EXPECT_EQ(page->discipline(DisciplineCode::d3).cleanPointDate(), "next week");
  EXPECT_TRUE(page->discipline(DisciplineCode::d3).firstError());
}

TEST_F(DisciplineDrafts, ADiscardedDraftIsGone) {
  d1().setText("unwanted");
  page->keepDrafts();
  start();
  page->discardDraft(DisciplineCode::d1);
  EXPECT_TRUE(drafts.keys().empty());
  EXPECT_FALSE(d1().dirty());
}

TEST_F(DisciplineDrafts, TypingBeforeDecidingLosesNeither) {
  d1().setText("from before the crash");
  page->keepDrafts();
  start();
  ASSERT_TRUE(page->offeredDraft(DisciplineCode::d1));
  d1().setText("typed at once");
  page->keepDrafts();

  start();  // and it crashed again
  ASSERT_TRUE(page->offeredDraft(DisciplineCode::d1));
  page->useDraft(DisciplineCode::d1);
  EXPECT_EQ(d1().text(), "typed at once");
  ASSERT_TRUE(page->offeredDraft(DisciplineCode::d1)) << "the older one is offered next";
  page->useDraft(DisciplineCode::d1);
  EXPECT_EQ(d1().text(), "from before the crash");
  ASSERT_TRUE(page->offeredDraft(DisciplineCode::d1)) << "and what stood there can be had back";
  page->discardDraft(DisciplineCode::d1);
  save();
  EXPECT_TRUE(drafts.keys().empty());
}

TEST_F(DisciplineDrafts, ADraftThatIsStoredAlreadyIsNotOffered) {
  d1().setText("saved");
  page->keepDrafts();
  const std::string key = drafts.keys().front();
  const std::string kept = *drafts.find(key);
  save();
  drafts.keep(key, kept);  // the program died before it could forget it
  start();
  EXPECT_FALSE(page->offeredDraft(DisciplineCode::d1));
  EXPECT_TRUE(drafts.keys().empty());
}

TEST_F(DisciplineDrafts, WhatOthersStoredSinceIsMetAsAConflict) {
  d1().setText("mine");
  page->keepDrafts();
  auto content = model::SaveDiscipline::from(database.store().reader().openCase(id), DisciplineCode::d1);
  content.target = {id, 0, newUuid()};
  content.text = "theirs";
  model::SaveDiscipline(model::Workplace{database.store(), database.clock(), database.actor("wang")})
      .execute(content);
  start();
  page->useDraft(DisciplineCode::d1);
  std::vector<FieldConflict> met;
  page->saveDiscipline(
      DisciplineCode::d1, [] { FAIL() << "theirs would be overwritten"; },
      [&](std::vector<FieldConflict> conflicts) { met = std::move(conflicts); },
      [this](const std::exception_ptr& error) { FAIL() << translator.error(error); });
  ASSERT_EQ(met.size(), 1U);
  EXPECT_EQ(met[0].mine, "mine");
  EXPECT_EQ(met[0].theirs, "theirs");
  EXPECT_FALSE(drafts.keys().empty()) << "a conflict is no acknowledged save";
}

TEST_F(DisciplineDrafts, LeavingOnPurposeForgets) {
  d1().setText("unwanted");
  page->keepDrafts();
  page->forgetDrafts();
  EXPECT_TRUE(drafts.keys().empty());
  EXPECT_FALSE(page->anyUnsaved());
}

}  // namespace octad::viewmodels
