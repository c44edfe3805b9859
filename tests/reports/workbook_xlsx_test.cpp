#include <gtest/gtest.h>
#include <limits>

#include "model/core/error.hpp"
#include "reports/charts/bar_chart.hpp"
#include "reports/workbook/sheet_text.hpp"
#include "reports/workbook/workbook.hpp"
#include "tests/reports/render_support.hpp"

namespace octad::reports {
namespace {

using namespace std::chrono_literals;
using tests::contains;

std::string partOf(const std::string& xlsx, const std::string& part) {
  const tests::ScratchFolder folder;
  return tests::outputOf("unzip -p " + folder.write("b.xlsx", xlsx) + " " + part);
}

const std::string kSheet = "xl/worksheets/sheet1.xml";

std::string sheetWith(const std::string& text) {
  Workbook book({"t", "a", 0});
  book.addSheet("Cases", {{"No.", ColumnKind::text, 14}}).row({text});
  return partOf(book.finish(), kSheet);
}

TEST(WorkbookXlsx, TextIsNeverAFormulaOrALink) {
  for (const char* text : {"=1+1", "=cmd|'/C calc'!A0", "{=SUM(A1)}", "+1", "http://example.org/",
                           "mailto:a@b.example", "internal:Sheet2!A1", "12345", "1e5"}) {
    const auto xml = sheetWith(text);
    EXPECT_FALSE(contains(xml, "<f>")) << text;
    EXPECT_FALSE(contains(xml, "hyperlink")) << text;
    EXPECT_TRUE(contains(xml, "t=\"inlineStr\"><is><t>")) << xml;
    EXPECT_FALSE(contains(xml, "<v>")) << text;
  }
}

TEST(WorkbookXlsx, OddTextStaysWhatItIs) {
  EXPECT_TRUE(contains(sheetWith("a<b>&\"c\""), "a&lt;b&gt;&amp;"));
  EXPECT_TRUE(contains(sheetWith("无输出\nline"), "无输出\nline"));
  // Excel reads _x0041_ as "A" unless the underscore is written as an escape itself.
  EXPECT_TRUE(contains(sheetWith("_x0041_"), "_x005F_x0041_")) << sheetWith("_x0041_");
  EXPECT_TRUE(contains(sheetWith(std::string("a\x01\0b\xC0", 5)),
                       "a\xEF\xBF\xBD\xEF\xBF\xBD"
                       "b\xEF\xBF\xBD"));
}

TEST(WorkbookXlsx, NumbersDatesAndStyle) {
  Workbook book({"t", "a", 0});
  auto& sheet = book.addSheet("Cases", {{"No.", ColumnKind::text, 14},
                                        {"Qty", ColumnKind::whole, 8},
                                        {"Share", ColumnKind::percent, 8},
                                        {"Due", ColumnKind::date, 12}});
  sheet.title("Complaints 投诉");
  sheet.title("Nov 2026");
  sheet.row({std::string("C26-00412"), std::int64_t{-5}, 0.25, SheetDate(2026y / 11 / 22)});
  sheet.row({std::string("C26-00413"), std::numeric_limits<std::int64_t>::max(), std::monostate{},
             std::monostate{}});
  const auto xml = partOf(book.finish(), kSheet);
  EXPECT_TRUE(contains(xml, "<v>-5</v>")) << xml;
  EXPECT_TRUE(contains(xml, "<v>0.25</v>"));
  EXPECT_TRUE(contains(xml, "<v>46348</v>"));
  EXPECT_TRUE(contains(xml, "<is><t>9223372036854775807</t>"));
  EXPECT_TRUE(contains(xml, "<mergeCell ref=\"A1:D1\""));
  EXPECT_TRUE(contains(xml, "<autoFilter ref=\"A4:D6\""));
  EXPECT_TRUE(contains(xml, "ySplit=\"4\""));
  EXPECT_TRUE(contains(xml, "state=\"frozen\""));
}

TEST(WorkbookXlsx, ChartsAndPictures) {
  Workbook book({"t", "a", 0});
  auto& sheet = book.addSheet("It's 月", {{"Month", ColumnKind::text, 10}, {"All", ColumnKind::whole, 8}});
  sheet.row({std::string("Jan"), std::int64_t{4}});
  sheet.row({std::string("Feb"), std::int64_t{7}});
  sheet.chart({"By month", 0, {1}, false});
  sheet.picture(barChartDrawing("d", {"t", {{"a", 1, "", false}}, ""}));
  const auto xlsx = book.finish();
  EXPECT_TRUE(contains(partOf(xlsx, "xl/charts/chart1.xml"), "'It''s 月'!$B$2:$B$3"))
      << partOf(xlsx, "xl/charts/chart1.xml");
  EXPECT_TRUE(partOf(xlsx, "xl/media/image1.png").starts_with("\x89PNG"));
}

TEST(WorkbookXlsx, SheetNamesAreMadeAcceptable) {
  std::set<std::string> taken;
  EXPECT_EQ(sheetName("a/b:c?", taken), "a-b-c-");
  EXPECT_EQ(sheetName("A/B:C?", taken), "A-B-C- (2)");
  EXPECT_EQ(sheetName("", taken), "Sheet");
  EXPECT_EQ(sheetName("'", taken), "Sheet (2)");
  EXPECT_EQ(sheetName(std::string(40, 'x'), taken), std::string(31, 'x'));
  Workbook book({"t", "a", 0});
  for (const char* name : {"[x]", "X", "x", "质量质量质量质量质量质量质量质量质量质量质量"})
    book.addSheet(name, {{"h"}}).row({std::string("v")});
  EXPECT_FALSE(book.finish().empty());
}

TEST(WorkbookXlsx, LongTextIsCutVisiblyAndCounted) {
  Workbook book({"t", "a", 0});
  auto& sheet = book.addSheet("s", {{"h"}});
  sheet.row({std::string(32767, 'x')});
  EXPECT_EQ(book.shortenedCells(), 0U);
  sheet.row({std::string(40000, 'y')});
  EXPECT_EQ(book.shortenedCells(), 1U);
  EXPECT_TRUE(contains(partOf(book.finish(), kSheet), "y…<"));
}

TEST(WorkbookXlsx, EqualInputGivesEqualBytes) {
  const auto make = [] {
    Workbook book({"t", "a", 1795356120});
    book.addSheet("s", {{"h"}}).row({std::string("v")});
    return book.finish();
  };
  EXPECT_EQ(make(), make());
}

TEST(WorkbookXlsx, AnUnfinishedBookLeavesNothingBehind) {
  Workbook book({"t", "a", 0});
  book.addSheet("s", {{"h"}}).row({std::string("v")});
}

}  // namespace
}  // namespace octad::reports
