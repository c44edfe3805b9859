// Workbooks: what cells mean, and what a reader has to say about them.
#include <gtest/gtest.h>

#include "exchange_support.hpp"
#include "reports/exchange/xlsx_values.hpp"

using namespace octad::reports;
using namespace octad::reports::exchange_test;
using Cells = std::vector<std::string>;

namespace {

constexpr const char* kSheet = "xl/worksheets/sheet1.xml";

class ExchangeXlsx : public ::testing::Test {
 protected:
  std::filesystem::path save(const Parts& parts) { return pack(m_folder.path() / "t.xlsx", parts); }
  Table read(const Parts& parts) { return readAll(save(parts)); }
  std::string refused(const Parts& parts) { return refusal(save(parts)); }

  TempFolder m_folder;
};

}  // namespace

TEST_F(ExchangeXlsx, CellKinds) {
  const Table table = read(workbook(
      "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>1</v></c><c r=\"C2\" "
      "t=\"s\"><v>2</v></c>"
      "<c r=\"E2\" t=\"inlineStr\"><is><r><t>in</t></r><r><t xml:space=\"preserve\">line "
      "</t></r><rPh><t>no</t></rPh></is></c>"
      "<c r=\"F2\" t=\"b\"><v>1</v></c><c r=\"G2\" t=\"b\"><v>0</v></c><c r=\"H2\" t=\"e\"><v>#DIV/0!</v></c>"
      "<c r=\"I2\"><v>5.0999999999999996</v></c><c r=\"J2\" s=\"4\"><v>123</v></c><c r=\"K2\" "
      "t=\"d\"><v>2026-03-24T08:30:00</v></c>"
      "<c r=\"L2\"/></row>"));
  ASSERT_EQ(table.rows.size(), 1u);
  EXPECT_EQ(table.rows[0].line, 2);
  EXPECT_EQ(table.rows[0].cells, (Cells{"划伤", "two runs", "a\nb_x000D_", "", "inline ", "TRUE", "FALSE",
                                        "#DIV/0!", "5.1", "000123", "2026-03-24 08:30:00", ""}));
  EXPECT_NE(table.notes().find("show an error: 1 (H2)"), std::string::npos) << table.notes();
}

TEST_F(ExchangeXlsx, CellsWithoutReferences) {
  const Table table = read(workbook(
      "<row><c><v>1</v></c><c><v>2</v></c></row><row><c r=\"B2\"><v>3</v></c><c><v>4</v></c></row>"));
  ASSERT_EQ(table.rows.size(), 2u);
  EXPECT_EQ(table.rows[0].cells, (Cells{"1", "2"}));
  EXPECT_EQ(table.rows[1].cells, (Cells{"", "3", "4"}));
}

TEST_F(ExchangeXlsx, FormattedButEmptyCellsAreNoRow) {
  const Table table =
      read(workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\" s=\"1\"/></row>"
                    "<row r=\"5\"><c r=\"A5\" s=\"1\"/></row><row r=\"6\"/>"));
  ASSERT_EQ(table.rows.size(), 1u);
  EXPECT_EQ(table.rows[0].cells, Cells{"1"});
}

