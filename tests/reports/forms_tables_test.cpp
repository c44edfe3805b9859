// The forms as workbooks, and the documents about many cases.
#include <gtest/gtest.h>

#include "reports/exchange/table_reader.hpp"
#include "reports/forms/eightd_report.hpp"
#include "reports/forms/record_sheet.hpp"
#include "reports/forms/register_report.hpp"
#include "reports/forms/statistics_report.hpp"
#include "tests/reports/render_support.hpp"
#include "tests/reports/rich_case.hpp"

namespace octad::reports {
namespace {

using tests::contains;
using tests::joinedText;
using tests::kRichHash;
using tests::pageTexts;
using tests::richCase;

DocumentOptions optionsFor(DocumentLanguage language, DocumentFormat format = DocumentFormat::pdf) {
  DocumentOptions options;
  options.language = language;
  options.format = format;
  options.printedAt = tests::october(31, 14);
  options.company = "华东电源";
  return options;
}

/// The rows of a sheet from its header on.
std::vector<std::vector<std::string>> rowsOf(const std::string& xlsx, const std::string& sheet) {
  const tests::ScratchFolder folder;
  ReadOptions options;
  options.sheet = sheet;
  const auto reader = openTable(folder.write("b.xlsx", xlsx), options);
  std::vector<std::vector<std::string>> rows;
  while (const auto row = reader->next()) rows.push_back(row->cells);
  return rows;
}

std::string flat(const std::vector<std::vector<std::string>>& rows) {
  std::string text;
  for (const auto& row : rows)
    for (const auto& cell : row) text += cell + "|";
  return text;
}

model::CaseRow rowNumbered(int index) {
  model::CaseRow row;
  row.number = "C26-" + std::to_string(10000 + index);
  row.receivedAt = tests::october(1 + index % 28, 23);
  row.customerName = "=cmd Nordstern";
  row.partNumber = "PSU-12V-2A";
  row.failure = "焊点虚焊";
  row.severity = static_cast<model::SeverityClass>(index % 3);
  row.state = index % 2 == 0 ? model::CaseState::closed : model::CaseState::handling;
  row.turn = model::Turn::department;
  row.turnName = "PIE";
  row.dueAt = tests::october(20);
  row.phase = "analysing";
  if (index % 2 == 0) row.closedAt = tests::october(30);
  return row;
}

model::CountTable counted(model::Dimension dimension, std::vector<std::string> keys) {
  model::CountTable table;
  table.dimensions = {dimension};
  for (const auto& key : keys) {
    table.rows.push_back({{key}, 7, 5, 6});
    table.total.all += 7;
    table.total.counted += 5;
    table.total.weighted += 6;
  }
  return table;
}

StatisticsInput statistics() {
  StatisticsInput input;
  input.period = "2026-10";
  auto row = statisticsRow(richCase());
  input.rows = {row, row, row};
  input.rows[0].demand = "compensation,8d";
  input.rows[1].demand = "return,credit";
  input.rows[1].lossCurrency = "EUR";
  input.rows[1].lossMinor = 105;
  input.rows[2].demand = "sort";
  input.byMonth = counted(model::Dimension::month, {"2026-09", "2026-10"});
  input.byClass = counted(model::Dimension::severity, {"major", "general"});
  input.byCustomer = counted(model::Dimension::customer, {"Nordstern"});
  input.byDepartment = counted(model::Dimension::department, {"PIE", ""});
  input.byDefect = counted(model::Dimension::defect, {"虚焊", "划伤"});
  return input;
}

TEST(FormsWorkbook, TheEightDHasASheetForEveryTable) {
  const auto xlsx =
      eightDReport(richCase(), kRichHash, {}, optionsFor(DocumentLanguage::english, DocumentFormat::xlsx));
  const auto overview = flat(rowsOf(xlsx, "Overview"));
  for (const char* cell : {"8D report  C26-00412", "QN-2026-77310", "D4 Root cause", "Approved", kRichHash})
    EXPECT_TRUE(contains(overview, cell)) << cell << overview;
  const auto sweep = rowsOf(xlsx, "Stock sweep");
  ASSERT_EQ(sweep.size(), 8U);
  EXPECT_EQ(sweep.back()[0], "Total");
  EXPECT_EQ(sweep.back()[1], "19692") << "a number, not a text";
  EXPECT_EQ(rowsOf(xlsx, "Causes").size(), 6U);
  const auto actions = rowsOf(xlsx, "Corrective actions");
  ASSERT_EQ(actions.size(), 3U);
  EXPECT_EQ(actions[1][1], "4.1 TUA");
  EXPECT_TRUE(contains(actions[1][5], "2026-10-16")) << actions[1][5];
  for (const char* sheet : {"Items", "Team", "5 Why", "Verification of effectiveness", "Changed documents",
                            "Returned goods", "Replies", "Attachments"})
    EXPECT_GE(rowsOf(xlsx, sheet).size(), 2U) << sheet;
}

TEST(FormsWorkbook, InternalWordingIsNotLeaked) {
  const tests::ScratchFolder folder;
  const auto path = folder.write(
      "b.xlsx",
      eightDReport(richCase(), kRichHash, {}, optionsFor(DocumentLanguage::bilingual, DocumentFormat::xlsx)));
  const auto all = tests::outputOf("unzip -p " + path);
  for (const char* word : tests::kInternalWords) EXPECT_FALSE(contains(all, word)) << word;
}

TEST(FormsRecordSheet, HoldsWhatTheRuleAsksFor) {
  const auto pages = pageTexts(recordSheet(richCase(), kRichHash, optionsFor(DocumentLanguage::chinese)));
  EXPECT_EQ(pages.size(), 1U) << "one sheet to sign";
  for (const char* text : {"客户投诉记录单",
                           "客户名称",
                           "营业地址",
                           "Hafenstraße 12",
                           "受理日期",
                           "2026-10-09 14:00",
                           "受理编号",
                           "C26-00412",
                           "投诉方式",
                           "客户门户",
                           "联系人",
                           "投诉事由",
                           "Line stopped for 40",
                           "客户要求",
                           "受理人",
                           "王芳",
                           "处理部门",
                           "制造工程部",
                           "签字",
                           "客退品",
                           "R26-00007",
                           "2026-10-13",
                           "非受控副本"})
    EXPECT_TRUE(contains(pages[0], text)) << text << pages[0];
  for (const char* word : tests::kInternalWords) EXPECT_FALSE(contains(pages[0], word)) << word;
}

TEST(FormsRecordSheet, AnswersThatAreNotApprovedAreNotSigned) {
  auto file = richCase();
  file.disciplines[4].state = model::DisciplineState::submitted;
  EXPECT_FALSE(contains(joinedText(recordSheet(file, "", optionsFor(DocumentLanguage::english))), "preheat"));
}

TEST(FormsRecordSheet, TellsWhoTookItFirstWhatWasAgreedAndTheVisitAfterTheClosing) {
  auto file = richCase();
  EXPECT_FALSE(
      contains(joinedText(recordSheet(file, "", optionsFor(DocumentLanguage::english))), "Visit after"));
  file.complaint.firstContactId = file.people.front().id;
  model::ClockExtension agreed;
  agreed.untilDay = model::Date(2026, 11, 20);
  agreed.byCustomer = true;
  agreed.agreedWith = "Frau Becker";
  model::ClockExtension house = agreed;
  house.byCustomer = false;
  house.untilDay = model::Date(2026, 12, 24);
  file.clockExtensions = {agreed, house};
  model::FollowUp visit;
  visit.doneOn = model::Date(2026, 11, 30);
  visit.satisfaction = model::Satisfaction::dissatisfied;
  visit.spokenWith = "Frau Becker";
  visit.words = "too slow";
  file.followUps = {visit};
  const auto text = joinedText(recordSheet(file, "", optionsFor(DocumentLanguage::english)));
  EXPECT_TRUE(contains(text, "First-contact owner")) << text;
  EXPECT_TRUE(contains(text, "Final report: 2026-11-20, Frau Becker")) << text;
  EXPECT_FALSE(contains(text, "2026-12-24")) << "what is agreed in the house is nobody else's business";
  EXPECT_TRUE(contains(text, "2026-11-30, Dissatisfied, Frau Becker: too slow")) << text;
}

TEST(FormsRecordSheet, IsABlankFormForAnEmptyCaseAndAWorkbook) {
  EXPECT_TRUE(
      contains(joinedText(recordSheet({}, "", optionsFor(DocumentLanguage::english))), "Customer name"));
  const auto sheet = flat(rowsOf(
      recordSheet(richCase(), "", optionsFor(DocumentLanguage::english, DocumentFormat::xlsx)), "Record"));
  EXPECT_TRUE(contains(sheet, "Business address|Hafenstraße 12, 28195 Bremen|")) << sheet;
  EXPECT_EQ(rowsOf(recordSheet(richCase(), "", optionsFor(DocumentLanguage::english, DocumentFormat::xlsx)),
                   "Returned goods")
                .size(),
            2U);
}

TEST(FormsRegister, ListsEveryCaseOverPages) {
  std::vector<model::CaseRow> rows;
  for (int i = 0; i < 120; ++i) rows.push_back(rowNumbered(i));
  const auto pages = pageTexts(registerReport(rows, "2026-10", {}, optionsFor(DocumentLanguage::english)));
  EXPECT_GE(pages.size(), 4U);
  std::string all;
  for (const auto& page : pages) {
    EXPECT_TRUE(contains(page, "Complaint class")) << "the head is repeated";
    all += page;
  }
  for (int i = 0; i < 120; ++i) EXPECT_TRUE(contains(all, "C26-" + std::to_string(10000 + i))) << i;
  EXPECT_TRUE(contains(all, "120 cases")) << all.substr(0, 400);
  EXPECT_TRUE(contains(all, "60 open"));
  EXPECT_TRUE(contains(all, "60 overdue"));
}

TEST(FormsRegister, IsAWorkbookWithDatesAndPlainText) {
  const auto rows = rowsOf(registerReport({rowNumbered(0), rowNumbered(1)}, "2026-10", {},
                                          optionsFor(DocumentLanguage::english, DocumentFormat::xlsx)),
                           "Register");
  ASSERT_EQ(rows.size(), 5U);
  EXPECT_TRUE(contains(rows[3][2], "2026-10-01")) << "in the zone of the site: " << rows[3][2];
  EXPECT_EQ(rows[3][3], "=cmd Nordstern");
  EXPECT_TRUE(contains(rows[4][12], "2026-10-20")) << rows[4][12];
  EXPECT_EQ(rows[3][12], "") << "a closed case has no deadline";
}

TEST(FormsRegister, SaysThatThereIsNothing) {
  EXPECT_TRUE(contains(joinedText(registerReport({}, "2026-10", {}, optionsFor(DocumentLanguage::chinese))),
                       "本期无客诉"));
}

/// Two classes, as in templates/policies/ab-class.json.
model::Policy twoClasses() {
  model::Policy policy;
  policy.classes = {{model::SeverityClass::major, "B类投诉", "Class B complaint"},
                    {model::SeverityClass::general, "A类投诉", "Class A complaint"}};
  return policy;
}

TEST(FormsRegister, ALineSaysTheNameOfItsPolicyAndTheSumThatOfThePolicyInForce) {
  auto named = rowNumbered(2);
  named.severity = model::SeverityClass::major;
  named.className = {"{0}", {model::bilingual("恶性投诉", "Malignant complaint")}};
  const auto general = rowNumbered(1);
  const auto text = joinedText(
      registerReport({named, general}, "2026-10", twoClasses(), optionsFor(DocumentLanguage::english)));
  EXPECT_TRUE(contains(text, "Malignant")) << text;
  EXPECT_TRUE(contains(text, "Class B 1")) << text;
  EXPECT_TRUE(contains(text, "Class A 1")) << text;
  EXPECT_TRUE(contains(text, "class of the same rank")) << "what the sum stands for";
  EXPECT_FALSE(contains(text, "Other 0")) << "a class that the policy does not have and no line has";
  const auto chinese =
      joinedText(registerReport({named}, "2026-10", twoClasses(), optionsFor(DocumentLanguage::chinese)));
  EXPECT_TRUE(contains(chinese, "恶性")) << chinese;
  EXPECT_TRUE(contains(chinese, "A类 0")) << chinese;
  auto old = rowNumbered(0);
  EXPECT_TRUE(contains(
      joinedText(registerReport({old}, "2026-10", twoClasses(), optionsFor(DocumentLanguage::english))),
      "Other 1"));
  const auto sheet = rowsOf(registerReport({named}, "2026-10", twoClasses(),
                                           optionsFor(DocumentLanguage::english, DocumentFormat::xlsx)),
                            "Register");
  EXPECT_EQ(sheet.back()[7], "Malignant complaint");
}

TEST(FormsStatistics, CountsByTheNamesAndWeightsOfThePolicyInForce) {
  auto input = statistics();
  input.policy = twoClasses();
  input.policy.weightMajor = 3;
  input.rows[0].className = {"{0}", {model::bilingual("恶性投诉", "Malignant complaint")}};
  const auto text = joinedText(statisticsReport(input, optionsFor(DocumentLanguage::english)));
  for (const char* part : {"Class B complaint", "Class A complaint", "Malignant",
                           "in force: Class B complaint 3, Class A complaint 1.", "class of the same rank"})
    EXPECT_TRUE(contains(text, part)) << part << text;
  EXPECT_FALSE(contains(text, "Other quality issue")) << "not among the weights";
  const auto sheet = flat(rowsOf(
      statisticsReport(input, optionsFor(DocumentLanguage::chinese, DocumentFormat::xlsx)), "按客诉等级"));
  EXPECT_TRUE(contains(sheet, "B类投诉|")) << sheet;
}

TEST(FormsRecordSheet, SaysWhatItsPolicyCallsTheClass) {
  auto file = richCase();
  file.complaint.policyName = "three-level";
  file.complaint.policyRevision = 3;
  file.complaint.severity = model::SeverityClass::major;
  file.classNames.add({"three-level", 3}, {{model::SeverityClass::major, "恶性投诉", "Malignant complaint"}});
  file.classNames.add({"three-level", 4}, {{model::SeverityClass::major, "极重", "Worst complaint"}});
  EXPECT_TRUE(contains(joinedText(recordSheet(file, "", optionsFor(DocumentLanguage::bilingual))),
                       "恶性投诉 / Malignant complaint"));
  EXPECT_TRUE(contains(joinedText(eightDReport(file, "", {}, optionsFor(DocumentLanguage::english))),
                       "Malignant complaint"));
}

TEST(FormsStatistics, CountsListsAndSums) {
  const auto text = joinedText(statisticsReport(statistics(), optionsFor(DocumentLanguage::english)));
  for (const char* part : {"Customer complaint statistics", "2026-10", "12,640.50 CNY", "25,281.00 CNY",
                           "1.05 EUR", "Major complaint", "not known", "Total (cases)", "Sorting", "60"})
    EXPECT_TRUE(contains(text, part)) << part << text;
  const auto chinese = joinedText(statisticsReport(statistics(), optionsFor(DocumentLanguage::chinese)));
  for (const char* part :
       {"客户投诉分析统计表", "赔偿", "退货", "折让", "损失金额", "责任单位", "制造工程部"})
    EXPECT_TRUE(contains(chinese, part)) << part;
}

TEST(FormsStatistics, AreAWorkbookWithNumbersAndCharts) {
  const auto xlsx =
      statisticsReport(statistics(), optionsFor(DocumentLanguage::english, DocumentFormat::xlsx));
  const auto months = rowsOf(xlsx, "By month");
  EXPECT_EQ(months.back(), (std::vector<std::string>{"2026-10", "7", "5", "6"}));
  const auto list = rowsOf(xlsx, "Complaints");
  ASSERT_EQ(list.size(), 4U);
  EXPECT_EQ(list[1][12], "12640.5");
  EXPECT_EQ(list[2][13], "EUR");
  EXPECT_EQ(list[2][9], "✓");
  const tests::ScratchFolder folder;
  EXPECT_TRUE(contains(tests::outputOf("unzip -l " + folder.write("b.xlsx", xlsx)), "xl/charts/chart5.xml"));
}

TEST(FormsStatistics, OfNothingAreADocument) {
  for (const auto format : {DocumentFormat::pdf, DocumentFormat::html, DocumentFormat::xlsx})
    EXPECT_FALSE(statisticsReport({}, optionsFor(DocumentLanguage::bilingual, format)).empty());
  EXPECT_TRUE(contains(joinedText(statisticsReport({}, optionsFor(DocumentLanguage::english))),
                       "No complaints in this period."));
}

}  // namespace
}  // namespace octad::reports
