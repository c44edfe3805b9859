#include <gtest/gtest.h>

#include "model/core/error.hpp"
#include "reports/document/parse.hpp"

namespace octad::reports {
namespace {

template <typename T>
const T& only(const Document& document) {
  EXPECT_EQ(document.blocks.size(), 1U);
  return std::get<T>(document.blocks.at(0).data);
}

TEST(DocumentParse, CollapsesBlanksKeepsLooksAndTypedBreaks) {
  const auto document = parseDocument("<p>\n  one <b> two</b>\n <i>three</i><br/> four \n</p>");
  const auto& paragraph = only<Paragraph>(document);
  EXPECT_EQ(plainText(paragraph.runs),
            "one two three\xE2\x80\xA8"
            "four");
  EXPECT_TRUE(paragraph.runs.at(1).bold);
}

TEST(DocumentParse, ReadsChipsAndSteps) {
  const auto document =
      parseDocument("<p><span class=\"chip major\">Major</span><span class=\"step\">D4</span></p>");
  const auto& runs = only<Paragraph>(document).runs;
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_EQ(runs[0].chip, Chip::major);
  EXPECT_EQ(runs[1].chip, Chip::step);
}

TEST(DocumentParse, ReadsTables) {
  const auto document = parseDocument(
      "<table class=\"dense\"><col width=\"20%\"/><col/><thead><tr><th>A</th><th "
      "class=\"num\">B</th></tr></thead>"
      "<tbody><tr><td colspan=\"2\" class=\"late\">x</td></tr></tbody></table>");
  const auto& table = only<Table>(document);
  EXPECT_TRUE(table.dense);
  EXPECT_EQ(table.widths, (std::vector<double>{20, 0}));
  EXPECT_TRUE(table.head.at(0).cells.at(0).header);
  EXPECT_EQ(table.head.at(0).cells.at(1).align, Align::end);
  EXPECT_EQ(table.body.at(0).cells.at(0).colspan, 2);
  EXPECT_EQ(table.body.at(0).cells.at(0).tone, Tone::late);
}

TEST(DocumentParse, GalleryMakesPairs) {
  const auto document = parseDocument(
      "<div class=\"gallery\"><figure><img src=\"a\"/></figure><figure><img src=\"b\"/></figure>"
      "<figure><drawing name=\"c\"/><figcaption>see</figcaption></figure></div>");
  ASSERT_EQ(document.blocks.size(), 2U);
  const auto& second = std::get<Columns>(document.blocks[1].data);
  const auto& figure = std::get<Figure>(second.columns.at(0).at(0).data);
  EXPECT_EQ(figure.kind, MediaKind::drawing);
  EXPECT_EQ(plainText(figure.caption), "see");
  EXPECT_TRUE(second.columns.at(1).empty());
}

TEST(DocumentParse, TitleFromHeadOrFirstHeading) {
  EXPECT_EQ(parseDocument("<html><head><title>T</title></head><body><h1>H</h1></body></html>").title, "T");
  EXPECT_EQ(parseDocument("<div class=\"masthead\"><div><h1>H</h1></div></div>").title, "H");
}

TEST(DocumentParse, RefusesWhatIsNotOurs) {
  for (const char* xhtml :
       {"<script>x</script>", "<p><script>x</script></p>", "<p><img src=\"a\"/></p>",
        "<iframe src=\"http://x\"/>", "<table><tr><p>x</p></tr></table>", "<ul><p>x</p></ul>",
        "<dl class=\"fields\"><dd>x</dd></dl>", "<p>open", "<!DOCTYPE html><p>x</p>",
        "<!DOCTYPE p [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><p>&e;</p>"}) {
    EXPECT_THROW(parseDocument(xhtml), model::Invalid) << xhtml;
  }
}

}  // namespace
}  // namespace octad::reports
