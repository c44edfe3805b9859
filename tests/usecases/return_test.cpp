#include "tests/usecases/return_test.hpp"

#include <algorithm>

namespace octad::model {

TEST_P(ReturnTest, TheJourneyOfOneHundredAndTwenty) {
  const auto id = acceptedCase(20);  // 100 delivered: more comes back, so the receipt is explained
  const ReturnId goods = announce(120, number(id));
  EXPECT_EQ(openReturn(goods).head.number.substr(0, 3), "R26");
  EXPECT_EQ(openReturn(goods).head.state, ReturnState::announced);
  AuthoriseReturn(as("wang")).execute({at(goods), "", "封样，注明 RMA", CostBearer::us, {}});
  EXPECT_EQ(openReturn(goods).head.rmaNumber, openReturn(goods).head.number);
  SendReturn(as("wang")).execute({at(goods), "顺丰", "SF-1", CostBearer::undecided, {}, {}});
  EXPECT_EQ(openReturn(goods).head.state, ReturnState::inTransit);
  EXPECT_EQ(invalidField([&] { receive(goods, 118); }), "lines.0.reason");
  receive(goods, 118, "两件途中遗失，承运商已确认");
  EXPECT_EQ(openReturn(goods).head.state, ReturnState::received);
  EXPECT_EQ(balance(goods).missing(), 2);
  auto store = transfer(goods, Place::quarantine, Place::quarantine, 118);
  store.toLocation = "隔离区 A3";
  move(store);
  EXPECT_EQ(openReturn(goods).head.state, ReturnState::quarantined);
  move(transfer(goods, Place::quarantine, Place::test, 118));  // from the one location there is
  move(transfer(goods, Place::test, Place::awaiting, 100, Finding::confirmed));
  move(transfer(goods, Place::test, Place::awaiting, 12, Finding::noTroubleFound));
  move(transfer(goods, Place::test, Place::awaiting, 6, Finding::customerCaused));
  EXPECT_EQ(openReturn(goods).head.state, ReturnState::found);
  expectBalanced(goods);

  EXPECT_EQ(refusedRule([&] { dispose(goods, Finding::confirmed, Disposition::repair, 60); }),
            "authorisation");
  attach(goods, ReturnPaper::authorisation);
  dispose(goods, Finding::confirmed, Disposition::repair, 60);
  dispose(goods, Finding::confirmed, Disposition::credit, 40);
  EXPECT_EQ(refusedRule([&] { dispose(goods, Finding::noTroubleFound, Disposition::returnAsIs, 12); }),
            "ntf");
  writeDossier(goods, false);
  EXPECT_EQ(refusedRule([&] { dispose(goods, Finding::noTroubleFound, Disposition::returnAsIs, 12); }), "ntf")
      << "an open dossier is no result";
  writeDossier(goods, true);
  dispose(goods, Finding::noTroubleFound, Disposition::returnAsIs, 12);
  dispose(goods, Finding::customerCaused, Disposition::scrap, 6);
  EXPECT_EQ(refusedRule([&] { RequestClosing(as("wang")).execute({target(id), "处理完成", ""}); }), "gate");

  EXPECT_EQ(
      refusedRule([&] { carryOut(goods, Disposition::repair, Place::work, Place::shipped, 60, "DN-1"); }),
      "disposition")
      << "repaired pieces are inspected again";
  EXPECT_EQ(invalidField([&] { carryOut(goods, Disposition::repair, Place::work, Place::ready, 60, ""); }),
            "document");
  carryOut(goods, Disposition::repair, Place::work, Place::ready, 60, "FQC-77");
  carryOut(goods, Disposition::repair, Place::ready, Place::shipped, 60, "DN-1");
  carryOut(goods, Disposition::returnAsIs, Place::work, Place::shipped, 12, "DN-1");
  carryOut(goods, Disposition::scrap, Place::work, Place::scrapped, 6, "SC-9");
  carryOut(goods, Disposition::credit, Place::work, Place::credited, 40, "CN-2026-7");
  expectBalanced(goods);
  EXPECT_EQ(openReturn(goods).head.waitsFor, ReturnWait::finance);
  EXPECT_EQ(refusedRule([&] {
              CloseReturn(as("wang")).execute({at(goods), ""});
            }),
            "gate")
      << "no credit note booked";
  CostEntry credit;
  credit.target = at(goods);
  credit.amount = "3,200.50";
  credit.document = "CN-2026-7";
  BookReturnCost(as("wang")).execute(credit);
  EXPECT_EQ(openReturn(goods).costs.front().amountMinor, 320050);
  CloseReturn(as("wang")).execute({at(goods), ""});
  EXPECT_EQ(openReturn(goods).head.state, ReturnState::closed);
  EXPECT_TRUE(missingReturns(open(id)).empty());
  EXPECT_TRUE(reader().verifyAudit(std::nullopt).faults.empty());
}

TEST_P(ReturnTest, WhatIsNotThereCannotBeTaken) {
  const ReturnId goods = announce(10);
  receive(goods, 10);
  EXPECT_EQ(refusedRule([&] { move(transfer(goods, Place::quarantine, Place::test, 11)); }), "balance");
  EXPECT_EQ(refusedRule([&] { move(transfer(goods, Place::quarantine, Place::credited, 1)); }),
            "return-move");
  EXPECT_EQ(invalidField([&] { move(transfer(goods, Place::quarantine, Place::test, 0)); }), "quantity");
  EXPECT_EQ(invalidField([&] { move(transfer(goods, Place::quarantine, Place::test, 10'000'001)); }),
            "quantity");
  try {
    move(transfer(goods, Place::quarantine, Place::test, 11));
    FAIL();
  } catch (const Refused& refused) {
    const std::string sentence = refused.what();
    EXPECT_NE(sentence.find("11 pieces"), std::string::npos) << sentence;
    EXPECT_NE(sentence.find("Quarantine"), std::string::npos) << sentence;
    EXPECT_NE(sentence.find("only 10"), std::string::npos) << sentence;
  }
  expectBalanced(goods);
}

TEST_P(ReturnTest, MoreThanWasDeliveredIsExplained) {
  const auto id = acceptedCase(20);  // 100 delivered
  const ReturnId first = announce(60, number(id));
  receive(first, 60);
  const ReturnId second = announce(41, number(id));
  EXPECT_EQ(invalidField([&] { receive(second, 41); }), "lines.0.counted") << "101 of 100 in sum";
  receive(second, 41, "含上月批次 1 件");
  EXPECT_EQ(balance(second).received(), 41);
}

TEST_P(ReturnTest, AMovementIsTakenBackOnce) {
  const ReturnId goods = announce(10);
  receive(goods, 10);
  move(transfer(goods, Place::quarantine, Place::test, 10));
  const MovementId issued = openReturn(goods).movements.back().id;
  EXPECT_EQ(invalidField([&] { CorrectMovement(as("wang")).execute({at(goods), issued, " . "}); }), "reason");
  move(transfer(goods, Place::test, Place::awaiting, 4, Finding::confirmed));
  EXPECT_EQ(refusedRule([&] {
              CorrectMovement(as("wang")).execute({at(goods), issued, "发错了"});
            }),
            "balance")
      << "4 have moved on";
  CorrectMovement(as("wang")).execute({at(goods), openReturn(goods).movements.back().id, "判定错误"});
  CorrectMovement(as("wang")).execute({at(goods), issued, "发错了"});
  EXPECT_EQ(balance(goods).at(Place::quarantine), 10);
  EXPECT_EQ(refusedRule([&] {
              CorrectMovement(as("wang")).execute({at(goods), issued, "再一次"});
            }),
            "reversed");
  expectBalanced(goods);
}

TEST_P(ReturnTest, TheSameSaveTwiceIsOne) {
  const auto input = goods(10);
  const ReturnSaved first = AnnounceReturn(as("wang")).execute(input);
  EXPECT_EQ(AnnounceReturn(as("wang")).execute(input).id, first.id);
  ReturnReceipt receipt;
  receipt.target = {first.id, 0, newUuid()};
  receipt.lines = {{lineOf(first.id), 10, ""}};
  ReceiveReturn(as("wang")).execute(receipt);
  ReceiveReturn(as("wang")).execute(receipt);
  EXPECT_EQ(balance(first.id).received(), 10);
  EXPECT_EQ(reader().returns().list({}, 10).total, 1);
}

TEST_P(ReturnTest, GoodsThatCameWithoutAWordAreMatchedLater) {
  NewReturn blind = goods(50);
  blind.blind = true;
  blind.withoutCase.clear();
  blind.location = "收货区 2";
  const ReturnId came = AnnounceReturn(as("wang")).execute(blind).id;
  EXPECT_EQ(balance(came).surplus(), 50);
  const auto id = acceptedCase(20);
  const ReturnId announced = announce(52, number(id));
  AuthoriseReturn(as("wang")).execute({at(announced), "RMA-77", "", CostBearer::us, {}});
  MatchReturn(as("wang")).execute({at(came), "RMA-77"});
  const ReturnFile file = openReturn(came);
  EXPECT_EQ(file.head.rmaNumber, "RMA-77");
  EXPECT_EQ(file.lines.front().complaintId, id);
  EXPECT_EQ(file.balance().announced(), 52);
  EXPECT_EQ(file.balance().surplus(), 0);
  EXPECT_EQ(file.balance().expected(), 2) << "neither here nor explained yet";
  EXPECT_EQ(openReturn(announced).head.state, ReturnState::matched);
  EXPECT_EQ(reader().returns().find("RMA-77"), came);
  expectBalanced(came);
  EXPECT_EQ(open(id).returns.size(), 2u);
  EXPECT_EQ(missingReturns(open(id)).size(), 1u) << "the announcement itself holds no pieces any more";
}

TEST_P(ReturnTest, ConfirmedPiecesWithoutACaseDemandADecision) {
  const ReturnId goods = announce(5);
  receive(goods, 5);
  move(transfer(goods, Place::quarantine, Place::test, 5));
  move(transfer(goods, Place::test, Place::awaiting, 5, Finding::confirmed));
  EXPECT_EQ(refusedRule([&] { dispose(goods, Finding::confirmed, Disposition::scrap, 5); }), "decision");
  ConfirmedChoice choice{at(goods), lineOf(goods), ConfirmedDecision::belowTrigger, "", 0, ""};
  EXPECT_EQ(invalidField([&] { DecideConfirmed(as("wang")).execute(choice); }), "reason");
  const auto id = acceptedCase(20);
  choice.decision = ConfirmedDecision::attach;
  choice.caseNumber = "C26-99999";
  EXPECT_EQ(invalidField([&] { DecideConfirmed(as("wang")).execute(choice); }), "case");
  choice.caseNumber = number(id);
  DecideConfirmed(as("wang")).execute(choice);
  EXPECT_EQ(openReturn(goods).lines.front().complaintId, id);
  EXPECT_EQ(openReturn(goods).head.caseNumbers, number(id));
  dispose(goods, Finding::confirmed, Disposition::scrap, 5);
  EXPECT_EQ(open(id).returns.size(), 1u);
}

TEST_P(ReturnTest, AReturnMayGoOnAfterItsCase) {
  const auto id = acceptedCase(2);
  const ReturnId goods = announce(10, number(id));
  receive(goods, 10);
  EXPECT_EQ(refusedRule([&] {
              RequestClosing(as("wang")).execute({target(id), "处理完成", ""});
            }),
            "gate")
      << "whatever the class";
  HandOverReturn(as("wang")).execute({target(id), goods, "hu", "等待供应商分析"});
  RequestClosing(as("wang")).execute({target(id), "处理完成", ""});
  CloseComplaint(as("chen")).execute({target(id), "同意结案", ""});
  move(transfer(goods, Place::quarantine, Place::test, 10));
  EXPECT_EQ(balance(goods).at(Place::test), 10);
  EXPECT_EQ(refusedRule([&] { announce(1, number(id)); }), "closed");
}

// Nobody could receive, settle or cancel the goods of a cancelled case any more.
TEST_P(ReturnTest, ACaseIsNotCancelledOverItsReturn) {
  const auto id = registerCase();
  const ReturnId goods = announce(10, number(id));
  const auto cancel = [&] { CancelComplaint(as("wang")).execute({target(id), "重复录入的记录", ""}); };
  EXPECT_EQ(refusedRule(cancel), "gate");
  CancelReturn(as("wang")).execute({at(goods), "属于另一张客诉单"});
  cancel();
  EXPECT_EQ(open(id).complaint.state, CaseState::cancelled);
}

TEST_P(ReturnTest, UnitsAreWhereTheLedgerSays) {
  const ReturnId goods = announce(6);
  receive(goods, 6);
  NewUnits units;
  units.target = at(goods);
  units.lineId = lineOf(goods);
  units.units = parseUnits("SN1\t2610\nSN2;2610;盒子破损\n\nSN3\r\nSN1\n");
  ASSERT_EQ(units.units.size(), 4u);
  EXPECT_EQ(units.units[1].note, "盒子破损");
  EXPECT_EQ(invalidField([&] { AddReturnUnits(as("wang")).execute(units); }), "units.3.serial");
  units.units.pop_back();
  AddReturnUnits(as("wang")).execute(units);
  units.units = parseUnits("SN4\nSN5\nSN6\nSN7");
  EXPECT_EQ(refusedRule([&] { AddReturnUnits(as("wang")).execute(units); }), "balance")
      << "7 units of 6 pieces";
  EXPECT_EQ(refusedRule([&] { move(transfer(goods, Place::quarantine, Place::test, 4)); }), "units")
      << "3 have no name; the fourth has to be chosen";
  auto issue = transfer(goods, Place::quarantine, Place::test, 0);
  for (const auto& unit : openReturn(goods).units) issue.units.push_back(unit.id);
  move(issue);
  EXPECT_EQ(balance(goods).at(Place::test), 3);

  UnitTests tests;
  tests.target = at(goods);
  tests.specification = "TS-100";
  tests.specificationRevision = "C";
  const auto known = openReturn(goods).units;
  tests.readings = {{known[0].id, false, "0.0 V", "no output"}, {known[1].id, true, "12.01 V", ""}};
  tests.finding = Finding::confirmed;
  EXPECT_EQ(invalidField([&] { RecordUnitTests(as("wang")).execute(tests); }), "finding") << "one passed";
  tests.readings.pop_back();
  RecordUnitTests(as("wang")).execute(tests);
  tests.level = TestLevel::load;
  tests.finding = Finding::noTroubleFound;
  tests.readings = {{known[1].id, true, "12.00 V", ""}};
  RecordUnitTests(as("wang")).execute(tests);
  const ReturnFile file = openReturn(goods);
  EXPECT_EQ(file.tests.size(), 2u);
  EXPECT_EQ(file.units[0].finding, Finding::confirmed);
  EXPECT_EQ(file.units[0].foundBy, TestLevel::standard);
  EXPECT_EQ(file.units[0].failure, "no output");
  EXPECT_EQ(file.units[0].place, Place::awaiting);
  EXPECT_EQ(file.balance().found(Finding::noTroubleFound), 1);
  EXPECT_EQ(refusedRule([&] { RecordUnitTests(as("wang")).execute(tests); }), "place")
      << "it is not in test any more";
  expectBalanced(goods);
}

TEST_P(ReturnTest, TakingAFindingBackTakesItsUnitsBack) {
  const ReturnId goods = announce(2);
  receive(goods, 2);
  NewUnits units{at(goods), lineOf(goods), Place::quarantine,
                 "",        Finding::open, {{"A", "", ""}, {"B", "", ""}}};
  AddReturnUnits(as("wang")).execute(units);
  auto issue = transfer(goods, Place::quarantine, Place::test, 0);
  for (const auto& unit : openReturn(goods).units) issue.units.push_back(unit.id);
  move(issue);
  CorrectMovement(as("wang")).execute({at(goods), openReturn(goods).movements.back().id, "发错了"});
  for (const auto& unit : openReturn(goods).units) EXPECT_EQ(unit.place, Place::quarantine) << unit.serial;
}

// The shares by test level and the tally of phenomena count pieces, whether they have a name or not.
TEST_P(ReturnTest, PiecesWithoutASerialKeepLevelAndPhenomenon) {
  const ReturnId goods = announce(6);
  receive(goods, 6);
  move(transfer(goods, Place::quarantine, Place::test, 6));
  auto find = transfer(goods, Place::test, Place::awaiting, 4, Finding::confirmed);
  find.foundBy = TestLevel::load;
  find.failure = "bearing noise";
  move(find);
  find.quantity = 2;
  find.foundBy = TestLevel::standard;
  find.failure = "no output";
  move(find);
  const auto levels = [&] {
    std::string text;
    for (const auto& [level, pieces] : reader().returns().foundByLevel(today(), today()))
      text += std::to_string(pieces) + ' ';
    return text;
  };
  EXPECT_EQ(levels(), "2 4 0 ");
  const ReturnFile file = openReturn(goods);
  EXPECT_EQ(file.movements.back().foundBy, TestLevel::standard);
  const auto found = file.foundPieces();
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[1].failure, "bearing noise");
  EXPECT_EQ(found[1].pieces, 4);
  CorrectMovement(as("wang")).execute({at(goods), file.movements.back().id, "录错"});
  EXPECT_EQ(levels(), "0 4 0 ");
  EXPECT_EQ(openReturn(goods).foundPieces().size(), 1u);
  EXPECT_TRUE(reader().verifyAudit(std::nullopt).faults.empty());
}

