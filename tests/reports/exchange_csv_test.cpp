// CSV by RFC 4180 and everything people save under that name.
#include <gtest/gtest.h>

#include "exchange_support.hpp"

using namespace octad::reports;
using namespace octad::reports::exchange_test;
using Cells = std::vector<std::string>;

namespace {

class ExchangeCsv : public ::testing::Test {
 protected:
  Table read(std::string_view bytes, const ReadOptions& options = {}) {
    return readAll(m_folder.write("t.csv", bytes), options);
  }
  std::string refused(std::string_view bytes, const std::string& encoding = {}) {
    ReadOptions options;
    options.encoding = encoding;
    return refusal(m_folder.write("t.csv", bytes), options);
  }
  static ReadOptions encoded(const std::string& name) {
    ReadOptions options;
    options.encoding = name;
    return options;
  }

  TempFolder m_folder;
};

std::string utf16(std::u16string_view text, bool bigEndian) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8);
    const char low = static_cast<char>(unit & 0xFF);
    bytes += bigEndian ? high : low;
    bytes += bigEndian ? low : high;
  }
  return bytes;
}

}  // namespace

TEST_F(ExchangeCsv, QuotesAndLineBreaks) {
  const Table table = read("a,b,c\r\n\"x, y\",\"say \"\"hi\"\"\",\"1\r\n2\n3\r4\"\r\n5\" screen,,\n");
  ASSERT_EQ(table.rows.size(), 3u);
  EXPECT_EQ(table.rows[1].cells, (Cells{"x, y", "say \"hi\"", "1\n2\n3\n4"}));
  EXPECT_EQ(table.rows[1].line, 2);
  EXPECT_EQ(table.rows[2].cells, (Cells{"5\" screen", "", ""}));
  EXPECT_EQ(table.rows[2].line, 6);
}

TEST_F(ExchangeCsv, MixedLineEndsAndEmptyLines) {
  const Table table = read("a,b\r1,2\r\n\r\n3,4\n\n\r5,6\n,\n7,");
  ASSERT_EQ(table.rows.size(), 5u);
  const std::vector<long long> lines{1, 2, 4, 7, 9};
  for (std::size_t i = 0; i < lines.size(); ++i) EXPECT_EQ(table.rows[i].line, lines[i]) << i;
  EXPECT_EQ(table.rows[4].cells, (Cells{"7", ""}));
}

TEST_F(ExchangeCsv, LineEndAcrossPieces) {
  // CR at the very end of a 64 KiB piece, its LF in the next one.
  const std::string filler(64 * 1024 - 5, 'x');
  const Table table = read("a,b\n" + filler + "\r\n1,2\r\n");
  ASSERT_EQ(table.rows.size(), 3u);
  EXPECT_EQ(table.rows[2].line, 3);
  EXPECT_EQ(table.rows[2].cells, (Cells{"1", "2"}));
}

TEST_F(ExchangeCsv, Separators) {
  EXPECT_EQ(read("a;b;c\n1,5;2;3\n").rows[1].cells, (Cells{"1,5", "2", "3"}));
  EXPECT_EQ(read("a|b\n1|2\n").facts.separator, '|');
  EXPECT_EQ(read("sep=;\r\na,b;c\r\n").rows[0].cells, (Cells{"a,b", "c"}));
  EXPECT_EQ(read("sep=;\r\na,b;c\r\n").rows[0].line, 2);
  EXPECT_EQ(read("Register\na,b\n").rows[1].cells, (Cells{"a", "b"}));
  EXPECT_NE(read("one\ntwo\n").notes().find("No separator"), std::string::npos);
  EXPECT_EQ(refused("a;b,c\n").substr(0, 10), "separator:");
  ReadOptions options;
  options.separator = ';';
  EXPECT_EQ(read("a;b,c\n", options).rows[0].cells, (Cells{"a", "b,c"}));
  options.separator = 'x';
  EXPECT_THROW(read("a;b,c\n", options), octad::model::Invalid);
}

TEST_F(ExchangeCsv, DamageNamesItsLine) {
  EXPECT_NE(refused("a,b\n1,\"open\nx,y\n").find("quote opened in line 2 is never closed"),
            std::string::npos);
  EXPECT_NE(refused("a,b\n1,\"x\"y\n").find("Line 2: text follows"), std::string::npos);
  EXPECT_NE(refused(std::string("a,b\r\n1,2\r\n3,\0004\r\n", 16)).find("Line 3 contains a NUL"),
            std::string::npos);
  EXPECT_NE(refused("a,b\n1,2\n3,\xFF\n").find("neither UTF-8 nor GB18030 (line 3)"), std::string::npos);
  EXPECT_NE(refused("a,b\n1,\xC0\xAF\n", "UTF-8").find("line 2 is not"), std::string::npos);
  EXPECT_NE(refused("\xEF\xBB\xBF"
                    "a,b\n1,\xD6\xD0\n")
                .find("says it is UTF-8, but line 2"),
            std::string::npos);
  EXPECT_NE(refused("a,b\n1,\xE4\xB8").find("line 2 is: 1,"), std::string::npos) << "cut inside a character";
  EXPECT_NE(refused("a,b\n1,\xED\xA0\x80\n", "UTF-8"), "") << "half a surrogate pair";
}

