#include <memory>
#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/textctrl.h>

#include "gui/admin/policies_page.hpp"
#include "gui/cases/action_dialog.hpp"
#include "gui/viewmodels/form_subject.hpp"
#include "gui/widgets/choice.hpp"
#include "gui/widgets/row_list.hpp"
#include "tests/gui/case_page_window.hpp"
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
  /// Opens the form of a part; `user` is in front of it, which has to be left again.
  void ask(viewmodels::PolicyPart part, const std::function<void()>& user) {
    const Later later(user);
    auto& page = place->viewModel();
    showFormDialog(
        place,
        std::make_unique<viewmodels::FormOfPage<viewmodels::PoliciesViewModel, viewmodels::PolicyForm>>(
            page, page.releaseForm(part)));
  }
  static KeyChoice* choiceOf(const std::string& name) {
    return dynamic_cast<KeyChoice*>(findVisible(topDialog(), name));
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

/// The buttons of a dialog with this label, from above.
std::vector<wxButton*> buttonsOf(wxWindow* root, const std::string& label) {
  std::vector<wxButton*> found;
  for (wxWindow* child : root->GetChildren()) {
    auto* button = dynamic_cast<wxButton*>(child);
    if (button != nullptr && fromWx(button->GetLabel()) == label) found.push_back(button);
    for (wxButton* below : buttonsOf(child, label)) found.push_back(below);
  }
  return found;
}

TEST_F(PoliciesPlaceTest, ARuleMovesUpAndAMistakeStandsAtItsRow) {
  databases->setLogin("zhou");
  openPlace();
  ASSERT_FALSE(place->viewModel().whyNot());
  ask(viewmodels::PolicyPart::order, [this] {
    wxDialog* dialog = topDialog();
    const auto up = buttonsOf(dialog, "Up");
    ASSERT_EQ(up.size(), 6U);
    EXPECT_FALSE(up[0]->IsEnabled());
    pressButton(up[1]);
    settle();
    EXPECT_EQ(choiceOf("rules.0.rule")->key(), "penalty");
    EXPECT_EQ(choiceOf("rules.1.rule")->key(), "safety");
    choiceOf("rules.2.rule")->setKey("safety");
    dynamic_cast<wxTextCtrl*>(findVisible(dialog, "reason"))->SetValue("Agreed in the review");
    auto* release = dynamic_cast<wxButton*>(findButton(dialog, "Release"));
    pressButton(release);
    waitFor([&] { return !executor->busy() && release->IsEnabled(); });
    EXPECT_TRUE(showsText(choiceOf("rules.2.rule")->GetParent(), "The rule \"safety\" stands twice"));
    EXPECT_EQ(choiceOf("rules.2.rule")->key(), "safety") << "what was chosen stays";
    EXPECT_EQ(choiceOf("rules.0.rule")->key(), "penalty");
    dialog->EndModal(wxID_CANCEL);
  });
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
