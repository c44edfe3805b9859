#include "gui/viewmodels/new_return.hpp"

#include "tests/viewmodels/return_fixture.hpp"

namespace octad::viewmodels {

namespace {

class NewReturnTest : public ReturnSessionTest {
 protected:
  NewReturnTest() : session(sessionOf("wang", immediate)) {}
  static std::vector<std::string> fieldsOf(const std::vector<FieldProblem>& problems) {
    std::vector<std::string> fields;
    for (const auto& problem : problems) fields.push_back(problem.field);
    return fields;
  }
  static ReturnDraft filled(NewReturnViewModel& form) {
    ReturnDraft draft = form.draft();
    draft.customer = "甲公司";
    draft.withoutCase = "regular return";
    draft.lines = {{"", "P-100", "L-1", "no output", "120"}};
    return draft;
  }

  Session session;
};

TEST_F(NewReturnTest, SaysAtEachFieldWhatIsMissing) {
  NewReturnViewModel form(session, drafts);
  bool refused = false;
  form.refused.connect([&refused] { refused = true; });
  form.save();
  EXPECT_TRUE(refused);
  EXPECT_EQ(fieldsOf(form.refusals()),
            (std::vector<std::string>{"customer", "lines.0.quantity", "lines.0.part", "without_case"}));
  EXPECT_TRUE(form.needsReason());
  auto draft = filled(form);
  draft.expectedOn = "2026-02-30";
  form.update(draft);
  EXPECT_EQ(fieldsOf(form.problems()), std::vector<std::string>{"expected_on"});
}

TEST_F(NewReturnTest, IsAnnouncedOnceAndItsDraftGoes) {
  NewReturnViewModel form(session, drafts);
  form.update(filled(form));
  EXPECT_TRUE(form.keepDraft());
  EXPECT_TRUE(NewReturnViewModel::leftBehind(session, drafts));
  model::ReturnSaved saved;
  form.saved.connect([&saved](const model::ReturnSaved& done) { saved = done; });
  form.save();
  EXPECT_EQ(saved.number, "R26-00001");
  EXPECT_FALSE(NewReturnViewModel::leftBehind(session, drafts));
  const auto file = returns().open(saved.id);
  EXPECT_EQ(file.balance().expected(), 120);
  EXPECT_EQ(file.lines.front().lot, "L-1");
}

TEST_F(NewReturnTest, WhatWasTypedIsThereAfterACrash) {
  {
    NewReturnViewModel form(session, drafts);
    form.update(filled(form));
    form.keepDraft();
  }
  const auto draft = NewReturnViewModel::leftBehind(session, drafts);
  ASSERT_TRUE(draft);
  EXPECT_EQ(draft->lines.front().failure, "no output");
  EXPECT_EQ(draft->customer, "甲公司");
}

TEST_F(NewReturnTest, StartsFromACase) {
  const auto id = database.makeCase();
  const auto number = database.store().reader().openCase(id).complaint.number;
  NewReturnViewModel form(session, drafts);
  form.startFrom(id);
  EXPECT_EQ(form.draft().customer, "甲公司");
  EXPECT_EQ(form.draft().lines.front().caseNumber, number);
  EXPECT_EQ(form.draft().lines.front().part, "P-100");
  EXPECT_FALSE(form.needsReason());
  std::optional<CaseOfLine> found;
  form.lookUp(number, [&found](std::optional<CaseOfLine> words) { found = std::move(words); });
  ASSERT_TRUE(found);
  EXPECT_EQ(found->part, "P-100");
  form.lookUp("C26-09999", [&found](std::optional<CaseOfLine> words) { found = std::move(words); });
  EXPECT_FALSE(found);
}

TEST_F(NewReturnTest, GoodsThatCameWithoutAWordNeedTheWarehouse) {
  NewReturnViewModel form(session, drafts);
  EXPECT_FALSE(form.whyNotBlind());
  auto draft = filled(form);
  draft.blind = true;
  draft.withoutCase.clear();
  draft.location = "A-3";
  form.update(draft);
  EXPECT_FALSE(form.needsReason());
  model::ReturnSaved saved;
  form.saved.connect([&saved](const model::ReturnSaved& done) { saved = done; });
  form.save();
  EXPECT_EQ(returns().open(saved.id).locations(returns().open(saved.id).lines.front().id).at("A-3"), 120);
  Session registrar = sessionOf("li", immediate);
  NewReturnViewModel other(registrar, drafts);
  EXPECT_TRUE(other.whyNotBlind());
}

TEST_F(NewReturnTest, ARefusalOfTheRegisterIsToldAtItsField) {
  NewReturnViewModel form(session, drafts);
  auto draft = filled(form);
  draft.lines.front().part = "P-999";
  form.update(draft);
  form.save();
  EXPECT_EQ(fieldsOf(form.refusals()), std::vector<std::string>{"lines.0.part"});
  EXPECT_TRUE(NewReturnViewModel::leftBehind(session, drafts)) << "what was typed stays";
}

}  // namespace
}  // namespace octad::viewmodels