TEST_F(ExchangeCsv, LongLinesAndOpenQuotes) {
  const std::string long1(1024 * 1024 + 1, 'x');
  EXPECT_NE(refused("a,b\n1,2\n" + long1).find("Line 3 is longer than 1048576 bytes"), std::string::npos);
  EXPECT_EQ(refused("a,b\n1,2\n" + long1.substr(8)), "");
  std::string lines = "a,b\n1,\"open\n";
  for (int i = 0; i < 200000; ++i) lines += "1,2 3 4 5\n";
  EXPECT_NE(refused(lines).find("quote opened in line 2 is not closed within"), std::string::npos);
  EXPECT_NE(refused("a,b\n" + std::string(2000, ',') + "\n").find("Line 2 has more than 1024 cells"),
            std::string::npos);
}

TEST_F(ExchangeCsv, Utf16) {
  const std::u16string_view text = u"编号,名称\r\n1,😀划伤\r\n";
  for (const bool bigEndian : {false, true}) {
    const std::string name = bigEndian ? "UTF-16BE" : "UTF-16LE";
    const std::string mark = bigEndian ? "\xFE\xFF" : "\xFF\xFE";
    const Table table = read(mark + utf16(text, bigEndian));
    EXPECT_EQ(table.facts.encoding, name);
    ASSERT_EQ(table.rows.size(), 2u);
    EXPECT_EQ(table.rows[0].cells, (Cells{"编号", "名称"}));
    EXPECT_EQ(table.rows[1].cells, (Cells{"1", "😀划伤"}));
    EXPECT_EQ(read(utf16(text, bigEndian), encoded(name)).rows.size(), 2u);
    const std::string ascii = utf16(u"number,name\r\n1,2\r\n", bigEndian);
    EXPECT_NE(refused(ascii).find("looks like " + name), std::string::npos);
    EXPECT_NE(refused(mark + utf16(text, bigEndian) + "x").find("Line 3 is not valid " + name),
              std::string::npos);
    EXPECT_NE(refused(mark + utf16(text, bigEndian), "GB18030").find("mark of " + name), std::string::npos);
  }
}

TEST_F(ExchangeCsv, NamedEncodings) {
  EXPECT_EQ(read("\xB1\xE0\xBA\xC5,b\n", encoded("GBK")).rows[0].cells, (Cells{"编号", "b"}));
  EXPECT_EQ(read("Stra\xDF"
                 "e,\x80\n",
                 encoded("cp1252"))
                .rows[0]
                .cells,
            (Cells{"Straße", "€"}));
  EXPECT_EQ(read("\xBD\x73,b\n", encoded("Big5")).rows[0].cells, (Cells{"編", "b"}));
  EXPECT_NE(refused("a,b\n\xB1\xE0\n1,\x81\n", "GB18030").find("Line 3 is not valid GB18030"),
            std::string::npos);
  EXPECT_NE(refused("a,b\n", "EBCDIC").find("not known"), std::string::npos);
  // UTF-8 read as GB18030 would be wrong characters without any error.
  EXPECT_NE(refused("客诉编号,客户名称,客户投诉单号\n", "GB18030").find("valid UTF-8"), std::string::npos);
  EXPECT_NE(read("\xC4\xA3,b\n", encoded("GB18030")).notes().find("valid UTF-8 as well"), std::string::npos);
}

TEST_F(ExchangeCsv, OtherFilesUnderThisName) {
  EXPECT_NE(refused("").find("is empty"), std::string::npos);
  EXPECT_NE(refused("<html><table><tr><td>1").find("web page"), std::string::npos);
  EXPECT_NE(refused("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").find("old XLS"), std::string::npos);
  EXPECT_NE(refused("%PDF-1.7\n").find("PDF"), std::string::npos);
  EXPECT_NE(refusal(m_folder.path()).find("cannot be opened"), std::string::npos);
  EXPECT_NE(refusal(m_folder.path() / "missing.csv").find("cannot be opened"), std::string::npos);
  EXPECT_TRUE(read("\xEF\xBB\xBF").rows.empty());
}

TEST_F(ExchangeCsv, ProgressAndNotes) {
  const auto reader = openTable(m_folder.write("p.csv", "a,b\n1,2\n"));
  while (reader->next()) EXPECT_LE(reader->progress(), 1.0);
  EXPECT_DOUBLE_EQ(reader->progress(), 1.0);
  EXPECT_FALSE(reader->next());
  EXPECT_EQ(reader->facts().notes.size(), 2u);  // how encoding and separator were found
}
