#include "reports/charts/text.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <pango/pangocairo.h>

#include "reports/document/text_safety.hpp"

namespace octad::reports {
namespace {

/// Exact glyph positions: a drawing is scaled, and letters rounded to pixels of another scale would stand
/// unevenly.
void printLike(PangoLayout* layout) {
  PangoContext* context = pango_layout_get_context(layout);
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context, options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(context, FALSE);
  pango_layout_context_changed(layout);
}

LayoutPtr labelLayout(cairo_t* cr, std::string_view text, const LabelStyle& style, Anchor anchor) {
  LayoutPtr layout(pango_cairo_create_layout(cr));
  printLike(layout.get());
  PangoFontDescription* font = pango_font_description_from_string(kSansFont);
  pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
  if (style.bold) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description(layout.get(), font);
  pango_font_description_free(font);
  if (style.maxWidth > 0) {
    pango_layout_set_width(layout.get(), static_cast<int>(style.maxWidth * PANGO_SCALE));
    pango_layout_set_height(layout.get(), -std::max(1, style.maxLines));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
  }
  pango_layout_set_alignment(layout.get(), anchor == Anchor::start    ? PANGO_ALIGN_LEFT
                                           : anchor == Anchor::middle ? PANGO_ALIGN_CENTER
                                                                      : PANGO_ALIGN_RIGHT);
  const std::string safe = printable(text);
  pango_layout_set_text(layout.get(), safe.data(), static_cast<int>(safe.size()));
  return layout;
}

struct Box {
  double left = 0;
  Extent extent;
};

Box boxOf(PangoLayout* layout) {
  PangoRectangle logical;
  pango_layout_get_extents(layout, nullptr, &logical);
  const double scale = PANGO_SCALE;
  return {logical.x / scale, {logical.width / scale, logical.height / scale}};
}

Extent place(cairo_t* cr, double x, double top, bool middle, std::string_view text, const LabelStyle& style,
             Anchor anchor) {
  const auto layout = labelLayout(cr, text, style, anchor);
  const Box box = boxOf(layout.get());
  const double shift = anchor == Anchor::start    ? 0
                       : anchor == Anchor::middle ? box.extent.width / 2
                                                  : box.extent.width;
  setSource(cr, style.color);
  cairo_move_to(cr, x - shift - box.left, middle ? top - box.extent.height / 2 : top);
  pango_cairo_show_layout(cr, layout.get());
  return box.extent;
}

}  // namespace

void LayoutDeleter::operator()(PangoLayout* layout) const {
  g_object_unref(layout);
}

Extent measureLabel(cairo_t* cr, std::string_view text, const LabelStyle& style) {
  return boxOf(labelLayout(cr, text, style, Anchor::start).get()).extent;
}

Extent drawLabel(cairo_t* cr, double x, double y, std::string_view text, const LabelStyle& style,
                 Anchor anchor) {
  return place(cr, x, y, true, text, style, anchor);
}

Extent drawLabelBelow(cairo_t* cr, double x, double y, std::string_view text, const LabelStyle& style,
                      Anchor anchor) {
  return place(cr, x, y, false, text, style, anchor);
}

void roundedRectangle(cairo_t* cr, double x, double y, double width, double height, double radius) {
  const double r = std::min({radius, width / 2, height / 2});
  const double quarter = std::numbers::pi / 2;
  cairo_new_sub_path(cr);
  cairo_arc(cr, x + width - r, y + r, r, -quarter, 0);
  cairo_arc(cr, x + width - r, y + height - r, r, 0, quarter);
  cairo_arc(cr, x + r, y + height - r, r, quarter, 2 * quarter);
  cairo_arc(cr, x + r, y + r, r, 2 * quarter, 3 * quarter);
  cairo_close_path(cr);
}

}  // namespace octad::reports