TEST_P(ReturnTest, RightsFollowTheWork) {
  const ReturnId goods = announce(10);
  receive(goods, 10);
  const auto issue = transfer(goods, Place::quarantine, Place::test, 1);
  EXPECT_EQ(refusedRule([&] { MoveReturned(as("li")).execute(issue); }), "right")
      << "sales does not issue to test";
  EXPECT_EQ(refusedRule([&] { MoveReturned(as("sun")).execute(issue); }), "right")
      << "an auditor changes nothing";
  EXPECT_EQ(refusedRule([&] { CloseReturn(as("qian")).execute({at(goods), ""}); }), "right");
}

TEST_P(ReturnTest, CancelledAndReopened) {
  const ReturnId goods = announce(10);
  EXPECT_EQ(refusedRule([&] { CancelReturn(as("wang")).execute({at(goods), "..."}); }), "reason");
  CancelReturn(as("wang")).execute({at(goods), "客户自行处理"});
  EXPECT_EQ(openReturn(goods).head.state, ReturnState::cancelled);
  EXPECT_EQ(refusedRule([&] { receive(goods, 1, "x"); }), "return-closed");
  ReopenReturn(as("wang")).execute({at(goods), "客户又要退了"});
  EXPECT_EQ(openReturn(goods).head.state, ReturnState::announced);
}

