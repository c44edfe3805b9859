#include "demo/photo.hpp"

#include <cairo/cairo.h>
#include <random>

#include "reports/charts/drawing.hpp"

namespace octad::demo {

namespace {

constexpr double kWidth = 480;
constexpr double kHeight = 320;

void drawBoard(cairo_t* cr, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> across(20, kWidth - 60);
  std::uniform_real_distribution<double> down(20, kHeight - 40);
  cairo_set_source_rgb(cr, 0.08, 0.33, 0.2);
  cairo_paint(cr);
  cairo_set_source_rgb(cr, 0.16, 0.45, 0.28);
  cairo_set_line_width(cr, 3);
  for (int i = 0; i < 40; ++i) {
    cairo_move_to(cr, across(random), down(random));
    cairo_rel_line_to(cr, 60, 0);
    cairo_rel_line_to(cr, 20, 20);
    cairo_stroke(cr);
  }
  for (int i = 0; i < 22; ++i) {
    const double x = across(random);
    const double y = down(random);
    cairo_set_source_rgb(cr, 0.13, 0.13, 0.15);
    cairo_rectangle(cr, x, y, 34, 18);
    cairo_fill(cr);
    cairo_set_source_rgb(cr, 0.78, 0.78, 0.74);
    cairo_rectangle(cr, x - 6, y + 2, 6, 14);
    cairo_rectangle(cr, x + 34, y + 2, 6, 14);
    cairo_fill(cr);
  }
  cairo_set_source_rgb(cr, 0.78, 0.78, 0.74);
  cairo_rectangle(cr, 200, 140, 70, 46);
  cairo_fill(cr);
  cairo_set_source_rgb(cr, 0.2, 0.2, 0.22);
  cairo_arc(cr, 246, 166, 9, 0, 2 * M_PI);
  cairo_fill(cr);
}

void drawSurface(cairo_t* cr, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> grain(-0.02, 0.02);
  for (int y = 0; y < static_cast<int>(kHeight); ++y) {
    const double shade = 0.7 + 0.1 * y / kHeight + grain(random);
    cairo_set_source_rgb(cr, shade, shade, shade + 0.02);
    cairo_rectangle(cr, 0, y, kWidth, 1.2);
    cairo_fill(cr);
  }
  cairo_set_source_rgb(cr, 0.35, 0.35, 0.37);
  cairo_set_line_width(cr, 2);
  cairo_move_to(cr, 190, 200);
  cairo_curve_to(cr, 220, 180, 250, 175, 290, 150);
  cairo_stroke(cr);
  cairo_set_source_rgb(cr, 0.93, 0.93, 0.93);
  cairo_set_line_width(cr, 1);
  cairo_move_to(cr, 190, 202);
  cairo_curve_to(cr, 220, 182, 250, 177, 290, 152);
  cairo_stroke(cr);
}

std::string png(void (*draw)(cairo_t*, unsigned), unsigned seed) {
  reports::Drawing drawing;
  drawing.width = kWidth;
  drawing.height = kHeight;
  drawing.draw = [draw, seed](cairo_t* cr, double, double) { draw(cr, seed); };
  return reports::toPng(drawing, 1);
}

}  // namespace

std::string boardPhoto(unsigned seed) {
  return png(drawBoard, seed);
}

std::string surfacePhoto(unsigned seed) {
  return png(drawSurface, seed);
}

}  // namespace octad::demo
