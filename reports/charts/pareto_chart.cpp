#include "reports/charts/pareto_chart.hpp"

#include <algorithm>
#include <cairo/cairo.h>
#include <numbers>
#include <utility>

#include "reports/charts/frame.hpp"
#include "reports/charts/text.hpp"

namespace octad::reports {
namespace {

/// Largest first, the tail gathered into one bar.
std::vector<ParetoChart::Bar> ordered(const ParetoChart& chart) {
  std::vector<ParetoChart::Bar> bars;
  for (const auto& bar : chart.bars) {
    if (bar.value > 0) bars.push_back(bar);
  }
  std::stable_sort(bars.begin(), bars.end(), [](const auto& a, const auto& b) { return a.value > b.value; });
  const std::size_t most = std::max<std::size_t>(2, chart.maxBars);
  if (bars.size() <= most) return bars;
  ParetoChart::Bar rest{chart.restLabel, 0};
  for (std::size_t i = most - 1; i < bars.size(); ++i) rest.value += bars[i].value;
  bars.resize(most - 1);
  bars.push_back(std::move(rest));
  return bars;
}

void drawShareAxis(cairo_t* cr, const PlotArea& plot, double total, double top) {
  const LabelStyle style{7.5, palette::kMuted, false, 0, 1};
  const double full = plot.height() * total / top;
  for (int percent = 0; percent <= 100; percent += 20) {
    drawLabel(cr, plot.right + 6, plot.bottom - full * percent / 100, std::to_string(percent) + " %", style);
  }
  setSource(cr, palette::kRule);
  cairo_set_line_width(cr, 0.6);
  const double dashes[] = {3, 3};
  cairo_set_dash(cr, dashes, 2, 0);
  cairo_move_to(cr, plot.left, plot.bottom - full * 0.8);
  cairo_line_to(cr, plot.right, plot.bottom - full * 0.8);
  cairo_stroke(cr);
  cairo_set_dash(cr, nullptr, 0, 0);
}

void drawCumulative(cairo_t* cr, const PlotArea& plot, const std::vector<ParetoChart::Bar>& bars,
                    double top) {
  const double slot = plot.width() / static_cast<double>(bars.size());
  std::vector<std::pair<double, double>> points;
  double sum = 0;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    sum += bars[i].value;
    points.emplace_back(plot.left + slot * (static_cast<double>(i) + 0.5),
                        plot.bottom - plot.height() * sum / top);
  }
  setSource(cr, palette::kLine);
  cairo_set_line_width(cr, 1.6);
  cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
  for (const auto& [x, y] : points) cairo_line_to(cr, x, y);
  cairo_stroke(cr);
  for (const auto& [x, y] : points) {
    cairo_arc(cr, x, y, 2.6, 0, 2 * std::numbers::pi);
    setSource(cr, palette::kPaper);
    cairo_fill_preserve(cr);
    setSource(cr, palette::kLine);
    cairo_set_line_width(cr, 1.4);
    cairo_stroke(cr);
  }
}

}  // namespace

void drawParetoChart(cairo_t* cr, double width, double height, const ParetoChart& chart) {
  const auto bars = ordered(chart);
  std::vector<LegendEntry> legend;
  if (!chart.countLabel.empty()) legend.push_back({chart.countLabel, seriesColor(0), false});
  if (!chart.cumulativeLabel.empty()) legend.push_back({chart.cumulativeLabel, palette::kLine, true});
  const double titleEnd = drawTitleAndLegend(cr, width, chart.title, legend);
  if (bars.empty()) {
    drawEmpty(cr, width, height, chart.emptyText);
    return;
  }
  double total = 0;
  for (const auto& bar : bars) total += bar.value;
  const Scale scale = niceScale(total, 5, true);
  const PlotArea plot{valueAxisWidth(cr, scale, 0), titleEnd + 6, width - 34, height - 32};
  if (plot.width() < 10 || plot.height() < 10) return;
  drawValueAxis(cr, plot, scale, 0);
  drawShareAxis(cr, plot, total, scale.top);
  const double slot = plot.width() / static_cast<double>(bars.size());
  std::vector<std::string> labels;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const double barHeight = plot.height() * bars[i].value / scale.top;
    const double x = plot.left + slot * static_cast<double>(i);
    setSource(cr, seriesColor(0));
    cairo_rectangle(cr, x + slot * 0.16, plot.bottom - barHeight, slot * 0.68, barHeight);
    cairo_fill(cr);
    labels.push_back(bars[i].label);
  }
  drawCumulative(cr, plot, bars, scale.top);
  for (std::size_t i = 0; i < bars.size(); ++i) {
    // Inside the foot of a tall bar, above a low one: the line never crosses the number of a tall bar.
    const double barHeight = plot.height() * bars[i].value / scale.top;
    const bool inside = barHeight > 16;
    drawLabel(cr, plot.left + slot * (static_cast<double>(i) + 0.5),
              plot.bottom - (inside ? 8 : barHeight + 6), formatNumber(bars[i].value, 0),
              {7.5, inside ? palette::kPaper : palette::kInk, true, 0, 1}, Anchor::middle);
  }
  drawCategories(cr, plot, labels, 2);
}

Drawing paretoChartDrawing(std::string name, ParetoChart chart, double width, double height) {
  Drawing drawing;
  drawing.name = std::move(name);
  drawing.width = width;
  drawing.height = height;
  drawing.description = chart.title;
  drawing.draw = [chart = std::move(chart)](cairo_t* cr, double w, double h) {
    drawParetoChart(cr, w, h, chart);
  };
  return drawing;
}

}  // namespace octad::reports
