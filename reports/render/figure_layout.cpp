// Pictures and drawings with their captions, and the notice that stands where one cannot be shown.
#include <algorithm>
#include <cairo/cairo.h>

#include "reports/charts/text.hpp"
#include "reports/document/text_safety.hpp"
#include "reports/render/block_layout.hpp"
#include "reports/render/fill_in.hpp"

namespace octad::reports {
namespace {

constexpr double kPixelsPerPoint = 150.0 / 72;  ///< a picture is never shown larger than this
constexpr double kTallestShare = 0.46;          ///< of the page, for a picture that stands alone

}  // namespace

std::shared_ptr<const Picture> BlockLayout::picture(const std::string& name, const PictureHeader& header) {
  const auto known = m_pictures.find(name);
  if (known != m_pictures.end()) return known->second;
  auto loaded = Picture::load(m_options.images.at(name), header);
  m_pictures.emplace(name, loaded);
  return loaded;
}

BlockLayout::Media BlockLayout::media(const Figure& figure) {
  Media result;
  if (figure.kind == MediaKind::drawing) {
    const auto found = m_options.drawings.find(figure.name);
    if (found == m_options.drawings.end() || !found->second.draw) {
      result.problem = m_options.texts.drawingMissing;
      return result;
    }
    const Drawing& drawing = found->second;
    result.width = drawing.width;
    result.height = drawing.height;
    result.paint = [&drawing](cairo_t* cr, double x, double y, double width, double height) {
      cairo_save(cr);
      cairo_translate(cr, x, y);
      cairo_scale(cr, width / drawing.width, height / drawing.height);
      drawing.draw(cr, drawing.width, drawing.height);
      cairo_restore(cr);
    };
    return result;
  }
  const auto found = m_options.images.find(figure.name);
  if (found == m_options.images.end()) {
    result.problem = m_options.texts.imageMissing;
    return result;
  }
  const PictureHeader header = readPictureHeader(found->second);
  if (header.kind == PictureKind::unreadable) {
    result.problem = m_options.texts.imageUnreadable;
    return result;
  }
  if (header.tooLarge()) {
    result.problem = m_options.texts.imageTooLarge;
    return result;
  }
  const auto loaded = picture(figure.name, header);
  if (!loaded) {
    result.problem = m_options.texts.imageUnreadable;
    return result;
  }
  result.width = header.shownWidth() / kPixelsPerPoint;
  result.height = header.shownHeight() / kPixelsPerPoint;
  result.paint = [loaded](cairo_t* cr, double x, double y, double width, double height) {
    loaded->paint(cr, x, y, width, height);
  };
  return result;
}

Slices BlockLayout::notice(const std::string& sentence, const std::string& name, double width) {
  Group box;
  box.keep = true;
  box.boxed = true;
  box.tone = Tone::warn;
  Run run;
  run.text = fillIn(sentence, {printable(name)});
  run.small = true;
  box.content.push_back({Paragraph{ParagraphStyle::body, {run}, Align::start}});
  return group(box, width, TextScale::normal);
}

Slices BlockLayout::figure(const Figure& figure, double width, double boxHeight) {
  Media shown = media(figure);
  const TextStyle captionStyle = textStyle(ParagraphStyle::caption, TextScale::normal);
  Slices caption = text(figure.caption, captionStyle, width, Align::start);
  if (!caption.empty()) caption.front().spaceBefore = captionStyle.before;
  if (!shown.problem.empty()) {
    Slices slices = notice(shown.problem, figure.alt.empty() ? figure.name : figure.alt, width);
    append(slices, std::move(caption), captionStyle.before);
    return slices;
  }
  const double tallest =
      boxHeight > 0 ? boxHeight : m_pageHeight * (figure.kind == MediaKind::drawing ? 0.85 : kTallestShare);
  const double widest = figure.widthPercent > 0 ? width * figure.widthPercent / 100 : width;
  const double own = figure.widthPercent > 0 || boxHeight > 0 ? 1e9 : 1.0;
  const double scale = std::min({own, widest / shown.width, tallest / shown.height});
  const double w = shown.width * scale;
  const double h = shown.height * scale;
  const bool box = boxHeight > 0;
  Slice slice;
  slice.height = box ? boxHeight : h;
  slice.spaceBefore = 4;
  slice.keepWithNext = !caption.empty();
  slice.draw = [paint = shown.paint, w, h, width, boxHeight, box](cairo_t* cr, double x, double y) {
    if (box) {
      setSource(cr, palette::kShade);
      cairo_rectangle(cr, x, y, width, boxHeight);
      cairo_fill(cr);
    }
    paint(cr, box ? x + (width - w) / 2 : x, box ? y + (boxHeight - h) / 2 : y, w, h);
    if (!box) return;
    setSource(cr, palette::kHairline);
    cairo_set_line_width(cr, 0.6);
    cairo_rectangle(cr, x + 0.3, y + 0.3, width - 0.6, boxHeight - 0.6);
    cairo_stroke(cr);
  };
  Slices slices;
  slices.push_back(std::move(slice));
  append(slices, std::move(caption), captionStyle.before);
  return slices;
}

}  // namespace octad::reports
