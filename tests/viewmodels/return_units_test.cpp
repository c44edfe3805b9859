#include "gui/viewmodels/return_units.hpp"

#include "gui/viewmodels/return_findings.hpp"
#include "tests/viewmodels/return_fixture.hpp"

namespace octad::viewmodels {

namespace {

class ReturnUnitsTest : public ReturnSessionTest {
 protected:
  ReturnUnitsTest() : session(sessionOf("wang", immediate)) {}
  void open(model::ReturnId id) {
    page = std::make_unique<ReturnPageViewModel>(session, id);
    page->load();
  }
  /// Units "S-1" … in goods-in.
  void enter(int count) {
    std::string pasted;
    for (int at = 1; at <= count; ++at) pasted += "S-" + std::to_string(at) + "\t2634\n";
    UnitEntry entry(*page);
    const auto kind = unnamedPieces(page->file()).front();
    entry.add(kind, previewUnits(page->file(), kind, pasted).units, {},
              [this](const std::exception_ptr& error) { FAIL() << translator.error(error); });
  }
  std::vector<model::ReturnUnitId> all() {
    std::vector<model::ReturnUnitId> ids;
    for (const auto& unit : page->file().units) ids.push_back(unit.id);
    return ids;
  }

  Session session;
  std::unique_ptr<ReturnPageViewModel> page;
};

TEST_F(ReturnUnitsTest, APastedListIsCountedBeforeItIsEntered) {
  const auto id = announce(5);
  receive(id, 5);
  open(id);
  const auto kind = unnamedPieces(page->file()).front();
  EXPECT_EQ(kind.pieces, 5);
  auto preview = previewUnits(page->file(), kind, "S-1\nS-2\n\nS-1\n");
  EXPECT_EQ(preview.units.size(), 2U);
  EXPECT_EQ(preview.known, std::vector<std::string>{"S-1"}) << "twice in the list";
  EXPECT_TRUE(preview.fits());
  EXPECT_EQ(
      translator(preview.summary()),
      "2 units to enter, 1 left out because they are there already; 5 pieces have no serial number yet.");
  preview = previewUnits(page->file(), kind, "1\n2\n3\n4\n5\n6\n");
  EXPECT_FALSE(preview.fits()) << "more units than pieces";
  enter(3);
  EXPECT_EQ(page->file().units.size(), 3U);
  EXPECT_EQ(unnamedPieces(page->file()).front().named, 3);
}

TEST_F(ReturnUnitsTest, ThousandsAreFoundBySerialAndSearched) {
  const auto id = announce(5000);
  receive(id, 5000);
  open(id);
  enter(5000);
  ReturnUnitRows rows;
  rows.show(page->file());
  EXPECT_EQ(rows.rowCount(), 5000);
  const long row = rows.rowOfSerial("s-4711");
  ASSERT_GE(row, 0);
  EXPECT_EQ(rows.cell(row, UnitColumn::serial, translator), "S-4711");
  EXPECT_EQ(rows.cell(row, UnitColumn::place, translator), "Quarantine, goods-in");
  rows.search("S-499");
  EXPECT_EQ(rows.rowCount(), 11) << "S-499 and S-4990 … S-4999";
  EXPECT_TRUE(unnamedPieces(page->file()).empty());
}

TEST_F(ReturnUnitsTest, AScannerIsFasterThanTheDatabase) {
  const auto id = announce(5);
  receive(id, 5);
  Session slow = sessionOf("wang", held);
  ReturnPageViewModel scanned(slow, id);
  scanned.load();
  held.runAll();
  UnitEntry entry(scanned);
  const auto kind = unnamedPieces(scanned.file()).front();
  int done = 0;
  const auto fail = [](const std::exception_ptr&) { FAIL(); };
  for (const char* serial : {"S-1", "S-2", "S-3"})
    entry.scan(
        kind, serial, [&done] { ++done; }, fail);
  EXPECT_TRUE(entry.waiting());
  held.runAll();
  EXPECT_EQ(scanned.file().units.size(), 3U);
  EXPECT_EQ(done, 2) << "the second and third went in together";
  EXPECT_FALSE(entry.waiting());
}

TEST_F(ReturnUnitsTest, AMistypedUnitIsPutRightUntilItWasUsed) {
  const auto id = announce(4);
  receive(id, 4);
  open(id);
  enter(4);
  EXPECT_TRUE(whyNotRenamed(page->file(), {})) << "nothing is chosen";
  EXPECT_TRUE(whyNotRenamed(page->file(), all())) << "one at a time";
  EXPECT_TRUE(whyNotRemoved(page->file(), {}));
  EXPECT_FALSE(whyNotRemoved(page->file(), all()));
  const auto units = all();
  auto form = renameUnitForm(*page, units[0]);
  EXPECT_EQ(startValues(form).at("serial"), "S-1");
  std::string field;
  EXPECT_NE(carryOut(*page, form, {{"serial", "S-2"}, {"reason", "typed wrong"}}, &field), "");
  EXPECT_EQ(field, "serial");
  EXPECT_NE(carryOut(*page, form, {{"serial", "S-9"}}, &field), "");
  EXPECT_EQ(field, "reason");
  EXPECT_EQ(carryOut(*page, form, {{"serial", "S-9"}, {"reason", "typed wrong"}}), "");
  EXPECT_EQ(page->file().units[0].serial, "S-9");
  EXPECT_EQ(carryOut(*page, removeUnitsForm(*page, {units[1], units[2]}), {{"reason", "not ours"}}), "");
  EXPECT_EQ(page->file().units.size(), 2U);
  EXPECT_EQ(page->file().balance().at(Place::quarantine), 4);
  EXPECT_EQ(carryOut(*page, moveUnitsForm(*page, *commonKind(page->file(), {units[3]}), {units[3]}),
                     {{"to", "test"}}),
            "");
  EXPECT_FALSE(whyNotRenamed(page->file(), {units[3]}));
  const auto why = whyNotRemoved(page->file(), all());
  ASSERT_TRUE(why);
  EXPECT_NE(translator(*why).find("S-4"), std::string::npos) << "says which one: " << translator(*why);
  page->readHistory();
  std::vector<std::string> told;
  for (const auto& line : page->history())
    if (!line.derived) told.push_back(translator(line.sentence) + " / " + line.reason);
  const auto tells = [&told](const std::string& words) {
    return std::find(told.begin(), told.end(), words) != told.end();
  };
  EXPECT_TRUE(tells("王芳 corrected the serial number S-1 to S-9 / typed wrong")) << told.front();
  EXPECT_TRUE(tells("王芳 removed unit S-2 / not ours"));
}

TEST_F(ReturnUnitsTest, ASelectionIsTestedAndMovedTogether) {
  const auto id = announce(4);
  receive(id, 4);
  open(id);
  enter(4);
  auto kind = commonKind(page->file(), all());
  ASSERT_TRUE(kind);
  EXPECT_EQ(kind->pieces, 4);
  EXPECT_EQ(carryOut(*page, moveUnitsForm(*page, *kind, all()), {{"to", "test"}}), "");
  EXPECT_EQ(page->file().balance().at(Place::test), 4);
  auto form = unitTestForm(*page, {all()[0], all()[1]});
  std::string field;
  EXPECT_NE(carryOut(*page, form, {}, &field), "");
  EXPECT_EQ(field, "specification");
  EXPECT_EQ(carryOut(*page, form,
                     {{"specification", "TS-12"},
                      {"passed", "0"},
                      {"failure", "no output"},
                      {"finding", "confirmed"},
                      {"measured", "0.0 V"}}),
            "");
  EXPECT_EQ(page->file().balance().found(Finding::confirmed), 2);
  EXPECT_FALSE(commonKind(page->file(), all())) << "they are in two places now";
  form = unitTestForm(*page, {all()[2]});
  EXPECT_EQ(startValues(form).at("specification"), "TS-12") << "a series is tested alike";
  const auto seen = phenomenonRows(page->file());
  ASSERT_EQ(seen.size(), 1U);
  EXPECT_EQ(seen[0].phenomenon, "no output");
  EXPECT_EQ(seen[0].units, 2);
  ReturnUnitRows rows;
  rows.show(page->file());
  EXPECT_EQ(rows.cell(rows.rowOf(all()[0]), UnitColumn::tests, translator), "1 ✗");
}

TEST_F(ReturnUnitsTest, FindingsDecisionsAndCostsAreTold) {
  open(tested());
  const auto line = page->file().lines.front().id;
  auto rows = findingRows(page->file());
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].confirmed, 100);
  EXPECT_EQ(rows[0].undecided, 100);
  EXPECT_TRUE(rows[0].ntfWaits);
  EXPECT_EQ(translator(rows[0].ntf),
            "12 pieces without trouble found: from 3 on the NTF process is followed.");
  const auto number = database.store().reader().openCase(database.makeCase()).complaint.number;
  EXPECT_EQ(carryOut(*page, decideForm(*page, line, model::ConfirmedDecision::attach), {{"case", number}}),
            "");
  EXPECT_EQ(findingRows(page->file())[0].caseNumber, number);
  ASSERT_EQ(page->cases().size(), 1U);
  std::string field;
  EXPECT_NE(carryOut(*page, dossierForm(*page, line), {{"conclude", "1"}}, &field), "");
  EXPECT_EQ(field, "data_collection");
  EXPECT_EQ(carryOut(*page, dossierForm(*page, line), {{"data_collection", "300 h"}}), "");
  EXPECT_EQ(startValues(dossierForm(*page, line)).at("data_collection"), "300 h") << "goes on from there";
  const auto decisions = decisionRows(page->file(), session.zone, translator);
  ASSERT_EQ(decisions.size(), 2U);
  EXPECT_TRUE(decisions[0].open);
  EXPECT_EQ(carryOut(*page, costForm(*page, model::CostKind::credit),
                     {{"amount", "1200.50"}, {"document", "CN-1"}}),
            "");
  EXPECT_EQ(
      carryOut(*page, costForm(*page, model::CostKind::credit),
               {{"amount", "200.50"}, {"document", "CN-1"}, {"reversal", "1"}, {"note", "typed wrong"}}),
      "");
  EXPECT_EQ(costTotals(page->file()), "CNY 1,000.00");
  EXPECT_EQ(costRows(page->file())[1].amount, "−200.50");
  const auto disposed = dispositionRows(page->file());
  ASSERT_EQ(disposed.size(), 3U);
  EXPECT_EQ(disposed[0].disposition, model::Disposition::none);
}

}  // namespace
}  // namespace octad::viewmodels
