#include "model/returns/ledger.hpp"

#include <gtest/gtest.h>
#include <random>
#include <set>

#include "model/core/error.hpp"

using namespace octad::model;
using Place = ReturnPlace;

namespace {

constexpr ReturnLineId kLine(1);

ReturnFlow flow(Place from, Place to, long long quantity, Finding before = Finding::open,
                Finding after = Finding::open, Disposition disposition = Disposition::none) {
  return {kLine, from, to, before, after, disposition, quantity};
}

/// design.md 4.7, both equations and that no place owes pieces.
void expectBalanced(const ReturnBalance& balance) {
  EXPECT_EQ(balance.announced() + balance.surplus(),
            balance.received() + balance.missing() + balance.expected());
  EXPECT_EQ(balance.received(), balance.at(Place::quarantine) + balance.at(Place::test) +
                                    balance.at(Place::awaiting) + balance.at(Place::external) +
                                    balance.at(Place::retained) + balance.at(Place::destroyed) +
                                    balance.disposed());
  EXPECT_EQ(balance.disposed(), balance.at(Place::work) + balance.at(Place::ready) +
                                    balance.at(Place::shipped) + balance.at(Place::credited) +
                                    balance.at(Place::scrapped));
  for (const auto& entry : EnumKeys<Place>::entries) {
    const bool bottomless = entry.value == Place::outside || entry.value == Place::surplus;
    EXPECT_TRUE(bottomless || balance.at(entry.value) >= 0) << entry.key;
  }
}

}  // namespace

TEST(Ledger, TheJourneyOfTheIssueBalancesAtEveryStep) {
  const std::vector<ReturnFlow> journey{
      flow(Place::outside, Place::expected, 120),
      flow(Place::expected, Place::quarantine, 118),
      flow(Place::expected, Place::missing, 2),
      flow(Place::quarantine, Place::test, 118),
      flow(Place::test, Place::awaiting, 100, Finding::open, Finding::confirmed),
      flow(Place::test, Place::awaiting, 12, Finding::open, Finding::noTroubleFound),
      flow(Place::test, Place::awaiting, 6, Finding::open, Finding::customerCaused),
      flow(Place::awaiting, Place::work, 60, Finding::confirmed, Finding::confirmed, Disposition::repair),
      flow(Place::awaiting, Place::work, 40, Finding::confirmed, Finding::confirmed, Disposition::credit),
      flow(Place::work, Place::ready, 60, Finding::confirmed, Finding::confirmed, Disposition::repair),
      flow(Place::ready, Place::shipped, 60, Finding::confirmed, Finding::confirmed, Disposition::repair),
      flow(Place::work, Place::credited, 40, Finding::confirmed, Finding::confirmed, Disposition::credit)};
  ReturnBalance balance;
  for (const auto& step : journey) {
    balance.add(step);
    expectBalanced(balance);
  }
  EXPECT_EQ(balance.announced(), 120);
  EXPECT_EQ(balance.received(), 118);
  EXPECT_EQ(balance.missing(), 2);
  EXPECT_EQ(balance.found(Finding::confirmed), 100) << "wherever they are now";
  EXPECT_EQ(balance.found(Finding::noTroubleFound), 12);
  EXPECT_EQ(balance.disposed(Disposition::repair), 60);
  EXPECT_EQ(balance.disposed(Disposition::credit, Place::credited), 40);
  EXPECT_EQ(balance.open(), 18) << "12 and 6 await their disposition";
}

TEST(Ledger, SurplusStandsBesideTheAnnouncement) {
  ReturnBalance balance;
  balance.add(flow(Place::outside, Place::expected, 10));
  balance.add(flow(Place::expected, Place::quarantine, 10));
  balance.add(flow(Place::surplus, Place::quarantine, 3));
  EXPECT_EQ(balance.surplus(), 3);
  EXPECT_EQ(balance.received(), 13);
  expectBalanced(balance);
}

TEST(Ledger, ACounterMovementLeavesNothingBehind) {
  ReturnBalance balance;
  balance.add(flow(Place::outside, Place::expected, 10));
  const ReturnBalance before = balance;
  balance.add(flow(Place::expected, Place::quarantine, 4));
  balance.add(flow(Place::quarantine, Place::expected, 4));
  EXPECT_EQ(balance, before);
}

TEST(Ledger, MoneyBackWithoutAnalysisIsNoWay) {
  EXPECT_THROW(requireReturnMove(Place::quarantine, Place::credited), Refused);
  EXPECT_THROW(requireReturnMove(Place::test, Place::work), Refused);
  EXPECT_THROW(requireReturnMove(Place::scrapped, Place::shipped), Refused);
  EXPECT_NO_THROW(requireReturnMove(Place::test, Place::awaiting));
}

TEST(Ledger, EveryDispositionHasOneWayOutAndNoOther) {
  EXPECT_TRUE(carriesOut(Disposition::repair, Place::work, Place::ready));
  EXPECT_TRUE(carriesOut(Disposition::repair, Place::ready, Place::shipped));
  EXPECT_FALSE(carriesOut(Disposition::repair, Place::work, Place::shipped)) << "without a second inspection";
  EXPECT_FALSE(carriesOut(Disposition::scrap, Place::work, Place::shipped));
  EXPECT_FALSE(carriesOut(Disposition::credit, Place::work, Place::scrapped));
  EXPECT_TRUE(carriesOut(Disposition::returnAsIs, Place::work, Place::shipped));
}

TEST(Ledger, TheTableHasNoWayTwiceAndNoneOutOfTheEnd) {
  std::set<std::pair<Place, Place>> ways;
  for (const auto& move : returnMoves()) {
    EXPECT_TRUE(ways.emplace(move.from, move.to).second);
    const bool end = move.from == Place::shipped || move.from == Place::credited ||
                     move.from == Place::scrapped || move.from == Place::destroyed;
    EXPECT_FALSE(end) << "what left the house comes back by a correction only";
  }
}

// Any sequence of ways of the table, taken only as far as pieces are there, keeps both equations.
TEST(LedgerProperty, RandomMovementsNeverBreakTheBalance) {
  std::mt19937 random(20261125);
  for (int run = 0; run < 200; ++run) {
    ReturnBalance balance;
    std::vector<ReturnFlow> booked;
    for (int step = 0; step < 120; ++step) {
      const auto& move = returnMoves()[random() % returnMoves().size()];
      const auto& findings = EnumKeys<Finding>::entries;
      ReturnFlow next = flow(move.from, move.to, 1 + static_cast<long long>(random() % 20));
      next.disposition =
          EnumKeys<Disposition>::entries[random() % EnumKeys<Disposition>::entries.size()].value;
      next.fromFinding = findings[random() % findings.size()].value;
      next.toFinding = findings[random() % findings.size()].value;
      const bool bottomless = move.from == Place::outside || move.from == Place::surplus;
      if (bottomless) next.fromFinding = next.toFinding = Finding::open;
      const Disposition of = isDisposed(move.from) ? next.disposition : Disposition::none;
      if (!bottomless && balance.at(move.from, next.fromFinding, of) < next.quantity) continue;
      balance.add(next);
      booked.push_back(next);
      expectBalanced(balance);
    }
    EXPECT_EQ(balance, ReturnBalance(booked));
    EXPECT_EQ(balance, balanceOf(kLine, booked));
  }
}
