#include <wx/tglbtn.h>

#include "gui/returns/return_list_page.hpp"
#include "gui/widgets/row_list.hpp"
#include "gui/widgets/text.hpp"
#include "model/core/uuid.hpp"
#include "model/ports/reader.hpp"
#include "model/ports/return_reader.hpp"
#include "model/usecases/announce_return.hpp"
#include "tests/gui/journey_steps.hpp"

namespace octad::gui {
namespace {

/// The place "Returned goods" of the main window.
class ReturnsPlaceTest : public WindowTest {
 protected:
  ReturnsPlaceTest() {
    services->pages.returnPage = [this](wxWindow* parent, PageHost&, model::ReturnId id) {
      openedReturn = id;
      return Page{new wxPanel(parent), nullptr};
    };
  }
  model::ReturnId announce(long long pieces) {
    model::NewReturn input;
    input.uuid = model::newUuid();
    input.customer = "甲公司";
    input.withoutCase = "regular return";
    model::NewReturnLine line;
    line.part = "P-100";
    line.quantity = pieces;
    input.lines = {line};
    return model::AnnounceReturn({database.store(), database.clock(), database.actor("wang")})
        .execute(input)
        .id;
  }
  void openPlace() {
    openWork();
    press('R', wxMOD_CONTROL);
    ASSERT_TRUE(
        waitFor([this] { return findFirst<ReturnListPage>(window) != nullptr && !executor->busy(); }));
    settle();
    place = findFirst<ReturnListPage>(window);
  }

  model::ReturnId openedReturn;
  ReturnListPage* place = nullptr;
};

TEST_F(ReturnsPlaceTest, ShowsTheBoardAndOpensAReturn) {
  const auto first = announce(40);
  announce(5);
  openPlace();
  EXPECT_TRUE(showsText(place, "2 returns"));
  auto* state = dynamic_cast<wxToggleButton*>(findNamed(place, "state-announced"));
  ASSERT_NE(state, nullptr);
  EXPECT_TRUE(state->GetLabel().Contains(toWx("2 · 45 pcs")));
  auto* received = findNamed(place, "state-received");
  click(received);
  EXPECT_TRUE(showsText(place, "No return matches this filter."));
  click(received);
  EXPECT_TRUE(showsText(place, "2 returns"));
  place->list().SetFocus();
  place->list().selectRow(1);
  settle();
  press(WXK_RETURN);
  EXPECT_TRUE(waitFor([&] { return openedReturn == first; }));
}

TEST_F(ReturnsPlaceTest, KeepsSelectionAndFilterWhenRefreshed) {
  announce(40);
  announce(5);
  openPlace();
  place->list().selectRow(1);
  place->list().onSelect(1);
  settle();
  announce(7);
  press(WXK_F5);
  EXPECT_TRUE(waitFor([this] { return showsText(place, "3 returns"); }));
  settle();
  EXPECT_EQ(place->list().selectedRow(), 2) << "the same return as before";
}

TEST_F(ReturnsPlaceTest, TheFormKeepsItsDraftAndIsThereAgain) {
  openPlace();
  press('N', wxMOD_CONTROL | wxMOD_SHIFT);
  ASSERT_TRUE(waitFor([this] { return findNamed(window, "lines.0.part") != nullptr; }));
  settle();
  putAll(window, {{"customer", "甲公司"}, {"lines.0.part", "P-100"}, {"lines.0.quantity", "12"}});
  EXPECT_TRUE(waitFor([this] { return !drafts.keys().empty(); })) << "kept within a second of typing";
  push(window, "Add another line");
  ASSERT_NE(findNamed(window, "lines.1.part"), nullptr);
  putAll(window, {{"lines.1.part", "P-200"}, {"lines.1.quantity", "x"}, {"without_case", "regular return"}});
  press(WXK_RETURN, wxMOD_CONTROL);
  EXPECT_TRUE(findNamed(window, "lines.1.quantity")->HasFocus()) << "the wrong field is shown";
  put(window, "lines.1.quantity", "3");
  press(WXK_RETURN, wxMOD_CONTROL);
  EXPECT_TRUE(waitFor([this] { return static_cast<bool>(openedReturn) && !executor->busy(); }));
  settle();
  const auto file = database.store().reader().returns().open(openedReturn);
  EXPECT_EQ(file.lines.size(), 2U);
  EXPECT_EQ(file.balance().expected(), 15);
  EXPECT_TRUE(drafts.keys().empty());
}

}  // namespace
}  // namespace octad::gui
