#include "gui/returns/units_tab.hpp"
#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/row_list.hpp"
#include "model/usecases/guide_return.hpp"
#include "model/usecases/return_units.hpp"
#include "tests/gui/return_page_window.hpp"

namespace octad::gui {
namespace {

using Place = model::ReturnPlace;
using viewmodels::ReturnTab;

TEST_F(ReturnPageWindow, TheScannerEntersUnitsAndKeepsTheFocus) {
  announce(5);
  receive(5);
  openReturn();
  choose(ReturnTab::units);
  auto* scan = inPage("scan");
  ASSERT_NE(scan, nullptr);
  scan->SetFocus();
  settle();
  for (const char* serial : {"SN-1", "SN-2", "SN-3"}) {
    type(serial);
    press(WXK_RETURN);
  }
  rest();
  EXPECT_EQ(stored().units.size(), 3U);
  EXPECT_EQ(wxWindow::FindFocus(), scan) << "ready for the next one";
  EXPECT_TRUE(showsText(shownReturn, "SN-3 entered"));
  type("SN-2");
  press(WXK_RETURN);
  rest();
  EXPECT_EQ(stored().units.size(), 3U);
  EXPECT_TRUE(showsText(shownReturn, "SN-2 is known"));
  auto& list = findFirst<UnitsTab>(shownReturn)->list();
  EXPECT_EQ(list.selectedRow(), 1) << "a known unit is chosen";
}

TEST_F(ReturnPageWindow, FiveThousandUnitsAreOneFluidList) {
  announce(5000);
  receive(5000);
  model::NewUnits input;
  input.target = {returnId, 0, {}};
  input.lineId = stored().lines.front().id;
  for (int at = 1; at <= 5000; ++at) input.units.push_back({"S-" + std::to_string(at), "2634", {}});
  model::AddReturnUnits(as("wang")).execute(input);
  openReturn();
  choose(ReturnTab::units);
  EXPECT_TRUE(showsText(shownReturn, "5,000 units"));
  auto& list = findFirst<UnitsTab>(shownReturn)->list();
  EXPECT_EQ(list.selectedRows().size(), 0U);
  auto* search = inPage("unit-search");
  ASSERT_NE(search, nullptr);
  search->SetFocus();
  settle();
  type("S-4711");
  EXPECT_TRUE(waitFor([this] { return showsText(shownReturn, "1 of 5,000 units"); }));
  EXPECT_EQ(list.selectedRow(), 0) << "the only one found is chosen";
}

TEST_F(ReturnPageWindow, MistypedUnitsArePutRightAndRemoved) {
  announce(3);
  receive(3);
  model::NewUnits input;
  input.target = {returnId, 0, {}};
  input.lineId = stored().lines.front().id;
  input.units = {{"SN0O1", {}, {}}, {"SN002", {}, {}}, {"SN003", {}, {}}};
  model::AddReturnUnits(as("wang")).execute(input);
  openReturn();
  choose(ReturnTab::units);
  auto& list = findFirst<UnitsTab>(shownReturn)->list();
  const auto select = [&](std::vector<long> rows) {
    list.selectRows(rows);
    list.onSelect(rows.front());
    settle();
  };
  auto* rename = findButton(shownReturn, "Correct serial number…");
  auto* remove = findButton(shownReturn, "Remove…");
  ASSERT_TRUE(rename && remove);
  EXPECT_FALSE(rename->IsEnabled());
  EXPECT_TRUE(rename->GetToolTipText().Contains("Choose")) << "and it says why";
  DialogFiller dialog;
  select({0});
  dialog.expect("Correct", {{"serial", "SN001"}, {"reason", "a letter for a zero"}});
  push(shownReturn, "Correct serial number…");
  EXPECT_TRUE(patiently([&dialog] { return dialog.finished(); }));
  rest();
  EXPECT_EQ(stored().units.front().serial, "SN001");
  select({1, 2});
  EXPECT_FALSE(rename->IsEnabled()) << "one at a time";
  dialog.expect("Remove", {{"reason", "of another parcel"}});
  push(shownReturn, "Remove…");
  EXPECT_TRUE(patiently([&dialog] { return dialog.finished(); }));
  rest();
  EXPECT_EQ(stored().units.size(), 1U);
  EXPECT_EQ(stored().balance().at(Place::quarantine), 3) << "the pieces stay";
  model::ReturnTransfer issue;
  issue.target = {returnId, 0, {}};
  issue.lineId = input.lineId;
  issue.units = {stored().units.front().id};
  model::MoveReturned(as("wang")).execute(issue);
  shownReturn->viewModel().load();
  rest();
  select({0});
  EXPECT_FALSE(remove->IsEnabled());
  EXPECT_TRUE(remove->GetToolTipText().Contains("was moved"));
  EXPECT_TRUE(rename->IsEnabled());
}

TEST_F(ReturnPageWindow, AMoveAsksWhatItsWayNeedsAndSaysWhatIsWrongAtTheField) {
  announce(5);
  receive(5);
  openReturn();
  EXPECT_TRUE(showsText(shownReturn, "Received 5 = Quarantine 5"));
  EXPECT_EQ(inPage("finding"), nullptr) << "going to test needs no finding";
  put(shownReturn, "to", "external");
  settle();
  push(shownReturn, "Book the movement");
  rest();
  EXPECT_TRUE(showsText(shownReturn, "Give the reason: it goes into the record."));
  EXPECT_EQ(wxWindow::FindFocus(), inPage("reason"));
  put(shownReturn, "reason", "X-ray at the laboratory");
  put(shownReturn, "quantity", "9");
  push(shownReturn, "Book the movement");
  rest();
  EXPECT_EQ(stored().balance().at(Place::external), 0) << "only five are there";
  EXPECT_EQ(wxWindow::FindFocus(), inPage("quantity"));
  EXPECT_TRUE(showsText(shownReturn, "9 pieces cannot")) << "at the number, which is to be corrected";
  put(shownReturn, "quantity", "2");
  push(shownReturn, "Book the movement");
  rest();
  EXPECT_EQ(stored().balance().at(Place::external), 2);
  EXPECT_EQ(host.status, "2 pieces moved");
}

TEST_F(ReturnPageWindow, AMovementIsTakenBack) {
  announce(5);
  receive(5);
  openReturn();
  DialogFiller dialog;
  auto lists = findAll<RowList>(shownReturn);
  RowList* movements = lists.back();
  movements->selectRow(0);
  movements->onSelect(0);
  settle();
  dialog.expect("Take back", {{"reason", "counted the wrong box"}});
  push(shownReturn, "Take back…");
  EXPECT_TRUE(patiently([&dialog] { return dialog.finished(); }));
  rest();
  EXPECT_EQ(stored().balance().received(), 0);
  EXPECT_EQ(stored().movements.back().reason, "counted the wrong box");
}

TEST_F(ReturnPageWindow, SomebodyElseWasFasterAndNothingTypedIsLost) {
  announce(5);
  receive(5);
  openReturn();
  put(shownReturn, "to", "external");
  put(shownReturn, "reason", "X-ray");
  put(shownReturn, "quantity", "2");
  model::ReturnTransfer other;
  other.target = {returnId, 0, {}};
  other.lineId = stored().lines.front().id;
  other.from = Place::quarantine;
  other.to = Place::test;
  other.quantity = 1;
  model::MoveReturned(as("hu")).execute(other);
  push(shownReturn, "Book the movement");
  rest();
  EXPECT_FALSE(findFirst<ErrorBar>(shownReturn)->sentence().empty()) << "it says who was faster";
  EXPECT_EQ(stored().balance().at(Place::external), 0);
  EXPECT_EQ(dynamic_cast<wxTextCtrl*>(inPage("reason"))->GetValue(), "X-ray");
  EXPECT_TRUE(showsText(shownReturn, "Quarantine 4 + In test 1")) << "read again";
}

TEST_F(ReturnPageWindow, WhoMayOnlyLookFindsEverythingDisabled) {
  announce(5);
  receive(5);
  openReturn("sun");
  auto* next = findButton(shownReturn, "Issue to test");
  ASSERT_NE(next, nullptr);
  EXPECT_FALSE(next->IsEnabled());
  EXPECT_FALSE(findButton(shownReturn, "Book the movement")->IsEnabled());
  EXPECT_TRUE(findButton(shownReturn, "Book the movement")->GetToolTipText().Contains("Ask"));
}

TEST_F(ReturnPageWindow, WhatIsMissingLeadsToItsPlace) {
  announce(5);
  receive(5);
  openReturn();
  choose(ReturnTab::history);
  auto* point = findButton(shownReturn, "5 pieces are in quarantine");
  ASSERT_NE(point, nullptr);
  click(point);
  EXPECT_EQ(shownReturn->current(), ReturnTab::pieces);
  EXPECT_TRUE(inPage("quantity") != nullptr && inPage("quantity")->HasFocus());
}

}  // namespace
}  // namespace octad::gui
