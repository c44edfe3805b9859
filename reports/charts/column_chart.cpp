#include "reports/charts/column_chart.hpp"

#include <algorithm>
#include <cairo/cairo.h>
#include <utility>

#include "reports/charts/frame.hpp"
#include "reports/charts/text.hpp"

namespace octad::reports {
namespace {

double valueAt(const ColumnChart::Series& series, std::size_t category) {
  return category < series.values.size() ? std::max(0.0, series.values[category]) : 0.0;
}

double largestValue(const ColumnChart& chart) {
  double largest = 0;
  for (std::size_t i = 0; i < chart.categories.size(); ++i) {
    double sum = 0;
    for (const auto& series : chart.series) {
      const double value = valueAt(series, i);
      sum += value;
      if (!chart.stacked) largest = std::max(largest, value);
    }
    if (chart.stacked) largest = std::max(largest, sum);
  }
  return largest;
}

void fillBar(cairo_t* cr, double x, double y, double width, double height, const Color& color) {
  if (height <= 0) return;
  setSource(cr, color);
  cairo_rectangle(cr, x, y, width, height);
  cairo_fill(cr);
}

void drawStack(cairo_t* cr, const PlotArea& plot, const Scale& scale, const ColumnChart& chart,
               std::size_t category, double slot) {
  const double x = plot.left + slot * static_cast<double>(category) + slot * 0.2;
  double y = plot.bottom;
  double sum = 0;
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    const double value = valueAt(chart.series[s], category);
    const double height = plot.height() * value / scale.top;
    // A sliver of paper between the parts keeps them apart without colour.
    fillBar(cr, x, y - height, slot * 0.6, std::max(0.0, height - (y < plot.bottom ? 0.6 : 0.0)),
            seriesColor(s));
    y -= height;
    sum += value;
  }
  if (sum > 0 && slot >= 18) {
    drawLabel(cr, x + slot * 0.3, y - 6, formatNumber(sum, chart.decimals), {7.5, palette::kInk, true, 0, 1},
              Anchor::middle);
  }
}

void drawGroup(cairo_t* cr, const PlotArea& plot, const Scale& scale, const ColumnChart& chart,
               std::size_t category, double slot) {
  const double bar = slot * 0.72 / static_cast<double>(chart.series.size());
  double x = plot.left + slot * static_cast<double>(category) + slot * 0.14;
  for (std::size_t s = 0; s < chart.series.size(); ++s, x += bar) {
    const double value = valueAt(chart.series[s], category);
    const double height = plot.height() * value / scale.top;
    fillBar(cr, x, plot.bottom - height, std::max(0.6, bar - 0.8), height, seriesColor(s));
    if (value > 0 && bar >= 11) {
      drawLabel(cr, x + bar / 2, plot.bottom - height - 5.5, formatNumber(value, chart.decimals),
                {6.5, palette::kMuted, false, 0, 1}, Anchor::middle);
    }
  }
}

}  // namespace

void drawColumnChart(cairo_t* cr, double width, double height, const ColumnChart& chart) {
  std::vector<LegendEntry> legend;
  for (std::size_t s = 0; s < chart.series.size() && chart.series.size() > 1; ++s) {
    legend.push_back({chart.series[s].name, seriesColor(s), false});
  }
  const double top = drawTitleAndLegend(cr, width, chart.title, legend);
  if (chart.categories.empty() || chart.series.empty()) {
    drawEmpty(cr, width, height, chart.emptyText);
    return;
  }
  const Scale scale = niceScale(largestValue(chart), 5, chart.decimals == 0);
  PlotArea plot{valueAxisWidth(cr, scale, chart.decimals), top + 8, width, height - 20};
  if (plot.width() < 10 || plot.height() < 10) return;
  drawValueAxis(cr, plot, scale, chart.decimals);
  const double slot = plot.width() / static_cast<double>(chart.categories.size());
  for (std::size_t i = 0; i < chart.categories.size(); ++i) {
    if (chart.stacked) {
      drawStack(cr, plot, scale, chart, i, slot);
    } else {
      drawGroup(cr, plot, scale, chart, i, slot);
    }
  }
  drawCategories(cr, plot, chart.categories, 1);
}

Drawing columnChartDrawing(std::string name, ColumnChart chart, double width, double height) {
  Drawing drawing;
  drawing.name = std::move(name);
  drawing.width = width;
  drawing.height = height;
  drawing.description = chart.title;
  drawing.draw = [chart = std::move(chart)](cairo_t* cr, double w, double h) {
    drawColumnChart(cr, w, h, chart);
  };
  return drawing;
}

}  // namespace octad::reports
