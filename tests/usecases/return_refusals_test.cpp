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

TEST_P(ReturnRefusalsTest, AHeadingIsNoUnitAndAMistypedOneIsRenamed) {
  std::string heading;
  for (const std::string first : {"serial,date code,note", "Serial No.", "序列号", "\xEF\xBB\xBFS/N\t周期"}) {
    const auto units = parseUnits(first + "\nSN1\n", &heading);
    ASSERT_EQ(units.size(), 1u) << first;
    EXPECT_EQ(units.front().serial, "SN1");
    EXPECT_FALSE(heading.empty());
  }
  EXPECT_EQ(parseUnits("\xEF\xBB\xBFSN1\nserial\n").size(), 2u) << "only the first row is a heading";
  const ReturnId goods = announce(2);
  receive(goods, 2);
  AddReturnUnits(as("wang"))
      .execute(
          {at(goods), lineOf(goods), Place::quarantine, "", Finding::open, {{"A1", "", ""}, {"B1", "", ""}}});
  const auto units = openReturn(goods).units;
  const auto rename = [&](std::size_t unit, const std::string& serial, const std::string& reason) {
    RenameReturnUnit(as("wang")).execute({at(goods), units[unit].id, serial, reason});
  };
  EXPECT_EQ(invalidField([&] { rename(0, "A2", " "); }), "reason");
  EXPECT_EQ(invalidField([&] { rename(0, "B1", "录错"); }), "serial");
  rename(0, "A2", "录错");
  EXPECT_EQ(openReturn(goods).units[0].serial, "A2");
  auto issue = transfer(goods, Place::quarantine, Place::test, 0);
  issue.units = {units[1].id};
  move(issue);
  UnitTests tests;
  tests.target = at(goods);
  tests.specification = "TS-1";
  tests.readings = {{units[1].id, true, "", ""}};
  RecordUnitTests(as("wang")).execute(tests);
  EXPECT_EQ(refusedRule([&] { rename(1, "B2", "录错"); }), "unit-used");
}

