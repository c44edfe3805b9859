// Mails as customers' programs write them, read and recognised; tests/data/mails/expected.txt says what is
// found where.
#include <gtest/gtest.h>
#include <sstream>

#include "exchange_support.hpp"
#include "model/core/moment.hpp"
#include "model/intake/mail_reading.hpp"
#include "reports/exchange/mail_reader.hpp"

namespace octad::reports {
namespace {

using exchange_test::fixture;

model::KnownNames knownNames() {
  model::KnownNames known;
  const auto customer = [&known](const char* code, const char* name) {
    model::Customer one;
    one.code = code;
    one.name = name;
    known.customers.push_back(one);
  };
  customer("NWA", "Nordwind Automotive (Suzhou)");
  customer("XHZ", "星河终端有限公司");
  customer("JHQ", "江海汽车有限公司");
  customer("LWC", "蓝湾储能科技");
  customer("TEU", "Teutonia Brakes AG");
  customer("MUE", "Müller Elektronik GmbH");
  customer("QHT", "青禾通讯技术有限公司");
  for (const char* number : {"PSU-12V-2A", "HSG-AL-PLATE", "FAN-8025-PW", "LED-DRV-40W", "12"}) {
    model::Part part;
    part.number = number;
    known.parts.push_back(part);
  }
  known.parts.back().active = false;
  const auto defect = [&known](const char* name, const char* english, model::DefectKind kind) {
    model::Defect one;
    one.name = name;
    one.nameEn = english;
    one.kind = kind;
    known.defects.push_back(one);
  };
  defect("无输出", "no output", model::DefectKind::functional);
  defect("外壳划伤", "scratched housing", model::DefectKind::appearance);
  return known;
}

/// The value of a field as the table writes it.
std::string valueOf(const model::MailReading& reading, const model::IncomingMail& mail,
                    const std::string& field) {
  const model::NewComplaint& complaint = reading.complaint;
  if (field == "customer") return complaint.customer;
  if (field == "contact") return complaint.contact;
  if (field == "title") return complaint.title;
  if (field == "customer_ref") return complaint.customerRef;
  if (field == "demand") return complaint.demand;
  if (field == "safety") return complaint.safety ? "yes" : "no";
  if (field == "received_at") return model::isoInstant(complaint.receivedAt);
  if (field == "requested_date") return complaint.requestedDate ? complaint.requestedDate->iso() : "";
  if (field == "files") {
    std::string names;
    for (const auto& file : mail.files)
      if (file.mediaType != "message/rfc822") names += (names.empty() ? "" : " ") + file.name;
    return names;
  }
  const auto at = static_cast<std::size_t>(field.at(6) - '0');
  if (at >= complaint.items.size()) return "no such item";
  const model::NewItem& item = complaint.items[at];
  const std::string member = field.substr(8);
  if (member == "part") return item.part;
  if (member == "lot") return item.lot;
  if (member == "failure") return item.failure;
  if (member == "defect_kind") return std::string(model::keyOf(item.defectKind));
  if (member == "qty_defective")
    return item.quantityDefective == 0 ? "" : std::to_string(item.quantityDefective);
  if (member == "qty_delivered") return item.quantityDelivered ? std::to_string(*item.quantityDelivered) : "";
  return "no such field";
}

std::string placeOf(const model::MailReading& reading, const std::string& field) {
  const auto* source = model::sourceOf(reading, field);
  return source == nullptr ? "" : model::Invalid("", source->place).what();
}

TEST(MailIntake, FindsWhatTheTableSays) {
  std::ifstream table(fixture("mails/expected.txt"));
  const model::Zone zone("Asia/Shanghai");
  const auto now = *model::parseIsoInstant("2026-11-26T02:00:00Z");
  const auto known = knownNames();
  model::IncomingMail mail;
  model::MailReading reading;
  std::string name;
  int checked = 0;
  for (std::string line; std::getline(table, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::size_t equal = line.find(" = ");
    if (equal == std::string::npos) {
      name = line;
      mail = readMail(fixture("mails/" + name));
      reading = model::readComplaintMail(mail, known, now, zone);
      continue;
    }
    const std::string field = line.substr(0, equal);
    const std::size_t bar = line.find(" | ");
    const std::string value = line.substr(equal + 3, bar == std::string::npos ? bar : bar - equal - 3);
    EXPECT_EQ(valueOf(reading, mail, field), value == "-" ? "" : value) << name << ": " << field;
    if (bar != std::string::npos)
      EXPECT_EQ(placeOf(reading, field), line.substr(bar + 3)) << name << ": " << field;
    if (value == "-") EXPECT_EQ(placeOf(reading, field), "") << name << ": " << field;
    ++checked;
  }
  EXPECT_GT(checked, 60);
}

TEST(MailIntake, EverySourceQuotesItsLine) {
  const auto mail = readMail(fixture("mails/zh-gb18030.eml"));
  const auto reading = model::readComplaintMail(
      mail, knownNames(), *model::parseIsoInstant("2026-11-26T02:00:00Z"), model::Zone("Asia/Shanghai"));
  const auto* source = model::sourceOf(reading, "items.0.qty_defective");
  ASSERT_NE(source, nullptr);
  EXPECT_EQ(source->excerpt, "不良数量:12 PCS");
  EXPECT_EQ(reading.complaint.messageId, "20261120164210.4711@xinghe-terminal.example");
  EXPECT_NE(reading.complaint.verbatim.find("批次：L26-1107"), std::string::npos)
      << "the words stay as they came";
}

TEST(MailIntake, TheMailItselfIsTheLastFile) {
  const auto mail = readMail(fixture("mails/en-passed-on.eml"));
  ASSERT_EQ(mail.files.size(), 2U);
  EXPECT_EQ(mail.files[0].bytes, "serial,result\r\n1,fail") << "decoded, not changed";
  EXPECT_EQ(mail.files[1].name, "en-passed-on.eml");
  EXPECT_EQ(mail.files[1].bytes, exchange_test::bytesOf(fixture("mails/en-passed-on.eml")));
}

TEST(MailIntake, TextWithoutACharsetSaysHowItWasRead) {
  const auto mail = readMail(fixture("mails/zh-no-mime.eml"));
  ASSERT_EQ(mail.notes.size(), 1U);
  EXPECT_EQ(mail.notes[0].args.at(0), "gb18030");
  EXPECT_EQ(mail.senderName, "赵敏");
}

TEST(MailIntake, RefusesWhatIsNoMail) {
  const auto refusal = [](std::string_view bytes) -> std::string {
    try {
      parseMail(bytes);
      return {};
    } catch (const model::Invalid& error) {
      return error.what();
    }
  };
  EXPECT_NE(refusal("").find("is no e-mail"), std::string::npos);
  EXPECT_NE(refusal("PK\x03\x04 some bytes").find("is no e-mail"), std::string::npos);
  EXPECT_NE(refusal("a,b,c\n1,2,3\n").find("is no e-mail"), std::string::npos);
  EXPECT_NE(refusal(std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8)).find(".msg"), std::string::npos);
  EXPECT_THROW(readMail("/no/such/mail.eml"), model::Invalid);
}

}  // namespace
}  // namespace octad::reports
