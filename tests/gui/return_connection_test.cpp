#include <wx/button.h>

#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/text.hpp"
#include "model/usecases/guide_return.hpp"
#include "tests/gui/return_page_window.hpp"
#include "tests/support/breaking_store.hpp"

namespace octad::gui {
namespace {

using Place = model::ReturnPlace;
using Break = support::BreakingStore::Break;

constexpr const char* kLost = "Save again when it is back";

/// The page of a return over a connection that breaks.
class BrokenReturnWindow : public ReturnPageWindow {
 protected:
  BrokenReturnWindow() : store(std::make_shared<support::BreakingStore>(database.store())) {
    host.session().store = store;
  }
  ErrorBar& bar() { return *findFirst<ErrorBar>(shownReturn); }
  std::string valueOf(const std::string& name) {
    auto* field = dynamic_cast<wxTextCtrl*>(inPage(name));
    return field ? fromWx(field->GetValue()) : std::string();
  }
  bool quiet() {
    const auto& model = shownReturn->viewModel();
    return !executor.busy() && !model.busy() && !model.loading();
  }
  void wait() {
    EXPECT_TRUE(patiently([this] { return quiet(); }));
    settle();
  }
  /// Two of five pieces to the laboratory.
  void typeMove() {
    put(shownReturn, "to", "external");
    settle();
    putAll(shownReturn, {{"quantity", "2"}, {"reason", "X-ray at the laboratory"}});
  }
  void bookMove() {
    push(shownReturn, "Book the movement");
    wait();
  }

  std::shared_ptr<support::BreakingStore> store;
};

TEST_F(BrokenReturnWindow, APageThatCannotBeReadSaysWhatToDo) {
  announce(5);
  store->set(Break::reading);
  shownReturn = new ReturnPage(frame, host, returnId, {});
  show(shownReturn);
  wait();
  EXPECT_NE(bar().sentence().find(kLost), std::string::npos);
  EXPECT_TRUE(bar().offersAction());
  EXPECT_FALSE(showsText(shownReturn, "Reading the return…"));
  bar().runAction();
  wait();
  EXPECT_NE(bar().sentence(), "") << "it is still not there";
  store->set(Break::nothing);
  bar().runAction();
  wait();
  EXPECT_EQ(bar().sentence(), "");
  EXPECT_TRUE(showsText(shownReturn, "R26-00001"));
}

TEST_F(BrokenReturnWindow, ReadingAgainByKeyTakesTheSentenceAway) {
  announce(5);
  openReturn();
  store->set(Break::reading);
  shownReturn->refresh();
  wait();
  EXPECT_NE(bar().sentence(), "");
  EXPECT_TRUE(showsText(shownReturn, "Announced 5")) << "what was read stays";
  store->set(Break::nothing);
  shownReturn->refresh();
  wait();
  EXPECT_EQ(bar().sentence(), "");
}

TEST_F(BrokenReturnWindow, AMovementThatWasNotStoredIsSentAgain) {
  announce(5);
  receive(5);
  openReturn();
  typeMove();
  store->set(Break::changing);
  bookMove();
  EXPECT_NE(bar().sentence().find(kLost), std::string::npos);
  EXPECT_EQ(valueOf("quantity"), "2");
  EXPECT_EQ(valueOf("reason"), "X-ray at the laboratory");
  EXPECT_EQ(stored().balance().at(Place::external), 0);
  store->set(Break::nothing);
  bookMove();
  EXPECT_EQ(stored().balance().at(Place::external), 2);
  EXPECT_EQ(bar().sentence(), "") << "it is in order again";
}

TEST_F(BrokenReturnWindow, AMovementWhoseAnswerWasLostIsStoredOnce) {
  announce(5);
  receive(5);
  openReturn();
  typeMove();
  store->set(Break::answering);
  bookMove();
  EXPECT_NE(bar().sentence(), "");
  EXPECT_EQ(valueOf("reason"), "X-ray at the laboratory");
  EXPECT_EQ(stored().balance().at(Place::external), 2) << "it was stored";
  store->set(Break::nothing);
  bookMove();
  EXPECT_EQ(stored().balance().at(Place::external), 2) << "once";
  EXPECT_EQ(host.status, "2 pieces moved");
  EXPECT_EQ(bar().sentence(), "");
}

TEST_F(BrokenReturnWindow, ReadingAgainFindsTheMovementAndTheNextOneIsAnother) {
  announce(5);
  receive(5);
  openReturn();
  typeMove();
  store->set(Break::answering);
  bookMove();
  store->set(Break::nothing);
  bar().runAction();
  wait();
  EXPECT_TRUE(showsText(shownReturn, "Quarantine 3 + Sent out 2") ||
              showsText(shownReturn, "Received 5 = Quarantine 3"));
  EXPECT_EQ(valueOf("reason"), "") << "it is stored: nothing is left to be typed";
  put(shownReturn, "to", "test");
  put(shownReturn, "quantity", "1");
  bookMove();
  EXPECT_EQ(bar().sentence(), "");
  EXPECT_EQ(stored().balance().at(Place::test), 1);
  EXPECT_EQ(stored().balance().at(Place::external), 2);
}

TEST_F(BrokenReturnWindow, ADialogStaysOpenWithWhatWasTyped) {
  announce(120);
  model::AuthoriseReturn(as("wang")).execute({{returnId, 0, {}}, "RMA-7", "", model::CostBearer::us, {}});
  model::ReturnShipment shipment;
  shipment.target = {returnId, 0, {}};
  shipment.carrier = "SF";
  model::SendReturn(as("wang")).execute(shipment);
  openReturn();
  const Later user([this] {
    wxDialog* dialog = topDialog();
    putAll(dialog, {{"lines.0.counted", "118"}, {"lines.0.reason", "two lost on the way"}});
    for (const auto now : {Break::changing, Break::answering}) {
      store->set(now);
      pressButton(dynamic_cast<wxButton*>(findButton(dialog, "Receive")));
      EXPECT_TRUE(patiently([&] {
        return quiet() && findFirst<ErrorBar>(dialog)->sentence().find(kLost) != std::string::npos;
      }));
      EXPECT_EQ(fromWx(dynamic_cast<wxTextCtrl*>(findNamed(dialog, "lines.0.reason"))->GetValue()),
                "two lost on the way");
    }
    EXPECT_EQ(stored().balance().received(), 118) << "only the second answer was lost";
    store->set(Break::nothing);
    pressButton(dynamic_cast<wxButton*>(findButton(dialog, "Receive")));
  });
  push(shownReturn, "Receive…");
  wait();
  EXPECT_EQ(topDialog(), nullptr);
  EXPECT_EQ(stored().balance().received(), 118);
  EXPECT_EQ(stored().balance().missing(), 2);
  EXPECT_TRUE(showsText(shownReturn, "Announced 120 = Received 118 + Missing 2"));
}

}  // namespace
}  // namespace octad::gui
