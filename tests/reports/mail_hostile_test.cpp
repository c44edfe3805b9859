// Mails made to harm, and 3,000 random mutations of good ones.
#include <gtest/gtest.h>
#include <random>

#include "exchange_support.hpp"
#include "model/core/moment.hpp"
#include "model/core/text.hpp"
#include "model/intake/mail_reading.hpp"
#include "reports/exchange/html_text.hpp"
#include "reports/exchange/mail_reader.hpp"

namespace octad::reports {
namespace {

using exchange_test::bytesOf;
using exchange_test::fixture;

const std::string kHead = "From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n";

std::string refusal(const std::string& bytes, const MailLimits& limits = {}) {
  try {
    parseMail(bytes, limits);
    return {};
  } catch (const model::Invalid& error) {
    return error.what();
  }
}

TEST(MailHostile, PartsInsideEachOther) {
  std::string deep = kHead + "Content-Type: multipart/mixed; boundary=\"b0\"\r\n\r\n";
  for (int i = 0; i < 20000; ++i)
    deep += "--b" + std::to_string(i) + "\r\nContent-Type: multipart/mixed; boundary=\"b" +
            std::to_string(i + 1) + "\"\r\n\r\n";
  EXPECT_NE(refusal(deep).find("deep"), std::string::npos);
  std::string nested = kHead;
  for (int i = 0; i < 20000; ++i) nested += "Content-Type: message/rfc822\r\n\r\nSubject: y\r\n";
  EXPECT_NE(refusal(nested + "\r\nx").find("deep"), std::string::npos);
}

TEST(MailHostile, TooManyPartsAndTooMuchText) {
  std::string many = kHead + "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n";
  for (int i = 0; i < 600; ++i) many += "--b\r\nContent-Type: text/plain\r\n\r\nx\r\n";
  EXPECT_NE(refusal(many + "--b--\r\n").find("500 parts"), std::string::npos);
  MailLimits small;
  small.bytes = 1000;
  EXPECT_NE(refusal(kHead + "\r\n" + std::string(2000, 'x'), small).find("larger than"), std::string::npos);
  const auto mail = parseMail(kHead + "\r\n" + std::string(3 * 1024 * 1024, 'x'));
  EXPECT_EQ(mail.text.size(), MailLimits().textBytes);
  EXPECT_EQ(mail.notes.size(), 1U);
}

TEST(MailHostile, AMailThatEndsInTheMiddleOfACharacterIsReadUpToThere) {
  const std::string whole = bytesOf(fixture("mails/zh-gb18030.eml"));
  const std::size_t body = whole.find("base64", whole.find("charset=\"gb2312\""));
  ASSERT_NE(body, std::string::npos);
  int marked = 0;
  for (std::size_t length = body + 60; length < body + 180; ++length) {
    const auto mail = parseMail(std::string_view(whole).substr(0, length));
    EXPECT_EQ(mail.text.find("\u00C7"), std::string::npos) << "not read in another charset";
    for (const auto& note : mail.notes)
      marked += note.id.find("damaged in places") != std::string::npos ? 1 : 0;
  }
  EXPECT_GT(marked, 0);
}

TEST(MailHostile, AMailWithoutTextSaysSo) {
  const auto mail = parseMail(kHead + "Content-Type: image/png; name=\"p.png\"\r\n\r\nbytes");
  EXPECT_EQ(mail.files.size(), 1U);
  ASSERT_EQ(mail.notes.size(), 1U);
  EXPECT_NE(mail.notes.front().id.find("no text"), std::string::npos);
}

TEST(MailHostile, HeadsCannotSmuggleLines) {
  const auto mail = parseMail(
      "From: =?utf-8?B?ZXZpbA0KQmNjOiB4QHkuZXhhbXBsZQ==?= <a@b.example>\r\n"
      "Subject: =?utf-8?B?b25lDQp0d28AdGhyZWXigK4=?=\r\n\r\ntext");
  const auto reading =
      model::readComplaintMail(mail, {}, *model::parseIsoInstant("2026-11-26T02:00:00Z"), model::Zone("UTC"));
  EXPECT_EQ(reading.complaint.title.find_first_of("\r\n"), std::string::npos);
  EXPECT_EQ(reading.complaint.contact.find_first_of("\r\n"), std::string::npos);
  EXPECT_EQ(reading.complaint.title.find("\xE2\x80\xAE"), std::string::npos) << "no hidden direction";
}

TEST(MailHostile, DamagedPartsAreTold) {
  const auto mail =
      parseMail(kHead +
                "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain; "
                "charset=no-such-charset\r\n\r\n\xFF\xFE\x81\r\n--b\r\nContent-Type: image/png; "
                "name=\"../../etc/passwd\"\r\nContent-Transfer-Encoding: base64\r\n\r\n\r\n--b--\r\n");
  EXPECT_TRUE(mail.files.empty());
  EXPECT_EQ(mail.notes.size(), 2U) << "the charset, and the empty file";
  EXPECT_TRUE(model::isUtf8(mail.text));
}

TEST(MailHostile, HtmlBecomesPlainText) {
  EXPECT_EQ(htmlText("<p>a&nbsp;b<br>c</p><script>evil()</script><td>x</td><td>y</td>"), "a b\nc\nx\ty\n");
  EXPECT_EQ(htmlText("1 < 2 &amp; &#20013;&#x6587; &bogus; &"), "1 < 2 & 中文 &bogus; &\n");
  EXPECT_EQ(htmlText("x&#xD800;&#0;&#99999999;y"), "xy\n") << "no such characters";
  EXPECT_EQ(htmlText("<!-- never closed"), "");
  EXPECT_EQ(htmlText("<style>p{}"), "");
}

TEST(MailHostile, RandomMutationsNeverCrash) {
  std::vector<std::string> mails;
  for (const char* name :
       {"zh-gb18030.eml", "en-quoted-printable.eml", "zh-html-table.eml", "en-passed-on.eml", "en-answer.eml",
        "zh-no-mime.eml", "zh-two-parts.eml", "zh-big5.eml", "zh-table-rows.eml"})
    mails.push_back(bytesOf(fixture(std::string("mails/") + name)));
  std::mt19937 random(20261126);
  const auto below = [&random](std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n - 1)(random);
  };
  const model::Zone zone("Asia/Shanghai");
  const auto now = *model::parseIsoInstant("2026-11-26T02:00:00Z");
  int read = 0;
  for (int i = 0; i < 3000; ++i) {
    std::string bytes = mails[below(mails.size())];
    for (std::size_t change = 0; change <= below(8) && !bytes.empty(); ++change) {
      const std::size_t at = below(bytes.size());
      const std::size_t length = 1 + below(std::min<std::size_t>(64, bytes.size()));
      switch (below(5)) {
        case 0:
          bytes[at] = static_cast<char>(below(256));
          break;
        case 1:
          bytes.erase(at, length);
          break;
        case 2:
          bytes.insert(at, bytes.substr(below(bytes.size()), length));
          break;
        case 3:
          bytes.insert(at, 1, "\"\r\n\0=?;<>-"[below(10)]);
          break;
        default:
          if (i % 10 == 0) bytes.resize(at);
          break;
      }
    }
    try {
      const auto mail = parseMail(bytes);
      const auto reading = model::readComplaintMail(mail, {}, now, zone);
      ++read;
      ASSERT_TRUE(model::isUtf8(mail.text) && model::isUtf8(mail.subject)) << i;
      ASSERT_LE(model::characterCount(reading.complaint.title), model::kTitleLength) << i;
      for (const auto& file : mail.files) ASSERT_TRUE(model::isUtf8(file.name) && !file.name.empty()) << i;
    } catch (const model::Invalid&) {
      // refused with a sentence
    }
  }
  EXPECT_GT(read, 2000);
}

}  // namespace
}  // namespace octad::reports
