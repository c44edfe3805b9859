// Digests from notice to a real mail server, on both databases.
#include <gtest/gtest.h>
#include <thread>

#include "model/core/error.hpp"
#include "tests/mail/mail_fixture.hpp"

namespace octad::tests {

using namespace octad::model;

namespace {

/// Fails in one way.
class StubbornSender : public MailSender {
 public:
  MailAnswer send(const Mail&) override {
    ++tried;
    return {MailAnswer::Verdict::tryAgain, "451 busy"};
  }
  int tried = 0;
};

}  // namespace

TEST_P(MailTest, ADigestIsParsedBackAsItWasWritten) {
  give("wang", "one", "无输出\r\nBcc: eve@example.com");
  give("wang", "two", "<b>&amp; {{name}}");
  EXPECT_EQ(queue().queued, 1);
  EXPECT_EQ(send().sent, 1);
  const auto mails = sink.mails();
  ASSERT_EQ(mails.size(), 1U);
  const auto& mail = mails.front();
  EXPECT_EQ(mail["from"], "octad@example.com");
  EXPECT_EQ(mail["to"], nlohmann::json::array({"wang@example.com"}));
  EXPECT_EQ(mail["subject"], "Octad：2 条未读通知");
  EXPECT_TRUE(mail["defects"].empty());
  EXPECT_EQ(mail["headers"].size(), 9U);
  EXPECT_LE(mail["lines"].get<int>(), 78);
  const std::string body = mail["body"];
  EXPECT_NE(body.find("王芳，您好！"), std::string::npos);
  EXPECT_NE(body.find("C26-00001  即将到期  甲公司  无输出 Bcc: eve@example.com"), std::string::npos) << body;
  EXPECT_NE(body.find("首次回复须于 2026-11-17 08:30 前完成"), std::string::npos) << body;
  EXPECT_NE(body.find("<b>&amp; {{name}}"), std::string::npos) << "plain text, as it was typed";
  EXPECT_EQ(send().sent, 0) << "sent once";
}

TEST_P(MailTest, OneDigestADayAndOnlyWhenSomethingIsNew) {
  give("wang", "one");
  goTo("2026-11-17", 8, 29);
  EXPECT_EQ(queue().queued, 0) << "not before 08:30";
  goTo("2026-11-17", 8, 30);
  EXPECT_EQ(queue().queued, 1);
  goTo("2026-11-17", 15, 0);
  give("wang", "two");
  EXPECT_EQ(queue().queued, 0) << "one a day";
  goTo("2026-11-18", 8, 30);
  EXPECT_EQ(queue().queued, 1);
  goTo("2026-11-19", 8, 30);
  EXPECT_EQ(queue().queued, 0) << "nothing new";
  give("wang", "three");
  goTo("2026-11-21", 9, 0);
  EXPECT_EQ(queue().queued, 0) << "a Saturday";
  goTo("2026-11-23", 17, 0);
  EXPECT_EQ(queue().queued, 1) << "a job that was down catches up";
}

TEST_P(MailTest, PeopleWithoutAPlainAddressAreCounted) {
  addressOf("wang", "wang@example.com, eve@example.com");
  give("wang", "one");
  give("liu", "two");
  const auto done = queue();
  EXPECT_EQ(done.queued, 1);
  EXPECT_EQ(done.withoutAddress, 1);
}

TEST_P(MailTest, RefusedReceiversAreKeptAndBusyServersAreAskedAgain) {
  addressOf("liu", "refused@example.com");
  addressOf("ma", "busy@example.com");
  for (const char* login : {"wang", "liu", "ma"}) give(login, login);
  EXPECT_EQ(queue().queued, 3);
  const auto first = send();
  EXPECT_EQ(first.sent, 1);
  EXPECT_EQ(first.refused, 1);
  EXPECT_EQ(first.waiting, 1);
  for (const auto& mail : notices().mails(false, 10)) {
    EXPECT_EQ(mail.state, mail.address == "busy@example.com" ? MailState::queued : MailState::refused);
    EXPECT_EQ(mail.error.substr(0, 3), mail.address == "busy@example.com" ? "451" : "550") << mail.error;
  }
  EXPECT_EQ(send().waiting, 0) << "not at once";
  addressOf("ma", "ma@example.com");
  database.clock().advance(5 * 60);
  EXPECT_EQ(send().waiting, 1) << "to the address it was made for";
  EXPECT_EQ(notices().mails(true, 10).size(), 3U);
  EXPECT_EQ(notices().mails(false, 10).size(), 2U);
}

TEST_P(MailTest, WhatTheServerHoldsAgainstTheSenderIsNoRefusalOfTheMail) {
  give("wang", "one");
  queue();
  EXPECT_EQ(send("nobody@example.com").waiting, 1);
  database.clock().advance(5 * 60);
  EXPECT_EQ(send().sent, 1);
}

TEST_P(MailTest, AServerThatIsNotThereIsAskedAgainUntilItIsGivenUp) {
  give("wang", "one");
  queue();
  mail::SmtpSender nowhere({"smtp://127.0.0.1:1", "octad@example.com", ""}, "", database.clock());
  EXPECT_EQ(SendMail(as("zhou")).execute(nowhere).waiting, 1);
  EXPECT_FALSE(notices().mails(false, 1).front().error.empty());
  StubbornSender stubborn;
  long long failed = 0;
  for (int day = 0; day < 40; ++day) {
    database.clock().advance(12 * 3600);
    failed += SendMail(as("zhou")).execute(stubborn).failed;
  }
  EXPECT_EQ(stubborn.tried, 11);
  EXPECT_EQ(failed, 1);
  EXPECT_EQ(notices().mails(false, 1).front().state, MailState::failed);
}

TEST_P(MailTest, TwoJobsAtOnceSendEachOnce) {
  for (const char* login : {"wang", "hu", "chen", "liu", "ma", "zhao"}) give(login, login);
  queue();
  const auto administrator = database.actor("zhou");
  {
    std::vector<std::jthread> jobs;
    for (int count = 0; count < 2; ++count)
      jobs.emplace_back([&] {
        const auto store = database.openAnother();
        mail::SmtpSender sender({sink.url(), "octad@example.com", ""}, "", database.clock());
        SendMail(Workplace{*store, database.clock(), administrator}).execute(sender);
      });
  }
  EXPECT_EQ(sink.mails().size(), 6U);
}

TEST_P(MailTest, TheServerIsSetByTheAdministratorWithoutAPassword) {
  SetMailServer(as("zhou")).execute({"smtps://mail.example.com:465", "octad@example.com", "octad"});
  EXPECT_EQ(readMailServer(database.store().reader()).url, "smtps://mail.example.com:465");
  for (const char* url : {"smtp://octad:secret@mail.example.com", "http://mail.example.com",
                          "mail.example.com", "smtp://", "smtp://a\r\nb", "smtp://a/b c"})
    EXPECT_THROW(SetMailServer(as("zhou")).execute({url, "octad@example.com", ""}), Invalid) << url;
  EXPECT_THROW(SetMailServer(as("zhou")).execute({"smtp://a", "octad", ""}), Invalid);
  EXPECT_THROW(SetMailServer(as("wang")).execute({"smtp://a", "octad@example.com", ""}), Refused);
}

INSTANTIATE_TEST_SUITE_P(Databases, MailTest, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace octad::tests
