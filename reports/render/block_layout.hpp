#pragma once

#include <map>
#include <memory>
#include <string>

#include "reports/document/document.hpp"
#include "reports/render/options.hpp"
#include "reports/render/picture.hpp"
#include "reports/render/slice.hpp"
#include "reports/render/style.hpp"

using PangoContext = struct _PangoContext;

namespace octad::reports {

/// Turns blocks into slices of a given width. Everything is in points.
class BlockLayout {
 public:
  /// `pageHeight` is the room for content on one page: nothing that cannot be parted is made taller.
  BlockLayout(PangoContext* context, const RenderOptions& options, double pageHeight)
      : m_context(context), m_options(options), m_pageHeight(pageHeight) {}

  Slices flow(const Blocks& blocks, double width, TextScale scale = TextScale::normal);

 private:
  /// What stands side by side on a line, with its own width.
  struct Side {
    double x = 0;
    double width = 0;
    Slices content;
    Tone tone = Tone::none;
  };
  struct RowLook {
    double padX = 0;
    double padY = 0;
    bool head = false;
    bool lineBelow = true;
    bool alignBottom = false;
  };

  Slices paragraph(const Paragraph& paragraph, double width, TextScale scale);
  Slices text(const Inlines& runs, const TextStyle& style, double width, Align align);
  Slices list(const ListBlock& list, double width, TextScale scale);
  Slices fields(const Fields& fields, double width);
  Slices columns(const Columns& columns, double width);
  Slices masthead(const Columns& columns, double width);
  Slices gallery(const Columns& columns, double width);
  Slices group(const Group& group, double width, TextScale scale);
  Slices rule(double width);

  Slices table(const Table& table, double width);
  std::vector<double> columnWidths(const Table& table, double width);
  Slice row(const Row& row, const std::vector<double>& widths, const RowLook& look, TextScale scale);
  Slices cell(const Cell& cell, double width, TextScale scale, bool head);
  double widestLine(const Blocks& blocks, TextScale scale);

  Slices figure(const Figure& figure, double width, double boxHeight);
  Slices notice(const std::string& sentence, const std::string& name, double width);
  struct Media {
    double width = 0;
    double height = 0;
    std::function<void(cairo_t*, double, double, double, double)> paint;
    std::string problem;  ///< the sentence shown instead
  };
  Media media(const Figure& figure);
  std::shared_ptr<const Picture> picture(const std::string& name, const PictureHeader& header);

  static Slice sideBySide(std::vector<Side> sides, double width, const RowLook& look);

  PangoContext* m_context;
  const RenderOptions& m_options;
  double m_pageHeight;
  std::map<std::string, std::shared_ptr<const Picture>> m_pictures;
};

}  // namespace octad::reports
