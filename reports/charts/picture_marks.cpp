#include "reports/charts/picture_marks.hpp"

#include <algorithm>
#include <cairo/cairo.h>
#include <cmath>

#include "reports/charts/text.hpp"

namespace octad::reports {
namespace {

using model::MarkShape;
using model::PictureMark;

constexpr double kEdge = 10000;  ///< places are in ten-thousandths
constexpr double kPen = 1.8;
constexpr double kHead = 7;  ///< of an arrow
constexpr double kLetters = 9;
constexpr double kPad = 3;

struct Place {
  double x = 0;
  double y = 0;
};

/// Red on a white rim can be seen on every picture.
template <class Path>
void strokeTwice(cairo_t* cr, double scale, Path path) {
  path();
  setSource(cr, palette::kPaper);
  cairo_set_line_width(cr, (kPen + 1.8) * scale);
  cairo_stroke(cr);
  path();
  setSource(cr, palette::kLate);
  cairo_set_line_width(cr, kPen * scale);
  cairo_stroke(cr);
}

void drawArrow(cairo_t* cr, Place from, Place to, double scale) {
  const double angle = std::atan2(to.y - from.y, to.x - from.x);
  const double wing = kHead * scale;
  strokeTwice(cr, scale, [&] {
    cairo_move_to(cr, from.x, from.y);
    cairo_line_to(cr, to.x, to.y);
    for (const double side : {-0.5, 0.5}) {
      cairo_move_to(cr, to.x, to.y);
      cairo_line_to(cr, to.x - wing * std::cos(angle + side), to.y - wing * std::sin(angle + side));
    }
  });
}

void drawCircle(cairo_t* cr, Place from, Place to, double scale) {
  strokeTwice(cr, scale, [&] {
    cairo_save(cr);
    cairo_translate(cr, (from.x + to.x) / 2, (from.y + to.y) / 2);
    cairo_scale(cr, std::max(1.0, std::abs(to.x - from.x) / 2), std::max(1.0, std::abs(to.y - from.y) / 2));
    cairo_new_sub_path(cr);
    cairo_arc(cr, 0, 0, 1, 0, 2 * M_PI);
    cairo_restore(cr);
  });
}

/// Beside the place, away from where the mark goes, and inside the picture wherever that is.
void drawWords(cairo_t* cr, Place at, Place to, const std::string& words, double width, double height,
               double scale) {
  LabelStyle style{kLetters * scale, palette::kLate, true, width * 0.6, 3};
  const Extent size = measureLabel(cr, words, style);
  const double pad = kPad * scale;
  const double wantedX = to.x > at.x ? at.x - size.width - 2 * pad : at.x + 2 * pad;
  const double x = std::clamp(wantedX, pad, std::max(pad, width - size.width - pad));
  const double y = std::clamp(at.y - size.height / 2, pad, std::max(pad, height - size.height - pad));
  roundedRectangle(cr, x - pad, y - pad / 2, size.width + 2 * pad, size.height + pad, pad);
  setSource(cr, palette::kPaper, 0.88);
  cairo_fill(cr);
  drawLabelBelow(cr, x, y, words, style);
}

}  // namespace

void drawMarks(cairo_t* cr, double width, double height, const std::vector<PictureMark>& marks,
               double scale) {
  cairo_save(cr);
  cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
  for (const auto& mark : marks) {
    const Place from{mark.x1 * width / kEdge, mark.y1 * height / kEdge};
    const Place to{mark.x2 * width / kEdge, mark.y2 * height / kEdge};
    if (mark.shape == MarkShape::arrow) drawArrow(cr, from, to, scale);
    if (mark.shape == MarkShape::circle) drawCircle(cr, from, to, scale);
    if (!mark.text.empty()) drawWords(cr, from, to, mark.text, width, height, scale);
  }
  cairo_restore(cr);
}

}  // namespace octad::reports
