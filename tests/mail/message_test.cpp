// Mails as they go over the wire: nothing that people typed becomes a header, a command or another address.
#include <gtest/gtest.h>

#include "mail/smtp/message_text.hpp"
#include "model/core/error.hpp"

namespace octad::tests {

using model::Instant;
using model::isMailAddress;
using model::Mail;

namespace {

constexpr Instant kAt{1'794'816'000'000'000};  // 2026-11-16 08:00 UTC

Mail mailOf(const std::string& subject, const std::string& body = "text") {
  Mail mail;
  mail.mailKey = "digest/2026-11-16/7";
  mail.address = "wang@example.com";
  mail.subject = subject;
  mail.body = body;
  return mail;
}

std::string wire(const Mail& mail) {
  return mail::messageText(mail, "octad@example.com", kAt);
}

std::vector<std::string> headersOf(const std::string& message) {
  std::vector<std::string> names;
  const std::string head = message.substr(0, message.find("\r\n\r\n"));
  for (std::size_t at = 0; at < head.size();) {
    const auto end = std::min(head.find("\r\n", at), head.size());
    if (head[at] != ' ') names.push_back(head.substr(at, head.find(':', at) - at));
    at = end + 2;
  }
  return names;
}

const std::vector<std::string> kHeaders{
    "From",          "To",           "Subject",      "Date",
    "Message-ID",    "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
    "Auto-Submitted"};

}  // namespace

TEST(MailAddress, IsOnePlainAddress) {
  for (const char* good : {"wang@example.com", "w.f+8d@mail.example.co", "a@b", "x_y@host-1.example"})
    EXPECT_TRUE(isMailAddress(good)) << good;
  for (const char* bad : {"",
                          "wang",
                          "@example.com",
                          "wang@",
                          "a@b@c",
                          "a b@c.de",
                          "a@b\r\nRCPT TO:<eve@example.com>",
                          "a@b\nBcc: x@y",
                          "a@b>",
                          "<a@b>",
                          "a,b@c.de",
                          "a;b@c.de",
                          "\"a b\"@c.de",
                          "王@example.com",
                          "a@例子.com",
                          "-f@example.com",
                          ".a@example.com",
                          "a..b@example.com",
                          "a@example..com",
                          "a@-host",
                          "a@b\t",
                          "a(c)@b",
                          "a:b@c"})
    EXPECT_FALSE(isMailAddress(bad)) << bad;
  EXPECT_FALSE(isMailAddress(std::string("a\0b@c.de", 8)));
  EXPECT_FALSE(isMailAddress(std::string(250, 'a') + "@example.com"));
}

TEST(MailMessage, HasItsHeadersAndNoOthersWhateverWasTyped) {
  for (const char* subject :
       {"Octad: 3 unread notices", "x\r\nBcc: eve@example.com", "x\nBcc: eve@example.com", "x\r\n\r\nbody",
        "\r\n.\r\nMAIL FROM:<eve@example.com>",
        "=?utf-8?B?DQpCY2M6IGV2ZUBleGFtcGxlLmNvbQ==?=", "x\x0b\x0c\x1f y", "",
        "八十个字的主题八十个字的主题八十个字的主题八十个字的主题八十个字的主题八十个字的主题"}) {
    SCOPED_TRACE(subject);
    const std::string message =
        wire(mailOf(subject, std::string("Bcc: eve@example.com\r\n.\r\nQUIT\r\n") + subject));
    EXPECT_EQ(headersOf(message), kHeaders);
    for (const char* line : {"\nBcc:", "\nMAIL", "\nQUIT"}) EXPECT_EQ(message.find(line), std::string::npos);
    EXPECT_EQ(message.find("\r\n.\r\n"), std::string::npos);
    for (std::size_t at = 0; at < message.size();) {
      const auto end = message.find('\n', at);
      ASSERT_NE(end, std::string::npos);
      EXPECT_EQ(message[end - 1], '\r');
      EXPECT_LE(end - at, 200U);
      at = end + 1;
    }
  }
}

TEST(MailMessage, LongSubjectsAndLinesAreFolded) {
  std::string subject;
  for (int count = 0; count < 40; ++count) subject += "客诉";
  const std::string message = wire(mailOf(subject, std::string(5000, 'x')));
  std::size_t words = 0;
  for (auto at = message.find("=?UTF-8?B?"); at != std::string::npos;
       at = message.find("=?UTF-8?B?", at + 1)) {
    const auto end = message.find("?=", at) + 2;
    EXPECT_LE(end - at, 75U) << "RFC 2047";
    ++words;
  }
  EXPECT_EQ(words, 6U);
}

TEST(MailMessage, IsTheSameMailWhenItIsSentTwice) {
  const auto id = [](const std::string& message) {
    const auto at = message.find("Message-ID: ");
    return message.substr(at, message.find("\r\n", at) - at);
  };
  EXPECT_EQ(id(wire(mailOf("one"))), id(wire(mailOf("other"))));
  EXPECT_NE(wire(mailOf("x")).find("Date: Mon, 16 Nov 2026 08:00:00 +0000\r\n"), std::string::npos);
}

TEST(MailMessage, GoesToPlainAddressesOnly) {
  Mail mail = mailOf("x");
  mail.address = "a@b\r\nBcc: eve@example.com";
  EXPECT_THROW(wire(mail), model::Invalid);
  EXPECT_THROW(mail::messageText(mailOf("x"), "octad", kAt), model::Invalid);
}

TEST(MailQueue, WaitsLongerAfterEachAttemptAndGivesUpAfterDays) {
  Instant now = kAt;
  long long waited = 0;
  int attempts = 1;
  for (; const auto next = model::nextAttempt(attempts, now); ++attempts) {
    const long long wait = next->microseconds - now.microseconds;
    EXPECT_GE(wait, waited);
    waited = wait;
    now = *next;
  }
  EXPECT_EQ(attempts, 12);
  EXPECT_EQ(waited, 12 * 3'600'000'000LL);
  EXPECT_GT(now.microseconds - kAt.microseconds, 40 * 3'600'000'000LL);
}

}  // namespace octad::tests
