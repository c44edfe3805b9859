#include <gtest/gtest.h>

#include "tests/reports/render_support.hpp"

namespace octad::reports {
namespace {

using tests::contains;
using tests::joinedText;
using tests::occurrences;
using tests::pageTexts;
using tests::pdfOf;

std::string rows(int count, const std::string& text = "cell") {
  std::string xhtml =
      "<table><col width=\"15%\"/><col/><thead><tr><th>No</th><th>HEADCELL</th></tr></thead><tbody>";
  for (int i = 1; i <= count; ++i)
    xhtml += "<tr><td>row" + std::to_string(i) + "</td><td>" + text + "</td></tr>";
  return xhtml + "</tbody></table>";
}

TEST(RenderPdf, HeaderFooterAndPageNumbers) {
  RenderOptions options;
  options.title = "8D 报告";
  options.number = "C26-00412";
  options.copyNotice = "Uncontrolled copy";
  options.printedAt = "printed 22 Nov 2026";
  options.recordHash = "record 3f2a91c0";
  options.texts.pageOf = "第{0}页共{1}页";
  const auto pages = pageTexts(pdfOf("<p>one</p><pagebreak/><p>two</p>", options));
  ASSERT_EQ(pages.size(), 2U);
  for (const auto& page : pages) {
    for (const char* text :
         {"8D 报告", "C26-00412", "Uncontrolled copy", "printed 22 Nov 2026", "record 3f2a91c0"}) {
      EXPECT_TRUE(contains(page, text)) << text << "\n" << page;
    }
  }
  EXPECT_TRUE(contains(pages[1], "第2页共2页")) << pages[1];
}

TEST(RenderPdf, TableHeadIsRepeatedAndRowsAreNotTorn) {
  const auto pages = pageTexts(pdfOf(rows(90)));
  ASSERT_GE(pages.size(), 3U);
  for (const auto& page : pages) EXPECT_EQ(occurrences(page, "HEADCELL"), 1U) << page;
  EXPECT_TRUE(contains(pages.back(), "row90"));
  EXPECT_TRUE(contains(pages.back(), "row89")) << "the last row stands alone";
}

TEST(RenderPdf, RowsStayWhole) {
  std::string text;
  for (int i = 0; i < 8; ++i) text += "first<br/>second<br/>third<br/>last<br/>";
  for (const auto& page : pageTexts(pdfOf(rows(9, text)))) {
    EXPECT_EQ(occurrences(page, "first"), occurrences(page, "last")) << page;
  }
}

TEST(RenderPdf, ARowTallerThanAPageIsParted) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "word" + std::to_string(i) + "<br/>";
  const auto pages = pageTexts(pdfOf(rows(1, text)));
  ASSERT_GE(pages.size(), 4U);
  std::string all;
  for (const auto& page : pages) {
    all += page;
    EXPECT_TRUE(contains(page, "HEADCELL"));
  }
  for (int i = 0; i < 300; ++i) EXPECT_TRUE(contains(all, "word" + std::to_string(i))) << i;
}

TEST(RenderPdf, HeadingsAreNeverStranded) {
  for (int lines = 30; lines <= 56; ++lines) {
    std::string xhtml;
    for (int i = 0; i < lines; ++i) xhtml += "<p>line</p>";
    xhtml += "<h2>MAINHEAD</h2><h3>SUBHEADING</h3><p>follower one<br/>two<br/>three</p>";
    for (const auto& page : pageTexts(pdfOf(xhtml))) {
      EXPECT_EQ(contains(page, "SUBHEADING"), contains(page, "follower one")) << lines << " lines";
      EXPECT_EQ(contains(page, "MAINHEAD"), contains(page, "follower one")) << lines << " lines";
    }
  }
}

TEST(RenderPdf, KeptBlocksStayTogether) {
  for (int lines = 36; lines <= 50; ++lines) {
    std::string xhtml;
    for (int i = 0; i < lines; ++i) xhtml += "<p>line</p>";
    xhtml += "<div class=\"keep note warn\"><p>KEPT-A</p><p>b</p><p>c</p><p>KEPT-Z</p></div>";
    for (const auto& page : pageTexts(pdfOf(xhtml)))
      EXPECT_EQ(contains(page, "KEPT-A"), contains(page, "KEPT-Z"));
  }
}

TEST(RenderPdf, LongParagraphsFlowOverPagesWithoutLoss) {
  std::string xhtml = "<p>";
  for (int i = 0; i < 4000; ++i) xhtml += "w" + std::to_string(i) + " ";
  const auto text = joinedText(pdfOf(xhtml + "</p>"));
  for (int i = 0; i < 4000; i += 37)
    EXPECT_TRUE(contains(text, "w" + std::to_string(i) + " ") ||
                contains(text, "w" + std::to_string(i) + "\n"))
        << i;
}

TEST(RenderPdf, ChineseAndMixedDirectionsCanBeExtracted) {
  const auto text =
      joinedText(pdfOf("<h2><span class=\"step\">D4</span> 根本原因</h2><p>焊点空洞率 60% שלום مرحبا</p>"));
  EXPECT_TRUE(contains(text, "根本原因")) << text;
  EXPECT_TRUE(contains(text, "焊点空洞率 60%")) << text;
  EXPECT_TRUE(contains(text, "D4"));
}

TEST(RenderPdf, WhatPeopleTypedIsShownLiterally) {
  const std::string typed = "<script>alert(1)</script> {{x}} %n ${x} =1+1 &amp;";
  const auto xhtml = renderTemplate("<p>{{t}}</p>", Value().set("t", typed));
  EXPECT_TRUE(contains(joinedText(pdfOf(xhtml)), typed)) << joinedText(pdfOf(xhtml));
}

TEST(RenderPdf, TypedLineBreaksStay) {
  const auto xhtml = renderTemplate("<p>{{t}}</p>", Value().set("t", "FIRST\nSECOND"));
  const auto text = joinedText(pdfOf(xhtml));
  const auto first = text.find("FIRST");
  EXPECT_NE(text.substr(first, text.find("SECOND") - first).find('\n'), std::string::npos) << text;
}

TEST(RenderPdf, EqualInputGivesEqualBytes) {
  RenderOptions options;
  options.createdUnixSeconds = 1795356120;
  options.images["a"] = tests::plainPng(80, 60);
  const std::string xhtml = "<h1>报告</h1>" + rows(50, "焊点 <span class=\"chip ok\">Done</span>") +
                            "<figure><img src=\"a\"/></figure>";
  EXPECT_EQ(pdfOf(xhtml, options), pdfOf(xhtml, options));
}

TEST(RenderPdf, HoldsNothingActive) {
  const tests::ScratchFolder folder;
  const auto path = folder.write("r.pdf", pdfOf("<h1>x</h1><p>/JavaScript /Launch</p>"));
  const auto plain = tests::outputOf("qpdf --qdf --object-streams=disable " + path + " -");
  for (const char* name : {"/JavaScript", "/Launch", "/OpenAction", "/EmbeddedFile", "/Interpolate true"}) {
    EXPECT_FALSE(contains(plain, name)) << name;
  }
  EXPECT_TRUE(contains(tests::outputOf("qpdf --check " + path), "No syntax or stream encoding errors"));
}

TEST(RenderPdf, LandscapeTurnsThePage) {
  RenderOptions options;
  options.landscape = true;
  const tests::ScratchFolder folder;
  const auto info = tests::outputOf("pdfinfo " + folder.write("r.pdf", pdfOf("<p>x</p>", options)));
  EXPECT_TRUE(contains(info, "841.89 x 595.28")) << info;
}

TEST(RenderPdf, AnEmptyDocumentHasOnePage) {
  EXPECT_EQ(pageTexts(pdfOf("")).size(), 1U);
}

TEST(RenderPdf, OddTablesDoNotBreak) {
  for (const char* xhtml :
       {"<table/>", "<table><tr/></table>",
        "<table><tr><td colspan=\"40\">a</td></tr><tr><td>b</td></tr></table>",
        "<table><col width=\"100%\"/><col/><tr><td>a</td><td>b</td></tr></table>",
        "<table><thead><tr><th>only</th></tr></thead></table>", "<dl class=\"fields\"><dt>a</dt></dl>",
        "<div class=\"columns\"/>", "<div class=\"masthead\"><div/></div>", "<div class=\"note\"/>",
        "<ul><li/></ul>", "<ul><li><table><tr><td>x</td></tr></table></li></ul>", "<figure/>",
        "<pagebreak/><pagebreak/>"}) {
    EXPECT_NO_THROW(pdfOf(xhtml)) << xhtml;
  }
}

}  // namespace
}  // namespace octad::reports
