#include "gui/viewmodels/inbox.hpp"

#include "model/ports/notice_rows.hpp"
#include "tests/viewmodels/session_fixture.hpp"

namespace octad::viewmodels {

namespace {

class InboxTest : public SessionTest {
 protected:
  InboxTest() : session(sessionOf("wang", immediate)) {}

  /// Notices for a person, one minute apart; the last one is the newest.
  void give(const std::string& login, int count) {
    const auto unit = database.store().begin(database.change("zhou", "jobs"));
    for (int made = 0; made < count; ++made) {
      model::Notice notice;
      notice.noticeKey = login + std::to_string(++keys);
      notice.personId = database.person(login);
      notice.condition = made == 0 ? model::ReminderCondition::overdue : model::ReminderCondition::dueSoon;
      notice.number = "C26-0000" + std::to_string(made + 1);
      notice.customerName = "甲公司";
      notice.dueName = "first_reply";
      notice.dueAt = database.clock().now();
      notice.madeAt = model::plusSeconds(database.clock().now(), 60 * keys);
      unit->notices().add(notice);
    }
    unit->commit({});
  }

  int keys = 0;
  Session session;
};

TEST_F(InboxTest, ShowsWhatOneWasToldTheNewestFirst) {
  InboxViewModel inbox(session);
  EXPECT_FALSE(inbox.unreadCount());
  give("wang", 2);
  give("liu", 3);
  inbox.refresh();
  ASSERT_EQ(inbox.rowCount(), 2) << "not those of others";
  EXPECT_EQ(inbox.unreadCount(), 2);
  EXPECT_EQ(inbox.cell(0, InboxColumn::number), "C26-00002");
  EXPECT_EQ(inbox.cell(1, InboxColumn::condition), "Overdue");
  EXPECT_EQ(inbox.cell(0, InboxColumn::customer), "甲公司");
  EXPECT_EQ(inbox.cell(0, InboxColumn::words).rfind("First reply is due 2026-11-16", 0), 0U);
  EXPECT_EQ(inbox.cell(9, InboxColumn::words), "");
}

TEST_F(InboxTest, WhatIsReadStaysUntilTheListIsReadAgain) {
  give("wang", 3);
  InboxViewModel inbox(session);
  inbox.refresh();
  inbox.select(1);
  inbox.markRead(1);
  EXPECT_EQ(inbox.rowCount(), 3);
  EXPECT_FALSE(inbox.isUnread(1));
  EXPECT_TRUE(inbox.isUnread(0));
  EXPECT_EQ(inbox.unreadCount(), 2);
  EXPECT_EQ(inbox.selectedRow(), 1);
  inbox.markRead(1);
  EXPECT_EQ(inbox.unreadCount(), 2);
  inbox.refresh();
  EXPECT_EQ(inbox.rowCount(), 2);
  EXPECT_EQ(inbox.selectedRow(), -1);
  inbox.showAll(true);
  EXPECT_EQ(inbox.rowCount(), 3);
  EXPECT_EQ(inbox.unreadCount(), 2);
  EXPECT_EQ(inbox.selectedRow(), 1);
  inbox.markAllRead();
  EXPECT_EQ(inbox.unreadCount(), 0);
  EXPECT_EQ(inbox.rowCount(), 3);
  inbox.showAll(false);
  EXPECT_EQ(inbox.rowCount(), 0);
}

TEST_F(InboxTest, ReadsInTheBackgroundAndSaysWhenThatFails) {
  give("wang", 1);
  Session slow = sessionOf("wang", held);
  InboxViewModel inbox(slow);
  inbox.refresh();
  EXPECT_TRUE(inbox.loading());
  EXPECT_FALSE(inbox.unreadCount());
  held.runAll();
  EXPECT_EQ(inbox.rowCount(), 1);
  EXPECT_FALSE(inbox.error());
  inbox.markRead(0);
  EXPECT_TRUE(inbox.isUnread(0)) << "not before it is stored";
  held.runAll();
  EXPECT_FALSE(inbox.isUnread(0));
}

}  // namespace

}  // namespace octad::viewmodels
