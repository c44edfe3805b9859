#include "reports/render/pdf.hpp"

#include <cairo/cairo-pdf.h>
#include <cairo/cairo.h>
#include <cmath>
#include <cstdio>
#include <memory>
#include <numbers>

#include "model/core/error.hpp"
#include "reports/charts/cairo_handles.hpp"
#include "reports/charts/text.hpp"
#include "reports/document/text_safety.hpp"
#include "reports/render/block_layout.hpp"
#include "reports/render/fill_in.hpp"
#include "reports/render/paginator.hpp"
#include "reports/render/pdf_finish.hpp"
#include "reports/render/text_block.hpp"

namespace octad::reports {
namespace {

void check(cairo_status_t status) {
  if (status == CAIRO_STATUS_SUCCESS) return;
  throw model::Invalid("document",
                       {model::tr("The PDF file could not be made: {0}."), {cairo_status_to_string(status)}});
}

/// What stands on every page around the content.
class PageFurniture {
 public:
  PageFurniture(PangoContext* context, const RenderOptions& options, std::string title,
                const PageGeometry& page)
      : m_context(context), m_options(options), m_title(std::move(title)), m_page(page) {}

  void draw(cairo_t* cr, std::size_t number, std::size_t count) const {
    if (!m_options.watermark.empty()) watermark(cr);
    header(cr);
    footer(cr, number, count);
  }

 private:
  void label(cairo_t* cr, double x, double y, double width, const Run& run, Align align, double size) const {
    if (run.text.empty()) return;
    const TextStyle style{size, size * 1.5, false, palette::kMuted, 0, 0};
    Run safe = run;
    safe.text = printable(run.text);
    const TextBlock block(m_context, {safe}, style, width, align);
    block.drawLine(cr, 0, x, y);
  }

  void line(cairo_t* cr, double y) const {
    setSource(cr, palette::kHairline);
    cairo_set_line_width(cr, 0.6);
    cairo_move_to(cr, m_page.left, y);
    cairo_line_to(cr, m_page.width - m_page.right, y);
    cairo_stroke(cr);
  }

  void header(cairo_t* cr) const {
    const double y = m_page.top - 34;
    const double width = m_page.contentWidth();
    Run left;
    left.text = m_options.organisation;
    if (!left.text.empty() && !m_title.empty()) left.text += "  ·  ";
    left.text += m_title;
    Run right;
    right.text = m_options.number;
    right.bold = true;
    label(cr, m_page.left, y, width * 0.74, left, Align::start, 7.8);
    label(cr, m_page.left + width * 0.75, y, width * 0.25, right, Align::end, 7.8);
    line(cr, y + 14.5);
  }

  void footer(cairo_t* cr, std::size_t number, std::size_t count) const {
    const double y = m_page.height - m_page.bottom + 20;
    const double width = m_page.contentWidth();
    line(cr, y - 3);
    Run left;
    left.text = m_options.copyNotice;
    if (!left.text.empty() && !m_options.printedAt.empty()) left.text += "  ·  ";
    left.text += m_options.printedAt;
    Run hash;
    hash.text = m_options.recordHash;
    Run page;
    page.text = fillIn(m_options.texts.pageOf, {std::to_string(number), std::to_string(count)});
    label(cr, m_page.left, y, width * 0.78, left, Align::start, 7.2);
    label(cr, m_page.left, y + 10, width * 0.78, hash, Align::start, 6.6);
    label(cr, m_page.left + width * 0.78, y, width * 0.22, page, Align::end, 7.8);
  }

  void watermark(cairo_t* cr) const {
    Run run;
    run.text = printable(m_options.watermark);
    run.bold = true;
    TextStyle style{88, 120, true, palette::kShade, 0, 0};
    style.color = rgb(0xEDF0F3);
    const TextBlock block(m_context, {run}, style, 0, Align::start);
    const double room = std::hypot(m_page.width, m_page.height) * 0.72;
    const double scale = std::min(1.0, room / std::max(1.0, block.widest()));
    cairo_save(cr);
    cairo_translate(cr, m_page.width / 2, m_page.height / 2);
    cairo_rotate(cr, -std::atan2(m_page.height, m_page.width));
    cairo_scale(cr, scale, scale);
    block.draw(cr, -block.widest() / 2, -block.height() / 2);
    cairo_restore(cr);
  }

  PangoContext* m_context;
  const RenderOptions& m_options;
  std::string m_title;
  PageGeometry m_page;
};

/// Bookmarks: a level-2 heading hangs under the last one of level 1.
class Outline {
 public:
  explicit Outline(cairo_surface_t* surface) : m_surface(surface) {}

  void add(const Slice& slice, std::size_t page, double y) {
    if (slice.outlineLevel == 0 || slice.outlineText.empty()) return;
    char target[64];
    std::snprintf(target, sizeof target, "page=%zu pos=[0 %d]", page, static_cast<int>(std::max(0.0, y - 8)));
    const int parent = slice.outlineLevel == 1 ? CAIRO_PDF_OUTLINE_ROOT : m_lastTop;
    const int id = cairo_pdf_surface_add_outline(m_surface, parent, slice.outlineText.c_str(), target,
                                                 CAIRO_PDF_OUTLINE_FLAG_OPEN);
    if (slice.outlineLevel == 1) m_lastTop = id;
  }

 private:
  cairo_surface_t* m_surface;
  int m_lastTop = CAIRO_PDF_OUTLINE_ROOT;
};

}  // namespace

std::string renderPdf(const Document& document, const RenderOptions& options) {
  const PageGeometry page = pageGeometry(options.landscape);
  const std::string title = options.title.empty() ? document.title : options.title;
  const auto context = printContext(options.language);
  BlockLayout layout(context.get(), options, page.contentHeight());
  const Pages pages = paginate(layout.flow(document.blocks, page.contentWidth()), page.contentHeight());

  std::string bytes;
  {
    const Surface surface(cairo_pdf_surface_create_for_stream(&appendBytes, &bytes, page.width, page.height));
    cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_5);
    const Context cr(cairo_create(surface.get()));
    const PageFurniture furniture(context.get(), options, title, page);
    Outline outline(surface.get());
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
      furniture.draw(cr.get(), i + 1, pages.pages.size());
      for (const auto& placed : pages.pages[i]) {
        outline.add(*placed.slice, i + 1, page.top + placed.y);
        if (placed.slice->draw) placed.slice->draw(cr.get(), page.left, page.top + placed.y);
      }
      cairo_show_page(cr.get());
    }
    check(cairo_status(cr.get()));
    cairo_surface_finish(surface.get());
    check(cairo_surface_status(surface.get()));
  }
  return finishPdf(bytes, {printable(title), options.language, options.createdUnixSeconds});
}

}  // namespace octad::reports
