// The list of the morning meeting: one page, whatever there is.
#include "reports/forms/morning_report.hpp"

#include <gtest/gtest.h>

#include "tests/reports/render_support.hpp"
#include "tests/reports/rich_case.hpp"

namespace octad::reports {
namespace {

using tests::contains;
using tests::joinedText;
using tests::pageTexts;

DocumentOptions optionsFor(DocumentLanguage language, DocumentFormat format = DocumentFormat::pdf) {
  DocumentOptions options;
  options.language = language;
  options.format = format;
  options.printedAt = tests::october(20, 9);
  options.company = "华东电源";
  options.companyEn = "East China Power Supply Company Limited";
  return options;
}

model::MorningList fullList() {
  model::MorningList list;
  list.at = tests::october(20, 9);
  list.since = tests::october(19, 8);
  list.open = 90;
  for (int i = 0; i < 30; ++i) {
    model::CaseRow row;
    row.number = "C26-" + std::to_string(10000 + i);
    row.receivedAt = tests::october(19, 10);
    row.customerName = "Nordstern Automotive Components & Systems 北方之星汽车零部件系统有限公司";
    row.partNumber = "PSU-12V-2A-EXTRA-LONG-PART-NUMBER";
    row.failure = "焊点虚焊导致输出电压间歇性跌落并伴随异常噪声与外壳局部发热变形";
    row.severity = model::SeverityClass::major;
    row.turn = model::Turn::department;
    row.turnName = "PIE";
    row.dueAt = tests::october(10 + i % 20);
    list.fresh.push_back(row);
    list.late.push_back(row);
    list.major.push_back(row);
    list.waiting.push_back({model::Turn::department, "D" + std::to_string(i), 3, i % 2, tests::october(12)});
  }
  return list;
}

TEST(MorningReport, IsOnePageInEveryLanguage) {
  for (const auto language :
       {DocumentLanguage::chinese, DocumentLanguage::english, DocumentLanguage::bilingual}) {
    const auto pages = pageTexts(morningReport(fullList(), optionsFor(language)));
    EXPECT_EQ(pages.size(), 1U) << static_cast<int>(language);
  }
}

TEST(MorningReport, CountsWhatHasNoRoom) {
  const std::string text = joinedText(morningReport(fullList(), optionsFor(DocumentLanguage::english)));
  EXPECT_TRUE(contains(text, "and 26 more")) << text;
  EXPECT_TRUE(contains(text, "and 23 more"));
  EXPECT_TRUE(contains(text, "C26-10005"));
}

TEST(MorningReport, WhatOneListLeavesIsTheOthers) {
  auto list = fullList();
  list.fresh.clear();
  list.major.resize(2);
  const std::string text = joinedText(morningReport(list, optionsFor(DocumentLanguage::english)));
  EXPECT_TRUE(contains(text, "and 16 more"))
      << "seven late ones, and the seven lines of the others: " << text;
  EXPECT_EQ(pageTexts(morningReport(list, optionsFor(DocumentLanguage::bilingual))).size(), 1U);
}

TEST(MorningReport, AQuietMorningSaysSo) {
  model::MorningList list;
  list.at = tests::october(20, 9);
  list.since = tests::october(19, 8);
  const std::string html = morningReport(list, optionsFor(DocumentLanguage::english, DocumentFormat::html));
  EXPECT_NE(html.find("None."), std::string::npos);
  EXPECT_EQ(html.find("more"), std::string::npos);
}

TEST(MorningReport, SpeaksOfTheClassesByTheirNames) {
  auto list = fullList();
  list.fresh.front().className = {"{0}", {model::bilingual("恶性投诉", "Malignant complaint")}};
  EXPECT_TRUE(contains(joinedText(morningReport(list, optionsFor(DocumentLanguage::english))),
                       "Major complaints, open"));
  list.majorName = {"{0}", {model::bilingual("B类投诉", "Class B complaint")}};
  const auto text = joinedText(morningReport(list, optionsFor(DocumentLanguage::chinese)));
  EXPECT_TRUE(contains(text, "未结：B类投诉")) << text;
  EXPECT_TRUE(contains(text, "恶性")) << text;
  EXPECT_TRUE(contains(text, "重大")) << "lines of other revisions keep the usual name";
}

TEST(MorningReport, TheWorkbookHasEveryLine) {
  const auto list = fullList();
  const std::string bytes = morningReport(list, optionsFor(DocumentLanguage::english, DocumentFormat::xlsx));
  EXPECT_GT(bytes.size(), 5000U);
  EXPECT_EQ(bytes.substr(0, 2), "PK");
}

}  // namespace
}  // namespace octad::reports
