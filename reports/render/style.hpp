#pragma once

#include "reports/charts/palette.hpp"
#include "reports/document/document.hpp"

namespace octad::reports {

/// How a paragraph is set; all measures in points.
struct TextStyle {
  double size = 9.5;
  double leading = 14.2;  ///< from line to line
  bool bold = false;
  Color color = palette::kInk;
  double before = 0;  ///< room above the first line, dropped at the top of a page
  double after = 5;
};

/// The size of text in what surrounds it.
enum class TextScale { normal, table, dense };

/// The page: A4, either way round.
struct PageGeometry {
  double width = 595.28;
  double height = 841.89;
  double left = 50;
  double right = 50;
  double top = 66;
  double bottom = 62;
  double contentWidth() const { return width - left - right; }
  double contentHeight() const { return height - top - bottom; }
};

PageGeometry pageGeometry(bool landscape);

/// The one place where type sizes are decided.
TextStyle textStyle(ParagraphStyle style, TextScale scale);

/// Text and tint of a chip.
struct ChipLook {
  Color text;
  Color tint;
};
ChipLook chipLook(Chip chip);

/// Background and bar of a toned box or cell.
ChipLook toneLook(Tone tone);

}  // namespace octad::reports
