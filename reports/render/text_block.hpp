#pragma once

#include <memory>
#include <vector>

#include "reports/charts/text.hpp"
#include "reports/document/document.hpp"
#include "reports/render/style.hpp"

using PangoContext = struct _PangoContext;

namespace octad::reports {

struct PangoContextDeleter {
  void operator()(PangoContext* context) const;
};
using PangoContextPtr = std::unique_ptr<PangoContext, PangoContextDeleter>;

/// A Pango context for print: no hinting, exact glyph positions, so that lines break alike on every page and
/// machine.
PangoContextPtr printContext(const std::string& language);

/// A paragraph broken into lines of fixed leading; every line can be drawn by itself, which is what paging
/// needs.
class TextBlock {
 public:
  /// `width` <= 0: one line as wide as the text.
  TextBlock(PangoContext* context, const Inlines& runs, const TextStyle& style, double width, Align align);

  std::size_t lineCount() const { return m_lines.size(); }
  double lineHeight(std::size_t line) const { return m_lines[line].height; }
  double height() const;
  /// Width of the widest line.
  double widest() const;
  void drawLine(cairo_t* cr, std::size_t line, double x, double y) const;
  void draw(cairo_t* cr, double x, double y) const;

 private:
  struct Line {
    double left = 0;
    double width = 0;
    double height = 0;
    double baseline = 0;
  };
  struct ChipSpan {
    int start = 0;  ///< bytes in the layout's text
    int end = 0;
    Chip chip = Chip::none;
  };

  void setText(const Inlines& runs);
  void measure(PangoContext* context);
  void drawChips(cairo_t* cr, std::size_t line, double x, double baseline) const;

  LayoutPtr m_layout;
  TextStyle m_style;
  std::vector<Line> m_lines;
  std::vector<ChipSpan> m_chips;
};

}  // namespace octad::reports
