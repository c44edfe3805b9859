#include <wx/textctrl.h>

#include "gui/widgets/text.hpp"
#include "tests/gui/window_test.hpp"

namespace octad::gui {
namespace {

class StartWindowTest : public WindowTest {};

TEST_F(StartWindowTest, OffersEveryWayIn) {
  EXPECT_NE(findButton(window, "Open the demonstration"), nullptr);
  EXPECT_NE(findButton(window, "Make a new database"), nullptr);
  EXPECT_NE(findButton(window, "Connect"), nullptr);
  EXPECT_NE(findButton(window, "Open a file"), nullptr);
  EXPECT_EQ(findButton(window, "New complaint"), nullptr) << "nothing to register into yet";
}

TEST_F(StartWindowTest, AsksWhoIsWorkingWhenNobodyIsKnown) {
  databases = std::make_unique<TestDatabases>(database, "nobody");
  services = std::make_unique<Services>(Services{*executor, translator, settings, drafts, *databases,
                                                 database.clock(), [](model::Language) {}, services->pages});
  window->Destroy();
  settle();
  window = new MainWindow(*services, {});
  window->Show();
  settle();
  click(findButton(window, "Open the demonstration"));
  ASSERT_TRUE(waitFor([this] { return findButton(window, "Work as this person") != nullptr; }));
  click(findButton(window, "Work as this person"));
  EXPECT_TRUE(waitFor([this] { return window->workArea() != nullptr; }));
  EXPECT_NE(settings.value("person"), "");
}

}  // namespace
}  // namespace octad::gui
