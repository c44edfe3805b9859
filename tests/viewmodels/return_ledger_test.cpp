#include "gui/viewmodels/return_ledger.hpp"

#include <algorithm>

#include "model/usecases/return_units.hpp"
#include "tests/viewmodels/return_fixture.hpp"

namespace octad::viewmodels {

namespace {

class ReturnLedgerTest : public ReturnSessionTest {
 protected:
  static bool leadsTo(const std::vector<MoveTarget>& targets, Place place) {
    return std::any_of(targets.begin(), targets.end(),
                       [place](const MoveTarget& target) { return target.to == place; });
  }
  static const MoveTarget& to(const std::vector<MoveTarget>& targets, Place place) {
    return *std::find_if(targets.begin(), targets.end(),
                         [place](const MoveTarget& target) { return target.to == place; });
  }
};

TEST_F(ReturnLedgerTest, SaysWhereThePiecesAreAndThatTheyBalance) {
  const auto file = returns().open(tested());
  const auto line = file.lines.front().id;
  const auto pieces = piecesOf(file, line);
  ASSERT_EQ(pieces.size(), 4U);
  EXPECT_EQ(placeWords(pieces[0], translator), "Missing");
  EXPECT_EQ(placeWords(pieces[1], translator), "Awaiting disposition, Confirmed");
  EXPECT_EQ(pieces[1].pieces, 100);
  const auto equations = ledgerEquations(file.balance(line), translator);
  ASSERT_EQ(equations.size(), 2U);
  EXPECT_EQ(equations[0].words, "Announced 120 = Received 118 + Missing 2");
  EXPECT_EQ(equations[1].words, "Received 118 = Awaiting disposition 118");
  EXPECT_TRUE(equations[0].balanced && equations[1].balanced);
}

TEST_F(ReturnLedgerTest, QuarantineIsToldByItsShelves) {
  const auto id = announce(10);
  receive(id, 10);
  model::ReturnTransfer input;
  input.target = {id, 0, {}};
  input.lineId = returns().open(id).lines.front().id;
  input.from = input.to = Place::quarantine;
  input.toLocation = "A-3";
  input.quantity = 4;
  model::MoveReturned(as("wang")).execute(input);
  const auto pieces = piecesOf(returns().open(id), input.lineId);
  ASSERT_EQ(pieces.size(), 2U);
  EXPECT_EQ(placeWords(pieces[0], translator), "Quarantine, goods-in");
  EXPECT_EQ(pieces[0].pieces, 6);
  EXPECT_EQ(placeWords(pieces[1], translator), "Quarantine, A-3");
}

TEST_F(ReturnLedgerTest, OffersOnlyTheWaysOfTheTableAndAsksWhatTheyNeed) {
  PiecesAt kind;
  kind.place = Place::test;
  auto targets = moveTargets(kind);
  EXPECT_TRUE(leadsTo(targets, Place::awaiting));
  EXPECT_FALSE(leadsTo(targets, Place::shipped));
  EXPECT_TRUE(to(targets, Place::awaiting).finding);
  EXPECT_TRUE(to(targets, Place::quarantine).location);
  EXPECT_TRUE(to(targets, Place::external).reason);
  kind.place = Place::work;
  kind.disposition = model::Disposition::credit;
  targets = moveTargets(kind);
  EXPECT_TRUE(leadsTo(targets, Place::credited));
  EXPECT_TRUE(to(targets, Place::credited).document);
  EXPECT_FALSE(leadsTo(targets, Place::scrapped)) << "a credit is not carried out by scrapping";
  EXPECT_FALSE(to(targets, Place::awaiting).finding) << "decided again: the finding stays";
  kind.place = Place::credited;
  EXPECT_TRUE(moveTargets(kind).empty());
}

TEST_F(ReturnLedgerTest, SourcesLeaveOutWhatIsSettled) {
  const auto file = returns().open(tested());
  const auto sources = moveSources(file, file.lines.front().id);
  ASSERT_EQ(sources.size(), 6U);
  EXPECT_EQ(sources[0].place, Place::missing) << "what is missing may turn up";
  EXPECT_EQ(sources[4].place, Place::outside);
  EXPECT_EQ(sources[5].place, Place::surplus);
}

TEST_F(ReturnLedgerTest, TheNextStepIsProposedFirst) {
  const auto first = [](Place place, model::Disposition disposition = model::Disposition::none) {
    PiecesAt kind;
    kind.place = place;
    kind.disposition = disposition;
    return moveTargets(kind).front().to;
  };
  EXPECT_EQ(first(Place::expected), Place::quarantine);
  EXPECT_EQ(first(Place::quarantine), Place::test);
  EXPECT_EQ(first(Place::test), Place::awaiting);
  EXPECT_EQ(first(Place::awaiting), Place::work);
  EXPECT_EQ(first(Place::work, model::Disposition::scrap), Place::scrapped);
  const auto file = returns().open(tested());
  const auto sources = moveSources(file, file.lines.front().id);
  EXPECT_EQ(sources[usualSource(sources)].place, Place::awaiting)
      << "not the missing ones, which are settled";
}

TEST_F(ReturnLedgerTest, MovementsAreToldNewestFirstAndCorrectionsMarked) {
  const auto id = announce(10);
  receive(id, 10);
  move(id, Place::quarantine, Place::test, 4);
  auto file = returns().open(id);
  model::CorrectMovement(as("wang")).execute({{id, 0, {}}, file.movements.back().id, "wrong tray"});
  file = returns().open(id);
  const auto rows = movementRows(file, translator);
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_TRUE(rows[0].reversal);
  EXPECT_EQ(rows[0].way, "In test → Quarantine, goods-in");
  EXPECT_EQ(rows[0].reason, "wrong tray");
  EXPECT_TRUE(rows[1].reversed);
  EXPECT_FALSE(rows[2].reversed);
  EXPECT_EQ(rows[3].way, "At the customer, not announced → Announced, not here yet");
  EXPECT_EQ(rows[3].who, "王芳");
}

}  // namespace
}  // namespace octad::viewmodels