TEST_P(ReturnTest, ASampleHasAKeeperAndMayBecomeALine) {
  const auto id = acceptedCase(20);
  EXPECT_EQ(refusedRule([&] {
              MoveSample(as("wang")).execute({target(id), {}, "TE lab", "", {}, ""});
            }),
            "sample");
  SampleNews news;
  news.target = target(id);
  news.arrivedAt = clock().now();
  news.quantity = 3;
  RecordSample(as("wang")).execute(news);
  MoveSample(as("wang")).execute({target(id), {}, "TE 实验室", "柜 3", {}, "X 光"});
  NoteConsent(as("wang")).execute({target(id), {}, Consent::asked, "Ms Bauer", {}, ""});
  const CaseFile file = open(id);
  ASSERT_EQ(file.sampleCustody.size(), 1u);
  ASSERT_EQ(file.sampleConsents.size(), 1u);
  NewReturn input;
  input.uuid = newUuid();
  input.kind = ReturnKind::sample;
  input.lines = {{"", "", "", file.complaint.number, 0, file.samples.front().id, LineNature::asAnnounced, 5}};
  EXPECT_EQ(invalidField([&] { AnnounceReturn(as("wang")).execute(input); }), "lines.0.quantity") << "of 3";
  input.lines.front().quantity = 0;
  const ReturnId goods = AnnounceReturn(as("wang")).execute(input).id;
  EXPECT_EQ(balance(goods).at(Place::quarantine), 3);
  EXPECT_EQ(openReturn(goods).locations(lineOf(goods)).begin()->first, "柜 3") << "it stays where it is";
  input.uuid = newUuid();
  EXPECT_EQ(refusedRule([&] { AnnounceReturn(as("wang")).execute(input); }), "sample") << "once";
  move(transfer(goods, Place::quarantine, Place::test, 3));
  auto destroy = transfer(goods, Place::test, Place::destroyed, 1, Finding::confirmed);
  destroy.reason = "剖面分析";
  EXPECT_EQ(refusedRule([&] { move(destroy); }), "consent");
  NoteConsent(as("wang")).execute({target(id), {}, Consent::granted, "Ms Bauer", {}, "mail of today"});
  move(destroy);
  EXPECT_EQ(balance(goods).found(Finding::confirmed), 1);
}

