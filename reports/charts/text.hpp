#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "reports/charts/palette.hpp"

using PangoLayout = struct _PangoLayout;

namespace octad::reports {

/// The fonts of everything we draw; Noto Sans CJK holds Latin, Greek, Cyrillic and Chinese in one design.
inline constexpr const char* kSansFont = "Noto Sans CJK SC, DejaVu Sans, Sans";
inline constexpr const char* kMonoFont = "Noto Sans Mono CJK SC, DejaVu Sans Mono, Monospace";

struct LayoutDeleter {
  void operator()(PangoLayout* layout) const;
};
using LayoutPtr = std::unique_ptr<PangoLayout, LayoutDeleter>;

enum class Anchor { start, middle, end };

/// How a label of a chart looks.
struct LabelStyle {
  double size = 8.5;  ///< points
  Color color = palette::kInk;
  bool bold = false;
  double maxWidth = 0;  ///< 0 = as wide as the text
  int maxLines = 1;     ///< beyond it the text ends in "…"
};

struct Extent {
  double width = 0;
  double height = 0;
};

/// The size `text` takes in `style`.
Extent measureLabel(cairo_t* cr, std::string_view text, const LabelStyle& style);

/// Draws `text` with its vertical middle at `y` and its start, middle or end at `x`. Returns its size.
Extent drawLabel(cairo_t* cr, double x, double y, std::string_view text, const LabelStyle& style,
                 Anchor anchor = Anchor::start);

/// Draws `text` with its top at `y`.
Extent drawLabelBelow(cairo_t* cr, double x, double y, std::string_view text, const LabelStyle& style,
                      Anchor anchor = Anchor::start);

/// Adds the path of a rectangle with round corners.
void roundedRectangle(cairo_t* cr, double x, double y, double width, double height, double radius);

}  // namespace octad::reports
