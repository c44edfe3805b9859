#include "gui/viewmodels/case_list.hpp"

#include <gmock/gmock.h>

#include "model/usecases/campaigns.hpp"
#include "tests/viewmodels/session_fixture.hpp"

namespace octad::viewmodels {

using model::CaseColumn;

namespace {

class CaseListTest : public SessionTest {
 protected:
  void makeCases(int count) {
    for (int at = 0; at < count; ++at) ids.push_back(database.makeCase("case " + std::to_string(at)));
  }
  std::vector<model::ComplaintId> ids;
};

TEST_F(CaseListTest, ShowsTheFirstPageBeforeAllIdsAreKnown) {
  makeCases(kListPage + 30);
  Session session = sessionOf("wang", held);
  CaseListViewModel list(session);
  int resets = 0;
  const auto connection = list.reset.connect([&resets] { ++resets; });
  list.refresh();
  EXPECT_TRUE(list.loading());
  held.runNext();
  EXPECT_FALSE(list.loading());
  EXPECT_EQ(list.rowCount(), kListPage);
  EXPECT_EQ(resets, 1);
  held.runAll();
  EXPECT_EQ(list.rowCount(), kListPage + 30);
  EXPECT_EQ(list.total(), kListPage + 30);
  EXPECT_EQ(list.summary(), "130 cases");
}

TEST_F(CaseListTest, ReadsRowsOfALaterPageWhenTheyAreAskedFor) {
  makeCases(kListPage + 30);
  Session session = sessionOf("wang", held);
  CaseListViewModel list(session);
  list.refresh();
  held.runAll();
  const long last = list.rowCount() - 1;
  EXPECT_EQ(list.row(last), nullptr);
  EXPECT_EQ(list.cell(last, CaseColumn::number), "…");
  long changedLast = -1;
  const auto connection = list.rowsChanged.connect([&](long, long to) { changedLast = to; });
  held.runAll();
  ASSERT_NE(list.row(last), nullptr);
  EXPECT_EQ(changedLast, last);
  EXPECT_EQ(list.row(last)->id, list.idAt(last));
  EXPECT_EQ(held.waiting(), 0U) << "a row that is known is not read again";
}

TEST_F(CaseListTest, SearchesAllCasesFromTwoCharactersOn) {
  Session session = sessionOf("wang", held);
  CaseListViewModel list(session);
  model::CaseFilter open;
  open.openOnly = true;
  list.setFilter(open);
  EXPECT_FALSE(list.search("n"));
  EXPECT_TRUE(list.filter().openOnly);
  EXPECT_TRUE(list.search("输出"));
  EXPECT_EQ(list.filter().text, "输出");
  EXPECT_FALSE(list.filter().openOnly) << "also the closed ones";
  EXPECT_FALSE(list.search("输出"));
  EXPECT_TRUE(list.search(""));
  EXPECT_EQ(list.filter().text, "");
}

TEST_F(CaseListTest, KeepsRowsSelectionAndLengthWhileReadingAgain) {
  makeCases(kListPage + 5);
  Session session = sessionOf("wang", held);
  CaseListViewModel list(session);
  list.refresh();
  held.runAll();
  list.select(3);
  held.runAll();
  const auto selected = list.selected();
  ASSERT_TRUE(list.preview());
  EXPECT_EQ(list.preview()->file.complaint.id, selected);
  int resets = 0;
  const auto connection = list.reset.connect([&resets] { ++resets; });
  list.refresh();
  EXPECT_EQ(list.rowCount(), kListPage + 5);
  held.runAll();
  EXPECT_EQ(resets, 0) << "the same cases in the same order: scrolling stays where it is";
  EXPECT_EQ(list.indexOf(selected), 3);
}

TEST_F(CaseListTest, ANewCaseOnTopDoesNotShortenALongList) {
  makeCases(kListPage + 5);
  Session session = sessionOf("wang", held);
  CaseListViewModel list(session);
  list.refresh();
  held.runAll();
  const long deep = kListPage + 2;
  list.select(deep);
  const auto selected = list.selected();
  database.clock().advanceHours(1);
  makeCases(1);
  list.refresh();
  held.runNext();
  EXPECT_EQ(list.rowCount(), kListPage + 5) << "until the new ids are there";
  held.runAll();
  EXPECT_EQ(list.rowCount(), kListPage + 6);
  EXPECT_EQ(list.indexOf(selected), deep + 1);
}

TEST_F(CaseListTest, DropsAnswersToAnOlderFilter) {
  makeCases(3);
  Session session = sessionOf("wang", held);
  CaseListViewModel list(session);
  list.refresh();
  model::CaseFilter closed;
  closed.states = {model::CaseState::closed};
  list.setFilter(closed);
  held.runAll();
  EXPECT_EQ(list.rowCount(), 0);
  EXPECT_EQ(list.total(), 0);
}

TEST_F(CaseListTest, SortsByAColumnAndTurnsAround) {
  makeCases(3);
  Session session = sessionOf("wang", immediate);
  CaseListViewModel list(session);
  list.refresh();
  list.sortBy(CaseColumn::number);
  EXPECT_TRUE(list.sort().descending);
  const std::string newest = list.cell(0, CaseColumn::number);
  list.sortBy(CaseColumn::number);
  EXPECT_FALSE(list.sort().descending);
  EXPECT_EQ(list.cell(2, CaseColumn::number), newest);
  list.sortBy(CaseColumn::customer);
  EXPECT_FALSE(list.sort().descending) << "text reads from A on";
}

TEST_F(CaseListTest, FiltersByTextClassAndClears) {
  makeCases(2);
  const auto other = database.makeCase("连接器松动");
  Session session = sessionOf("wang", immediate);
  CaseListViewModel list(session);
  EXPECT_TRUE(list.isFiltered()) << "begins with open cases";
  model::CaseFilter filter;
  filter.text = "松动";
  list.setFilter(filter);
  ASSERT_EQ(list.rowCount(), 1);
  EXPECT_EQ(list.idAt(0), other);
  list.clearFilter();
  EXPECT_FALSE(list.isFiltered());
  EXPECT_EQ(list.rowCount(), 3);
}

TEST_F(CaseListTest, KeepsAndAppliesViews) {
  makeCases(1);
  Session session = sessionOf("wang", immediate);
  CaseListViewModel list(session);
  model::CaseFilter filter;
  filter.severity = model::SeverityClass::major;
  filter.states = {model::CaseState::handling};
  filter.customerId = database.customer("甲公司");
  filter.text = "划伤 \"x\"";
  list.setFilter(filter);
  list.sortBy(CaseColumn::dueAt);
  list.keepView("重大");
  ASSERT_EQ(list.views().size(), 1U);
  list.clearFilter();
  list.applyView(list.views().front());
  EXPECT_EQ(list.filter().severity, model::SeverityClass::major);
  EXPECT_EQ(list.filter().states, filter.states);
  EXPECT_EQ(list.filter().customerId, filter.customerId);
  EXPECT_EQ(list.filter().text, filter.text);
  EXPECT_EQ(list.sort().column, CaseColumn::dueAt);
  list.keepView("重大");
  EXPECT_EQ(list.views().size(), 1U) << "the same name is replaced";
  list.removeView(list.views().front());
  EXPECT_TRUE(list.views().empty());
}

TEST_F(CaseListTest, SaysWhatThePolicyOfTheCaseCallsItsClass) {
  Session session = sessionOf("wang", immediate);
  makeCases(1);
  database.nameClasses({{model::SeverityClass::major, "B类投诉", "Class B complaint"},
                        {model::SeverityClass::other, "A类投诉", "Class A complaint"}});
  database.clock().advanceHours(1);
  database.registerMajor();
  CaseListViewModel list(session);
  list.refresh();
  const std::string newest = list.cell(0, CaseColumn::severity);
  EXPECT_EQ(newest.substr(0, newest.rfind(" ?")), "● Class B");
  EXPECT_EQ(list.cell(1, CaseColumn::severity).find("Class "), std::string::npos)
      << "not judged by a revision with names";
  EXPECT_TRUE(list.classes().empty()) << "not read yet";
  list.readChoices();
  ASSERT_GE(list.classes().size(), 2U);
  EXPECT_EQ(translator(list.classes().front().name), "Class B complaint");
}

TEST_F(CaseListTest, OffersCampaignsAndKeepsTheOneChosen) {
  makeCases(1);
  Session session = sessionOf("wang", immediate);
  CaseListViewModel list(session);
  list.readChoices();
  EXPECT_TRUE(list.campaigns().empty()) << "nothing to choose from";
  model::CampaignInput input;
  input.name = "召回 2026-11";
  const auto campaign = model::AddCampaign(session.workplace()).execute(input);
  const auto inside = database.makeCase("in the campaign");
  model::ChooseCampaign(session.workplace()).execute({{inside, 0, {}}, input.name, {}});
  list.readChoices();
  ASSERT_EQ(list.campaigns().size(), 1U);
  EXPECT_EQ(list.campaigns().front().name, input.name);
  model::CaseFilter filter;
  filter.campaignId = campaign.id;
  list.setFilter(filter);
  ASSERT_EQ(list.rowCount(), 1);
  EXPECT_EQ(list.idAt(0), inside);
  EXPECT_TRUE(list.isFiltered());
  list.keepView("召回");
  list.clearFilter();
  EXPECT_EQ(list.rowCount(), 2);
  list.applyView(list.views().front());
  EXPECT_EQ(list.filter().campaignId, campaign.id) << "a saved view keeps it";
}

TEST_F(CaseListTest, MarksWhatIsOverdue) {
  makeCases(1);
  Session session = sessionOf("wang", immediate);
  CaseListViewModel list(session);
  list.refresh();
  model::CaseRow row;
  row.dueAt = database.clock().now();
  database.clock().advanceHours(1);
  EXPECT_TRUE(list.isOverdue(row));
  row.dueAt = model::plusSeconds(database.clock().now(), 60);
  EXPECT_FALSE(list.isOverdue(row));
  row.dueAt.reset();
  EXPECT_FALSE(list.isOverdue(row));
}

TEST(RemainingText, UsesOneUnit) {
  const Translator text;
  const model::Instant now{0};
  EXPECT_EQ(text(remainingText(now, model::plusSeconds(now, 59 * 60))), "59 min");
  EXPECT_EQ(text(remainingText(now, model::plusSeconds(now, 60 * 60))), "1 h");
  EXPECT_EQ(text(remainingText(now, model::plusSeconds(now, 47 * 3600))), "47 h");
  EXPECT_EQ(text(remainingText(now, model::plusSeconds(now, 48 * 3600))), "2 d");
  EXPECT_EQ(text(remainingText(now, model::plusSeconds(now, -50 * 3600))), "−2 d");
}

TEST(GroupedNumber, SeparatesThousands) {
  EXPECT_EQ(groupedNumber(0), "0");
  EXPECT_EQ(groupedNumber(999), "999");
  EXPECT_EQ(groupedNumber(1204), "1,204");
  EXPECT_EQ(groupedNumber(1234567), "1,234,567");
  EXPECT_EQ(groupedNumber(-1234), "-1,234");
}

}  // namespace
}  // namespace octad::viewmodels
