#include "gui/admin/policies_page.hpp"

#include <wx/button.h>

#include "gui/widgets/row_list.hpp"
#include "tests/gui/journey_steps.hpp"

namespace octad::gui {
namespace {

class PoliciesPlaceTest : public WindowTest {
 protected:
  void openPlace() {
    openWork();
    press('P', wxMOD_CONTROL);
    ASSERT_TRUE(waitFor([this] { return findFirst<PoliciesPage>(window) != nullptr && !executor->busy(); }));
    settle();
    place = findFirst<PoliciesPage>(window);
  }
  PoliciesPage* place = nullptr;
};

TEST_F(PoliciesPlaceTest, SaysWhatTheChosenPolicySays) {
  openPlace();
  EXPECT_TRUE(showsText(place, "Functional defect: general from 5 pieces, major from 15"));
  place->list().SetFocus();
  const long before = place->list().selectedRow();
  press(WXK_DOWN);
  EXPECT_TRUE(waitFor([&] { return place->list().selectedRow() == before + 1; }));
  settle();
  EXPECT_TRUE(showsText(place, place->viewModel().sections().at(1).lines.at(0)));
  EXPECT_EQ(place->viewModel().selectedRow(), before + 1);
}

TEST_F(PoliciesPlaceTest, WhoMayNotChangeThemReadsWhy) {
  openPlace();
  auto* button = findButton(place, "New revision…");
  ASSERT_TRUE(button);
  EXPECT_FALSE(button->IsEnabled());
  EXPECT_EQ(fromWx(button->GetToolTipText()), "Only an administrator changes the policies.");
}

}  // namespace
}  // namespace octad::gui
