// Mails that a server takes and reports about later, from the digest to the report of the server and back, on
// both databases.
#include <algorithm>

#include "model/core/error.hpp"
#include "model/usecases/note_report.hpp"
#include "model/usecases/retry_mail.hpp"
#include "model/work/notice.hpp"
#include "reports/exchange/mail_reader.hpp"
#include "tests/mail/mail_fixture.hpp"

namespace octad::tests {

using namespace octad::model;

namespace {

class BounceTest : public MailTest {
 protected:
  /// A digest to an address of which the server reports something later.
  void sendTo(const std::string& login, const std::string& address) {
    addressOf(login, address);
    give(login, login);
    queue();
    ASSERT_EQ(send().sent, 1);
  }
  DeliveryReport report(std::size_t number) {
    const auto mail = reports::readMail(sink.reports().at(number));
    if (!mail.report) throw std::runtime_error("no report");
    return *mail.report;
  }
  ReportNoted note(const DeliveryReport& report) { return NoteReport(as("zhou")).execute(report); }
  Mail only(bool all = false) {
    const auto mails = notices().mails(all, 10);
    return mails.size() == 1 ? mails.front() : Mail{};
  }
  std::vector<Notice> told(const std::string& login) {
    auto all = notices().inbox(database.person(login), true, 10);
    std::erase_if(all, [](const Notice& one) { return one.condition != ReminderCondition::unreachable; });
    return all;
  }
};

TEST_P(BounceTest, AMailThatComesBackIsMarkedWithReasonAndTime) {
  sendTo("wang", "returned@example.com");
  EXPECT_TRUE(notices().mails(false, 10).empty()) << "the server took it";
  database.clock().advance(3600);
  const auto noted = note(report(0));
  EXPECT_FALSE(noted.before);
  EXPECT_EQ(noted.reason, "550 5.1.1 <returned@example.com>: User unknown in virtual mailbox table");
  const Mail mail = only();
  EXPECT_EQ(mail.state, MailState::bounced);
  EXPECT_EQ(mail.error, noted.reason);
  EXPECT_EQ(mail.reportedAt, database.clock().now());
  EXPECT_EQ(mail.address, "returned@example.com");
  const auto notice = told("wang");
  ASSERT_EQ(notice.size(), 1U) << "the receiver sees it in the inbox";
  EXPECT_EQ(notice.front().subject, "returned@example.com");
  EXPECT_EQ(notice.front().detail, noted.reason);
}

TEST_P(BounceTest, TheSameReportIsNotedOnce) {
  sendTo("wang", "returned@example.com");
  note(report(0));
  database.clock().advance(3600);
  const auto again = note(report(0));
  EXPECT_TRUE(again.before);
  EXPECT_EQ(told("wang").size(), 1U);
  EXPECT_NE(only().reportedAt, database.clock().now()) << "as it was noted first";
}

TEST_P(BounceTest, ADelayIsToldApartAndEndsOneWayOrTheOther) {
  sendTo("wang", "late@example.com");
  const auto late = report(0);
  EXPECT_EQ(note(late).action, DeliveryAction::delayed);
  EXPECT_EQ(only().state, MailState::delayed);
  EXPECT_TRUE(told("wang").empty()) << "nothing is wrong with the address yet";
  EXPECT_EQ(RetryMail(as("zhou")).execute({}), 0) << "the servers try it still";
  EXPECT_EQ(send().sent, 0);
  database.clock().advance(7 * 24 * 3600);
  send();
  EXPECT_EQ(only(true).state, MailState::sent) << "nothing came back within the time of mail servers";
}

TEST_P(BounceTest, AMailThatWasDelayedMayStillComeBack) {
  sendTo("wang", "late@example.com");
  note(report(0));
  DeliveryReport returned = report(0);
  returned.reportId = "later@sink.example";
  returned.recipients.front().action = DeliveryAction::failed;
  note(returned);
  EXPECT_EQ(only().state, MailState::bounced);
  DeliveryReport straggler = report(0);
  straggler.reportId = "straggler@sink.example";
  note(straggler);
  EXPECT_EQ(only().state, MailState::bounced) << "reports may overtake each other";
}

TEST_P(BounceTest, ItIsTriedAgainAtTheRightAddressAndMayComeBackOnceMore) {
  sendTo("wang", "returned@example.com");
  note(report(0));
  EXPECT_EQ(RetryMail(as("zhou")).execute(only().id), 1);
  note([this] {
    auto late = report(0);
    late.reportId = "late@sink.example";
    return late;
  }());
  EXPECT_EQ(only().state, MailState::queued) << "what comes late does not stop the next attempt";
  EXPECT_EQ(send().sent, 1);
  const auto second = report(1);
  EXPECT_FALSE(note(second).before) << "another report";
  EXPECT_EQ(only().state, MailState::bounced);
  addressOf("wang", "wang@example.com");
  EXPECT_EQ(RetryMail(as("zhou")).execute({}), 1);
  database.clock().advance(1);
  EXPECT_EQ(send().sent, 1);
  EXPECT_TRUE(notices().mails(false, 10).empty());
  auto third = second;
  third.reportId = "third@sink.example";
  note(third);
  EXPECT_TRUE(notices().mails(false, 10).empty()) << "it went to another address since";
}

TEST_P(BounceTest, AReportFromBeforeTheMailWasSentAgainChangesNothing) {
  sendTo("wang", "returned@example.com");
  note(report(0));
  RetryMail(as("zhou")).execute({});
  auto old = report(0);
  old.reportId = "old@sink.example";
  old.reportedAt = database.clock().now();
  database.clock().advance(2 * 24 * 3600);
  EXPECT_EQ(send().sent, 1);
  note(old);
  EXPECT_EQ(only(true).state, MailState::sent);
}

TEST_P(BounceTest, WhatWasNotSentFromHereIsNotNoted) {
  sendTo("wang", "returned@example.com");
  auto other = report(0);
  other.messageIds = {"0123456789abcdef0123456789abcdef@example.com"};
  other.recipients.front().address = "somebody@example.com";
  try {
    note(other);
    FAIL();
  } catch (const NotFound& error) {
    EXPECT_STREQ(error.what(),
                 "This report is about a mail to somebody@example.com that was not sent from here: "
                 "nothing was noted.");
  }
  other.messageIds.clear();
  EXPECT_THROW(note(other), NotFound);
  other.recipients.clear();
  EXPECT_THROW(note(other), Invalid);
  EXPECT_EQ(only(true).state, MailState::sent);
}

TEST_P(BounceTest, AdministratorsNoteReports) {
  sendTo("wang", "returned@example.com");
  EXPECT_THROW(NoteReport(as("wang")).execute(report(0)), Refused);
  EXPECT_EQ(only(true).state, MailState::sent);
}

TEST_P(BounceTest, AnAddressThatIsRefusedAtOnceIsToldToo) {
  addressOf("wang", "refused@example.com");
  give("wang", "one");
  queue();
  EXPECT_EQ(send().refused, 1);
  ASSERT_EQ(told("wang").size(), 1U);
  EXPECT_EQ(told("wang").front().detail, "550 5.1.1 no such person here");
  RetryMail(as("zhou")).execute({});
  EXPECT_EQ(send().refused, 1);
  EXPECT_EQ(told("wang").size(), 1U) << "once while it is unread";
}

TEST_P(BounceTest, MailsOfEarlierVersionsAreFoundByTheirKey) {
  sendTo("wang", "returned@example.com");
  Mail old = only(true);
  const std::string id = old.messageId;
  EXPECT_EQ(id.size(), 32U);
  old.mailKey = "digest/2026-11-01/7";
  old.messageId.clear();
  const auto unit = database.store().begin(database.change("zhou", "mail"));
  unit->notices().queue(old);
  unit->commit({});
  EXPECT_EQ(notices().mailWithId(id)->mailKey,
            "digest/2026-11-17/" + std::to_string(database.person("wang").value));
  EXPECT_EQ(notices().mailWithId(messageIdOf(old.mailKey))->mailKey, old.mailKey);
  EXPECT_FALSE(notices().mailWithId("0123456789abcdef0123456789abcdef"));
  EXPECT_FALSE(notices().mailWithId(""));
}

INSTANTIATE_TEST_SUITE_P(Databases, BounceTest, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace
}  // namespace octad::tests