TEST_P(ReturnTest, ASweepIsCountedWithoutTheCase) {
  const auto id = acceptedCase(20);
  auto d3 = content(id, DisciplineCode::d3);
  SweepRow stock;
  stock.location = SweepLocation::finished;
  stock.suspect = 100;
  d3.sweep = {stock};
  save("wang", d3);
  const auto tasks = reader().returns().sweepTasks();
  ASSERT_EQ(tasks.size(), 1u);
  EXPECT_EQ(tasks[0].open(), 100);
  SweepEntry entry;
  entry.requestId = newUuid();
  entry.sweepId = tasks[0].id;
  entry.ok = 55;
  entry.ng = 5;
  EXPECT_EQ(CountSweep(as("qian")).execute(entry), 40);
  EXPECT_EQ(CountSweep(as("qian")).execute(entry), 40) << "sent twice, counted once";
  EXPECT_EQ(refusedRule([&] { CountSweep(as("li")).execute(entry); }), "right");
  entry.requestId.clear();
  EXPECT_EQ(invalidField([&] { CountSweep(as("qian")).execute(entry); }), "ok") << "60 of 40 open";
  entry.correction = true;
  entry.ok = 0;
  entry.ng = 6;
  entry.note = "误判";
  EXPECT_EQ(invalidField([&] { CountSweep(as("qian")).execute(entry); }), "ng");
  entry.ng = 1;
  EXPECT_EQ(CountSweep(as("qian")).execute(entry), 41);
  const CaseFile file = open(id);
  EXPECT_EQ(file.sweepCounts.size(), 2u);
  EXPECT_EQ(file.sweep.front().ok, 55);
  EXPECT_EQ(file.sweep.front().ng, 4);
  // A page opened before the counts keeps them.
  auto older = content(id, DisciplineCode::d3);
  older.sweep.front().ok = 0;
  older.sweep.front().ng = 0;
  older.sweep.front().suspect = 120;
  save("wang", older);
  EXPECT_EQ(open(id).sweep.front().ok, 55);
  EXPECT_EQ(open(id).sweep.front().suspect, 120);
  older = content(id, DisciplineCode::d3);
  older.sweep.front().suspect = 50;
  EXPECT_EQ(invalidField([&] { save("wang", older); }), "sweep.0.suspect");
  older.sweep.clear();
  EXPECT_EQ(refusedRule([&] { save("wang", older); }), "sweep-counted");
}

INSTANTIATE_TEST_SUITE_P(Databases, ReturnTest, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace octad::model
