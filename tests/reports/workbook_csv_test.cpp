#include <gtest/gtest.h>
#include <sstream>

#include "reports/workbook/csv_writer.hpp"

namespace octad::reports {
namespace {

using namespace std::chrono_literals;

TEST(WorkbookCsv, RecordsAfterRfc4180) {
  std::ostringstream out;
  CsvWriter csv(out);
  csv.header({"编号", "say \"hi\""});
  csv.record({std::string("a,b\nc"), std::int64_t{-5}, -2.5, SheetDate(2026y / 11 / 22),
              SheetDateTime{2026y / 11 / 22, 14, 2, 0}, std::monostate{}});
  EXPECT_EQ(
      out.str(),
      "\xEF\xBB\xBF\"编号\",\"say \"\"hi\"\"\"\r\n\"a,b\nc\",-5,-2.5,2026-11-22,2026-11-22 14:02:00,\r\n");
}

TEST(WorkbookCsv, FormulaLeadingTextIsHarmless) {
  const std::pair<const char*, const char*> cases[] = {{"=cmd|'/C calc'!A0", "'=cmd|'/C calc'!A0"},
                                                       {"+1+1", "'+1+1"},
                                                       {"-2+3", "'-2+3"},
                                                       {"@SUM(1)", "'@SUM(1)"},
                                                       {"\t=1", "'\t=1"},
                                                       {"\r=1", "'\r=1"},
                                                       {"\n=1", "'\n=1"},
                                                       {"＝1+1", "'＝1+1"},
                                                       {"＋1", "'＋1"},
                                                       {"－1", "'－1"},
                                                       {"＠a", "'＠a"},
                                                       {";=1+1", ";'=1+1"},
                                                       {"\"=1+1\"", "\"'=1+1\""},
                                                       {"  =1", "  '=1"},
                                                       {"-5", "'-5"}};
  for (const auto& [typed, written] : cases) EXPECT_EQ(harmlessText(typed), written) << typed;
  EXPECT_EQ(harmlessText(std::string("\0=1", 3)), "'\xEF\xBF\xBD=1");
}

TEST(WorkbookCsv, OrdinaryTextIsUntouched) {
  for (const char* text : {"", "PSU-12V-2A", "a=b", "无输出", "5 + 3", "2026-11-22", "'quoted'",
                           "x@y.example", "\"in quotes\""}) {
    EXPECT_EQ(harmlessText(text), text);
  }
}

TEST(WorkbookCsv, NumbersWithoutValueAreEmpty) {
  std::ostringstream out;
  CsvWriter(out, ';').record({std::numeric_limits<double>::quiet_NaN(), std::int64_t{1}});
  EXPECT_EQ(out.str(), "\xEF\xBB\xBF;1\r\n");
}

}  // namespace
}  // namespace octad::reports
