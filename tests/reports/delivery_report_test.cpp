// What mail servers report about other mails, as they write it; files in tests/data/bounces.
#include <gtest/gtest.h>
#include <random>

#include "exchange_support.hpp"
#include "model/core/error.hpp"
#include "model/core/moment.hpp"
#include "model/core/text.hpp"
#include "model/intake/mail_reading.hpp"
#include "reports/exchange/mail_reader.hpp"

namespace octad::reports {
namespace {

using exchange_test::bytesOf;
using exchange_test::fixture;
using model::DeliveryAction;
using model::DeliveryReport;

std::optional<DeliveryReport> reportOf(const std::string& name) {
  return readMail(fixture("bounces/" + name)).report;
}

std::string firstId(const DeliveryReport& report) {
  return report.messageIds.empty() ? "none" : report.messageIds.front();
}

constexpr auto kOurs = "0123456789abcdef0123456789abcdef@example.com";

TEST(DeliveryReports, AFailureWithTheHeadersOfTheMail) {
  const auto report = reportOf("postfix-failed.eml").value();
  EXPECT_EQ(report.reportId, "20261117003107.5C0D13F1A3@mx.example.com");
  EXPECT_EQ(model::isoInstant(report.reportedAt.value()), "2026-11-17T00:31:07Z");
  EXPECT_EQ(firstId(report), kOurs);
  ASSERT_EQ(report.recipients.size(), 1U) << "the first group is about the mail";
  const auto& one = report.recipients.front();
  EXPECT_EQ(one.address, "wang@example.com");
  EXPECT_EQ(one.action, DeliveryAction::failed);
  EXPECT_EQ(one.status, "5.1.1");
  EXPECT_EQ(one.diagnostic,
            "550 5.1.1 <wang@example.com>: Recipient address rejected: User unknown in local recipient table")
      << "in one line, without its type";
}

TEST(DeliveryReports, ADelayIsNoFailure) {
  const auto report = reportOf("postfix-delayed.eml").value();
  ASSERT_EQ(report.recipients.size(), 1U);
  EXPECT_EQ(report.recipients.front().action, DeliveryAction::delayed);
  EXPECT_EQ(report.recipients.front().diagnostic,
            "connect to mail.example.com[203.0.113.7]:25: Connection timed out");
}

TEST(DeliveryReports, TheWholeMailMayComeBack) {
  const auto report = reportOf("exchange-whole-mail.eml").value();
  EXPECT_EQ(firstId(report), kOurs);
  ASSERT_EQ(report.recipients.size(), 1U);
  EXPECT_EQ(report.recipients.front().address, "wang@example.com") << "as it was sent";
  EXPECT_EQ(report.recipients.front().finalAddress, "fang.wang@example.com");
  EXPECT_EQ(report.recipients.front().diagnostic,
            "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup");
}

TEST(DeliveryReports, AGatewayMayWrapItAndServersWriteTheirOwnCharset) {
  const auto report = reportOf("chinese-server.eml").value();
  EXPECT_EQ(firstId(report), "aaaabbbbccccddddaaaabbbbccccdddd@example.com");
  EXPECT_EQ(report.reportId.size(), 64U) << "it has no Message-ID of its own";
  ASSERT_EQ(report.recipients.size(), 2U);
  EXPECT_EQ(report.recipients.front().status, "5.2.2");
  EXPECT_EQ(report.recipients.front().diagnostic, "552 用户邮箱已满");
  EXPECT_EQ(model::worstOf(report, "zhao@example.cn")->action, DeliveryAction::delivered);
  EXPECT_EQ(model::worstOf(report, "CHEN@example.cn")->action, DeliveryAction::failed);
  EXPECT_EQ(model::worstOf(report, "other@example.cn")->action, DeliveryAction::failed) << "the worst of all";
}

TEST(DeliveryReports, OlderServersNameTheReceiverInAHeader) {
  const auto report = reportOf("exim-headers.eml").value();
  EXPECT_EQ(firstId(report), kOurs) << "of the copy below the text";
  ASSERT_EQ(report.recipients.size(), 1U);
  EXPECT_EQ(report.recipients.front().address, "wang@example.com");
}

TEST(DeliveryReports, WordsOnlyAreAReportThatCannotBeRead) {
  const auto report = reportOf("words-only.eml").value();
  EXPECT_TRUE(report.recipients.empty());
  EXPECT_EQ(model::worstOf(report, "wang@example.com"), nullptr);
}

TEST(DeliveryReports, MailsOfPeopleAreNone) {
  EXPECT_FALSE(reportOf("postmaster-writes.eml")) << "a person who writes from that address";
  EXPECT_FALSE(reportOf("passed-on-by-hand.eml")) << "a person who passes one on";
  EXPECT_FALSE(readMail(fixture("mails/zh-gb18030.eml")).report);
}

TEST(DeliveryReports, NeverBecomeAComplaint) {
  const auto now = *model::parseIsoInstant("2026-11-26T02:00:00Z");
  for (const char* name :
       {"postfix-failed.eml", "postfix-delayed.eml", "chinese-server.eml", "words-only.eml"})
    EXPECT_THROW(model::readComplaintMail(readMail(fixture(std::string("bounces/") + name)), {}, now,
                                          model::Zone("UTC")),
                 model::Refused)
        << name;
}

TEST(DeliveryReports, WhateverIsBrokenGivesOnlySoundTexts) {
  std::mt19937 random(4711);
  for (const char* name : {"postfix-failed.eml", "exchange-whole-mail.eml", "chinese-server.eml"}) {
    const std::string good = bytesOf(fixture(std::string("bounces/") + name));
    for (int round = 0; round < 500; ++round) {
      std::string bytes = good;
      for (int change = 0; change < 6; ++change)
        bytes[random() % bytes.size()] = static_cast<char>(random() % 256);
      if (round % 3 == 0) bytes.resize(random() % bytes.size());
      try {
        const auto report = parseMail(bytes).report;
        if (!report) continue;
        EXPECT_TRUE(model::isLine(report->reportId, 200));
        for (const auto& one : report->recipients) {
          EXPECT_TRUE(one.finalAddress.empty() || model::isLine(one.finalAddress, 320));
          EXPECT_LE(one.status.size(), 20U);
          EXPECT_LE(one.diagnostic.size(), 500U);
          EXPECT_TRUE(model::isUtf8(one.diagnostic));
          EXPECT_EQ(one.diagnostic.find_first_of("\r\n"), std::string::npos);
        }
      } catch (const model::Invalid&) {
      }
    }
  }
}

}  // namespace
}  // namespace octad::reports
