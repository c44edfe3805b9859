// What used to be taken although it could not be right.
#include "tests/usecases/return_test.hpp"

namespace octad::model {
namespace {

class ReturnRefusalsTest : public ReturnTest {
 protected:
  /// A customer's return of a part that no item of the case has.
  ReturnId ofAnotherPart() {
    NewReturn input = goods(5);
    input.lines.front().part = "P-200";
    return AnnounceReturn(as("wang")).execute(input).id;
  }
};

TEST_P(ReturnRefusalsTest, ACaseOfAnotherPartTakesNoPieces) {
  const auto id = acceptedCase(20);
  const ReturnId other = ofAnotherPart();
  ConfirmedChoice choice{at(other), lineOf(other), ConfirmedDecision::attach, number(id), 0, ""};
  EXPECT_EQ(invalidField([&] { DecideConfirmed(as("wang")).execute(choice); }), "case");
  choice.item = 1;
  EXPECT_EQ(invalidField([&] { DecideConfirmed(as("wang")).execute(choice); }), "case")
      << "nor its first item";
  NewReturn input = goods(5, number(id));
  input.lines.front().part = "P-200";
  try {
    AnnounceReturn(as("wang")).execute(input);
    FAIL();
  } catch (const Invalid& invalid) {
    EXPECT_EQ(invalid.field(), "lines.0.case");
    EXPECT_NE(std::string(invalid.what()).find("P-100"), std::string::npos) << invalid.what();
    EXPECT_NE(std::string(invalid.what()).find("P-200"), std::string::npos) << invalid.what();
  }
}

TEST_P(ReturnRefusalsTest, OnTheWayWithSomethingToKnowItBy) {
  const ReturnId goods = announce(5);
  AuthoriseReturn(as("wang")).execute({at(goods), "", "", CostBearer::us, {}});
  EXPECT_EQ(invalidField([&] {
              SendReturn(as("wang")).execute({at(goods), "", " ", CostBearer::us, {}, {}});
            }),
            "carrier");
  SendReturn(as("wang")).execute({at(goods), "", "DN-A", CostBearer::us, {}, {}});
  ReturnReceipt receipt;
  receipt.target = at(goods);
  receipt.noteNumber = "DN-B";
  receipt.lines = {{lineOf(goods), 5, ""}};
  EXPECT_EQ(invalidField([&] { ReceiveReturn(as("wang")).execute(receipt); }), "note_number");
  receipt.noteReason = "承运商换单";
  ReceiveReturn(as("wang")).execute(receipt);
  EXPECT_EQ(openReturn(goods).head.noteNumber, "DN-A");
  EXPECT_EQ(openReturn(goods).movements.back().document, "DN-B");
  EXPECT_EQ(openReturn(goods).movements.back().reason, "承运商换单");
}

TEST_P(ReturnRefusalsTest, AConcludedDossierIsNotOpenedAgain) {
  const ReturnId goods = announce(20);
  receive(goods, 20);
  move(transfer(goods, Place::quarantine, Place::test, 20));
  move(transfer(goods, Place::test, Place::awaiting, 12, Finding::noTroubleFound));
  writeDossier(goods, false);
  writeDossier(goods, true);
  NtfEntry again;
  again.target = at(goods);
  again.lineId = lineOf(goods);
  EXPECT_EQ(refusedRule([&] { WriteNtfDossier(as("wang")).execute(again); }), "concluded");
  EXPECT_EQ(openReturn(goods).dossiers.size(), 1u);
  clock().advance(60);
  move(transfer(goods, Place::test, Place::awaiting, 3, Finding::noTroubleFound));
  WriteNtfDossier(as("wang")).execute(again);
  EXPECT_EQ(openReturn(goods).dossiers.size(), 2u) << "more pieces since";
}

INSTANTIATE_TEST_SUITE_P(Databases, ReturnRefusalsTest, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace
}  // namespace octad::model
