#include <wx/dnd.h>
#include <wx/textctrl.h>

#include "gui/admin/mails_page.hpp"
#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/text.hpp"
#include "reports/exchange/mail_reader.hpp"
#include "tests/gui/window_test.hpp"
#include "tests/support/sent_mail.hpp"

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

TEST_F(MailsPlaceTest, AReportThatIsDroppedMarksTheMail) {
  services->pages.readMail = [](const std::string& path) { return reports::readMail(path); };
  support::queueSentMail(database, "0123456789abcdef0123456789abcdef");
  openAs("zhou");
  EXPECT_NE(findButton(place, "A mail came back"), nullptr) << "without a mouse";
  EXPECT_TRUE(showsText(place, "Every mail was sent."));
  auto* target = dynamic_cast<wxFileDropTarget*>(window->workArea()->GetDropTarget());
  wxArrayString paths;
  paths.Add(toWx(std::string(OCTAD_SOURCE_DIR) + "/tests/data/bounces/postfix-failed.eml"));
  ASSERT_TRUE(target->OnDropFiles(10, 10, paths));
  auto* said = findFirst<ErrorBar>(window->workArea());
  ASSERT_TRUE(waitFor([this] { return !showsText(place, "Every mail was sent."); })) << said->sentence();
  EXPECT_NE(said->sentence().find("wang@example.com came back"), std::string::npos) << said->sentence();
  EXPECT_TRUE(place->IsShownOnScreen()) << "no form of a complaint";
  auto* whole = findFirst<wxTextCtrl>(place);
  ASSERT_NE(whole, nullptr);
  EXPECT_TRUE(waitFor([this, whole] {
    place->list().onSelect(0);  // as a click does on the row, which comes when the mails have been read
    return whole->IsShown() &&
           fromWx(whole->GetValue()).find("User unknown in local recipient table") != std::string::npos;
  })) << "the words are cut in the list, and can be read below it";
  EXPECT_EQ(findNamed(window, "customer_ref"), nullptr);
}

}  // namespace
}  // namespace octad::gui
