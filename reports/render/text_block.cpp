#include "reports/render/text_block.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <pango/pangocairo.h>
#include <string>

namespace octad::reports {
namespace {

constexpr double kUnit = PANGO_SCALE;
constexpr double kChipScale = 0.84;
constexpr double kChipRise = 0.07;    ///< ems: small text set in the middle of the line's larger text
constexpr double kStepPadding = 0.5;  ///< right of the text in a discipline's badge, in ems
constexpr double kStepGap = 0.45;     ///< between the badge and the heading
constexpr std::string_view kObject = "\xEF\xBF\xBC";  ///< U+FFFC: a gap of given width

PangoFontDescription* fontOf(const TextStyle& style) {
  PangoFontDescription* font = pango_font_description_from_string(kSansFont);
  pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
  if (style.bold) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
  return font;
}

/// Adds an attribute over a range of bytes; the list takes it over.
void over(PangoAttrList* attributes, PangoAttribute* attribute, int start, int end) {
  attribute->start_index = static_cast<guint>(start);
  attribute->end_index = static_cast<guint>(end);
  pango_attr_list_insert(attributes, attribute);
}

PangoAttribute* foreground(const Color& color) {
  const auto channel = [](double value) { return static_cast<guint16>(std::lround(value * 65535)); };
  return pango_attr_foreground_new(channel(color.red), channel(color.green), channel(color.blue));
}

/// An empty shape `width` points wide, which takes no height.
PangoAttribute* gap(double width) {
  const PangoRectangle box{0, 0, static_cast<int>(width * kUnit), 1};
  return pango_attr_shape_new(&box, &box);
}

bool hasSign(Chip chip) {
  return chip != Chip::step && chip != Chip::none;
}

/// The sign of a chip in a box of `size`: filled dot, ring, square, tick, triangle, so that it reads without
/// colour.
void drawSign(cairo_t* cr, Chip chip, double x, double y, double size) {
  const double half = size / 2;
  cairo_set_line_width(cr, size * 0.2);
  switch (chip) {
    case Chip::major:
      cairo_arc(cr, x + half, y, half, 0, 2 * std::numbers::pi);
      cairo_fill(cr);
      break;
    case Chip::general:
      cairo_arc(cr, x + half, y, half * 0.82, 0, 2 * std::numbers::pi);
      cairo_stroke(cr);
      break;
    case Chip::ok:
      cairo_move_to(cr, x, y);
      cairo_line_to(cr, x + half * 0.8, y + half * 0.75);
      cairo_line_to(cr, x + size, y - half * 0.8);
      cairo_stroke(cr);
      break;
    case Chip::warn:
    case Chip::late:
      cairo_move_to(cr, x + half, y - half);
      cairo_line_to(cr, x + size, y + half * 0.85);
      cairo_line_to(cr, x, y + half * 0.85);
      cairo_close_path(cr);
      if (chip == Chip::late) {
        cairo_fill(cr);
      } else {
        cairo_stroke(cr);
      }
      break;
    case Chip::other:
    case Chip::step:
    case Chip::none:
      cairo_rectangle(cr, x + size * 0.15, y - half * 0.7, size * 0.7, size * 0.7);
      cairo_fill(cr);
      break;
  }
}

}  // namespace

void PangoContextDeleter::operator()(PangoContext* context) const {
  g_object_unref(context);
}

PangoContextPtr printContext(const std::string& language) {
  PangoContextPtr context(pango_font_map_create_context(pango_cairo_font_map_get_default()));
  pango_cairo_context_set_resolution(context.get(), 72);
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context.get(), options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(context.get(), FALSE);
  pango_context_set_language(context.get(), pango_language_from_string(language.c_str()));
  return context;
}

TextBlock::TextBlock(PangoContext* context, const Inlines& runs, const TextStyle& style, double width,
                     Align align)
    : m_layout(pango_layout_new(context)), m_style(style) {
  PangoLayout* layout = m_layout.get();
  PangoFontDescription* font = fontOf(style);
  pango_layout_set_font_description(layout, font);
  pango_font_description_free(font);
  if (width > 0) pango_layout_set_width(layout, static_cast<int>(width * PANGO_SCALE));
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment(layout, align == Align::start    ? PANGO_ALIGN_LEFT
                                     : align == Align::centre ? PANGO_ALIGN_CENTER
                                                              : PANGO_ALIGN_RIGHT);
  setText(runs);
  measure(context);
}

void TextBlock::setText(const Inlines& runs) {
  std::string text;
  PangoAttrList* attributes = pango_attr_list_new();
  // A number that is broken must not get a hyphen it does not have.
  pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
  for (const auto& run : runs) {
    const int start = static_cast<int>(text.size());
    if (run.chip != Chip::none) {
      text += kObject;
      text += run.text;
      text += kObject;
    } else {
      text += run.text;
    }
    const int end = static_cast<int>(text.size());
    if (run.bold || run.chip != Chip::none)
      over(attributes, pango_attr_weight_new(PANGO_WEIGHT_BOLD), start, end);
    if (run.italic) over(attributes, pango_attr_style_new(PANGO_STYLE_ITALIC), start, end);
    if (run.muted) over(attributes, foreground(palette::kMuted), start, end);
    if (run.mono) over(attributes, pango_attr_family_new(kMonoFont), start, end);
    if (run.small) over(attributes, pango_attr_scale_new(0.85), start, end);
    if (run.chip == Chip::none) continue;
    const double size = m_style.size * kChipScale;
    const int object = static_cast<int>(kObject.size());
    over(attributes, pango_attr_scale_new(kChipScale), start, end);
    over(attributes, pango_attr_rise_new(static_cast<int>(size * kChipRise * PANGO_SCALE)), start, end);
    over(attributes, pango_attr_allow_breaks_new(FALSE), start, end);
    over(attributes, foreground(chipLook(run.chip).text), start, end);
    over(attributes, gap(hasSign(run.chip) ? size * 1.55 : size * 0.5), start, start + object);
    over(attributes, gap(size * (run.chip == Chip::step ? kStepPadding + kStepGap : 0.55)), end - object,
         end);
    m_chips.push_back({start, end, run.chip});
  }
  pango_layout_set_text(m_layout.get(), text.data(), static_cast<int>(text.size()));
  pango_layout_set_attributes(m_layout.get(), attributes);
  pango_attr_list_unref(attributes);
}

void TextBlock::measure(PangoContext* context) {
  PangoFontDescription* font = fontOf(m_style);
  PangoFontMetrics* metrics = pango_context_get_metrics(context, font, nullptr);
  const double ascent = pango_font_metrics_get_ascent(metrics) / kUnit;
  const double descent = pango_font_metrics_get_descent(metrics) / kUnit;
  pango_font_metrics_unref(metrics);
  pango_font_description_free(font);
  PangoLayoutIter* iter = pango_layout_get_iter(m_layout.get());
  do {
    PangoRectangle logical;
    pango_layout_iter_get_line_extents(iter, nullptr, &logical);
    const double lineAscent = (pango_layout_iter_get_baseline(iter) - logical.y) / kUnit;
    const double lineDescent = logical.height / kUnit - lineAscent;
    // Fixed leading, opened only where another font (a rare script) is taller than ours.
    const double above = std::max(0.0, lineAscent - ascent);
    const double below = std::max(0.0, lineDescent - descent);
    Line line;
    line.left = logical.x / kUnit;
    line.width = logical.width / kUnit;
    line.height = std::max(m_style.leading, ascent + descent) + above + below;
    line.baseline = (line.height - above - below - ascent - descent) / 2 + ascent + above;
    m_lines.push_back(line);
  } while (pango_layout_iter_next_line(iter));
  pango_layout_iter_free(iter);
}

double TextBlock::height() const {
  double sum = 0;
  for (const auto& line : m_lines) sum += line.height;
  return sum;
}

double TextBlock::widest() const {
  double widest = 0;
  for (const auto& line : m_lines) widest = std::max(widest, line.width);
  return widest;
}

void TextBlock::drawChips(cairo_t* cr, std::size_t index, double x, double baseline) const {
  PangoLayoutLine* line = pango_layout_get_line_readonly(m_layout.get(), static_cast<int>(index));
  const double size = m_style.size * kChipScale;
  for (const auto& span : m_chips) {
    const int start = std::max(span.start, line->start_index);
    const int end = std::min(span.end, line->start_index + line->length);
    if (start >= end) continue;
    int from = 0;
    int to = 0;
    pango_layout_line_index_to_x(line, start, FALSE, &from);
    pango_layout_line_index_to_x(line, end, FALSE, &to);
    const double left = x + std::min(from, to) / kUnit;
    const double gapAfter = span.chip == Chip::step ? size * kStepGap : 0;
    const double width = std::abs(to - from) / kUnit - gapAfter;
    const ChipLook look = chipLook(span.chip);
    const double middle = baseline - size * (0.36 + kChipRise);
    const double height = size * 1.5;
    roundedRectangle(cr, left, middle - height / 2, width, height,
                     span.chip == Chip::step ? size * 0.3 : height / 2);
    setSource(cr, look.tint);
    cairo_fill(cr);
    if (!hasSign(span.chip) || span.start != start) continue;
    setSource(cr, look.text);
    const bool rightToLeft = to < from;
    drawSign(cr, span.chip, rightToLeft ? left + width - size * 1.2 : left + size * 0.55, middle,
             size * 0.62);
  }
}

void TextBlock::drawLine(cairo_t* cr, std::size_t index, double x, double y) const {
  const Line& line = m_lines[index];
  const double baseline = y + line.baseline;
  drawChips(cr, index, x + line.left, baseline);
  setSource(cr, m_style.color);
  cairo_move_to(cr, x + line.left, baseline);
  pango_cairo_show_layout_line(cr, pango_layout_get_line_readonly(m_layout.get(), static_cast<int>(index)));
}

void TextBlock::draw(cairo_t* cr, double x, double y) const {
  for (std::size_t i = 0; i < m_lines.size(); ++i) {
    drawLine(cr, i, x, y);
    y += m_lines[i].height;
  }
}

}  // namespace octad::reports
