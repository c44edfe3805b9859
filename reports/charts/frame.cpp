#include "reports/charts/frame.hpp"

#include <algorithm>
#include <cairo/cairo.h>
#include <cmath>

#include "reports/charts/text.hpp"

namespace octad::reports {
namespace {

constexpr double kLegendGap = 14;
constexpr double kSwatch = 8;
const LabelStyle kAxisLabel{7.5, palette::kMuted, false, 0, 1};

double drawSwatch(cairo_t* cr, double x, double y, const LegendEntry& entry) {
  setSource(cr, entry.color);
  if (entry.line) {
    cairo_set_line_width(cr, 1.6);
    cairo_move_to(cr, x, y);
    cairo_line_to(cr, x + 14, y);
    cairo_stroke(cr);
    cairo_arc(cr, x + 7, y, 2.4, 0, 2 * 3.14159265);
    cairo_fill(cr);
    return 14;
  }
  roundedRectangle(cr, x, y - kSwatch / 2, kSwatch, kSwatch, 1.5);
  cairo_fill(cr);
  return kSwatch;
}

}  // namespace

Color seriesColor(std::size_t index) {
  return palette::kSeries[index % palette::kSeriesCount];
}

double drawTitleAndLegend(cairo_t* cr, double width, const std::string& title,
                          const std::vector<LegendEntry>& legend) {
  double y = 4;
  if (!title.empty()) {
    const LabelStyle style{10.5, palette::kInk, true, width, 2};
    y += drawLabelBelow(cr, 0, y, title, style).height + 4;
  }
  if (legend.empty()) return y + 4;
  double x = 0;
  y += 7;
  for (const auto& entry : legend) {
    const LabelStyle style{8, palette::kInk, false, width * 0.6, 1};
    const double textWidth = measureLabel(cr, entry.name, style).width;
    if (x > 0 && x + kSwatch + 4 + textWidth > width) {
      x = 0;
      y += 14;
    }
    x += drawSwatch(cr, x, y, entry) + 4;
    drawLabel(cr, x, y, entry.name, style);
    x += textWidth + kLegendGap;
  }
  return y + 16;
}

double valueAxisWidth(cairo_t* cr, const Scale& scale, int decimals) {
  return measureLabel(cr, formatNumber(scale.top, decimals), kAxisLabel).width + 8;
}

void drawValueAxis(cairo_t* cr, const PlotArea& plot, const Scale& scale, int decimals) {
  const int marks = static_cast<int>(std::lround(scale.top / scale.step));
  for (int i = 0; i <= marks; ++i) {
    const double y = plot.bottom - plot.height() * i / marks;
    setSource(cr, i == 0 ? palette::kRule : palette::kHairline);
    cairo_set_line_width(cr, i == 0 ? 0.8 : 0.5);
    cairo_move_to(cr, plot.left, y);
    cairo_line_to(cr, plot.right, y);
    cairo_stroke(cr);
    drawLabel(cr, plot.left - 6, y, formatNumber(scale.step * i, decimals), kAxisLabel, Anchor::end);
  }
}

void drawCategories(cairo_t* cr, const PlotArea& plot, const std::vector<std::string>& labels, int maxLines) {
  if (labels.empty()) return;
  const double slot = plot.width() / static_cast<double>(labels.size());
  LabelStyle style = kAxisLabel;
  style.color = palette::kInk;
  std::size_t every = 1;
  if (maxLines > 1) {
    style.maxWidth = std::max(slot - 4, 12.0);
    style.maxLines = maxLines;
  } else {
    double widest = 0;
    for (const auto& label : labels) widest = std::max(widest, measureLabel(cr, label, style).width + 4);
    every = std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil(widest / slot)));
  }
  for (std::size_t i = 0; i < labels.size(); i += every) {
    drawLabelBelow(cr, plot.left + slot * (static_cast<double>(i) + 0.5), plot.bottom + 4, labels[i], style,
                   Anchor::middle);
  }
}

void drawEmpty(cairo_t* cr, double width, double height, const std::string& text) {
  drawLabel(cr, width / 2, height / 2, text, {9, palette::kMuted, false, width - 20, 3}, Anchor::middle);
}

}  // namespace octad::reports
