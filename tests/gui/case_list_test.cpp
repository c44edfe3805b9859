#include <algorithm>

#include "gui/cases/case_list_page.hpp"
#include "gui/widgets/choice.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/amend_complaint.hpp"
#include "model/usecases/campaigns.hpp"
#include "tests/gui/window_test.hpp"

namespace octad::gui {
namespace {

class CaseListWindowTest : public WindowTest {
 protected:
  RowList& list() { return findFirst<CaseListPage>(window)->list(); }
};

TEST_F(CaseListWindowTest, EmptyRegisterOffersTheFirstComplaint) {
  openWork();
  ASSERT_TRUE(waitFor([this] { return findButton(window, "Register a complaint") != nullptr; }));
  click(findButton(window, "Register a complaint"));
  EXPECT_TRUE(waitFor([this] { return findNamed(window, "customer") != nullptr; }));
}

TEST_F(CaseListWindowTest, ArrowsSelectAndEnterOpens) {
  const auto first = database.makeCase("older");
  database.clock().advanceHours(1);
  const auto second = database.makeCase("newer");
  openWork();
  ASSERT_TRUE(waitFor([this] { return findFirst<CaseListPage>(window) != nullptr; }));
  list().SetFocus();
  list().selectRow(0);
  settle();
  press(WXK_DOWN);
  EXPECT_TRUE(waitFor([this] { return list().selectedRow() == 1; }));
  press(WXK_RETURN);
  EXPECT_TRUE(waitFor([this] { return static_cast<bool>(openedCase); }));
  EXPECT_TRUE(openedCase == first || openedCase == second);
  press(WXK_ESCAPE);
  EXPECT_TRUE(waitFor([this] { return window->workArea()->currentIsPlace(); })) << "Esc leads back";
}

TEST_F(CaseListWindowTest, SearchFindsAndClears) {
  database.makeCase("连接器松动");
  database.makeCase("loose screw");
  openWork();
  press('F', wxMOD_CONTROL);
  type("screw");
  EXPECT_TRUE(waitFor([this] { return showsText(window, "1 case"); }));
}

TEST_F(CaseListWindowTest, CopiesRowsAsTabSeparatedText) {
  database.makeCase("one");
  openWork();
  list().selectRow(0);
  settle();
  const std::string text = list().selectedText();
  EXPECT_EQ(std::count(text.begin(), text.end(), '\t'), 8);
  EXPECT_EQ(text.rfind("C26-00001\t2026-11-16\t甲公司\t", 0), 0U) << text;
}

TEST_F(CaseListWindowTest, LanguageSwitchKeepsPagesAndSelection) {
  database.makeCase("one");
  openWork();
  ASSERT_TRUE(waitFor([this] { return showsText(window, "received"); })) << "the first row is selected";
  translator.changed();
  settle();
  EXPECT_EQ(list().selectedRow(), 0);
  EXPECT_TRUE(showsText(window, "received"));
}

TEST_F(CaseListWindowTest, RowsThatChangedFlashOnceAfterARefresh) {
  const auto changed = database.makeCase("one");
  const auto same = database.makeCase("two");
  openWork();
  auto* page = findFirst<CaseListPage>(window);
  ASSERT_TRUE(waitFor([&] { return list().selectedRow() == 0; }));
  page->refresh();
  ASSERT_TRUE(waitFor([this] { return !executor->busy(); }));
  settle();
  EXPECT_FALSE(page->flashes(changed)) << "nothing changed";
  auto input = model::AmendComplaint::from(database.store().reader().openCase(changed));
  input.title = "another title";
  model::AmendComplaint({database.store(), database.clock(), database.actor("wang")}).execute(input);
  page->refresh();
  EXPECT_TRUE(waitFor([&] { return page->flashes(changed); }));
  EXPECT_FALSE(page->flashes(same));
  EXPECT_TRUE(waitFor([&] { return !page->flashes(changed); })) << "only for a moment";
}

TEST_F(CaseListWindowTest, TheBarFiltersByCampaignWhereThereIsOne) {
  database.makeCase("outside");
  const auto inside = database.makeCase("inside");
  openWork();
  ASSERT_TRUE(waitFor([this] { return list().selectedRow() == 0; }));
  EXPECT_FALSE(findNamed(window, "filter_campaign")->IsShown()) << "no campaign, no choice";
  const model::Workplace wang{database.store(), database.clock(), database.actor("wang")};
  model::CampaignInput input;
  input.name = "召回 2026-11";
  const auto campaign = model::AddCampaign(wang).execute(input);
  model::ChooseCampaign(wang).execute({{inside, 0, {}}, input.name, {}});
  window->workArea()->showPlace("work");
  window->workArea()->showPlace("cases");
  auto* choice = dynamic_cast<KeyChoice*>(findNamed(window, "filter_campaign"));
  ASSERT_TRUE(waitFor([choice] { return choice->IsShown(); }));
  EXPECT_TRUE(choice->AcceptsFocusFromKeyboard());
  choice->setKey(std::to_string(campaign.id.value));
  wxCommandEvent chosen(wxEVT_CHOICE, choice->GetId());
  choice->ProcessWindowEvent(chosen);
  EXPECT_TRUE(waitFor([this] { return showsText(window, "1 case"); }));
  click(findButton(window, "Clear"));
  EXPECT_TRUE(waitFor([this] { return showsText(window, "2 cases"); }));
  EXPECT_EQ(choice->key(), "") << "cleared with the other filters";
}

TEST_F(CaseListWindowTest, CtrlEnterOpensBehindTheList) {
  database.makeCase("older");
  database.clock().advanceHours(1);
  database.makeCase("newer");
  openWork();
  ASSERT_TRUE(waitFor([this] { return list().selectedRow() == 0; }));
  list().SetFocus();
  settle();
  press(WXK_RETURN, wxMOD_CONTROL);
  EXPECT_TRUE(waitFor([this] { return static_cast<bool>(openedCase); }));
  EXPECT_TRUE(window->workArea()->currentIsPlace()) << "the list stays in front";
}

}  // namespace
}  // namespace octad::gui
