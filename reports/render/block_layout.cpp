#include "reports/render/block_layout.hpp"

#include <algorithm>
#include <cairo/cairo.h>
#include <memory>
#include <numeric>

#include "reports/charts/text.hpp"
#include "reports/render/text_block.hpp"

namespace octad::reports {
namespace {

constexpr double kListIndent = 15;
constexpr double kBoxPadX = 11;
constexpr double kBoxPadY = 7;
constexpr double kBoxBar = 3;

bool isHeading(ParagraphStyle style) {
  return style == ParagraphStyle::heading1 || style == ParagraphStyle::heading2 ||
         style == ParagraphStyle::heading3 || style == ParagraphStyle::heading4;
}

int outlineLevel(ParagraphStyle style) {
  switch (style) {
    case ParagraphStyle::heading1:
    case ParagraphStyle::heading2:
      return 1;
    case ParagraphStyle::heading3:
      return 2;
    default:
      return 0;
  }
}

/// Never one line of a paragraph alone at the end or the top of a page.
void holdEnds(Slices& lines) {
  if (lines.size() < 2) return;
  lines.front().keepWithNext = true;
  lines[lines.size() - 2].keepWithNext = true;
}

/// What block follows `before` and wants as room.
double roomAfter(const Block& block, TextScale scale) {
  if (const auto* paragraph = std::get_if<Paragraph>(&block.data))
    return textStyle(paragraph->style, scale).after;
  if (std::holds_alternative<ListBlock>(block.data)) return textStyle(ParagraphStyle::body, scale).after;
  return scale == TextScale::normal ? 10 : 4;
}

std::string bookmark(const Inlines& runs) {
  std::string text;
  for (const auto& run : runs) {
    if (!text.empty() && run.chip != Chip::none) text += ' ';
    text += run.text;
    if (run.chip != Chip::none) text += ' ';
  }
  return text;
}

/// Tints the background of a boxed slice; its room above becomes part of it so that the tint has no gaps.
Slice boxed(Slice slice, bool first, double width, Tone tone) {
  const double above = first ? 0 : slice.spaceBefore;
  const auto inner = slice.draw;
  const ChipLook look = toneLook(tone == Tone::none ? Tone::info : tone);
  slice.height += above;
  slice.repeated = nullptr;  // a repeated head would stand outside the box
  if (!first) slice.spaceBefore = 0;
  if (slice.split) {
    slice.split = [split = slice.split, width, tone, above](double room) {
      auto [upper, lower] = split(room - above);
      upper.spaceBefore = above;
      return std::pair(boxed(std::move(upper), false, width, tone),
                       boxed(std::move(lower), true, width, tone));
    };
  }
  const double height = slice.height;
  slice.draw = [inner, look, width, above, height](cairo_t* cr, double x, double y) {
    setSource(cr, look.tint);
    cairo_rectangle(cr, x, y - 0.3, width, height + 0.6);
    cairo_fill(cr);
    setSource(cr, look.text);
    cairo_rectangle(cr, x, y - 0.3, kBoxBar, height + 0.6);
    cairo_fill(cr);
    if (inner) inner(cr, x + kBoxBar + kBoxPadX, y + above);
  };
  return slice;
}

}  // namespace

Slices BlockLayout::flow(const Blocks& blocks, double width, TextScale scale) {
  Slices slices;
  double after = 0;
  bool breakPage = false;
  for (const auto& block : blocks) {
    if (std::holds_alternative<PageBreak>(block.data)) {
      breakPage = true;
      continue;
    }
    struct Visitor {
      BlockLayout& self;
      double width;
      TextScale scale;
      Slices operator()(const Paragraph& b) const { return self.paragraph(b, width, scale); }
      Slices operator()(const ListBlock& b) const { return self.list(b, width, scale); }
      Slices operator()(const Table& b) const { return self.table(b, width); }
      Slices operator()(const Fields& b) const { return self.fields(b, width); }
      Slices operator()(const Figure& b) const { return self.figure(b, width, 0); }
      Slices operator()(const Columns& b) const { return self.columns(b, width); }
      Slices operator()(const Group& b) const { return self.group(b, width, scale); }
      Slices operator()(const RuleLine&) const { return self.rule(width); }
      Slices operator()(const PageBreak&) const { return {}; }
    };
    Slices more = std::visit(Visitor{*this, width, scale}, block.data);
    if (more.empty()) continue;
    more.front().startsPage = breakPage;
    breakPage = false;
    append(slices, std::move(more), after);
    after = roomAfter(block, scale);
  }
  return slices;
}

Slices BlockLayout::text(const Inlines& runs, const TextStyle& style, double width, Align align) {
  Slices lines;
  if (runs.empty()) return lines;
  const auto block = std::make_shared<TextBlock>(m_context, runs, style, width, align);
  for (std::size_t i = 0; i < block->lineCount(); ++i) {
    Slice line;
    line.height = block->lineHeight(i);
    line.draw = [block, i](cairo_t* cr, double x, double y) { block->drawLine(cr, i, x, y); };
    lines.push_back(std::move(line));
  }
  holdEnds(lines);
  return lines;
}

Slices BlockLayout::paragraph(const Paragraph& paragraph, double width, TextScale scale) {
  const TextStyle style = textStyle(paragraph.style, scale);
  Slices lines = text(paragraph.runs, style, width, paragraph.align);
  if (lines.empty()) return lines;
  lines.front().spaceBefore = style.before;
  if (!isHeading(paragraph.style)) return lines;
  for (auto& line : lines) line.keepWithNext = true;
  lines.front().outlineLevel = outlineLevel(paragraph.style);
  lines.front().outlineText = bookmark(paragraph.runs);
  if (paragraph.style == ParagraphStyle::heading2) {
    Slice& last = lines.back();
    const double height = last.height + 3.5;
    last.height = height;
    last.draw = [inner = last.draw, width, height](cairo_t* cr, double x, double y) {
      inner(cr, x, y);
      setSource(cr, palette::kRule);
      cairo_set_line_width(cr, 0.6);
      cairo_move_to(cr, x, y + height - 0.3);
      cairo_line_to(cr, x + width, y + height - 0.3);
      cairo_stroke(cr);
    };
  }
  return lines;
}

Slices BlockLayout::list(const ListBlock& list, double width, TextScale scale) {
  Slices slices;
  const TextStyle style = textStyle(ParagraphStyle::body, scale);
  int number = 0;
  for (const auto& item : list.items) {
    ++number;
    Slices content = flow(item, width - kListIndent, scale);
    if (content.empty()) continue;
    indent(content, kListIndent);
    Run marker;
    marker.text = list.ordered ? std::to_string(number) + "." : "•";
    marker.muted = true;
    const auto sign = std::make_shared<TextBlock>(m_context, Inlines{marker}, style, 0, Align::start);
    Slice& first = content.front();
    first.draw = [inner = first.draw, sign](cairo_t* cr, double x, double y) {
      sign->draw(cr, x + 2, y);
      if (inner) inner(cr, x, y);
    };
    append(slices, std::move(content), style.after * 0.4);
  }
  return slices;
}

Slices BlockLayout::group(const Group& group, double width, TextScale scale) {
  const double inner = group.boxed ? width - kBoxBar - 2 * kBoxPadX : width;
  Slices slices = flow(group.content, inner, scale);
  if (slices.empty()) return slices;
  if (group.boxed) {
    Slice pad;
    pad.height = kBoxPadY;
    pad.keepWithNext = true;
    slices.insert(slices.begin(), pad);
    slices.back().keepWithNext = true;
    pad.keepWithNext = false;
    slices.push_back(pad);
    for (std::size_t i = 0; i < slices.size(); ++i)
      slices[i] = boxed(std::move(slices[i]), i == 0, width, group.tone);
  }
  if (group.keep && totalHeight(slices) <= m_pageHeight) {
    for (std::size_t i = 0; i + 1 < slices.size(); ++i) slices[i].keepWithNext = true;
  }
  return slices;
}

Slices BlockLayout::rule(double width) {
  Slice line;
  line.height = 1;
  line.spaceBefore = 8;
  line.draw = [width](cairo_t* cr, double x, double y) {
    setSource(cr, palette::kHairline);
    cairo_set_line_width(cr, 0.7);
    cairo_move_to(cr, x, y + 0.5);
    cairo_line_to(cr, x + width, y + 0.5);
    cairo_stroke(cr);
  };
  return {line};
}

}  // namespace octad::reports