TEST_F(ExchangeXlsx, Dates) {
  const std::string row =
      "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>46105</v></c><c r=\"B1\" s=\"2\"><v>46105.874305555553</v></c>"
      "<c r=\"C1\" s=\"3\"><v>1.5</v></c><c r=\"D1\" s=\"5\"><v>0.5</v></c><c r=\"E1\" s=\"1\"><v>60</v></c>"
      "<c r=\"F1\" s=\"1\"><v>59</v></c><c r=\"G1\" s=\"1\"><v>-1</v></c><c r=\"H1\" "
      "s=\"1\"><v>2958466</v></c>"
      "<c r=\"I1\" s=\"0\"><v>46105</v></c><c r=\"J1\" s=\"6\"><v>46105.99999999999</v></c></row>";
  Parts parts = workbook(row);
  const Table table = read(parts);
  EXPECT_EQ(table.rows.at(0).cells,
            (Cells{"2026-03-24", "2026-03-24 20:59:00", "36:00:00", "12:00:00", "1900-02-29", "1900-02-28",
                   "-1", "2958466", "46105", "2026-03-25"}));
  EXPECT_NE(table.notes().find("number is no date: 2 (G1, H1)"), std::string::npos) << table.notes();

  replaceIn(parts["xl/workbook.xml"], "<workbookPr/>", "<workbookPr date1904=\"1\"/>");
  const Table since1904 = read(parts);
  EXPECT_TRUE(since1904.facts.dates1904);
  EXPECT_NE(since1904.notes().find("1904"), std::string::npos);
  EXPECT_EQ(since1904.rows.at(0).cells[0], "2030-03-25");
  EXPECT_EQ(since1904.rows.at(0).cells[4], "1904-03-01");
}

TEST_F(ExchangeXlsx, NumberFormats) {
  for (const char* code :
       {"yyyy-mm-dd", "m/d/yy h:mm", "[$-804]yyyy\"年\"m\"月\"d\"日\";@", "mmm", "[Red]dd/mm/yyyy"})
    EXPECT_EQ(formatOfCode(code).look, NumberLook::date) << code;
  for (const char* code : {"h:mm", "mm:ss.0", "hh:mm AM/PM"})
    EXPECT_EQ(formatOfCode(code).look, NumberLook::time) << code;
  for (const char* code : {"[h]:mm:ss", "[mm]:ss"})
    EXPECT_EQ(formatOfCode(code).look, NumberLook::elapsed) << code;
  for (const char* code : {"General", "0.00", "#,##0_);[Red]-#,##0", "0\" days\"", "0.00E+00", "\\d0",
                           "[$¥-804]#,##0.00", "@", "0%"})
    EXPECT_EQ(formatOfCode(code).look, NumberLook::plain) << code;
  for (const int id : {14, 22, 27, 31, 36, 57, 58}) EXPECT_EQ(builtInFormat(id).look, NumberLook::date) << id;
  for (const int id : {18, 21, 45, 47}) EXPECT_EQ(builtInFormat(id).look, NumberLook::time) << id;
  for (const int id : {0, 1, 4, 13, 23, 37, 44, 48, 49, 59})
    EXPECT_EQ(builtInFormat(id).look, NumberLook::plain) << id;
}

TEST_F(ExchangeXlsx, NumberTexts) {
  EXPECT_EQ(numberText("48000"), "48000");
  EXPECT_EQ(numberText("1E+3"), "1000");
  EXPECT_EQ(numberText("0.10000000000000001"), "0.1");
  EXPECT_EQ(numberText("123456789012345678"), "123456789012346000");
  EXPECT_EQ(numberText("1.0000000000000001E-5"), "0.00001");
  EXPECT_EQ(numberText("-3"), "-3");
  for (const char* text : {"", "abc", "1,5", "1e999", "nan", "inf", "0x10", " 1"})
    EXPECT_FALSE(numberText(text)) << text;
}

TEST_F(ExchangeXlsx, CellReferences) {
  EXPECT_EQ(cellPlace("A1")->column, 0u);
  EXPECT_EQ(cellPlace("XFD1048576")->column, 16383u);
  EXPECT_EQ(cellReference(16383, 7), "XFD7");
  EXPECT_EQ(cellReference(701, 1), "ZZ1");
  for (const char* text : {"", "A", "1", "a1", "XFE1", "A0", "A1048577", "A-1", "A1B", "AAAA1"})
    EXPECT_FALSE(cellPlace(text)) << text;
}

