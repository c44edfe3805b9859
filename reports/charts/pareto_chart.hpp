#pragma once

#include <string>
#include <vector>

#include "reports/charts/drawing.hpp"

namespace octad::reports {

/// Counts from the largest down with the cumulative share as a line.
struct ParetoChart {
  struct Bar {
    std::string label;
    double value = 0;
  };
  std::string title;
  std::vector<Bar> bars;        ///< in any order
  std::size_t maxBars = 10;     ///< the rest is drawn as one bar, last
  std::string restLabel;        ///< its label, e.g. "Other"
  std::string countLabel;       ///< legend of the bars
  std::string cumulativeLabel;  ///< legend of the line
  std::string emptyText;
};

/// Draws the chart into 0, 0, width, height. Both axes end at the total (100 %), so the line begins on the
/// first bar.
void drawParetoChart(cairo_t* cr, double width, double height, const ParetoChart& chart);

/// The chart as a drawing for documents.
Drawing paretoChartDrawing(std::string name, ParetoChart chart, double width = 495, double height = 240);

}  // namespace octad::reports
