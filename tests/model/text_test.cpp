// Bad inputs of security.md section 5, rows 1-22 and 45, as far as text and quantities go.
#include "model/core/text.hpp"

#include <gtest/gtest.h>
#include <thread>

#include "model/core/error.hpp"

namespace octad::tests {

using namespace octad::model;

namespace {

std::string repeated(std::string_view piece, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += piece;
  return out;
}

/// The sentence with which a title is refused; empty when it is taken.
std::string refusal(std::string_view title) {
  try {
    cleanLine(title, "title", kTitleLength);
  } catch (const Invalid& error) {
    EXPECT_EQ(error.field(), "title");
    return error.what();
  }
  return {};
}

std::string quantityRefusal(std::string_view text) {
  try {
    parseQuantity(text, "items.0.qty_defective");
  } catch (const Invalid& error) {
    EXPECT_EQ(error.field(), "items.0.qty_defective");
    return error.what();
  }
  return {};
}

constexpr const char* kRange = "Defective quantity must be from 0 to 10,000,000.";
constexpr const char* kWhole = "Defective quantity must be a whole number, such as 12 or 1,000.";

}  // namespace

TEST(Text, NothingVisibleIsNothing) {
  for (const char* nothing : {"", "   ", "\u200B", "\u3000", "\t\n", "\u2060\u200D", "\u00A0"}) {
    EXPECT_EQ(refusal(nothing), "Title is needed.") << nothing;
    EXPECT_EQ(cleanLine(nothing, "title", kTitleLength, false), "");
    EXPECT_FALSE(isLine(nothing, kTitleLength));
  }
}

TEST(Text, LengthIsCountedInCharacters) {
  EXPECT_EQ(refusal(std::string(300, 'x')), "");
  EXPECT_EQ(refusal(std::string(301, 'x')), "Title is too long: 301 of 300 characters.");
  EXPECT_EQ(refusal(repeated("😀", 300)), "");
  EXPECT_EQ(refusal(repeated("😀", 301)), "Title is too long: 301 of 300 characters.");
  EXPECT_EQ(refusal(std::string(1'048'576, 'x')), "Title is too long: 1,048,576 of 300 characters.");
  EXPECT_EQ(characterCount("a漢😀"), 3u);
}

TEST(Text, RefusesWhatHides) {
  EXPECT_EQ(refusal("abc\u202Efdp.exe"), "Title contains a hidden direction character (U+202E): remove it.");
  EXPECT_EQ(refusal("a\u2066b"), "Title contains a hidden direction character (U+2066): remove it.");
  EXPECT_EQ(refusal("\uFEFFabc"), "Title contains a hidden character (U+FEFF): remove it.");
  EXPECT_EQ(refusal("a\nb"), "Title must be one line: put a blank where the line breaks are.");
  EXPECT_EQ(refusal("a\u2028b"), "Title must be one line: put a blank where the line breaks are.");
  EXPECT_EQ(refusal("a\ab"), "Title contains a control character (U+0007): remove it.");
  EXPECT_EQ(refusal("a\tb"), "Title contains a control character (U+0009): remove it.");
  EXPECT_NE(refusal(std::string_view("a\0b", 3)), "");
  EXPECT_NE(refusal("a\xED\xA0\x80"), "");  // a lone surrogate
  EXPECT_NE(refusal("\xC3"), "");
  EXPECT_NE(refusal("\xC0\xAF"), "");  // overlong
  EXPECT_NE(refusal("\xF4\x90\x80\x80"), "");
}

TEST(Text, TakesEveryScriptLiterally) {
  for (const char* text : {"连接器松动", "<b>{{x}}</b> %n", "АСМЕ", "سلام world שלום", "می‌خواهم",
                           "👨‍👩‍👧", "Müller"}) {
    EXPECT_EQ(cleanLine(text, "title", kTitleLength), text);
    EXPECT_TRUE(isLine(text, kTitleLength)) << text;
  }
  EXPECT_EQ(cleanLine("  \u3000Loose connector \n", "title", kTitleLength), "Loose connector");
}

TEST(Text, ComposesLetters) {
  EXPECT_EQ(cleanLine("Mu\u0308ller", "customer", kNameLength), "M\u00FCller");
  EXPECT_FALSE(isLine("Mu\u0308ller", kNameLength));
  EXPECT_FALSE(isLine(" x", kNameLength));
  EXPECT_FALSE(isLine("x\u3000", kNameLength));
  EXPECT_FALSE(isLine("a\nb", kNameLength));
  EXPECT_FALSE(isLine("a\u202Eb", kNameLength));
  EXPECT_FALSE(isLine("a\uFEFFb", kNameLength));
  EXPECT_FALSE(isLine("abc", 2));
  EXPECT_FALSE(isLine("\xFF", 2));
}

TEST(Text, LongTextKeepsLinesAndHasALimitInBytes) {
  EXPECT_EQ(cleanText(" one\r\ntwo\rthree\tx\n", "text"), "one\ntwo\nthree\tx");
  EXPECT_EQ(cleanText("", "text"), "");
  EXPECT_EQ(cleanText(std::string(kTextBytes, 'x'), "text").size(), kTextBytes);
  EXPECT_THROW(cleanText(std::string(kTextBytes + 1, 'x'), "text"), Invalid);
  EXPECT_THROW(cleanText("a\u202Eb", "text"), Invalid);
  EXPECT_THROW(cleanText("a\x1B[31m", "text"), Invalid);
}

TEST(Text, AReasonSaysSomething) {
  for (const char* empty : {"", "   ", "\t", ".....", "。。。。。", "12345", "abc", "!?!?!?", "\u200B\u200B"})
    EXPECT_THROW(requireReason(empty), Refused) << empty;
  EXPECT_EQ(requireReason(" Torque record found "), "Torque record found");
  EXPECT_EQ(requireReason("客户要求重新分析"), "客户要求重新分析");
}

TEST(Quantity, ReadsWhatPeopleType) {
  EXPECT_EQ(parseQuantity("0", "q"), 0);
  EXPECT_EQ(parseQuantity(" 12 ", "q"), 12);
  EXPECT_EQ(parseQuantity("１２", "q"), 12);
  EXPECT_EQ(parseQuantity("1,000", "q"), 1000);
  EXPECT_EQ(parseQuantity("1，000", "q"), 1000);
  EXPECT_EQ(parseQuantity("1 000 000", "q"), 1'000'000);
  EXPECT_EQ(parseQuantity("10,000,000", "q"), 10'000'000);
  EXPECT_EQ(parseQuantity("007", "q"), 7);
}

TEST(Quantity, RefusesTheRest) {
  for (const char* far : {"-1", "10000001", "2147483648", "1000000000000000000000000000000", "－5"})
    EXPECT_EQ(quantityRefusal(far), kRange) << far;
  for (const char* odd : {"1.5", "1.000", "NaN", "1e3", "abc", "+5", "1,5", "1,00", "1,0000", "1,000 000",
                          ",100", "1,", "12 3", "0x10", "\xFF", "-", "1__0"})
    EXPECT_EQ(quantityRefusal(odd), kWhole) << odd;
  EXPECT_EQ(quantityRefusal(" "), "Defective quantity is needed.");
}

TEST(Fold, MeetsWhatPeopleTakeForTheSame) {
  EXPECT_EQ(foldText("ＰＮ－１００"), "pn-100");
  EXPECT_EQ(foldText("Straße"), foldText("STRASSE"));
  EXPECT_EQ(foldText("MÜLLER"), "müller");
  EXPECT_EQ(foldText("ﬁx"), "fix");
  EXPECT_EQ(foldText("ASCII"), "ascii");
}

TEST(Fold, PairsOfLetters) {
  EXPECT_EQ(bigrams("连接器松动"), (std::vector<std::string>{"连接", "接器", "器松", "松动"}));
  EXPECT_EQ(bigrams("C26-01"), (std::vector<std::string>{"c2", "26", "60", "01"}));
  EXPECT_EQ(bigrams("破裂，漏液"), (std::vector<std::string>{"破裂", "裂漏", "漏液"}));
  EXPECT_EQ(bigrams("Oil leak"), (std::vector<std::string>{"oi", "il", "le", "ea", "ak"}));
  EXPECT_TRUE(bigrams("a").empty());
  EXPECT_TRUE(bigrams("").empty());
}

TEST(Fold, ManyThreadsAtOnce) {
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([] {
      for (int k = 0; k < 200; ++k) EXPECT_EQ(foldText("MÜLLER"), "müller");
    });
  for (auto& thread : threads) thread.join();
}

TEST(FieldLabel, KnowsPaths) {
  EXPECT_EQ(fieldLabel("items.2.lot"), "Lot");
  EXPECT_EQ(fieldLabel("something"), "something");
}

}  // namespace octad::tests
