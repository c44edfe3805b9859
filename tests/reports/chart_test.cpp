#include <cmath>
#include <gtest/gtest.h>
#include <limits>

#include "model/core/error.hpp"
#include "reports/charts/bar_chart.hpp"
#include "reports/charts/cause_drawings.hpp"
#include "reports/charts/column_chart.hpp"
#include "reports/charts/palette.hpp"
#include "reports/charts/pareto_chart.hpp"
#include "reports/charts/scale.hpp"
#include "reports/charts/why_tree.hpp"
#include "tests/reports/render_support.hpp"

namespace octad::reports {
namespace {

std::string textOf(Drawing drawing) {
  RenderOptions options;
  options.drawings["d"] = std::move(drawing);
  return tests::joinedText(tests::pdfOf("<figure><drawing name=\"d\"/></figure>", options));
}

/// Relative luminance after WCAG 2.
double luminance(const Color& color) {
  const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
  return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

double contrast(const Color& a, const Color& b) {
  const double first = luminance(a) + 0.05;
  const double second = luminance(b) + 0.05;
  return std::max(first, second) / std::min(first, second);
}

TEST(Chart, ScalesEndOnRoundNumbers) {
  EXPECT_EQ(niceScale(42, 5, true).top, 50);
  EXPECT_EQ(niceScale(42, 5, true).step, 10);
  EXPECT_EQ(niceScale(3, 5, true).step, 1);
  EXPECT_EQ(niceScale(100, 5, true).top, 100);
  for (const double odd :
       {0.0, -1.0, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
    EXPECT_GT(niceScale(odd, 5, true).top, 0) << odd;
  }
  for (double largest = 0.001; largest < 1e9; largest *= 1.7) {
    const Scale scale = niceScale(largest, 5, false);
    EXPECT_GE(scale.top, largest * 0.999);
    EXPECT_LE(scale.top / scale.step, 7.001) << largest;
  }
}

TEST(Chart, NumbersAreGroupedByThinSpaces) {
  EXPECT_EQ(formatNumber(1204, 0), "1204");
  EXPECT_EQ(formatNumber(1204567, 0), "1\u202F204\u202F567");
  EXPECT_EQ(formatNumber(-12045.25, 2), "-12\u202F045.25");
  EXPECT_EQ(formatNumber(std::nan(""), 0), "–");
}

TEST(Chart, ChipTextCanBeRead) {
  const std::pair<Color, Color> chips[] = {
      {palette::kMajor, palette::kMajorTint}, {palette::kGeneral, palette::kGeneralTint},
      {palette::kOther, palette::kOtherTint}, {palette::kOk, palette::kOkTint},
      {palette::kWarn, palette::kWarnTint},   {palette::kLate, palette::kLateTint},
      {palette::kPaper, palette::kAccent},    {palette::kMuted, palette::kPaper}};
  for (const auto& [text, ground] : chips) EXPECT_GE(contrast(text, ground), 4.5) << cssColor(text);
}

TEST(Chart, ParetoSortsAndGathersTheRest) {
  ParetoChart chart{
      "柏拉图", {{"small", 1}, {"large", 30}, {"middle", 9}, {"tiny", 1}}, 3, "Other", "Cases", "Cumulative",
      ""};
  const auto text = textOf(paretoChartDrawing("d", chart));
  EXPECT_TRUE(tests::contains(text, "柏拉图"));
  EXPECT_LT(text.find("large"), text.find("middle"));
  EXPECT_LT(text.find("middle"), text.find("Other"));
  EXPECT_FALSE(tests::contains(text, "tiny"));
}

TEST(Chart, EmptyChartsSaySo) {
  ColumnChart columns;
  columns.emptyText = "nothing yet";
  EXPECT_TRUE(tests::contains(textOf(columnChartDrawing("d", columns)), "nothing yet"));
  ParetoChart pareto;
  pareto.emptyText = "nothing yet";
  EXPECT_TRUE(tests::contains(textOf(paretoChartDrawing("d", pareto)), "nothing yet"));
  EXPECT_TRUE(tests::contains(textOf(barChartDrawing("d", {"", {}, "nothing yet"})), "nothing yet"));
}

TEST(Chart, HostileNumbersDoNotBreakDrawing) {
  const double nan = std::nan("");
  const double huge = std::numeric_limits<double>::max();
  ColumnChart chart{"t", {"a", "b"}, {{"s", {nan, -5}}, {"u", {1e300}}}, true, 0, ""};
  EXPECT_NO_THROW(toSvg(columnChartDrawing("d", chart)));
  EXPECT_NO_THROW(toSvg(paretoChartDrawing("d", {"t", {{"a", nan}, {"b", huge}}, 5, "", "", "", ""})));
  EXPECT_NO_THROW(toSvg(barChartDrawing("d", {"t", {{"a", nan, "", false}, {"b", huge, "", false}}, ""})));
  EXPECT_NO_THROW(toPng(columnChartDrawing("d", chart, 3, 3), 1));
}

TEST(Chart, WhyTreeShowsTagsEvidenceAndVerification) {
  WhyTree tree;
  tree.problem = "无输出";
  tree.noEvidenceText = "no evidence";
  tree.branches = {
      {"open joint", "", "x-ray", "", {{"solder void", "TUA", "cross-section", "verified 21 Nov", {}}}},
      {"not found", "", "log", "", {{"AOI window", "TUN", "", "", {}}}}};
  const auto text = textOf(whyTreeDrawing("d", tree));
  for (const char* part :
       {"无输出", "open joint", "TUA", "TUN", "cross-section", "verified 21 Nov", "no evidence"}) {
    EXPECT_TRUE(tests::contains(text, part)) << part;
  }
  EXPECT_EQ(tests::occurrences(text, "no evidence"), 1U);
}

TEST(Chart, WhyTreeMeasuresARootCauseInItsBoldType) {
  const auto height = [](int letters, bool leaf) {
    WhyTree tree;
    WhyNode node;
    node.text = std::string(static_cast<std::size_t>(letters), 'o');
    if (!leaf) node.children.emplace_back();
    tree.branches.push_back(node);
    return whyTreeHeight(tree, 300);
  };
  const double below = height(1, false) - height(1, true);
  int taller = 0;
  for (int letters = 40; letters < 80; ++letters)
    if (height(letters, true) + below > height(letters, false) + 1) ++taller;
  EXPECT_GT(taller, 0) << "bold letters are wider, so some text takes a line more";
}

TEST(Chart, AWideWhyTreeIsReadInParts) {
  WhyTree wide;
  wide.problem = "p";
  EXPECT_TRUE(legibleParts(wide).empty());
  for (int i = 0; i < 20; ++i) wide.branches.push_back({"branch " + std::to_string(i), "", "", "", {}});
  wide.branches[3].children = wide.branches;  // more than fits: stays whole
  const auto parts = legibleParts(wide);
  ASSERT_GT(parts.size(), 3U);
  std::size_t branches = 0;
  for (const auto& part : parts) {
    EXPECT_EQ(part.problem, "p");
    branches += part.branches.size();
    if (part.branches.size() > 1) EXPECT_LT(whyTreeDrawing("d", part).width, 495 / 0.7);
  }
  EXPECT_EQ(branches, 20U);
}

TEST(Chart, WhyTreeGrowsInsteadOfSqueezing) {
  WhyTree wide;
  wide.problem = "p";
  for (int i = 0; i < 20; ++i) wide.branches.push_back({"branch " + std::to_string(i), "", "", "", {}});
  EXPECT_GT(whyTreeDrawing("d", wide).width, 1500);
  WhyTree tall;
  tall.problem = "p";
  EXPECT_LT(whyTreeHeight(tall, 495), 60);
  tall.branches = {{std::string(2000, 'x'), "", "", "", {}}};
  EXPECT_GT(whyTreeHeight(tall, 495), 60);
  EXPECT_TRUE(tests::contains(textOf(whyTreeDrawing("d", wide)), "branch 19"));
}

TEST(Chart, AFishboneShowsEveryCauseOnItsBone) {
  Fishbone fishbone;
  fishbone.problem = "无输出";
  fishbone.bones = {{"Man", {}},
                    {"Machine", {{"heater open", BoneMark::primary}, {"belt speed", BoneMark::excluded}}},
                    {"Material", {}},
                    {"Method", {{"no interval", BoneMark::open}}},
                    {"Environment", {}},
                    {"Measurement", {{"AOI blind", BoneMark::secondary}}}};
  fishbone.legend = {{BoneMark::primary, "main cause"}};
  const auto text = textOf(fishboneDrawing("d", fishbone));
  for (const char* part :
       {"无输出", "Man", "Measurement", "heater open", "belt speed", "AOI blind", "main cause"})
    EXPECT_TRUE(tests::contains(text, part)) << part;
  const double before = fishboneHeight(fishbone, 495);
  for (int i = 0; i < 12; ++i)
    fishbone.bones[1].causes.push_back({"cause " + std::to_string(i), BoneMark::open});
  EXPECT_GT(fishboneHeight(fishbone, 495), before + 100) << "it grows instead of writing over itself";
  EXPECT_TRUE(tests::contains(textOf(fishboneDrawing("d", fishbone)), "cause 11"));
}

TEST(Chart, WhyBranchesEndInTheCauseAndInRootCauses) {
  model::Cause cause;
  cause.id = model::CauseId(1);
  cause.text = "heater open";
  std::vector<model::WhyStep> steps(4);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    steps[i].id = model::WhyStepId(static_cast<long long>(i) + 1);
    steps[i].causeId = cause.id;
    steps[i].position = static_cast<int>(i) + 1;
    steps[i].answer = "why " + std::to_string(i + 1);
  }
  steps[2].parentId = model::WhyStepId(1);
  steps[2].rootCause = true;
  steps[3].answer = cause.text;  // the last why repeats the cause
  const WhyNode node = whyBranch(cause, steps, {cause.text, "photo", "yes"}, "root");
  EXPECT_EQ(node.text, "why 1");
  ASSERT_EQ(node.children.size(), 2U);
  EXPECT_EQ(node.children[0].text, "why 2");
  ASSERT_EQ(node.children[0].children.size(), 1U);
  EXPECT_EQ(node.children[0].children[0].tag, "TUA") << "the cause stands once, at the end of the chain";
  EXPECT_TRUE(node.children[0].children[0].children.empty());
  EXPECT_EQ(node.children[1].tag, "root");
}

TEST(Chart, SvgAndPngAreFiles) {
  const auto drawing = barChartDrawing("d", {"t", {{"a", 1, "", false}}, ""});
  EXPECT_TRUE(tests::contains(toSvg(drawing), "<svg"));
  EXPECT_TRUE(toPng(drawing, 2).starts_with("\x89PNG"));
  EXPECT_THROW(toPng(drawing, 1000), model::Invalid);
  EXPECT_THROW(toPng(drawing, 0), model::Invalid);
}

}  // namespace
}  // namespace octad::reports
