#include "model/returns/replacement.hpp"
#include "tests/usecases/return_test.hpp"

namespace octad::model {

/// The day promised for good product (S3-Q5).
class ReplacementTest : public ReturnTest {
 protected:
  ReturnId promised(long long quantity, int days, const std::string& caseNumber = {}) {
    NewReturn input = goods(quantity, caseNumber);
    input.treatment = Treatment::replace;
    input.expectedOn = today().plusDays(2);
    input.replacementDueOn = today().plusDays(days);
    return AnnounceReturn(as("wang")).execute(input).id;
  }
  void findConfirmed(ReturnId id, long long quantity) {
    receive(id, quantity);
    move(transfer(id, Place::quarantine, Place::test, quantity));
    move(transfer(id, Place::test, Place::awaiting, quantity, Finding::confirmed));
  }
  void shipReplacement(ReturnId id, long long quantity, Date day) {
    auto input = transfer(id, Place::work, Place::shipped, quantity);
    input.fromFinding = Finding::confirmed;
    input.disposition = Disposition::replace;
    input.document = "DN-9";
    input.movedOn = day;
    move(input);
  }
  ReplacementClock clock(ReturnId id) { return *replacementClock(openReturn(id)); }
};

TEST_P(ReplacementTest, RunsUntilTheLastPieceThatMayHaveToBeReplacedWas) {
  const auto id = acceptedCase(20);
  const ReturnId goods = promised(5, 10, number(id));
  EXPECT_EQ(openReturn(goods).head.dueOn, today().plusDays(2)) << "the goods come first";
  EXPECT_EQ(clock(goods).pending, 5);
  findConfirmed(goods, 5);
  EXPECT_EQ(openReturn(goods).head.dueOn, today().plusDays(10));
  dispose(goods, Finding::confirmed, Disposition::replace, 3);
  dispose(goods, Finding::confirmed, Disposition::rework, 2);
  shipReplacement(goods, 2, today());
  EXPECT_EQ(clock(goods).state, ReplacementState::running);
  EXPECT_EQ(clock(goods).pending, 1);
  ASSERT_EQ(replacementClocks(open(id)).size(), 1u);
  EXPECT_EQ(replacementClocks(open(id)).front().pending, 1) << "the case says the same";

  shipReplacement(goods, 1, today());
  EXPECT_EQ(clock(goods).state, ReplacementState::met) << "rework is no replacement";
  EXPECT_EQ(clock(goods).metOn, today());
  EXPECT_FALSE(openReturn(goods).head.dueOn) << "met: nothing is due any more";
  const auto ofCase = replacementClocks(open(id)).front();
  EXPECT_EQ(ofCase.state, ReplacementState::met);
  EXPECT_EQ(ofCase.metOn, today());
}

TEST_P(ReplacementTest, AReplacementTakenBackRunsAgain) {
  const auto id = acceptedCase(20);
  const ReturnId goods = promised(1, 10, number(id));
  findConfirmed(goods, 1);
  dispose(goods, Finding::confirmed, Disposition::replace, 1);
  shipReplacement(goods, 1, today());
  const auto shipped = openReturn(goods).movements.back().id;
  CorrectMovement(as("wang")).execute({at(goods), shipped, "交货单号有误"});
  EXPECT_EQ(clock(goods).state, ReplacementState::running);
  EXPECT_EQ(openReturn(goods).head.dueOn, today().plusDays(10));
  EXPECT_FALSE(open(id).returns.front().replacedOn);
}

TEST_P(ReplacementTest, NothingToReplaceIsNoDelay) {
  const ReturnId goods = promised(4, 1);
  findConfirmed(goods, 4);
  ConfirmedChoice choice{at(goods), lineOf(goods), ConfirmedDecision::belowTrigger, "", 0, "低于立案标准"};
  DecideConfirmed(as("wang")).execute(choice);
  dispose(goods, Finding::confirmed, Disposition::credit, 4);
  EXPECT_EQ(clock(goods).state, ReplacementState::notNeeded);
  EXPECT_FALSE(clock(goods).overdue(today().plusDays(30)));
}

TEST_P(ReplacementTest, AfterThePromisedDayItIsLate) {
  const ReturnId goods = promised(4, 1);
  EXPECT_FALSE(clock(goods).overdue(today().plusDays(1)));
  EXPECT_TRUE(clock(goods).overdue(today().plusDays(2)));
}

TEST_P(ReplacementTest, ASecondCountSaysWhatWasCountedBefore) {
  const ReturnId goods = announce(10);
  receive(goods, 8, "少 2 件");
  try {
    receive(goods, 5);
    FAIL() << "more than announced, without a word";
  } catch (const Invalid& error) {
    EXPECT_EQ(error.field(), "lines.0.reason");
    EXPECT_EQ(error.message().args, (std::vector<std::string>{"8", "0", "5"}));
  }
}

TEST_P(ReplacementTest, GoodsFoundUnannouncedGetTheLotOfTheirAnnouncement) {
  NewReturn blind = goods(5);
  blind.blind = true;
  blind.withoutCase.clear();
  const ReturnId came = AnnounceReturn(as("wang")).execute(blind).id;
  NewReturn told = goods(5);
  told.lines.front().lot = "L2611";
  const ReturnId announced = AnnounceReturn(as("wang")).execute(told).id;
  MatchReturn(as("wang")).execute({at(came), openReturn(announced).head.number});
  EXPECT_EQ(openReturn(came).lines.front().lot, "L2611");
}

INSTANTIATE_TEST_SUITE_P(Databases, ReplacementTest, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace octad::model
