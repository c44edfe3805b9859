#include <gtest/gtest.h>

#include "model/core/error.hpp"
#include "reports/forms/labels.hpp"
#include "reports/forms/sheet_tables.hpp"
#include "reports/forms/typeset.hpp"

namespace octad::reports {
namespace {

TEST(FormsOptions, LanguagesAndFormatsAreNamed) {
  EXPECT_EQ(parseDocumentLanguage("zh"), DocumentLanguage::chinese);
  EXPECT_EQ(parseDocumentLanguage("en"), DocumentLanguage::english);
  EXPECT_EQ(parseDocumentLanguage("zh+en"), DocumentLanguage::bilingual);
  EXPECT_EQ(formatOfFile("/out.d/报告.PDF"), DocumentFormat::pdf);
  EXPECT_EQ(formatOfFile("a.html"), DocumentFormat::html);
  EXPECT_EQ(formatOfFile("a.xlsx"), DocumentFormat::xlsx);
}

TEST(FormsOptions, WrongOnesSayWhatToWrite) {
  for (const char* code : {"", "de", "EN", "en+zh"}) {
    try {
      parseDocumentLanguage(code);
      ADD_FAILURE() << code;
    } catch (const model::Invalid& error) {
      EXPECT_EQ(error.field(), "lang");
    }
  }
  for (const char* path : {"", "report", "a.docx", "dir.pdf/report", ".", "a."}) {
    try {
      formatOfFile(path);
      ADD_FAILURE() << path;
    } catch (const model::Invalid& error) {
      EXPECT_EQ(error.field(), "output");
      for (const char* format : {"pdf", "html", "xlsx"})
        EXPECT_NE(std::string(error.what()).find(format), std::string::npos);
    }
  }
}

TEST(FormsTypeset, QuantitiesMoneyAndRates) {
  EXPECT_EQ(quantityText(0), "0");
  EXPECT_EQ(quantityText(999), "999");
  EXPECT_EQ(quantityText(12500), "12,500");
  EXPECT_EQ(quantityText(-1234567), "-1,234,567");
  EXPECT_EQ(moneyText(123450, "CNY"), "1,234.50 CNY");
  EXPECT_EQ(moneyText(-5, "USD"), "-0.05 USD");
  EXPECT_EQ(moneyText(12000, "JPY"), "120 JPY") << "an amount is stored in hundredths whatever its currency";
  EXPECT_EQ(rateText(25, 4000), "0.63 % (6,250 ppm)");
  EXPECT_EQ(rateText(3, std::nullopt), "");
  EXPECT_EQ(rateText(3, 0), "");
  EXPECT_EQ(ppmText(1, 3), "333,333 ppm");
  EXPECT_EQ(sizeText(1023), "1023 B");
  EXPECT_EQ(sizeText(184320), "180 KB");
  EXPECT_EQ(sizeText(1468006), "1.4 MB");
  EXPECT_EQ(shortHash("3f2a91c05d7e4b61aa02"), "3f2a 91c0 5d7e 4b61");
  EXPECT_EQ(shortHash(""), "");
}

TEST(FormsTypeset, SheetCellsAreNumbersAndDatesAgain) {
  EXPECT_EQ(std::get<std::int64_t>(cellOf("12,500", ColumnKind::whole)), 12500);
  EXPECT_EQ(std::get<std::string>(cellOf("not known", ColumnKind::whole)), "not known");
  EXPECT_EQ(std::get<SheetDate>(cellOf("2026-10-09", ColumnKind::date)),
            std::chrono::year(2026) / std::chrono::October / 9);
  EXPECT_EQ(std::get<double>(cellOf("97 %", ColumnKind::percent)), 0.97);
  EXPECT_EQ(std::get<std::string>(cellOf("2026-10-09", ColumnKind::text)), "2026-10-09");
  EXPECT_TRUE(std::holds_alternative<std::monostate>(cellOf("", ColumnKind::whole)));
}

TEST(FormsLabels, SpeakTheLanguageOfTheDocument) {
  EXPECT_EQ(Labels(DocumentLanguage::english).text("8D report"), "8D report");
  EXPECT_EQ(Labels(DocumentLanguage::chinese).text("8D report"), "8D 报告");
  EXPECT_EQ(Labels(DocumentLanguage::bilingual).text("8D report"), "8D 报告 / 8D report");
  EXPECT_EQ(Labels(DocumentLanguage::bilingual).text("no such label"), "no such label") << "alike: said once";
  EXPECT_EQ(Labels(DocumentLanguage::bilingual).name("制造部", "Production"), "制造部 / Production");
  EXPECT_EQ(Labels(DocumentLanguage::english).name("制造部", ""), "制造部");
}

TEST(FormsLabels, FormsAreFilledAndEscaped) {
  const Labels labels(DocumentLanguage::bilingual);
  EXPECT_EQ(labels.fill("<p>[[8D report]]</p>"), "<p>8D 报告 / 8D report</p>");
  EXPECT_EQ(labels.fill("<th class=\"num\">[[8D report]]</th>"),
            "<th class=\"num\">8D 报告\u20288D report</th>");
  EXPECT_EQ(labels.fill("<thead/><p>[[a < b]]</p>"), "<thead/><p>a &lt; b</p>");
  EXPECT_THROW(labels.fill("<p>[[open</p>"), model::Invalid);
}

}  // namespace
}  // namespace octad::reports