TEST_F(ExchangeXlsx, FormulasMergedCellsHiddenRows) {
  Parts parts = workbook(
      "<row r=\"1\" hidden=\"1\"><c r=\"A1\"><f>1+1</f><v>2</v></c><c r=\"B1\" t=\"str\"><f>A1&amp;\"x\"</f>"
      "<v>2x</v></c><c r=\"C1\"><f>NOW()</f></c></row>");
  replaceIn(parts[kSheet], "</sheetData>",
            "</sheetData><mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"C3:C4\"/></mergeCells>");
  const Table table = read(parts);
  EXPECT_EQ(table.rows.at(0).cells, (Cells{"2", "2x", ""}));
  const std::string notes = table.notes();
  EXPECT_NE(notes.find("taken at their stored result: 2 (A1, B1)"), std::string::npos) << notes;
  EXPECT_NE(notes.find("no stored result, read as empty: 1 (C1)"), std::string::npos) << notes;
  EXPECT_NE(notes.find("Merged cells, whose text stands in the first cell alone: 2 (A1:B1, C3:C4)"),
            std::string::npos)
      << notes;
  EXPECT_NE(notes.find("Hidden rows, read like the others: 1 (rows 1)"), std::string::npos) << notes;
}

TEST_F(ExchangeXlsx, SheetChoice) {
  Parts parts = workbook("<row><c><v>1</v></c></row>");
  replaceIn(parts["xl/workbook.xml"], "<sheets>",
            "<sheets><sheet name=\"Old\" sheetId=\"9\" state=\"hidden\" r:id=\"r1\"/>");
  EXPECT_EQ(read(parts).facts.sheet, "Log");
  ReadOptions options;
  options.sheet = "Old";
  EXPECT_EQ(readAll(save(parts), options).facts.sheet, "Old");
  options.sheet = "New";
  EXPECT_EQ(refusal(save(parts), options).substr(0, 6), "sheet:");
}

TEST_F(ExchangeXlsx, PrefixedElements) {
  Parts parts = workbook("");
  parts[kSheet] =
      "<x:worksheet "
      "xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x:sheetData><x:row r=\"1\">"
      "<x:c r=\"A1\" t=\"s\"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>";
  EXPECT_EQ(read(parts).rows.at(0).cells, Cells{"划伤"});
}

TEST_F(ExchangeXlsx, DamageNamesItsCell) {
  EXPECT_NE(refused(workbook("<row r=\"5\"><c r=\"D5\" t=\"s\"><v>3</v></c></row>"))
                .find("Cell D5 refers to a text"),
            std::string::npos);
  EXPECT_NE(refused(workbook("<row r=\"5\"><c r=\"D5\" t=\"s\"><v>-1</v></c></row>")).find("Cell D5"),
            std::string::npos);
  EXPECT_NE(refused(workbook("<row r=\"5\"><c r=\"D5\"><v>many</v></c></row>"))
                .find("Cell D5 should hold a number"),
            std::string::npos);
  EXPECT_NE(refused(workbook("<row r=\"5\"><c r=\"D5\" t=\"inlineStr\"><is><t>a_x0000_b</t></is></c></row>"))
                .find("Cell D5 contains a NUL"),
            std::string::npos);
  EXPECT_NE(refused(workbook("<row r=\"1\"><c r=\"AMK1\"><v>1</v></c></row>"))
                .find("Cell AMK1 lies beyond column 1024"),
            std::string::npos);
  for (const char* rows :
       {"<row r=\"2\"/><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>", "<row r=\"1\"><c r=\"A2\"/></row>", "<row r=\"x\"/>",
        "<c r=\"A1\"/>", "<row><row/></row>", "<row r=\"1048577\"/>"})
    EXPECT_NE(refused(workbook(rows)).find("sheet is damaged after"), std::string::npos) << rows;
  EXPECT_NE(refused(workbook("<row>")).find("is damaged"), std::string::npos);
  Parts without = workbook("");
  without.erase(kSheet);
  EXPECT_NE(refused(without).find("lacks its part"), std::string::npos);
  EXPECT_NE(refused({{"a.txt", "x"}}).find("not an XLSX workbook"), std::string::npos);
}
