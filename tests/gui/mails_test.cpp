#include "gui/admin/mails_page.hpp"
#include "gui/widgets/text.hpp"
#include "tests/gui/window_test.hpp"

namespace octad::gui {
namespace {

class MailsPlaceTest : public WindowTest {
 protected:
  void openAs(const std::string& login) {
    databases->setLogin(login);
    openWork();
    window->workArea()->showPlace("mails");
    waitFor([this] { return !executor->busy(); });
    settle();
    place = findFirst<MailsPage>(window);
  }
  MailsPage* place = nullptr;
};

TEST_F(MailsPlaceTest, SaysWhatIsSetAndThatAllWasSent) {
  openAs("zhou");
  ASSERT_NE(place, nullptr);
  EXPECT_TRUE(showsText(place, "No mail server is set"));
  EXPECT_TRUE(showsText(place, "Every mail was sent."));
  EXPECT_EQ(findButton(place, "Test mail"), nullptr) << "nobody can hand mails to a server here";
}

TEST_F(MailsPlaceTest, IsTheAdministratorsOnly) {
  openAs("wang");
  EXPECT_EQ(place, nullptr);
}

}  // namespace
}  // namespace octad::gui
