#include <wx/tglbtn.h>

#include "gui/widgets/row_list.hpp"
#include "gui/widgets/text.hpp"
#include "gui/work/my_work_page.hpp"
#include "gui/work/people_list.hpp"
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

/// The same place for the quality manager.
class PeoplePlaceTest : public MyWorkPlaceTest {
 protected:
  PeoplePlaceTest() { databases->setLogin("chen"); }
};

TEST_F(PeoplePlaceTest, ThePeopleAreATabOfTheirOwn) {
  const auto id = database.makeCase();
  openPlace();
  click(tab("My people"));
  ASSERT_TRUE(waitFor([this] { return !executor->busy() && place->list().selectedRow() < 0; }));
  settle();
  auto* people = findFirst<PeopleList>(place);
  ASSERT_NE(people, nullptr);
  EXPECT_TRUE(people->IsShown());
  people->list().selectRow(1);
  settle();
  place->list().selectRow(0);
  place->list().SetFocus();
  settle();
  press(WXK_RETURN);
  EXPECT_TRUE(waitFor([&] { return openedCase == id; }));
}

}  // namespace
}  // namespace octad::gui
