#include <wx/checkbox.h>
#include <wx/dnd.h>
#include <wx/textctrl.h>

#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/text.hpp"
#include "model/ports/reader.hpp"
#include "reports/exchange/mail_reader.hpp"
#include "tests/gui/window_test.hpp"

namespace octad::gui {
namespace {

class MailIntakeWindowTest : public WindowTest {
 protected:
  MailIntakeWindowTest() {
    services->pages.readMail = [](const std::string& path) { return reports::readMail(path); };
  }
  static wxString mailPath(const char* name) {
    return toWx(std::string(OCTAD_SOURCE_DIR) + "/tests/data/mails/" + name);
  }
  bool drop(const std::vector<wxString>& paths) {
    wxArrayString dropped;
    for (const auto& path : paths) dropped.Add(path);
    auto* target = dynamic_cast<wxFileDropTarget*>(window->workArea()->GetDropTarget());
    return target != nullptr && target->OnDropFiles(10, 10, dropped);
  }
  std::string text(const std::string& field) {
    auto* control = dynamic_cast<wxTextCtrl*>(findNamed(window, field));
    return control == nullptr ? "no such field" : fromWx(control->GetValue());
  }
};

TEST_F(MailIntakeWindowTest, ADroppedMailOpensTheFormFilled) {
  openWork();
  ASSERT_TRUE(drop({mailPath("zh-gb18030.eml")}));
  ASSERT_TRUE(waitFor([this] { return text("customer_ref") == "XH-QA-20261120-03"; }));
  EXPECT_EQ(text("items.0.qty_defective"), "12");
  EXPECT_EQ(text("items.0.failure"), "无输出");
  EXPECT_TRUE(showsText(window, "✉ line 7")) << "where the quantity stands";
  EXPECT_TRUE(showsText(window, "From the mail"));
  auto* photo = dynamic_cast<wxCheckBox*>(findNamed(window, "mail.file.0"));
  ASSERT_NE(photo, nullptr);
  EXPECT_TRUE(photo->IsChecked());
  EXPECT_EQ(database.store().reader().caseCount({}), 0) << "nothing is registered silently";
  // The customer of the mail is not in this small register: somebody has to choose.
  EXPECT_EQ(text("customer"), "");
  auto* customer = dynamic_cast<wxTextCtrl*>(findNamed(window, "customer"));
  customer->SetFocus();
  customer->SetValue(toWx("甲公司"));
  settle();
  press(WXK_RETURN, wxMOD_CONTROL);
  ASSERT_TRUE(waitFor([this] { return static_cast<bool>(openedCase); }));
  const auto file = database.store().reader().openCase(openedCase);
  EXPECT_EQ(file.attachments.size(), 3U) << "two pictures and the mail";
  EXPECT_EQ(file.complaint.messageId, "20261120164210.4711@xinghe-terminal.example");
}

TEST_F(MailIntakeWindowTest, OtherFilesAreNotTaken) {
  openWork();
  EXPECT_FALSE(drop({mailPath("expected.txt")}));
  EXPECT_FALSE(drop({mailPath("zh-gb18030.eml"), mailPath("en-answer.eml")}));
  auto* bar = findFirst<ErrorBar>(window->workArea());
  EXPECT_TRUE(waitFor([bar] { return bar->sentence().find("one mail (.eml)") != std::string::npos; }));
  EXPECT_EQ(findNamed(window, "customer_ref"), nullptr);
}

TEST_F(MailIntakeWindowTest, WhatIsTypedAlreadyStays) {
  openWork();
  ASSERT_NE(openForm(), nullptr);
  type("half typed");
  ASSERT_TRUE(drop({mailPath("en-answer.eml")}));
  EXPECT_TRUE(waitFor([this] {
    auto* bar = findFirst<ErrorBar>(window->workArea());
    return bar != nullptr && bar->sentence().find("being typed already") != std::string::npos;
  }));
  EXPECT_EQ(text("customer"), "half typed");
}

}  // namespace
}  // namespace octad::gui
