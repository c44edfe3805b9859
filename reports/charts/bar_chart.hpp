#pragma once

#include <string>
#include <vector>

#include "reports/charts/drawing.hpp"

namespace octad::reports {

/// Horizontal bars with the label left and the value right of each, e.g. counts by customer.
struct BarChart {
  struct Bar {
    std::string label;
    double value = 0;
    std::string valueText;     ///< shown instead of the plain number, e.g. "87 %"
    bool highlighted = false;  ///< in the second colour
  };
  std::string title;
  std::vector<Bar> bars;  ///< drawn in this order
  std::string emptyText;
};

/// Draws the chart into 0, 0, width, height.
void drawBarChart(cairo_t* cr, double width, double height, const BarChart& chart);

/// The height in points at which the bars have a comfortable thickness.
double barChartHeight(const BarChart& chart);

/// The chart as a drawing for documents, as high as it needs.
Drawing barChartDrawing(std::string name, BarChart chart, double width = 495);

}  // namespace octad::reports
