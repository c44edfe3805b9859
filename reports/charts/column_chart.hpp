#pragma once

#include <string>
#include <vector>

#include "reports/charts/drawing.hpp"

namespace octad::reports {

/// Columns by month or another category, one colour a series.
struct ColumnChart {
  struct Series {
    std::string name;
    std::vector<double> values;  ///< one a category; missing ones count as 0
  };
  std::string title;
  std::vector<std::string> categories;
  std::vector<Series> series;
  bool stacked = false;   ///< else side by side
  int decimals = 0;       ///< of the value axis
  std::string emptyText;  ///< shown when there is nothing to draw
};

/// Draws the chart into 0, 0, width, height; the background stays as it is.
void drawColumnChart(cairo_t* cr, double width, double height, const ColumnChart& chart);

/// The chart as a drawing for documents.
Drawing columnChartDrawing(std::string name, ColumnChart chart, double width = 495, double height = 230);

}  // namespace octad::reports
