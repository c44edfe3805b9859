#include "reports/charts/palette.hpp"

#include <cairo/cairo.h>
#include <cmath>
#include <cstdio>

namespace octad::reports {

std::string cssColor(const Color& color) {
  const auto channel = [](double value) { return static_cast<unsigned>(std::lround(value * 255)) & 0xFFU; };
  char text[8];
  std::snprintf(text, sizeof text, "#%02x%02x%02x", channel(color.red), channel(color.green),
                channel(color.blue));
  return text;
}

void setSource(cairo_t* cr, const Color& color) {
  cairo_set_source_rgb(cr, color.red, color.green, color.blue);
}

void setSource(cairo_t* cr, const Color& color, double alpha) {
  cairo_set_source_rgba(cr, color.red, color.green, color.blue, alpha);
}

}  // namespace octad::reports
