// Blocks side by side: field pairs, columns, the head of the first page, photos in rows.
#include <algorithm>
#include <cairo/cairo.h>
#include <memory>

#include "reports/charts/text.hpp"
#include "reports/render/block_layout.hpp"
#include "reports/render/text_block.hpp"

namespace octad::reports {
namespace {

constexpr double kColumnGap = 16;
constexpr double kGalleryGap = 12;
constexpr double kAsideShare = 0.34;
constexpr double kGalleryRatio = 0.75;  ///< height of a photo's box to its width

void hairline(cairo_t* cr, double x, double y, double width) {
  setSource(cr, palette::kHairline);
  cairo_set_line_width(cr, 0.6);
  cairo_move_to(cr, x, y);
  cairo_line_to(cr, x + width, y);
  cairo_stroke(cr);
}

}  // namespace

Slice BlockLayout::sideBySide(std::vector<Side> sides, double width, const RowLook& look) {
  Slice slice;
  double tallest = 0;
  for (const auto& side : sides) tallest = std::max(tallest, totalHeight(side.content));
  const double height = tallest + 2 * look.padY;
  const auto shared = std::make_shared<const std::vector<Side>>(std::move(sides));
  slice.height = height;
  slice.draw = [shared, width, look, height, tallest](cairo_t* cr, double x, double y) {
    if (look.head) {
      setSource(cr, palette::kShade);
      cairo_rectangle(cr, x, y, width, height);
      cairo_fill(cr);
    }
    for (const auto& side : *shared) {
      if (side.tone != Tone::none) {
        setSource(cr, toneLook(side.tone).tint);
        cairo_rectangle(cr, x + side.x - look.padX, y, side.width + 2 * look.padX, height);
        cairo_fill(cr);
      }
      const double drop = look.alignBottom ? tallest - totalHeight(side.content) : 0;
      drawAll(cr, side.content, x + side.x, y + look.padY + drop);
    }
    if (!look.lineBelow) return;
    hairline(cr, x, y + height, width);
    if (look.head) {
      setSource(cr, palette::kRule);
      cairo_set_line_width(cr, 0.9);
      cairo_move_to(cr, x, y + height);
      cairo_line_to(cr, x + width, y + height);
      cairo_stroke(cr);
    }
  };
  slice.split = [shared, width, look](double room) {
    std::vector<Side> upper;
    std::vector<Side> lower;
    for (const auto& side : *shared) {
      auto [first, second] = splitAfter(side.content, room - 2 * look.padY);
      upper.push_back({side.x, side.width, std::move(first), side.tone});
      lower.push_back({side.x, side.width, std::move(second), side.tone});
    }
    return std::pair(sideBySide(std::move(upper), width, look), sideBySide(std::move(lower), width, look));
  };
  return slice;
}

Slices BlockLayout::fields(const Fields& fields, double width) {
  const TextStyle labelStyle{8, 15.5, false, palette::kMuted, 0, 0};
  const double half = (width - kColumnGap) / 2;
  double labels = 0;
  for (const auto& field : fields.fields) {
    if (!field.label.empty())
      labels = std::max(labels, TextBlock(m_context, field.label, labelStyle, 0, {}).widest());
  }
  labels = std::clamp(labels + 10, 50.0, half * 0.42);
  const RowLook look{0, 3, false, true, false};
  Slices rows;
  std::vector<Side> sides;
  const auto close = [&] {
    if (!sides.empty()) rows.push_back(sideBySide(std::move(sides), width, look));
    sides.clear();
  };
  for (const auto& field : fields.fields) {
    if (field.wide) close();
    const double x = sides.empty() ? 0 : half + kColumnGap;
    const double value = (field.wide ? width : half) - labels;
    sides.push_back({x, labels - 8, text(field.label, labelStyle, labels - 8, Align::start), Tone::none});
    sides.push_back({x + labels, value, flow(field.value, value), Tone::none});
    if (field.wide || x > 0) close();
  }
  close();
  if (!rows.empty()) {
    Slice& first = rows.front();
    first.spaceBefore = 4;
    first.draw = [inner = first.draw, width](cairo_t* cr, double x, double y) {
      inner(cr, x, y);
      hairline(cr, x, y, width);
    };
    for (std::size_t i = 0; i + 1 < rows.size(); ++i) rows[i].keepWithNext = rows.size() <= 10;
  }
  return rows;
}

Slices BlockLayout::columns(const Columns& columns, double width) {
  if (columns.columns.empty()) return {};
  if (columns.style == ColumnsStyle::masthead) return masthead(columns, width);
  if (columns.style == ColumnsStyle::gallery) return gallery(columns, width);
  const double count = static_cast<double>(columns.columns.size());
  const double each = (width - kColumnGap * (count - 1)) / count;
  std::vector<Side> sides;
  double x = 0;
  for (const auto& column : columns.columns) {
    sides.push_back({x, each, flow(column, each), Tone::none});
    x += each + kColumnGap;
  }
  return {sideBySide(std::move(sides), width, {0, 0, false, false, false})};
}

Slices BlockLayout::masthead(const Columns& columns, double width) {
  const bool aside = columns.columns.size() > 1;
  const double right = aside ? width * kAsideShare : 0;
  const double left = width - right - (aside ? kColumnGap : 0);
  std::vector<Side> sides;
  sides.push_back({0, left, flow(columns.columns.front(), left), Tone::none});
  if (aside) sides.push_back({width - right, right, flow(columns.columns.back(), right), Tone::none});
  std::string title;
  for (const auto& slice : sides.front().content) {
    if (title.empty()) title = slice.outlineText;
  }
  Slice line = sideBySide(std::move(sides), width, {0, 0, false, false, true});
  line.split = nullptr;
  line.outlineLevel = title.empty() ? 0 : 1;
  line.outlineText = title;
  line.height += 10;
  line.keepWithNext = true;
  line.draw = [inner = line.draw, width, height = line.height](cairo_t* cr, double x, double y) {
    inner(cr, x, y);
    setSource(cr, palette::kAccent);
    cairo_rectangle(cr, x, y + height - 2.2, width, 2.2);
    cairo_fill(cr);
  };
  return {line};
}

Slices BlockLayout::gallery(const Columns& columns, double width) {
  const double count = static_cast<double>(columns.columns.size());
  const double each = (width - kGalleryGap * (count - 1)) / count;
  std::vector<Side> sides;
  double x = 0;
  for (const auto& column : columns.columns) {
    Side side{x, each, {}, Tone::none};
    for (const auto& block : column) {
      const auto* photo = std::get_if<Figure>(&block.data);
      append(side.content, photo ? figure(*photo, each, each * kGalleryRatio) : flow({block}, each), 4);
    }
    sides.push_back(std::move(side));
    x += each + kGalleryGap;
  }
  Slice line = sideBySide(std::move(sides), width, {0, 0, false, false, false});
  line.spaceBefore = 9;
  if (line.height <= m_pageHeight) line.split = nullptr;
  return {line};
}

}  // namespace octad::reports
