#include "db/admin/standard_site.hpp"
#include "templates/templates.hpp"
#include "tests/gui/case_page_window.hpp"

namespace octad::gui {

using viewmodels::CaseTab;

namespace {

/// The first long field below `root`: what the chosen action is. (wx names fields without a name "text" too.)
wxTextCtrl* longField(wxWindow* root) {
  if (auto* found = dynamic_cast<wxTextCtrl*>(root);
      found != nullptr && found->IsMultiLine() && found->IsShownOnScreen())
    return found;
  for (wxWindow* child : root->GetChildren())
    if (auto* found = longField(child)) return found;
  return nullptr;
}

}  // namespace

TEST_F(CasePageWindow, TellsAWeakAnswerWhileItIsTypedAndBlocksNothing) {
  host.session().weakAnswers = std::make_shared<const model::WeakAnswerRules>(
      db::weakAnswerRules(resources::octad_templates().at(model::kWeakAnswerFile)));
  open();
  page->choose(CaseTab::d3);
  settle();
  EXPECT_EQ(findVisible(page, "weak_answers"), nullptr) << "nothing to tell takes no room";
  pressButton(dynamic_cast<wxButton*>(findButton(page, "Add a row")));  // below the fold
  settle();
  auto* text = longField(page);
  ASSERT_NE(text, nullptr);
  text->SetValue("Operators pay attention");
  EXPECT_TRUE(waitFor([this] { return findVisible(page, "weak_answers") != nullptr; }));
  EXPECT_TRUE(showsText(page, "Who changes what"));

  auto* answer = dynamic_cast<wxButton*>(findButton(page, "Operators pay attention"));
  ASSERT_NE(answer, nullptr);
  page->SetFocus();
  pressButton(answer);
  EXPECT_TRUE(waitFor([text] { return wxWindow::FindFocus() == text; })) << "it leads to its row";

  page->save();
  EXPECT_TRUE(waitFor([this] { return host.saved == 1 && !page->viewModel().loading(); }));
  EXPECT_EQ(database.store().reader().openCase(id).actions.at(0).text, "Operators pay attention");

  longField(page)->SetValue("All 800 pieces of lot 7 on hold");
  EXPECT_TRUE(waitFor([this] { return findVisible(page, "weak_answers") == nullptr; }));
}

}  // namespace octad::gui
