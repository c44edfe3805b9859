#pragma once

#include <string>
#include <vector>

#include "reports/charts/palette.hpp"
#include "reports/charts/scale.hpp"

namespace octad::reports {

/// Where the bars of a chart stand.
struct PlotArea {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  double width() const { return right - left; }
  double height() const { return bottom - top; }
};

struct LegendEntry {
  std::string name;
  Color color;
  bool line = false;  ///< a line with a dot, not a square
};

/// The n-th colour of a series; starts again after the last.
Color seriesColor(std::size_t index);

/// Draws title and legend at the top; returns the y below them.
double drawTitleAndLegend(cairo_t* cr, double width, const std::string& title,
                          const std::vector<LegendEntry>& legend);

/// Draws the horizontal lines of `scale` with their numbers left of the plot.
void drawValueAxis(cairo_t* cr, const PlotArea& plot, const Scale& scale, int decimals);

/// The room the numbers of `scale` need.
double valueAxisWidth(cairo_t* cr, const Scale& scale, int decimals);

/// Draws `labels` below the plot, centred under equal slots; when they do not fit, every second, third …
void drawCategories(cairo_t* cr, const PlotArea& plot, const std::vector<std::string>& labels, int maxLines);

/// Draws `text` in the middle of an empty chart.
void drawEmpty(cairo_t* cr, double width, double height, const std::string& text);

}  // namespace octad::reports
