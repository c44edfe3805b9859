#include "reports/charts/drawing.hpp"

#include <cairo/cairo-svg.h>
#include <cmath>

#include "model/core/error.hpp"
#include "reports/charts/cairo_handles.hpp"
#include "reports/charts/palette.hpp"

namespace octad::reports {
namespace {

constexpr double kMaxPixels = 50e6;

void check(cairo_status_t status) {
  if (status == CAIRO_STATUS_SUCCESS) return;
  throw model::Invalid("drawing",
                       {model::tr("The drawing could not be made: {0}."), {cairo_status_to_string(status)}});
}

}  // namespace

std::string toSvg(const Drawing& drawing) {
  std::string bytes;
  const Surface surface(
      cairo_svg_surface_create_for_stream(&appendBytes, &bytes, drawing.width, drawing.height));
  {
    const Context cr(cairo_create(surface.get()));
    drawing.draw(cr.get(), drawing.width, drawing.height);
    check(cairo_status(cr.get()));
  }
  cairo_surface_finish(surface.get());
  check(cairo_surface_status(surface.get()));
  return bytes;
}

std::string toPng(const Drawing& drawing, double scale) {
  const double width = std::ceil(drawing.width * scale);
  const double height = std::ceil(drawing.height * scale);
  if (!(width >= 1 && height >= 1 && width * height <= kMaxPixels)) {
    throw model::Invalid(
        "size", model::tr("The picture would have more than 50 megapixels; choose a smaller scale."));
  }
  const Surface surface(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(width), static_cast<int>(height)));
  {
    const Context cr(cairo_create(surface.get()));
    setSource(cr.get(), palette::kPaper);
    cairo_paint(cr.get());
    cairo_scale(cr.get(), scale, scale);
    drawing.draw(cr.get(), drawing.width, drawing.height);
    check(cairo_status(cr.get()));
  }
  std::string bytes;
  check(cairo_surface_write_to_png_stream(surface.get(), &appendBytes, &bytes));
  return bytes;
}

}  // namespace octad::reports