TEST_P(ReturnRefusalsTest, UnitsEnteredByMistakeGoAndTheirPiecesStay) {
  const ReturnId goods = announce(5);
  receive(goods, 5);
  const auto enter = [&](std::vector<NewUnit> units, Place place) {
    AddReturnUnits(as("wang"))
        .execute({at(goods), lineOf(goods), place, "", Finding::open, std::move(units)});
  };
  enter({{"A", "", ""}, {"B", "", ""}, {"C", "", ""}, {"D", "", ""}}, Place::quarantine);
  const auto units = openReturn(goods).units;
  const auto remove = [&](std::vector<ReturnUnitId> chosen, const std::string& reason = "扫错了",
                          const std::string& login = "wang") {
    RemoveReturnUnits(as(login)).execute({at(goods), std::move(chosen), reason});
  };
  EXPECT_EQ(invalidField([&] { remove({}); }), "units");
  EXPECT_EQ(invalidField([&] { remove({units[0].id}, " . "); }), "reason");
  EXPECT_EQ(invalidField([&] { remove({units[0].id, ReturnUnitId(999'999)}); }), "units");
  EXPECT_EQ(refusedRule([&] { remove({units[0].id}, "扫错了", "sun"); }), "right");
  remove({units[0].id, units[1].id});
  EXPECT_EQ(openReturn(goods).units.size(), 2u);
  EXPECT_EQ(balance(goods).at(Place::quarantine), 5) << "only the names went";
  enter({{"A", "", ""}}, Place::quarantine);  // the number is free again

  auto issue = transfer(goods, Place::quarantine, Place::test, 0);
  issue.units = {units[2].id};
  move(issue);
  EXPECT_EQ(refusedRule([&] {
              remove({units[3].id, units[2].id});
            }),
            "unit-used")
      << "was moved by its number";
  EXPECT_EQ(openReturn(goods).units.size(), 3u) << "all or none";
  CorrectMovement(as("wang")).execute({at(goods), openReturn(goods).movements.back().id, "发错了"});
  EXPECT_EQ(refusedRule([&] { remove({units[2].id}); }), "unit-used") << "and back again";
  move(transfer(goods, Place::quarantine, Place::test, 1));
  enter({{"U", "", ""}}, Place::test);
  const auto inTest = openReturn(goods).units.back();
  UnitTests tests;
  tests.target = at(goods);
  tests.specification = "TS-1";
  tests.readings = {{inTest.id, true, "", ""}};
  RecordUnitTests(as("wang")).execute(tests);
  EXPECT_EQ(refusedRule([&] { remove({inTest.id}); }), "unit-used") << "was tested";
}

TEST_P(ReturnRefusalsTest, WhatWasNeverBookedIsNotTakenBack) {
  const ReturnId goods = announce(5);
  const auto cost = [&](CostKind kind, const std::string& amount, const std::string& document,
                        bool reversal) {
    BookReturnCost(as("wang")).execute({at(goods), kind, amount, "CNY", document, {}, "录错", reversal});
  };
  EXPECT_EQ(invalidField([&] { cost(CostKind::credit, "10", "CN-1", true); }), "amount");
  cost(CostKind::credit, "100.50", "CN-1", false);
  cost(CostKind::freight, "20", "INV-3", false);
  EXPECT_EQ(invalidField([&] { cost(CostKind::freight, "10", "CN-1", true); }), "amount");
  try {
    cost(CostKind::credit, "10", "CN-2", true);
    FAIL();
  } catch (const Invalid& invalid) {
    EXPECT_EQ(invalid.field(), "amount");
    const std::string sentence = invalid.what();
    for (const char* word : {"10.00 CNY (CN-2)", "100.50 CNY (CN-1)", "20.00 CNY (INV-3)"})
      EXPECT_NE(sentence.find(word), std::string::npos) << sentence;
  }
  cost(CostKind::credit, "60.50", "CN-1", true);
  EXPECT_EQ(invalidField([&] { cost(CostKind::credit, "40.01", "CN-1", true); }), "amount") << "40 are left";
  cost(CostKind::credit, "40", "CN-1", true);
}

TEST_P(ReturnRefusalsTest, AWayThatIsNoneSaysWhichThereAre) {
  const ReturnId goods = announce(5);
  receive(goods, 5);
  move(transfer(goods, Place::quarantine, Place::test, 5));
  try {
    move(transfer(goods, Place::test, Place::shipped, 3));
    FAIL();
  } catch (const Refused& refused) {
    const std::string sentence = refused.what();
    for (const char* word : {"3 pieces", "In test", "Shipped", "5 are there", "Awaiting disposition"})
      EXPECT_NE(sentence.find(word), std::string::npos) << sentence;
  }
}

TEST_P(ReturnRefusalsTest, PiecesInTestWaitForTheCqeUntilADepartmentTests) {
  const ReturnId goods = announce(5);
  receive(goods, 5);
  move(transfer(goods, Place::quarantine, Place::test, 5));
  EXPECT_EQ(openReturn(goods).head.waitsFor, ReturnWait::cqe);
  auto details = AmendReturn::from(openReturn(goods));
  details.testDepartment = "TE";
  AmendReturn(as("wang")).execute(details);
  EXPECT_EQ(openReturn(goods).head.waitsFor, ReturnWait::tester);
}

TEST_P(ReturnRefusalsTest, ForeignGoodsNeedNoKnownPart) {
  const ReturnId goods = announce(5);
  ReturnReceipt receipt;
  receipt.target = at(goods);
  receipt.lines = {{lineOf(goods), 5, ""}};
  receipt.others = {{"NOPART", "", LineNature::foreign, 2, "错装"},
                    {"nopart", "L2", LineNature::foreign, 1, "错装"}};
  ReceiveReturn(as("wang")).execute(receipt);
  const ReturnFile file = openReturn(goods);
  ASSERT_EQ(file.lines.size(), 3u);
  EXPECT_EQ(file.partNumber(file.lines[1].partId), "NOPART");
  EXPECT_EQ(file.lines[1].partId, file.lines[2].partId);
  EXPECT_EQ(file.balance().surplus(), 3);
}

TEST_P(ReturnRefusalsTest, MoneyIsInACurrencyThatThereIs) {
  const ReturnId goods = announce(5);
  CostEntry cost{at(goods), CostKind::freight, "10", "XYZ", "", {}, "", false};
  EXPECT_EQ(invalidField([&] { BookReturnCost(as("wang")).execute(cost); }), "currency");
  cost.currency = "eur";
  BookReturnCost(as("wang")).execute(cost);
}

INSTANTIATE_TEST_SUITE_P(Databases, ReturnRefusalsTest, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace
}  // namespace octad::model
