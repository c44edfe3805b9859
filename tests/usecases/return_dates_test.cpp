// Nothing leaves a place before it came there, nor tomorrow.
#include "tests/usecases/return_test.hpp"

namespace octad::model {
namespace {

class ReturnDatesTest : public ReturnTest {
 protected:
  Date daysAgo(int days) { return today().plusDays(-days); }
  ReturnId announceOn(Date day, long long quantity) {
    NewReturn input = goods(quantity);
    input.announcedOn = day;
    return AnnounceReturn(as("wang")).execute(input).id;
  }
  void receiveOn(ReturnId id, Date day, long long counted, bool complete = true) {
    ReturnReceipt receipt;
    receipt.target = at(id);
    receipt.receivedOn = day;
    receipt.complete = complete;
    receipt.lines = {{lineOf(id), counted, ""}};
    ReceiveReturn(as("wang")).execute(receipt);
  }
  void moveOn(ReturnId id, Date day, Place from, Place to, long long quantity,
              Finding finding = Finding::open) {
    auto input = transfer(id, from, to, quantity, finding);
    input.movedOn = day;
    move(input);
  }
  template <class Work>
  std::string sentence(Work&& work) {
    try {
      work();
    } catch (const Invalid& invalid) {
      return invalid.what();
    }
    return {};
  }
};

TEST_P(ReturnDatesTest, NoStepBeforeTheOneThatBroughtThePieces) {
  const ReturnId goods = announceOn(daysAgo(20), 10);
  EXPECT_EQ(invalidField([&] { receiveOn(goods, daysAgo(21), 10); }), "received_on") << "not announced yet";
  EXPECT_EQ(invalidField([&] { receiveOn(goods, today().plusDays(1), 10); }), "received_on") << "tomorrow";
  receiveOn(goods, daysAgo(15), 4, false);
  receiveOn(goods, daysAgo(10), 6);
  EXPECT_EQ(invalidField([&] { moveOn(goods, daysAgo(12), Place::quarantine, Place::test, 5); }), "moved_on")
      << "only four were here";
  const std::string words = sentence([&] { moveOn(goods, daysAgo(12), Place::quarantine, Place::test, 5); });
  EXPECT_NE(words.find(daysAgo(12).iso()), std::string::npos) << words;
  EXPECT_NE(words.find(daysAgo(10).iso()), std::string::npos) << words;
  EXPECT_NE(words.find("Quarantine"), std::string::npos) << words;
  moveOn(goods, daysAgo(12), Place::quarantine, Place::test, 4);
  EXPECT_EQ(
      invalidField([&] { moveOn(goods, daysAgo(13), Place::test, Place::awaiting, 4, Finding::confirmed); }),
      "moved_on");
  EXPECT_EQ(invalidField([&] {
              moveOn(goods, today().plusDays(1), Place::test, Place::awaiting, 4, Finding::confirmed);
            }),
            "moved_on");
  moveOn(goods, daysAgo(5), Place::test, Place::awaiting, 4, Finding::customerCaused);
  auto credit = transfer(goods, Place::awaiting, Place::work, 4);
  credit.fromFinding = Finding::customerCaused;
  credit.disposition = Disposition::credit;
  credit.movedOn = daysAgo(6);
  EXPECT_EQ(invalidField([&] { move(credit); }), "moved_on");
  credit.movedOn = daysAgo(5);
  move(credit);
  expectBalanced(goods);
}

// What was booked wrongly and taken back does not stand in the way of the right movement.
TEST_P(ReturnDatesTest, WhatWasTakenBackNeverHappened) {
  const ReturnId goods = announceOn(daysAgo(9), 3);
  receiveOn(goods, daysAgo(8), 3);
  moveOn(goods, daysAgo(2), Place::quarantine, Place::test, 3);
  CorrectMovement(as("wang")).execute({at(goods), openReturn(goods).movements.back().id, "日期录错"});
  EXPECT_NO_THROW(moveOn(goods, daysAgo(7), Place::quarantine, Place::test, 3));
}

TEST_P(ReturnDatesTest, NotReceivedBeforeItLeftUnlessItCameUnannounced) {
  const ReturnId goods = announceOn(daysAgo(9), 3);
  AuthoriseReturn(as("wang")).execute({at(goods), "", "", CostBearer::us, daysAgo(8)});
  EXPECT_EQ(invalidField([&] {
              SendReturn(as("wang")).execute({at(goods), "DHL", "DN", CostBearer::us, daysAgo(10), {}});
            }),
            "sent_on");
  SendReturn(as("wang")).execute({at(goods), "DHL", "DN", CostBearer::us, daysAgo(6), {}});
  EXPECT_EQ(invalidField([&] { receiveOn(goods, daysAgo(7), 3); }), "received_on");
  receiveOn(goods, daysAgo(6), 3);
  NewReturn blind = this->goods(3);
  blind.blind = true;
  blind.announcedOn = daysAgo(3);
  const ReturnId came = AnnounceReturn(as("wang")).execute(blind).id;
  EXPECT_EQ(openReturn(came).head.receivedOn, daysAgo(3));
  EXPECT_EQ(openReturn(came).movements.front().movedOn, daysAgo(3));
}

TEST_P(ReturnDatesTest, SurplusIsNotHereBeforeTheAnnouncementAndBeforeTheGoodsLeft) {
  const ReturnId goods = announceOn(daysAgo(9), 3);
  AuthoriseReturn(as("wang")).execute({at(goods), "", "", CostBearer::us, daysAgo(8)});
  SendReturn(as("wang")).execute({at(goods), "DHL", "DN", CostBearer::us, daysAgo(6), {}});
  receiveOn(goods, daysAgo(5), 3);
  auto surplus = transfer(goods, Place::surplus, Place::quarantine, 1);
  surplus.reason = "多退一件";
  for (const int days : {10, 7}) {
    surplus.movedOn = daysAgo(days);
    EXPECT_EQ(invalidField([&] { move(surplus); }), "moved_on") << days;
  }
  surplus.movedOn = daysAgo(6);
  move(surplus);
}

TEST_P(ReturnDatesTest, NothingIsTestedBeforeItWasIssued) {
  const ReturnId goods = announceOn(daysAgo(9), 1);
  receiveOn(goods, daysAgo(8), 1);
  moveOn(goods, daysAgo(4), Place::quarantine, Place::test, 1);
  AddReturnUnits(as("wang"))
      .execute({at(goods), lineOf(goods), Place::test, "", Finding::open, {{"A", "", ""}}});
  UnitTests tests;
  tests.target = at(goods);
  tests.specification = "TS-1";
  tests.readings = {{openReturn(goods).units.front().id, true, "", ""}};
  tests.testedOn = daysAgo(5);
  EXPECT_EQ(invalidField([&] { RecordUnitTests(as("wang")).execute(tests); }), "tested_on");
  tests.testedOn = daysAgo(4);
  RecordUnitTests(as("wang")).execute(tests);
}

INSTANTIATE_TEST_SUITE_P(Databases, ReturnDatesTest, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace
}  // namespace octad::model
