#include "gui/viewmodels/return_page.hpp"

#include "model/returns/return_state.hpp"
#include "tests/viewmodels/return_fixture.hpp"

namespace octad::viewmodels {

namespace {

class ReturnPageTest : public ReturnSessionTest {
 protected:
  ReturnPageTest() : session(sessionOf("wang", immediate)) {}
  ReturnPageViewModel& open(model::ReturnId id) {
    page = std::make_unique<ReturnPageViewModel>(session, id);
    page->load();
    return *page;
  }
  bool enabled(ReturnActionId id) { return actionOf(page->actions(), id).enabled(); }
  std::string whyNot(ReturnActionId id) {
    const auto actions = page->actions();
    const auto& why = actionOf(actions, id).whyNot;
    return why ? translator(*why) : std::string();
  }

  Session session;
  std::unique_ptr<ReturnPageViewModel> page;
};

TEST_F(ReturnPageTest, TheHeaderSaysWhatIsNextFromAnnouncementToClosing) {
  const auto id = announce(10);
  open(id);
  EXPECT_EQ(page->header().number, "R26-00001");
  EXPECT_EQ(translator(page->header().turn), "Turn: CQE");
  EXPECT_EQ(page->next()->id, ReturnActionId::authorise);
  EXPECT_FALSE(enabled(ReturnActionId::send));
  EXPECT_EQ(whyNot(ReturnActionId::send), "The return has to be authorised first.");
  EXPECT_EQ(carryOut(*page, authoriseForm(*page), {{"rma_number", "RMA-7"}}), "");
  EXPECT_EQ(page->header().rmaNumber, "RMA-7");
  EXPECT_EQ(page->next()->id, ReturnActionId::send);
  EXPECT_EQ(carryOut(*page, sendForm(*page), {{"carrier", "SF"}, {"expected_on", "2026-11-20"}}), "");
  EXPECT_EQ(page->next()->id, ReturnActionId::receive);
  EXPECT_EQ(translator(page->header().due), "Due 2026-11-20: arrival");
  receive(id, 10);
  open(id);
  EXPECT_EQ(page->next()->from, Place::quarantine);
  EXPECT_EQ(page->next()->to, Place::test);
  move(id, Place::quarantine, Place::test, 10);
  move(id, Place::test, Place::awaiting, 10, Finding::customerCaused);
  open(id);
  EXPECT_EQ(page->next()->to, Place::work);
}

TEST_F(ReturnPageTest, EveryMissingPointLeadsToItsPlace) {
  const auto id = tested();
  open(id);
  const auto missing = page->missing();
  ASSERT_EQ(missing.size(), model::missingForReturn(page->file()).size());
  ASSERT_EQ(missing.size(), 3U);
  EXPECT_EQ(missing[0].jump.tab, ReturnTab::pieces);
  EXPECT_EQ(missing[0].jump.place, Place::awaiting);
  EXPECT_EQ(missing[1].jump.action, ReturnActionId::decide);
  EXPECT_EQ(missing[2].jump.action, ReturnActionId::dossier);
  EXPECT_EQ(missing[2].jump.tab, ReturnTab::findings);
  EXPECT_EQ(page->next()->id, ReturnActionId::decide);
  const auto points = model::missingForReturn(page->file());
  using Kind = model::MissingInReturnKind;
  EXPECT_EQ(points[0].kind, Kind::pieces);
  EXPECT_EQ(points[0].place, Place::awaiting);
  EXPECT_EQ(points[1].kind, Kind::decision);
  EXPECT_EQ(points[2].kind, Kind::dossier);
  EXPECT_FALSE(enabled(ReturnActionId::close));
  EXPECT_EQ(whyNot(ReturnActionId::close), "3 things are missing before it can be closed.");
}

TEST_F(ReturnPageTest, APointOfTheWholeReturnLeadsToItsPlaceWhateverElseIsMissing) {
  const auto id = announce(5);
  receive(id, 3, "two lost");
  open(id);
  EXPECT_EQ(carryOut(*page, returnDetailsForm(*page), {{"without_case", ""}}), "");
  auto missing = page->missing();
  ASSERT_EQ(missing.size(), 2U);
  EXPECT_EQ(missing[0].jump.place, Place::quarantine);
  EXPECT_EQ(missing[1].jump.tab, ReturnTab::findings) << "no case stands behind it";
  EXPECT_EQ(missing[1].jump.action, ReturnActionId::decide);
}

TEST_F(ReturnPageTest, ADifferenceIsExplainedAtItsField) {
  const auto id = announce(120);
  open(id);
  const auto form = receiveForm(*page);
  std::string field;
  EXPECT_EQ(carryOut(*page, form, {}, &field), "Enter what was counted; 0 when nothing came.");
  EXPECT_EQ(field, "lines.0.counted");
  EXPECT_EQ(carryOut(*page, form, {{"lines.0.counted", "118"}}, &field),
            "120 announced, 118 received: explain the difference.");
  EXPECT_EQ(field, "lines.0.reason");
  ASSERT_EQ(form.warnings({{"lines.0.counted", "118"}}).size(), 1U);
  EXPECT_EQ(translator(form.warnings({{"lines.0.counted", "118"}})[0]), "1 · P-100: 2 fewer than expected");
  EXPECT_EQ(carryOut(*page, form, {{"lines.0.counted", "118"}, {"lines.0.reason", "two lost"}}), "");
  EXPECT_EQ(page->file().balance().missing(), 2);
  EXPECT_EQ(page->file().balance().received(), 118);
}

TEST_F(ReturnPageTest, ForeignPiecesComeBesideTheLines) {
  const auto id = announce(5);
  open(id);
  EXPECT_EQ(carryOut(*page, receiveForm(*page),
                     {{"lines.0.counted", "5"},
                      {"others.0.part", "P-200"},
                      {"others.0.counted", "2"},
                      {"others.0.nature", "wrong_part"},
                      {"others.0.reason", "in the same box"}}),
            "");
  ASSERT_EQ(page->file().lines.size(), 2U);
  EXPECT_EQ(page->file().lines[1].nature, model::LineNature::wrongPart);
  EXPECT_EQ(page->file().balance().surplus(), 2);
}

TEST_F(ReturnPageTest, WhoMayNotIsToldWhoMay) {
  const auto id = announce(5);
  session.actor = database.actor("sun");
  open(id);
  EXPECT_EQ(whyNot(ReturnActionId::authorise),
            translator(model::Message(model::tr("{0} may not decide on returned goods. Ask a CQE or the "
                                                "quality manager."),
                                      {session.actor.name})));
  for (const auto action : {ReturnActionId::receive, ReturnActionId::move, ReturnActionId::cost,
                            ReturnActionId::attach, ReturnActionId::amend})
    EXPECT_FALSE(enabled(action));
  session.actor = database.actor("liu");
  open(id);
  EXPECT_TRUE(enabled(ReturnActionId::move)) << "a tester moves what was tested";
  EXPECT_FALSE(enabled(ReturnActionId::receive));
}

TEST_F(ReturnPageTest, AnOldVersionIsAConflictAndNothingIsLost) {
  const auto id = announce(5);
  open(id);
  const auto form = returnDetailsForm(*page);
  model::AuthoriseReturn(as("hu")).execute({{id, 0, {}}, "RMA-9", "", model::CostBearer::us, {}});
  EXPECT_NE(carryOut(*page, form, {{"remarks", "mine"}}), "");
  page->load();
  const auto fresh = form.again(*page);
  FormValues typed = startValues(form);
  typed["remarks"] = "mine";
  const auto conflicts = formConflicts(form, typed, fresh, translator);
  ASSERT_EQ(conflicts.size(), 1U) << "only who pays was changed by somebody else";
  EXPECT_EQ(conflicts[0].table, "cost_bearer");
  const auto decided = resolvedForm(form, typed, fresh, conflicts);
  EXPECT_EQ(decided.at("remarks"), "mine");
  EXPECT_EQ(decided.at("cost_bearer"), "us");
}

TEST_F(ReturnPageTest, TheHistoryIsToldInWords) {
  const auto id = tested();
  open(id);
  EXPECT_TRUE(page->history().empty()) << "read when somebody looks at it";
  page->readHistory();
  const auto& history = page->history();
  ASSERT_FALSE(history.empty());
  std::vector<std::string> told;
  for (const auto& line : history)
    if (!line.derived) told.push_back(translator(line.sentence));
  EXPECT_EQ(told.front(), "王芳: 6 pieces of 1 P-100 found: Customer-caused");
  EXPECT_EQ(told.back(), "王芳 announced the return");
  const auto lost = std::find_if(history.begin(), history.end(), [](const told::HistoryLine& line) {
    return line.reason == "two lost on the way";
  });
  EXPECT_NE(lost, history.end()) << "movements say why";
  EXPECT_NE(std::find(told.begin(), told.end(), "王芳 received the first goods"), told.end());
}

TEST_F(ReturnPageTest, AClosedReturnIsOnlyReopened) {
  const auto id = announce(5);
  open(id);
  EXPECT_EQ(carryOut(*page, cancelReturnForm(*page), {{"reason", "will not come"}}), "");
  EXPECT_EQ(page->header().state.label, "Cancelled");
  EXPECT_FALSE(page->next());
  EXPECT_TRUE(page->missing().empty());
  EXPECT_TRUE(enabled(ReturnActionId::reopen));
  EXPECT_FALSE(enabled(ReturnActionId::receive));
  EXPECT_EQ(carryOut(*page, reopenReturnForm(*page), {{"reason", "they come after all"}}), "");
  EXPECT_EQ(page->file().head.closedAt, std::nullopt);
}

}  // namespace
}  // namespace octad::viewmodels
