#pragma once

#include <functional>
#include <string>

using cairo_t = struct _cairo;

namespace octad::reports {

/// A picture made of lines and text: the same on screen, in PDF, in HTML and in a workbook.
struct Drawing {
  std::string name;    ///< how a template asks for it: `<drawing name="…"/>`
  double width = 480;  ///< preferred size in points
  double height = 260;
  std::function<void(cairo_t*, double width, double height)>
      draw;                 ///< into the rectangle 0, 0, width, height
  std::string description;  ///< what it shows, for those who cannot see it
};

/// A self-contained SVG file. Put it into HTML as a data: image, since ids of two SVGs collide when inlined.
std::string toSvg(const Drawing& drawing);

/// A PNG of `scale` pixels a point on white; 2 is right for documents. Throws model::Invalid("size") above 50
/// megapixels.
std::string toPng(const Drawing& drawing, double scale);

}  // namespace octad::reports
