#include "gui/widgets/row_list.hpp"
#include "gui/widgets/text.hpp"
#include "gui/work/my_work_page.hpp"

#include <wx/tglbtn.h>
#include "tests/gui/journey_steps.hpp"

namespace octad::gui {
namespace {

class MyWorkPlaceTest : public WindowTest {
 protected:
  void openPlace() {
    openWork();
    press('T', wxMOD_CONTROL);
    ASSERT_TRUE(waitFor([this] { return findFirst<MyWorkPage>(window) != nullptr && !executor->busy(); }));
    settle();
    place = findFirst<MyWorkPage>(window);
  }

  /// The tab whose label begins so; the test ends when there is none.
  wxWindow* tab(const std::string& words) {
    for (auto* button : findAll<wxToggleButton>(place))
      if (button->GetLabel().StartsWith(toWx(words))) return button;
    ADD_FAILURE() << "no tab " << words;
    return place;
  }

  MyWorkPage* place = nullptr;
};

TEST_F(MyWorkPlaceTest, SaysThatNothingWaits) {
  openPlace();
  EXPECT_TRUE(showsText(place, "Nothing waits for you."));
}

TEST_F(MyWorkPlaceTest, EnterOpensTheCaseThatWaits) {
  const auto id = database.makeCase();
  openPlace();
  EXPECT_EQ(tab("Waits for me")->GetLabel(), "Waits for me: 1");
  EXPECT_EQ(tab("I wait for others")->GetLabel(), "I wait for others: 0");
  place->list().selectRow(0);
  place->list().SetFocus();
  settle();
  press(WXK_RETURN);
  EXPECT_TRUE(waitFor([&] { return openedCase == id; }));
}

TEST_F(MyWorkPlaceTest, TheOtherListIsOneClickAway) {
  database.makeCase();
  openPlace();
  click(tab("I wait for others"));
  settle();
  EXPECT_TRUE(showsText(place, "You wait for nobody."));
  click(findButton(place, "What waits for me"));
  settle();
  EXPECT_FALSE(showsText(place, "You wait for nobody."));
}

}  // namespace
}  // namespace octad::gui
