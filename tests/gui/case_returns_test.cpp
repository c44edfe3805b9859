#include <wx/stattext.h>

#include "gui/cases/case_page.hpp"
#include "gui/widgets/row_list.hpp"
#include "gui/widgets/text.hpp"
#include "model/core/uuid.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/announce_return.hpp"
#include "model/usecases/receive_return.hpp"
#include "model/usecases/record_sample.hpp"
#include "model/usecases/save_discipline.hpp"
#include "tests/gui/case_page_window.hpp"

namespace octad::gui {

using model::DisciplineCode;
using viewmodels::CaseTab;

/// The page of a case with returned goods, samples and a stock sweep.
class CaseReturnsWindow : public CasePageWindow {
 protected:
  model::Workplace as(const std::string& login) {
    return {database.store(), database.clock(), database.actor(login)};
  }
  model::CaseFile file() { return database.store().reader().openCase(id); }
  model::ReturnId announce(long long pieces) {
    model::NewReturn input;
    input.uuid = model::newUuid();
    model::NewReturnLine line;
    line.caseNumber = file().complaint.number;
    line.quantity = pieces;
    input.lines.push_back(line);
    return model::AnnounceReturn(as("wang")).execute(input).id;
  }
  void sampleArrives() {
    model::SampleNews news;
    news.target.id = id;
    news.arrivedAt = database.clock().now();
    news.quantity = 5;
    model::RecordSample(as("wang")).execute(news);
  }
  void suspect(long long pieces) {
    auto content = model::SaveDiscipline::from(file(), DisciplineCode::d3);
    content.target.id = id;
    content.code = DisciplineCode::d3;
    model::SweepRow row;
    row.location = model::SweepLocation::raw;
    row.suspect = pieces;
    content.sweep = {row};
    model::SaveDiscipline(as("wang")).execute(content);
  }
  /// The first list that is on the screen.
  static RowList* shownList(wxWindow* root) {
    if (auto* list = dynamic_cast<RowList*>(root); list && list->IsShownOnScreen()) return list;
    for (wxWindow* child : root->GetChildren())
      if (RowList* list = shownList(child)) return list;
    return nullptr;
  }
  void choose(CaseTab tab) {
    page->choose(tab);
    settle();
  }
};

TEST_F(CaseReturnsWindow, ShowsWhatBlocksTheClosingAndHandsItOn) {
  announce(120);
  open();
  choose(CaseTab::returns);
  EXPECT_TRUE(showsText(page, "120 announced, 0 received, 120 open"));
  EXPECT_TRUE(showsText(page, "Announced 120 = Received 0 + Announced, not here yet 120"));
  EXPECT_TRUE(showsText(page, "120 pieces of return R26-00001 are open: the case cannot be closed"));
  answer("Return cont", "Hand it on", {{"reason", "the customer sends them in January"}});
  EXPECT_TRUE(showsText(page, "Return R26-00001 continues with 王芳"));
  ASSERT_EQ(file().handOvers.size(), 1U);
  EXPECT_EQ(file().handOvers[0].reason, "the customer sends them in January");
}

TEST_F(CaseReturnsWindow, LeadsToTheReturnAndToANewOne) {
  const auto announced = announce(40);
  open();
  choose(CaseTab::returns);
  pressButton(dynamic_cast<wxButton*>(findButton(page, "Announce a ret")));
  EXPECT_EQ(host.announcedFor, id);
  pressButton(dynamic_cast<wxButton*>(findButton(page, "Open the return")));
  EXPECT_EQ(host.openedReturn, announced);
  host.openedReturn = {};
  shownList(page)->SetFocus();
  settle();
  press(WXK_RETURN);
  EXPECT_EQ(host.openedReturn, announced) << "Enter in the list opens it as well";
  host.openedReturn = {};
  auto* link = findVisible(page, "return-R26-00001");
  ASSERT_NE(link, nullptr) << "the head of the case leads there in one click";
  click(link);
  EXPECT_TRUE(waitFor([&] { return host.openedReturn == announced; }));

  page->Hide();  // the page of the return is in front
  announce(2);
  page->Show();
  EXPECT_TRUE(waitFor([this] { return showsText(page, "42 announced"); }))
      << "what was done there is seen here";
}

TEST_F(CaseReturnsWindow, WithoutReturnsSaysWhatBelongsHere) {
  open();
  choose(CaseTab::returns);
  EXPECT_TRUE(showsText(page, "No returned goods yet"));
  EXPECT_TRUE(showsText(page, "No sample yet") || showsText(page, "Waiting for the sample"));
  EXPECT_EQ(findButton(page, "Hand on"), nullptr) << "there is no sample to hand on";
}

TEST_F(CaseReturnsWindow, ASampleChangesHandsIsReleasedAndBecomesAReturn) {
  sampleArrives();
  open();
  choose(CaseTab::returns);
  answer("Hand on", "Hand it on", {{"holder", "Lab East"}, {"place", "X-ray room"}});
  ASSERT_EQ(file().sampleCustody.size(), 1U);
  EXPECT_EQ(file().sampleCustody[0].holder, "Lab East");
  answer("Destructive test", "Record", {{"given_by", "Ms Bauer"}});
  ASSERT_EQ(file().sampleConsents.size(), 1U);
  EXPECT_EQ(file().sampleConsents[0].state, model::Consent::granted);
  answer("Can be analysed", "Record", {});
  EXPECT_TRUE(file().samples[0].analysableAt.has_value());
  auto* again = dynamic_cast<wxButton*>(findButton(page, "Can be analysed"));
  ASSERT_NE(again, nullptr);
  EXPECT_FALSE(again->IsEnabled()) << "no sample waits for it";
  answer("Becomes a return", "Make it a return", {});
  ASSERT_EQ(file().returns.size(), 1U);
  EXPECT_EQ(file().returns[0].kind, model::ReturnKind::sample);
  EXPECT_TRUE(showsText(page, "Received 5 = Quarantine 5"));
}

TEST_F(CaseReturnsWindow, CountsAStockSweepByTheDay) {
  suspect(1500);
  open();
  choose(CaseTab::d3);
  EXPECT_TRUE(showsText(page, "Counts: Raw material"));
  EXPECT_TRUE(showsText(page, "0 of 1,500 sorted (0 %), 1,500 open"));
  answer("Enter a count", "Save the count", {{"ok", "1180"}, {"ng", "20"}, {"note", "lots 46 and 47"}});
  EXPECT_TRUE(showsText(page, "1,200 of 1,500 sorted (80 %), 300 open"));
  EXPECT_FALSE(field("ok")->IsEditable()) << "the sum comes from the counts";
  EXPECT_EQ(field("ok")->GetValue(), "1180");
  EXPECT_TRUE(field("suspect")->IsEditable());
  answer("Correct a count", "Take back", {{"ok", "80"}, {"note", "a tray was counted twice"}});
  EXPECT_TRUE(showsText(page, "1,120 of 1,500 sorted (74 %), 380 open"));
  EXPECT_EQ(file().sweepCounts.size(), 2U);
}

}  // namespace octad::gui
