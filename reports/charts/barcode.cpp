#include "reports/charts/barcode.hpp"

#include <algorithm>
#include <cairo.h>
#include <memory>
#include <vector>
#include <zint.h>

#include "model/core/error.hpp"

namespace octad::reports {

namespace {

struct Bar {
  double x, y, width, height;
};

/// The black rectangles of a code in its own units.
struct Bars {
  std::vector<Bar> bars;
  double width = 0;
  double height = 0;
};

Bars encode(const std::string& text, BarcodeKind kind) {
  const std::unique_ptr<zint_symbol, decltype(&ZBarcode_Delete)> symbol(ZBarcode_Create(), &ZBarcode_Delete);
  symbol->symbology = kind == BarcodeKind::qr ? BARCODE_QRCODE : BARCODE_CODE128;
  symbol->show_hrt = 0;
  symbol->input_mode = UNICODE_MODE;
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  if (ZBarcode_Encode(symbol.get(), bytes, static_cast<int>(text.size())) >= ZINT_ERROR ||
      ZBarcode_Buffer_Vector(symbol.get(), 0) >= ZINT_ERROR || symbol->vector == nullptr)
    throw model::Invalid("code", {model::tr("\"{0}\" cannot be printed as a code."), {text}});
  Bars bars;
  bars.width = static_cast<double>(symbol->vector->width);
  bars.height = static_cast<double>(symbol->vector->height);
  for (const auto* bar = symbol->vector->rectangles; bar != nullptr; bar = bar->next)
    bars.bars.push_back({bar->x, bar->y, bar->width, bar->height});
  return bars;
}

}  // namespace

Drawing barcodeDrawing(std::string name, const std::string& text, BarcodeKind kind, double width,
                       double height) {
  Drawing drawing;
  drawing.name = std::move(name);
  drawing.width = width;
  drawing.height = height;
  drawing.description = text;
  drawing.draw = [bars = encode(text, kind), kind](cairo_t* cairo, double wide, double high) {
    cairo_save(cairo);
    double across = wide / bars.width;
    double down = high / bars.height;
    if (kind == BarcodeKind::qr) across = down = std::min(across, down);
    cairo_scale(cairo, across, down);
    cairo_set_source_rgb(cairo, 0, 0, 0);
    for (const auto& bar : bars.bars) cairo_rectangle(cairo, bar.x, bar.y, bar.width, bar.height);
    cairo_fill(cairo);
    cairo_restore(cairo);
  };
  return drawing;
}

}  // namespace octad::reports
