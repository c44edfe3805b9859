#include "gui/cases/case_page.hpp"

#include <wx/timer.h>

#include "gui/metrics/metrics_page.hpp"
#include "gui/widgets/text.hpp"
#include "model/ports/reader.hpp"
#include "tests/gui/case_page_window.hpp"

namespace octad::gui {

using model::DisciplineCode;
using viewmodels::CaseActionId;
using viewmodels::CaseTab;

namespace {

/// Every shown control lies inside its parent: nothing is clipped.
void expectNothingClipped(wxWindow* root) {
  for (wxWindow* child : root->GetChildren()) {
    if (!child->IsShown() || dynamic_cast<wxTopLevelWindow*>(child) != nullptr) continue;
    const wxSize inside = root->GetVirtualSize();
    const wxRect place = child->GetRect();
    EXPECT_LE(place.GetRight(), inside.x + 1)
        << child->GetClassInfo()->GetClassName() << " \"" << child->GetLabel().utf8_string() << "\" in "
        << root->GetClassInfo()->GetClassName();
    expectNothingClipped(child);
  }
}

}  // namespace

TEST_F(CasePageWindow, ShowsTheCaseAndItsSteps) {
  open();
  EXPECT_EQ(host.title.rfind("C26-", 0), 0U);
  EXPECT_TRUE(showsText(page, host.title));
  EXPECT_TRUE(showsText(page, "甲公司"));
  for (int tab = 0; tab <= static_cast<int>(CaseTab::history); ++tab) {
    page->choose(static_cast<CaseTab>(tab));
    settle();
    expectNothingClipped(page);
  }
  EXPECT_TRUE(showsText(page, "History"));
}

TEST_F(CasePageWindow, AStepThatCannotBeWrittenSaysWhy) {
  open();
  page->choose(CaseTab::d4);
  settle();
  EXPECT_TRUE(showsText(page, "It opens when the complaint is accepted"));
  EXPECT_FALSE(showsText(page, "Add a row to begin")) << "no row can be added";
  page->choose(CaseTab::d1);
  settle();
  EXPECT_TRUE(showsText(page, "Add a row to begin"));
}

TEST_F(CasePageWindow, GoesToADisciplineByKeyboardAndKeepsWhatIsTyped) {
  open();
  page->SetFocus();
  press('1', wxMOD_ALT);
  ASSERT_EQ(page->current(), CaseTab::d1);
  auto* narrative = field("text");
  ASSERT_NE(narrative, nullptr);
  narrative->SetFocus();
  settle();
  type("our team");
  EXPECT_EQ(page->viewModel().discipline(DisciplineCode::d1).text(), "our team");
  page->choose(CaseTab::d2);
  page->choose(CaseTab::d1);
  EXPECT_EQ(field("text")->GetValue(), "our team");
  page->refresh();
  EXPECT_TRUE(waitFor([this] { return !executor.busy() && !page->viewModel().loading(); }));
  EXPECT_EQ(field("text")->GetValue(), "our team") << "reading again keeps what is typed";

  page->save();
  EXPECT_TRUE(waitFor([this] { return host.saved == 1 && !page->viewModel().anyUnsaved(); }));
  EXPECT_EQ(database.store().reader().openCase(id).discipline(DisciplineCode::d1).text, "our team");
  EXPECT_TRUE(page->mayClose());
}

TEST_F(CasePageWindow, WalksThroughTheDisciplinesByKeyboard) {
  open();
  page->SetFocus();
  settle();
  for (int digit = 0; digit <= 8; ++digit) {
    press('0' + digit, wxMOD_ALT);
    EXPECT_EQ(page->current(), static_cast<CaseTab>(static_cast<int>(CaseTab::d0) + digit));
  }
}

TEST_F(CasePageWindow, AddsATeamMemberInTheFormBesideTheList) {
  open();
  page->choose(CaseTab::d1);
  settle();
  auto* add = findButton(page, "Add a row");
  ASSERT_NE(add, nullptr);
  click(add);
  ASSERT_NE(field("name"), nullptr);
  field("name")->SetFocus();
  settle();
  type("Liu Yang");
  page->save();
  EXPECT_TRUE(waitFor([this] { return host.saved == 1; }));
  const auto team = database.store().reader().openCase(id).team;
  ASSERT_EQ(team.size(), 1U);
  EXPECT_EQ(team[0].name, "Liu Yang");
}

TEST_F(CasePageWindow, AMissingPointLeadsToItsField) {
  open();
  page->choose(CaseTab::d2);
  settle();
  auto* point = findButton(page, "How many");
  ASSERT_NE(point, nullptr);
  click(point);
  EXPECT_EQ(page->current(), CaseTab::d2);
  EXPECT_NE(dynamic_cast<wxTextCtrl*>(wxWindow::FindFocus()), nullptr);
}

TEST_F(CasePageWindow, EscapeAsksToGoBack) {
  open();
  page->SetFocus();
  press(WXK_ESCAPE);
  EXPECT_EQ(host.closeAsked, 1);
}

TEST_F(CasePageWindow, AnErrorStaysInTheDialogWithWhatWasTyped) {
  open();
  bool stayed = false;
  // The dialog is modal: what happens in it is done from within its own event loop.
  wxTimer user;
  user.Bind(wxEVT_TIMER, [&](wxTimerEvent&) {
    wxDialog* dialog = nullptr;
    for (wxWindow* window : wxTopLevelWindows)
      if (auto* found = dynamic_cast<wxDialog*>(window); found != nullptr && found->IsShown()) dialog = found;
    ASSERT_NE(dialog, nullptr);
    auto* decide = dynamic_cast<wxButton*>(findButton(dialog, "Decide: not ours"));
    auto* reason = dynamic_cast<wxTextCtrl*>(findVisible(dialog, "reason"));
    ASSERT_TRUE(decide != nullptr && reason != nullptr);
    reason->SetValue("....");
    pressButton(decide);
    waitFor([&] { return !executor.busy() && decide->IsEnabled(); });
    stayed = dialog->IsShown() && reason->GetValue() == "....";
    reason->SetValue("customer dropped the parts");
    pressButton(decide);
  });
  constexpr int kSoonMs = 100;
  user.StartOnce(kSoonMs);
  auto* notOurs = dynamic_cast<wxButton*>(findButton(page, "Not ours"));
  ASSERT_NE(notOurs, nullptr);
  pressButton(notOurs);
  EXPECT_TRUE(waitFor([this] { return host.saved == 1 && !executor.busy(); }));
  EXPECT_TRUE(stayed) << "dots are no reason";
  EXPECT_EQ(database.store().reader().openCase(id).complaint.acceptance, model::Acceptance::notOurs);
}

TEST_F(CasePageWindow, SwitchesTheLanguageInPlace) {
  open();
  page->choose(CaseTab::d1);
  page->viewModel().discipline(DisciplineCode::d1).setText("kept");
  translator.use(model::Catalogue());
  settle();
  EXPECT_EQ(page->current(), CaseTab::d1);
  ASSERT_NE(field("text"), nullptr);
  EXPECT_EQ(field("text")->GetValue(), "kept");
}

TEST_F(CasePageWindow, ShowsCountsAsATableAndChart) {
  auto* metrics = new MetricsPage(frame, host, {});
  show(metrics);
  EXPECT_TRUE(waitFor([&] { return !metrics->viewModel().loading() && !executor.busy(); }));
  settle();
  EXPECT_EQ(metrics->viewModel().table().total.all, 1);
  expectNothingClipped(metrics);
}

}  // namespace octad::gui
