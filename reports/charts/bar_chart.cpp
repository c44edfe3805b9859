#include "reports/charts/bar_chart.hpp"

#include <algorithm>
#include <cairo/cairo.h>
#include <utility>

#include "reports/charts/frame.hpp"
#include "reports/charts/text.hpp"

namespace octad::reports {
namespace {

constexpr double kRowHeight = 19;
constexpr double kTitleHeight = 30;

std::string valueText(const BarChart::Bar& bar) {
  return bar.valueText.empty() ? formatNumber(bar.value, 0) : bar.valueText;
}

}  // namespace

void drawBarChart(cairo_t* cr, double width, double height, const BarChart& chart) {
  const double top = drawTitleAndLegend(cr, width, chart.title, {});
  if (chart.bars.empty()) {
    drawEmpty(cr, width, height, chart.emptyText);
    return;
  }
  const LabelStyle labelStyle{8.5, palette::kInk, false, width * 0.34, 1};
  const LabelStyle valueStyle{8.5, palette::kInk, true, 0, 1};
  double labels = 0;
  double values = 0;
  double largest = 0;
  for (const auto& bar : chart.bars) {
    labels = std::max(labels, measureLabel(cr, bar.label, labelStyle).width);
    values = std::max(values, measureLabel(cr, valueText(bar), valueStyle).width);
    largest = std::max(largest, bar.value);
  }
  const double left = labels + 10;
  const double room = width - left - values - 10;
  const double row = std::min(kRowHeight * 1.3, (height - top - 4) / static_cast<double>(chart.bars.size()));
  if (room < 10 || row < 2) return;
  double y = top + row / 2;
  for (const auto& bar : chart.bars) {
    const double length = largest > 0 ? room * std::max(0.0, bar.value) / largest : 0;
    drawLabel(cr, left - 10, y, bar.label, labelStyle, Anchor::end);
    setSource(cr, palette::kShade);
    cairo_rectangle(cr, left, y - row * 0.31, room, row * 0.62);
    cairo_fill(cr);
    setSource(cr, seriesColor(bar.highlighted ? 1 : 0));
    cairo_rectangle(cr, left, y - row * 0.31, length, row * 0.62);
    cairo_fill(cr);
    drawLabel(cr, width, y, valueText(bar), valueStyle, Anchor::end);
    y += row;
  }
}

double barChartHeight(const BarChart& chart) {
  return kTitleHeight + kRowHeight * std::max(2.0, static_cast<double>(chart.bars.size()));
}

Drawing barChartDrawing(std::string name, BarChart chart, double width) {
  Drawing drawing;
  drawing.name = std::move(name);
  drawing.width = width;
  drawing.height = barChartHeight(chart);
  drawing.description = chart.title;
  drawing.draw = [chart = std::move(chart)](cairo_t* cr, double w, double h) {
    drawBarChart(cr, w, h, chart);
  };
  return drawing;
}

}  // namespace octad::reports
