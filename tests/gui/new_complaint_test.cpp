#include <wx/choice.h>
#include <wx/textctrl.h>

#include "gui/cases/new_complaint_page.hpp"
#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/suggest_field.hpp"
#include "gui/widgets/text.hpp"
#include "model/ports/reader.hpp"
#include "tests/gui/window_test.hpp"

namespace octad::gui {
namespace {

class NewComplaintWindowTest : public WindowTest {
 protected:
  wxTextCtrl* field(const std::string& name) { return dynamic_cast<wxTextCtrl*>(findNamed(window, name)); }
  /// Chinese goes in past the simulator, which types ASCII only.
  void put(const std::string& name, const std::string& text) {
    field(name)->SetFocus();
    field(name)->SetValue(toWx(text));
    settle();
  }
};

TEST_F(NewComplaintWindowTest, KeyboardAloneRegistersAComplaint) {
  openWork();
  auto* customer = openForm();
  ASSERT_NE(customer, nullptr);
  EXPECT_TRUE(waitFor([customer] { return customer->HasFocus(); })) << "the cursor waits in the first field";
  type("C001");
  ASSERT_TRUE(waitFor([customer] { return dynamic_cast<SuggestField*>(customer)->listShown(); }));
  press(WXK_ESCAPE);  // closes the suggestions only
  ASSERT_NE(findNamed(window, "customer"), nullptr);
  put("items.0.part", "P-100");
  put("items.0.failure", "no output");
  click(field("items.0.qty_defective"));
  type("16");
  EXPECT_TRUE(waitFor([this] { return showsText(window, "Major"); })) << "class while typing";
  press(WXK_RETURN, wxMOD_CONTROL);
  EXPECT_TRUE(waitFor([this] { return static_cast<bool>(openedCase); })) << "the new case opens";
  EXPECT_EQ(findNamed(window, "customer"), nullptr) << "the form is gone";
  const auto file = database.store().reader().openCase(openedCase);
  EXPECT_EQ(file.customer.name, "甲公司");
  EXPECT_EQ(file.complaint.severity, model::SeverityClass::major);
}

TEST_F(NewComplaintWindowTest, SaysUnderTheFieldsWhatIsMissing) {
  openWork();
  ASSERT_NE(openForm(), nullptr);
  put("customer", "甲公司");
  press(WXK_RETURN, wxMOD_CONTROL);
  EXPECT_TRUE(waitFor([this] { return showsText(window, "Please check"); }));
  EXPECT_EQ(field("customer")->GetValue(), toWx("甲公司")) << "what was typed stays";
  EXPECT_EQ(database.store().reader().caseCount({}), 0);
}

TEST_F(NewComplaintWindowTest, LeavingAFieldChecksAndEchoesIt) {
  openWork();
  ASSERT_NE(openForm(), nullptr);
  put("items.0.qty_defective", "１２");
  put("items.0.qty_delivered", "1,000");
  EXPECT_TRUE(waitFor([this] { return field("items.0.qty_defective")->GetValue() == "12"; }));
  put("items.0.qty_defective", "1.5");
  EXPECT_EQ(field("items.0.qty_delivered")->GetValue(), "1000");
  put("items.0.lot", "L1");
  EXPECT_TRUE(waitFor([this] { return showsText(window, "whole number"); }));
  EXPECT_EQ(field("items.0.qty_defective")->GetValue(), "1.5") << "what was typed stays";
  EXPECT_TRUE(field("items.0.lot")->HasFocus()) << "the cursor stays";
  put("items.0.qty_defective", "2");
  put("items.0.lot", "L2");
  EXPECT_TRUE(waitFor([this] { return !showsText(window, "whole number"); })) << "mended";
}

TEST_F(NewComplaintWindowTest, SuggestsAndTakesWithTheKeyboard) {
  openWork();
  auto* customer = dynamic_cast<SuggestField*>(openForm());
  ASSERT_NE(customer, nullptr);
  type("C0");
  ASSERT_TRUE(waitFor([customer] { return customer->listShown(); }));
  press(WXK_DOWN);
  press(WXK_RETURN);
  EXPECT_TRUE(waitFor([customer] { return !customer->listShown(); }));
  EXPECT_EQ(customer->text(), "乙公司") << "the first by name";
}

TEST_F(NewComplaintWindowTest, TypingIsKeptAndOfferedAgain) {
  openWork();
  ASSERT_NE(openForm(), nullptr);
  put("customer", "甲公司");
  put("verbatim", "没有输出");
  EXPECT_TRUE(waitFor([this] { return !drafts.keys().empty(); })) << "a second after typing";
  translator.changed();
  settle();
  EXPECT_EQ(field("verbatim")->GetValue(), toWx("没有输出")) << "kept over a change of language";
  // The program ends without asking, as when it is killed; the next one offers the draft.
  window->Destroy();
  settle();
  window = new MainWindow(*services, {});
  window->Show();
  openWork();
  auto* offer = findFirst<ErrorBar>(window->workArea());  // its buttons are GTK's own
  ASSERT_TRUE(waitFor([offer] { return offer->offersAction(); }));
  offer->runAction();
  ASSERT_TRUE(waitFor([this] { return field("verbatim") != nullptr; }));
  EXPECT_EQ(field("verbatim")->GetValue(), toWx("没有输出"));
}

}  // namespace
}  // namespace octad::gui
