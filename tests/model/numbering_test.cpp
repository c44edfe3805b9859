#include "model/core/catalogue.hpp"
#include "model/policy/numbering.hpp"

#include <gtest/gtest.h>

namespace octad::model {
namespace {

TEST(Numbering, WritesYearMonthAndSerialNumber) {
  EXPECT_EQ(writtenNumber("C{yy}-{#####}", "2026-11", 7), "C26-00007");
  EXPECT_EQ(writtenNumber("KS{yyyy}{mm}.{###}", "2026-02", 41), "KS202602.041");
  EXPECT_EQ(writtenNumber("Q{#}", "2026-02", 41), "Q41");
  EXPECT_EQ(writtenNumber("C{yy}-{##}", "2026-11", 1234), "C26-1234")
      << "digits that do not suffice are added";
}

TEST(Numbering, CountsInTheYearOrMonthThatThePatternNames) {
  EXPECT_EQ(numberCounter("C{yy}-{#####}", "2026-11").series, "C") << "numbers of earlier versions go on";
  EXPECT_EQ(numberCounter("C{yy}-{#####}", "2026-11").period, 2026);
  EXPECT_EQ(numberCounter("KS{yyyy}{mm}-{###}", "2026-11").series, "KS{yyyy}{mm}-{###}");
  EXPECT_EQ(numberCounter("KS{yyyy}{mm}-{###}", "2026-11").period, 202611);
  EXPECT_EQ(numberCounter("Q{######}", "2026-11").period, 0) << "never begins anew";
}

TEST(Numbering, SaysWhatIsWrongWithAPattern) {
  const auto sentence = [](std::string_view pattern) {
    const auto problem = numberingProblem(pattern);
    return problem ? Catalogue().sentence(*problem) : std::string();
  };
  for (const char* good : {"C{yy}-{#####}", "KS{yyyy}{mm}-{###}", "Q{######}", "C{mm}.{yy}_{#}"})
    EXPECT_EQ(sentence(good), "") << good;
  EXPECT_NE(sentence("").find("one serial number"), std::string::npos);
  EXPECT_NE(sentence("C{yy}").find("one serial number"), std::string::npos);
  EXPECT_NE(sentence("C{##}-{##}").find("one serial number"), std::string::npos);
  EXPECT_NE(sentence("C{yy-{##}").find("means nothing"), std::string::npos);
  EXPECT_NE(sentence("C}{##}").find("one serial number"), std::string::npos);
  EXPECT_NE(sentence("C{day}-{##}").find("{day} means nothing"), std::string::npos);
  EXPECT_NE(sentence("c{##}").find("capital letters"), std::string::npos);
  EXPECT_NE(sentence("C/{##}").find("capital letters"), std::string::npos);
  EXPECT_NE(sentence("客{##}").find("capital letters"), std::string::npos);
  EXPECT_NE(sentence("{yy}-{###}").find("begins with a letter"), std::string::npos);
  EXPECT_NE(sentence("1C{###}").find("begins with a letter"), std::string::npos);
  EXPECT_NE(sentence("C{yy}{yyyy}-{#}").find("stand once"), std::string::npos);
  EXPECT_NE(sentence("C{mm}-{###}").find("needs its year"), std::string::npos);
  EXPECT_NE(sentence("COMPLAINT-{yyyy}{mm}-{#####}").find("longer than 20"), std::string::npos);
}

}  // namespace
}  // namespace octad::model
