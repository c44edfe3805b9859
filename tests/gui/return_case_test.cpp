#include "gui/returns/return_page.hpp"
#include "gui/widgets/text.hpp"
#include "model/core/uuid.hpp"
#include "model/ports/reader.hpp"
#include "model/ports/return_reader.hpp"
#include "model/usecases/announce_return.hpp"
#include "model/usecases/move_returned.hpp"
#include "tests/gui/journey_steps.hpp"

namespace octad::gui {
namespace {

using Place = model::ReturnPlace;
using viewmodels::ReturnTab;

/// Confirmed pieces that came without a word and without a case.
class ReturnCaseTest : public WindowTest {
 protected:
  ReturnCaseTest() {
    services->pages.returnPage = [this](wxWindow* parent, PageHost& host, model::ReturnId id) {
      page = new ReturnPage(parent, host, id, {});
      return Page{page, page};
    };
    model::NewReturn input;
    input.uuid = model::newUuid();
    input.customer = "甲公司";
    input.blind = true;
    input.lines = {{"P-100", "L-7", "no output", {}, 0, {}, model::LineNature::asAnnounced, 30}};
    returnId = model::AnnounceReturn(as()).execute(input).id;
    move(Place::quarantine, Place::test);
    move(Place::test, Place::awaiting);
  }
  model::Workplace as() { return {database.store(), database.clock(), database.actor("wang")}; }
  model::ReturnFile stored() { return database.store().reader().returns().open(returnId); }
  void move(Place from, Place to) {
    model::ReturnTransfer input;
    input.target = {returnId, 0, {}};
    input.lineId = stored().lines.front().id;
    input.from = from;
    input.to = to;
    input.quantity = 30;
    if (to == Place::awaiting) input.finding = model::Finding::confirmed;
    model::MoveReturned(as()).execute(input);
  }
  void openReturn() {
    openWork();
    window->workArea()->openReturn(returnId);
    ASSERT_TRUE(patiently([this] { return page && page->viewModel().loaded() && !executor->busy(); }));
    settle();
  }

  model::ReturnId returnId;
  ReturnPage* page = nullptr;
};

TEST_F(ReturnCaseTest, ACaseOfItsOwnIsRegisteredAndLinked) {
  openReturn();
  EXPECT_NE(findButton(page, "30 confirmed pieces have no case"), nullptr);
  page->choose(ReturnTab::findings);
  settle();
  push(page, "New case");
  ASSERT_TRUE(
      patiently([this] { return findNamed(window, "items.0.part") != nullptr && !executor->busy(); }));
  settle();
  EXPECT_EQ(dynamic_cast<wxTextCtrl*>(findNamed(window, "items.0.part"))->GetValue(), "P-100");
  EXPECT_EQ(dynamic_cast<wxTextCtrl*>(findNamed(window, "items.0.qty_defective"))->GetValue(), "30");
  EXPECT_EQ(dynamic_cast<wxTextCtrl*>(findNamed(window, "customer"))->GetValue(), toWx("甲公司"));
  press(WXK_RETURN, wxMOD_CONTROL);
  ASSERT_TRUE(patiently([this] { return stored().lines.front().complaintId.has_value(); }));
  EXPECT_TRUE(patiently([this] {
    return !executor->busy() && !page->viewModel().loading() && page->viewModel().cases().size() == 1;
  }));
  settle();
  EXPECT_TRUE(page->IsShownOnScreen()) << "back at the return";
  ASSERT_EQ(stored().decisions.size(), 1U);
  EXPECT_EQ(stored().decisions.front().decision, model::ConfirmedDecision::newCase);
  EXPECT_EQ(findButton(page, "30 confirmed pieces have no case"), nullptr);
}

TEST_F(ReturnCaseTest, BelowTheTriggerNeedsAReason) {
  openReturn();
  page->choose(ReturnTab::findings);
  settle();
  DialogFiller dialog;
  dialog.expect("Decide", {{"reason", "single line event, agreed with the customer"}});
  push(page, "Below the trigger");
  EXPECT_TRUE(patiently([&dialog] { return dialog.finished(); }));
  EXPECT_TRUE(patiently([this] { return !executor->busy() && !page->viewModel().loading(); }));
  ASSERT_EQ(stored().decisions.size(), 1U);
  EXPECT_EQ(stored().decisions.front().quantity, 30);
}

}  // namespace
}  // namespace octad::gui
