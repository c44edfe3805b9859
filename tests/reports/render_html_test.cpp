#include <gtest/gtest.h>

#include "reports/render/html.hpp"
#include "tests/reports/render_support.hpp"

namespace octad::reports {
namespace {

using tests::contains;

std::string htmlOf(const std::string& xhtml, const RenderOptions& options = {}) {
  return renderHtml(parseDocument(xhtml), options);
}

TEST(RenderHtml, IsSelfContainedAndLoadsNothing) {
  RenderOptions options;
  options.title = "8D <b>";
  options.drawings["why"] = {"why", 100, 50, [](cairo_t*, double, double) {}, "why-tree"};
  const auto html = htmlOf("<h1>报告</h1><figure><drawing name=\"why\"/></figure>", options);
  EXPECT_TRUE(contains(html, "default-src 'none'"));
  EXPECT_TRUE(contains(html, "src=\"data:image/svg+xml;base64,"));
  EXPECT_TRUE(contains(html, "alt=\"why-tree\""));
  EXPECT_TRUE(contains(html, "<title>8D &lt;b&gt;</title>"));
  for (const char* name : {"<script", "http://", "https://", "url(", "@import"})
    EXPECT_FALSE(contains(html, name)) << name;
}

TEST(RenderHtml, WhatPeopleTypedStaysText) {
  const auto xhtml = renderTemplate(
      "<p>{{t}}</p><table><tr><td>{{t}}</td></tr></table><figure><img src=\"{{t}}\" alt=\"{{t}}\"/></figure>",
      Value().set("t", "\"><script>x()</script><img src=http://x/beacon onerror='y'>\nnext"));
  const auto html = htmlOf(xhtml);
  EXPECT_FALSE(contains(html, "<script"));
  EXPECT_FALSE(contains(html, "<img"));
  EXPECT_TRUE(contains(html, "&lt;script&gt;x()&lt;/script&gt;"));
  EXPECT_TRUE(contains(html, "&gt;<br>next"));
}

TEST(RenderHtml, KeepsStructure) {
  const auto html = htmlOf(
      "<h2><span class=\"step\">D1</span> Team</h2><table><thead><tr><th>A</th></tr></thead><tbody><tr>"
      "<td colspan=\"2\" class=\"num late\"><span class=\"chip late\">Late</span></td></tr></tbody></table>"
      "<dl class=\"fields\"><dt class=\"wide\">L</dt><dd>V</dd></dl><ol><li>x</li></ol>");
  for (const char* text :
       {"<span class=\"step\">D1</span>", "<th scope=\"col\">", "colspan=\"2\" class=\"right late\"",
        "<span class=\"chip late\">Late</span>", "<div class=\"wide\"><dt>L</dt>", "<ol>"}) {
    EXPECT_TRUE(contains(html, text)) << text << "\n" << html;
  }
}

TEST(RenderHtml, ColoursComeFromThePalette) {
  const auto html = htmlOf("<p>x</p>");
  EXPECT_TRUE(contains(html, "--accent:" + cssColor(palette::kAccent)));
  EXPECT_TRUE(contains(html, "--late:" + cssColor(palette::kLate)));
}

}  // namespace
}  // namespace octad::reports
