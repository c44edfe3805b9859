// Dates, zones, catalogue, fingerprints, errors.
#include <gtest/gtest.h>

#include "model/core/catalogue.hpp"
#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/moment.hpp"
#include "model/core/zone.hpp"
#include "model/policy/policy.hpp"
#include "templates/templates.hpp"
#include "tests/model/samples.hpp"

namespace octad::tests {

using namespace octad::model;

namespace {

/// A compiled gettext catalogue. The pairs must be in the order of their bytes.
std::string compiled(const std::vector<std::pair<std::string, std::string>>& texts) {
  const auto word = [](std::string& out, std::size_t value) {
    for (int shift = 0; shift < 32; shift += 8) out += static_cast<char>(value >> shift & 0xFF);
  };
  const std::size_t count = texts.size();
  const std::size_t idTable = 28;
  const std::size_t textTable = idTable + 8 * count;
  std::string strings;
  const std::size_t stringsAt = textTable + 8 * count;
  std::string ids;
  std::string translations;
  for (const auto& [id, text] : texts) {
    word(ids, id.size());
    word(ids, stringsAt + strings.size());
    strings += id + '\0';
  }
  for (const auto& [id, text] : texts) {
    word(translations, text.size());
    word(translations, stringsAt + strings.size());
    strings += text + '\0';
  }
  std::string mo;
  for (const std::size_t value :
       {std::size_t{0x950412de}, std::size_t{0}, count, idTable, textTable, std::size_t{0}, stringsAt})
    word(mo, value);
  return mo + ids + translations + strings;
}

Catalogue chinese() {
  return {Language::chinese, compiled({{"", "Content-Type: text/plain; charset=UTF-8\n"},
                                       {"Closed", "已结案"},
                                       {"PFMEA", "PFMEA"},
                                       {"{0} is {1}.", "{1}：{0}。"}})};
}

}  // namespace

TEST(MomentText, ReadsTheWaysPeopleWriteATime) {
  const Zone berlin("Europe/Berlin");
  const auto utc = [&berlin](std::string_view typed) {
    return isoInstant(parseMoment(typed, berlin, "received_at"));
  };
  EXPECT_EQ(utc("2026-11-22 17:30"), "2026-11-22T16:30:00Z");
  EXPECT_EQ(utc("  2026-11-22T17:30:15 "), "2026-11-22T16:30:15Z");
  EXPECT_EQ(utc("2026-11-22 9:05"), "2026-11-22T08:05:00Z");
  EXPECT_EQ(utc("2026-11-22 17：30"), "2026-11-22T16:30:00Z") << "full-width colon of Chinese keyboards";
  EXPECT_EQ(utc("2026-11-22"), "2026-11-21T23:00:00Z") << "a day alone is its beginning";
  EXPECT_EQ(utc("2026-11-22 24:00"), "2026-11-22T23:00:00Z");
  EXPECT_EQ(utc("2026-11-22 23:59:60"), "2026-11-22T23:00:00Z");
  EXPECT_EQ(utc("2026-10-25T02:30+01:00"), "2026-10-25T01:30:00Z") << "the second of the two 02:30";
  for (const char* wrong : {"", "2026-11-22 25:00", "2026-11-22 14", "2026-11-22 14:0x", "2026-11-22 24:01",
                            "2026-02-30 10:00", "1989-12-31T10:00Z", "2200-01-01", "now", "22:30"})
    EXPECT_THROW(utc(wrong), Invalid) << wrong;
  EXPECT_THROW(utc("2026-03-29 02:30"), Invalid) << "skipped in spring";
  EXPECT_THROW(utc("2026-10-25 02:30"), Invalid) << "twice in autumn";
}

TEST(DateText, OnlyDaysThatExist) {
  EXPECT_EQ(Date::parse("2026-11-22")->iso(), "2026-11-22");
  EXPECT_TRUE(Date::parse("2024-02-29"));
  for (const char* wrong : {"2026-02-30",  "2026-13-01", "2025-02-29",  "1969-12-31",  "1989-12-31",
                            "2200-01-01",  "9999-12-31", "10000-01-01", "20260102",    "2026-1-2",
                            "02/03/2026",  "now",        "44927",       "infinity",    "",
                            "2026-11-22 ", "2026-00-10", "2026-10-00",  "２026-10-10", "-026-10-10"})
    EXPECT_FALSE(Date::parse(wrong)) << wrong;
  EXPECT_EQ(Date(2026, 3, 1).plusDays(-1), Date(2026, 2, 28));
  EXPECT_EQ(daysBetween(Date(2026, 3, 1), Date(2026, 2, 27)), -2);
  EXPECT_EQ(Date(2026, 3, 1).month(), "2026-03");
  EXPECT_EQ(Date(2026, 3, 1).year(), 2026);
}

TEST(Zones, KnowTheirClocks) {
  const Zone shanghai("Asia/Shanghai");
  EXPECT_EQ(shanghai.local({0}).text(), "1970-01-01 08:00");
  EXPECT_EQ(shanghai.date(shanghai.instant({Date(2026, 1, 1), 0, 0, 0})), Date(2026, 1, 1));
  const Zone newYork("America/New_York");
  EXPECT_EQ(newYork.local(Zone("UTC").instant({Date(2026, 7, 4), 12, 0, 0})).text(), "2026-07-04 08:00");
  EXPECT_EQ(newYork.local(Zone("UTC").instant({Date(2026, 12, 4), 12, 0, 0})).text(), "2026-12-04 07:00");
  EXPECT_THROW(Zone("Mars/Olympus"), Invalid);
  for (const auto& name : zoneNames()) {
    const Zone zone(name);
    for (const int month : {1, 7}) {
      const LocalTime noon{Date(2026, static_cast<unsigned>(month), 15), 12, 34, 56};
      EXPECT_EQ(zone.local(zone.typed(noon, "t")), noon) << name;
    }
  }
}

TEST(Zones, TheSkippedAndTheRepeatedHour) {
  const Zone berlin("Europe/Berlin");
  const LocalTime skipped{Date(2026, 3, 29), 2, 30, 0};
  EXPECT_TRUE(berlin.instants(skipped).empty());
  EXPECT_EQ(berlin.local(berlin.instant(skipped)).text(), "2026-03-29 03:30");
  EXPECT_THROW(berlin.typed(skipped, "received_at"), Invalid);
  const LocalTime repeated{Date(2026, 10, 25), 2, 30, 0};
  const auto twice = berlin.instants(repeated);
  ASSERT_EQ(twice.size(), 2u);
  EXPECT_EQ(twice[1].microseconds - twice[0].microseconds, 3'600'000'000LL);
  EXPECT_EQ(berlin.instant(repeated), twice[0]);
  try {
    berlin.typed(repeated, "received_at");
    FAIL();
  } catch (const Invalid& error) {
    EXPECT_EQ(error.field(), "received_at");
  }
  // The edges of the two hours are ordinary times.
  for (const LocalTime edge :
       {LocalTime{Date(2026, 3, 29), 1, 59, 59}, LocalTime{Date(2026, 3, 29), 3, 0, 0},
        LocalTime{Date(2026, 10, 25), 1, 59, 59}, LocalTime{Date(2026, 10, 25), 3, 0, 0}})
    EXPECT_EQ(berlin.instants(edge).size(), 1u) << edge.text();
}

TEST(Zones, MicrosecondsStayWithinTheSecond) {
  const Zone shanghai("Asia/Shanghai");
  EXPECT_EQ(shanghai.local({999'999}).second, 0);
  EXPECT_EQ(shanghai.local({-1}).text(), "1970-01-01 07:59");
}

TEST(Catalogues, FallBackToEnglish) {
  const Catalogue zh = chinese();
  EXPECT_EQ(zh.text("Closed"), "已结案");
  EXPECT_EQ(zh.text("Nobody translated this"), "Nobody translated this");
  EXPECT_TRUE(zh.has("PFMEA"));  // translated by itself
  EXPECT_FALSE(zh.has("Nobody translated this"));
  EXPECT_FALSE(zh.has(""));
  EXPECT_EQ(zh.text(""), "");
  EXPECT_EQ(Catalogue().text("Closed"), "Closed");
  EXPECT_TRUE(Catalogue().has("anything"));
}

TEST(Catalogues, PutArgumentsInAnyOrder) {
  const Message message(tr("{0} is {1}."), {"C26-00001", translated("Closed")});
  EXPECT_EQ(Catalogue().sentence(message), "C26-00001 is Closed.");
  EXPECT_EQ(chinese().sentence(message), "已结案：C26-00001。");
  EXPECT_EQ(Catalogue().sentence({"{0} and {1}", {"{1}"}}), "{1} and ");  // arguments are literal
  EXPECT_EQ(Catalogue().sentence({"{x} {} {", {}}), "{x} {} {");
  EXPECT_EQ(Catalogue().sentence({"{0}", {""}}), "");
}

TEST(Catalogues, RefuseWhatIsNone) {
  EXPECT_THROW(Catalogue(Language::chinese, "not a catalogue"), std::exception);
  EXPECT_EQ(parseLanguage("zh"), Language::chinese);
  EXPECT_EQ(languageCode(Language::english), "en");
  EXPECT_THROW(parseLanguage("fr"), Invalid);
}

TEST(Catalogues, TheEmbeddedOneIsRead) {
  const auto& files = resources::octad_templates();
  ASSERT_TRUE(files.contains("locale/zh_CN.mo"));
  EXPECT_EQ(Catalogue(Language::chinese, files.at("locale/zh_CN.mo")).text("Not a text of Octad"),
            "Not a text of Octad");
  EXPECT_TRUE(files.contains("policies/default.json"));
}

TEST(Fingerprints, TellCommandsApart) {
  EXPECT_NE(fingerprint(std::vector<std::string>{"ab", "c"}),
            fingerprint(std::vector<std::string>{"a", "bc"}));
  EXPECT_NE(fingerprint(std::vector<std::string>{""}), fingerprint(std::vector<std::string>{}));
  EXPECT_NE(fingerprint(std::optional<int>()), fingerprint(std::optional<int>(0)));
  EXPECT_NE(fingerprint(0.01), fingerprint(0.0100000001));
  EXPECT_EQ(fingerprint(0.5), "0.5;");
  const CaseFile one = completeCase();
  CaseFile other = completeCase();
  EXPECT_EQ(fingerprint(one), fingerprint(other));
  other.sweep[2].ok += 1;
  EXPECT_NE(fingerprint(one), fingerprint(other));
  other = completeCase();
  other.people[0].roles.push_back(Role::manager);
  EXPECT_NE(fingerprint(one), fingerprint(other));
  Policy policy;
  const auto before = fingerprint(policy);
  policy.rateBelow = 0.0100000001;
  EXPECT_NE(before, fingerprint(policy));
}

TEST(Errors, CarryCodeFieldAndSentence) {
  const Invalid invalid("title", {tr("{0} is needed."), {translated("Title")}});
  EXPECT_STREQ(invalid.what(), "Title is needed.");
  EXPECT_EQ(invalid.code(), ErrorCode::invalid);
  EXPECT_EQ(errorCodeKey(ErrorCode::connectionLost), "connection");
  EXPECT_EQ(errorCodeKey(ErrorCode::notFound), "not-found");
  EXPECT_EQ(Refused("gate", "No.").rule(), "gate");
}

}  // namespace octad::tests
