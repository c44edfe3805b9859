// Every input file of the project read whole: rows, columns, first and last cells.
#include <algorithm>
#include <gtest/gtest.h>

#include "exchange_support.hpp"
#include "reports/exchange/file_checksum.hpp"

using namespace octad::reports;
using namespace octad::reports::exchange_test;

namespace {

void expectWidth(const Table& table, std::size_t first, std::size_t width) {
  for (std::size_t i = first; i < table.rows.size(); ++i)
    EXPECT_EQ(table.rows[i].cells.size(), width) << "line " << table.rows[i].line;
}

}  // namespace

TEST(ExchangeFixtures, Register2026Csv) {
  const Table table = readAll(fixture("complaint-log-2026.csv"));
  ASSERT_EQ(table.rows.size(), 248u);
  expectWidth(table, 0, 21);
  EXPECT_EQ(table.facts.encoding, "UTF-8 BOM");
  EXPECT_EQ(table.facts.format, "csv");
  EXPECT_EQ(table.facts.separator, ',');
  EXPECT_EQ(table.rows[0].cells.front(), "客诉编号");
  EXPECT_EQ(table.rows[0].cells.back(), "备注");
  EXPECT_EQ(table.rows[1].cells[11], "5pcs");
  EXPECT_EQ(table.rows[6].cells[1], "ACME, Inc.");
  EXPECT_EQ(table.rows[7].cells.back(), "见附件 \"照片1.jpg\", 照片2");
  EXPECT_EQ(table.rows[21].cells.back(), "客户要求飞到现场\n并安排挑选");
  EXPECT_EQ(table.rows[22].line, 24);  // the row before it takes two lines
  EXPECT_EQ(table.rows[247].line, 270);
  EXPECT_EQ(table.rows[247].cells[0], "合计");
  EXPECT_EQ(table.rows[247].cells[11], "246");
}

TEST(ExchangeFixtures, Register2025NeedsItsEncodingNamed) {
  const std::string sentence = refusal(fixture("complaint-log-2025.gb18030.csv"));
  EXPECT_NE(sentence.find("encoding: The file is not UTF-8"), std::string::npos) << sentence;
  EXPECT_NE(sentence.find("客诉编号,客户名称"), std::string::npos) << sentence;
  EXPECT_NE(sentence.find("--encoding GB18030"), std::string::npos) << sentence;

  ReadOptions options;
  options.encoding = "gb18030";
  const Table table = readAll(fixture("complaint-log-2025.gb18030.csv"), options);
  ASSERT_EQ(table.rows.size(), 128u);
  expectWidth(table, 0, 21);
  EXPECT_EQ(table.facts.encoding, "GB18030");
  EXPECT_EQ(table.rows[0].cells[9], "不良现象");
  EXPECT_EQ(table.rows[1].cells[1], "Lumière 照明设备 ");
  EXPECT_EQ(table.rows[127].cells[0], "合计");
  EXPECT_EQ(table.rows[127].line, 141);

  options.encoding = "UTF-8";
  EXPECT_NE(refusal(fixture("complaint-log-2025.gb18030.csv"), options).find("line 1 is not"),
            std::string::npos);
}

TEST(ExchangeFixtures, Register2026Workbook) {
  const Table table = readAll(fixture("complaint-log-2026.xlsx"));
  ASSERT_EQ(table.rows.size(), 250u);
  EXPECT_EQ(table.facts.format, "xlsx");
  EXPECT_EQ(table.facts.sheet, "2026客诉台账");
  EXPECT_FALSE(table.facts.dates1904);
  EXPECT_NE(table.notes().find("not read: 说明"), std::string::npos);
  EXPECT_NE(table.notes().find("A1:U1"), std::string::npos);
  EXPECT_EQ(table.rows[0].cells,
            std::vector<std::string>{"2026 年度客户投诉登记簿  Customer complaint register"});
  EXPECT_EQ(table.rows[1].cells, std::vector<std::string>{"编制: 品质部"});
  expectWidth(table, 2, 21);
  EXPECT_EQ(table.rows[2].cells[0], "客诉编号");
  EXPECT_EQ(table.rows[3].cells[3], "2026-03-24 20:59:00");  // a date cell
  EXPECT_EQ(table.rows[4].cells[3], "2026-02-09 13:20");     // a date typed as text
  EXPECT_EQ(table.rows[3].cells[18], "2026-04-30");
  EXPECT_EQ(table.rows[249].cells[0], "合计");
  EXPECT_EQ(table.rows[249].line, 250);
}

TEST(ExchangeFixtures, WorkbookAndCsvHoldTheSame) {
  const Table csv = readAll(fixture("complaint-log-2026.csv"));
  const Table book = readAll(fixture("complaint-log-2026.xlsx"));
  ASSERT_EQ(book.rows.size(), csv.rows.size() + 2);  // two title rows
  // Dates and quantities are real dates and numbers in the workbook, people's spellings in the CSV file.
  const std::vector<std::size_t> spelled{3, 11, 12, 17, 18};
  for (std::size_t i = 0; i < csv.rows.size(); ++i)
    for (std::size_t column = 0; column < 21; ++column) {
      if (std::find(spelled.begin(), spelled.end(), column) != spelled.end()) continue;
      EXPECT_EQ(book.rows[i + 2].cells[column], csv.rows[i].cells[column])
          << "row " << i << " column " << column;
    }
}

TEST(ExchangeFixtures, ShipmentsCalendarAndVehicleComplaints) {
  const Table shipments = readAll(fixture("shipments-2026.csv"));
  ASSERT_EQ(shipments.rows.size(), 544u);
  expectWidth(shipments, 0, 4);
  EXPECT_EQ(shipments.rows[0].cells,
            (std::vector<std::string>{"customer", "part_no", "month", "shipped_qty"}));
  EXPECT_EQ(shipments.rows[543].cells,
            (std::vector<std::string>{"ACME, Inc.", "FAN-8025-PW", "2026-11", "3000"}));

  const Table calendar = readAll(fixture("calendar-cn-2026.csv"));
  ASSERT_EQ(calendar.rows.size(), 40u);
  expectWidth(calendar, 0, 3);
  EXPECT_EQ(calendar.rows[39].cells, (std::vector<std::string>{"2026-10-10", "workday", "国庆节"}));

  const Table vehicles = readAll(fixture("nhtsa-complaints.tsv"));
  ASSERT_EQ(vehicles.rows.size(), 50u);
  expectWidth(vehicles, 0, 49);
  EXPECT_EQ(vehicles.facts.format, "tsv");
  EXPECT_EQ(vehicles.rows[0].cells[1], "958173");
  EXPECT_EQ(vehicles.rows[0].cells[2], "Ford Motor Company");
  EXPECT_EQ(vehicles.rows[49].cells[0], "1338238");
  EXPECT_NE(vehicles.rows[22].cells[19].find("WARNING \"CHIME\""), std::string::npos);
}

TEST(ExchangeFixtures, Checksum) {
  const TempFolder folder;
  EXPECT_EQ(fileSha256(folder.write("abc", "abc")),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(fileSha256(folder.write("none", "")),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(fileSha256(fixture("complaint-log-2026.xlsx")).size(), 64u);
  EXPECT_THROW(fileSha256(folder.path()), octad::model::Invalid);
  EXPECT_THROW(fileSha256(folder.path() / "missing"), octad::model::Invalid);
}
