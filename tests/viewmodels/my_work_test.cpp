#include "gui/viewmodels/my_work.hpp"

#include "tests/viewmodels/return_fixture.hpp"

namespace octad::viewmodels {

namespace {

class MyWorkTest : public ReturnSessionTest {
 protected:
  MyWorkTest() : session(sessionOf("wang", immediate)) {}
  model::ComplaintId registerMajor() { return database.registerMajor(); }

  Session session;
};

TEST_F(MyWorkTest, ShowsWhatWaitsAndForHowLong) {
  const auto id = registerMajor();
  announce(40);
  MyWorkViewModel work(session);
  EXPECT_FALSE(work.total());
  work.refresh();
  ASSERT_EQ(work.rowCount(), 2);
  EXPECT_EQ(work.total(), 2);
  EXPECT_EQ(work.row(0)->caseId, id) << "what is due comes before what has no date";
  EXPECT_EQ(work.cell(0, WorkColumn::kind), "Handle the case");
  EXPECT_EQ(work.cell(0, WorkColumn::severity), "Major");
  EXPECT_NE(work.cell(0, WorkColumn::due).find("First reply"), std::string::npos);
  EXPECT_EQ(work.cell(1, WorkColumn::kind), "Returned goods");
  EXPECT_EQ(work.cell(1, WorkColumn::number), "R26-00001");
  EXPECT_EQ(work.summary(), "");
  database.clock().advance(25 * 3600);
  EXPECT_EQ(work.urgency(0), model::Urgency::overdue);
  EXPECT_EQ(work.summary(), "1 overdue");
}

TEST_F(MyWorkTest, SaysWhatThePolicyCallsTheClass) {
  database.nameClasses({{model::SeverityClass::major, "恶性投诉", "Malignant complaint"},
                        {model::SeverityClass::general, "重大投诉", "Serious complaint"},
                        {model::SeverityClass::other, "一般性投诉", "Ordinary complaint"}});
  registerMajor();
  MyWorkViewModel work(session);
  work.refresh();
  ASSERT_EQ(work.rowCount(), 1);
  EXPECT_EQ(work.cell(0, WorkColumn::severity), "Malignant");
}

TEST_F(MyWorkTest, WhatIWaitForIsAListOfItsOwn) {
  registerMajor();
  MyWorkViewModel work(session);
  work.refresh();
  work.select(0);
  EXPECT_EQ(work.selectedRow(), 0);
  work.show(WorkView::others);
  EXPECT_EQ(work.rowCount(), 0);
  EXPECT_EQ(work.selectedRow(), -1);
  EXPECT_EQ(work.mineCount(), 1U);
  work.show(WorkView::mine);
  EXPECT_EQ(work.selectedRow(), 0) << "the row chosen before is found again";
}

TEST_F(MyWorkTest, ReadsInTheBackgroundAndKeepsTheRowsMeanwhile) {
  registerMajor();
  Session slow = sessionOf("wang", held);
  MyWorkViewModel work(slow);
  work.refresh();
  EXPECT_TRUE(work.loading());
  EXPECT_FALSE(work.total());
  held.runAll();
  EXPECT_EQ(work.rowCount(), 1);
  registerMajor();
  work.refresh();
  EXPECT_EQ(work.rowCount(), 1);
  held.runAll();
  EXPECT_EQ(work.rowCount(), 2);
}

TEST_F(MyWorkTest, TheManagerSeesThePeopleAndOneOfThem) {
  const auto id = registerMajor();
  announce(40);
  Session manager = sessionOf("chen", immediate);
  MyWorkViewModel work(manager);
  EXPECT_TRUE(work.hasPeople());
  work.refresh();
  EXPECT_TRUE(work.people().empty()) << "read when that list is shown";
  work.show(WorkView::people);
  ASSERT_EQ(work.people().size(), 1U) << "the case and the return wait for the same CQE";
  EXPECT_EQ(work.personText(work.people().front()), "CQE 王芳: 2");
  EXPECT_EQ(work.rowCount(), 2);
  work.select(1);
  work.show(WorkView::mine);
  EXPECT_EQ(work.selectedRow(), -1) << "every list has a row of its own";
  work.show(WorkView::people);
  EXPECT_EQ(work.selectedRow(), 1);
  database.clock().advance(50 * 3600);
  EXPECT_EQ(work.cell(0, WorkColumn::waits), "CQE 王芳 · 2 d");
  work.choosePerson(work.people().front().key);
  EXPECT_EQ(work.row(0)->caseId, id);
  work.choosePerson("nobody");
  EXPECT_EQ(work.chosenPerson(), "") << "who has nothing left is no longer chosen";
  EXPECT_EQ(work.rowCount(), 2);
  Session member = sessionOf("liu", immediate);
  EXPECT_FALSE(MyWorkViewModel(member).hasPeople());
}

}  // namespace

}  // namespace octad::viewmodels
