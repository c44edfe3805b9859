#include "gui/viewmodels/return_list.hpp"

#include "tests/viewmodels/return_fixture.hpp"

namespace octad::viewmodels {

namespace {

class ReturnListTest : public ReturnSessionTest {
 protected:
  BoardField fieldOf(const ReturnListViewModel& list, model::ReturnState state) {
    for (const auto& field : list.board())
      if (field.state == state) return field;
    return {};
  }
};

TEST_F(ReturnListTest, TheBoardCountsAndChooses) {
  announce(40);
  const auto received = announce(120);
  receive(received, 118, "two lost");
  Session session = sessionOf("wang", immediate);
  ReturnListViewModel list(session);
  list.refresh();
  EXPECT_EQ(list.rowCount(), 2);
  EXPECT_EQ(list.openTotal(), 2);
  EXPECT_EQ(fieldOf(list, model::ReturnState::announced).pieces, 40);
  EXPECT_EQ(fieldOf(list, model::ReturnState::received).returns, 1);
  EXPECT_EQ(fieldOf(list, model::ReturnState::received).pieces, 120);
  EXPECT_EQ(list.board().size(), 9U) << "ended states only when all returns are shown";
  list.toggle(model::ReturnState::received);
  ASSERT_EQ(list.rowCount(), 1);
  EXPECT_EQ(list.row(0)->id, received);
  EXPECT_EQ(list.cell(0, ReturnColumn::received), "118 of 120");
  EXPECT_EQ(fieldOf(list, model::ReturnState::announced).returns, 1) << "the board counts what is not chosen";
  EXPECT_TRUE(fieldOf(list, model::ReturnState::received).chosen);
  list.toggle(model::ReturnState::received);
  EXPECT_EQ(list.rowCount(), 2);
}

TEST_F(ReturnListTest, FilterByCustomerWaitAndText) {
  announce(40);
  receive(announce(5), 5);
  Session session = sessionOf("wang", immediate);
  ReturnListViewModel list(session);
  list.refresh();
  list.readChoices();
  auto filter = list.filter();
  filter.waitsFor = model::ReturnWait::warehouse;
  list.setFilter(filter);
  EXPECT_EQ(list.rowCount(), 1);
  filter.waitsFor.reset();
  filter.text = "R26-00001";
  list.setFilter(filter);
  EXPECT_EQ(list.rowCount(), 1);
  EXPECT_EQ(list.summary(), "1 return");
  filter.text.clear();
  filter.customerId = database.customer("乙公司");
  list.setFilter(filter);
  EXPECT_EQ(list.rowCount(), 0);
  EXPECT_FALSE(list.registerIsEmpty());
  list.clearFilter();
  EXPECT_EQ(list.rowCount(), 2);
  EXPECT_FALSE(list.isFiltered());
}

TEST_F(ReturnListTest, AReturnAgesWhileNothingHappens) {
  announce(40);
  database.clock().advanceHours(24 * 8);
  Session session = sessionOf("wang", immediate);
  ReturnListViewModel list(session);
  list.refresh();
  EXPECT_EQ(list.ageOf(*list.row(0)), 8);
  EXPECT_TRUE(list.isOld(*list.row(0)));
  EXPECT_EQ(list.cell(0, ReturnColumn::age), "⚠ 8 d");
}

TEST_F(ReturnListTest, SortsByWhatIsClickedAndKeepsTheSelection) {
  const auto first = announce(40);
  const auto second = announce(5);
  Session session = sessionOf("wang", immediate);
  ReturnListViewModel list(session);
  list.refresh();
  EXPECT_EQ(list.row(0)->id, second) << "the newest first";
  list.select(first);
  list.sortBy(ReturnColumn::open);
  EXPECT_EQ(list.row(0)->id, first);
  list.sortBy(ReturnColumn::open);
  EXPECT_EQ(list.row(0)->id, second);
  list.refresh();
  EXPECT_EQ(list.selected(), first);
  EXPECT_EQ(list.indexOf(first), 1);
}

TEST_F(ReturnListTest, AnEmptyRegisterSaysSo) {
  Session session = sessionOf("wang", immediate);
  ReturnListViewModel list(session);
  list.refresh();
  EXPECT_TRUE(list.registerIsEmpty());
  EXPECT_TRUE(list.figures().empty());
  tested();
  list.refresh();
  EXPECT_FALSE(list.registerIsEmpty());
  ASSERT_GE(list.figures().size(), 3U);
  EXPECT_EQ(list.figures()[0], "1 returns, 118 pieces");
  EXPECT_EQ(list.figures().back(), "NTF 10.2 %");
  list.setPeriod(FiguresPeriod::lastYear);
  EXPECT_TRUE(list.figures().empty()) << "received this year";
  list.setPeriod(FiguresPeriod::thisMonth);
  EXPECT_EQ(list.figures()[0], "1 returns, 118 pieces");
}

}  // namespace
}  // namespace octad::viewmodels
