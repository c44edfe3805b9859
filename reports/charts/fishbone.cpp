#include "reports/charts/fishbone.hpp"

#include <algorithm>
#include <cairo/cairo.h>
#include <utility>

#include "reports/charts/cairo_handles.hpp"
#include "reports/charts/text.hpp"

namespace octad::reports {
namespace {

constexpr double kHeadWidth = 90;
constexpr double kSlant = 24;  ///< how far a bone leans towards the head
constexpr double kNameHeight = 17;
constexpr double kGap = 5;
constexpr double kMark = 7;  ///< width of a mark before its cause
constexpr double kLeast = 46;
constexpr double kOneLine = 15;  ///< text that is higher takes more than one line
constexpr double kLegendHeight = 20;
constexpr double kPad = 6;
constexpr double kSpineRoom = 8;  ///< between the last cause and the spine

const LabelStyle kNameText{8.5, palette::kAccent, true, 0, 1};
const LabelStyle kProblemText{9, palette::kPaper, true, kHeadWidth - 2 * kPad, 7};
const LabelStyle kLegendText{7.5, palette::kMuted, false, 0, 1};

Color colorOf(BoneMark mark) {
  switch (mark) {
    case BoneMark::primary:
      return palette::kLate;
    case BoneMark::secondary:
      return palette::kWarn;
    case BoneMark::confirmed:
      return palette::kOk;
    case BoneMark::excluded:
    case BoneMark::open:
      break;
  }
  return palette::kMuted;
}

LabelStyle styleOf(const BoneCause& cause, double columnWidth) {
  LabelStyle style{8, palette::kInk, cause.mark == BoneMark::primary, columnWidth - kSlant - kMark - 3 * kGap,
                   5};
  if (cause.mark == BoneMark::excluded) style.color = palette::kMuted;
  return style;
}

/// The bones above the spine are the first half; with an odd number they are one more.
std::size_t columnsOf(const Fishbone& fishbone) {
  return std::max<std::size_t>(1, (fishbone.bones.size() + 1) / 2);
}

double columnWidth(const Fishbone& fishbone, double width) {
  return (width - kHeadWidth - kSlant) / static_cast<double>(columnsOf(fishbone));
}

double causeHeight(cairo_t* cr, const BoneCause& cause, double column) {
  return measureLabel(cr, cause.text, styleOf(cause, column)).height + kGap;
}

double boneHeight(cairo_t* cr, const Bone& bone, double column) {
  double height = kSpineRoom;
  for (const auto& cause : bone.causes) height += causeHeight(cr, cause, column);
  return kNameHeight + kGap + std::max(kLeast, height);
}

struct Measured {
  double above = 0;  ///< height of the tallest bone above the spine
  double below = 0;
};

Measured measure(cairo_t* cr, const Fishbone& fishbone, double width) {
  const double column = columnWidth(fishbone, width);
  const std::size_t columns = columnsOf(fishbone);
  const double head = (measureLabel(cr, fishbone.problem, kProblemText).height + 2 * kPad) / 2;
  Measured result{std::max(kLeast, head), std::max(kLeast, head)};
  for (std::size_t i = 0; i < fishbone.bones.size(); ++i) {
    double& side = i < columns ? result.above : result.below;
    side = std::max(side, boneHeight(cr, fishbone.bones[i], column));
  }
  return result;
}

double legendHeight(const Fishbone& fishbone) {
  return fishbone.legend.empty() ? 0 : kLegendHeight;
}

void drawMark(cairo_t* cr, double x, double y, BoneMark mark) {
  constexpr double kRadius = 2.6;
  setSource(cr, colorOf(mark));
  cairo_set_line_width(cr, 1.1);
  if (mark == BoneMark::excluded) {
    cairo_move_to(cr, x - kRadius, y - kRadius);
    cairo_line_to(cr, x + kRadius, y + kRadius);
    cairo_move_to(cr, x + kRadius, y - kRadius);
    cairo_line_to(cr, x - kRadius, y + kRadius);
    cairo_stroke(cr);
    return;
  }
  cairo_new_sub_path(cr);
  cairo_arc(cr, x, y, kRadius, 0, 6.2832);
  if (mark == BoneMark::open)
    cairo_stroke(cr);
  else
    cairo_fill(cr);
}

/// One bone from its name at `top` (or bottom) to the spine; `direction` is 1 above the spine, -1 below.
void drawBone(cairo_t* cr, const Bone& bone, double left, double spine, double reach, double column,
              double direction) {
  const double outer = spine - direction * (reach - kNameHeight);  // where the bone begins
  const double begin = left + column - kSlant;
  setSource(cr, palette::kRule);
  cairo_set_line_width(cr, 1.2);
  cairo_move_to(cr, begin, outer);
  cairo_line_to(cr, begin + kSlant, spine);
  cairo_stroke(cr);

  const double nameWidth = measureLabel(cr, bone.name, kNameText).width + 2 * kPad;
  const double nameTop = direction > 0 ? outer - kNameHeight : outer;
  roundedRectangle(cr, begin - nameWidth / 2, nameTop, nameWidth, kNameHeight, 3);
  setSource(cr, palette::kShade);
  cairo_fill_preserve(cr);
  setSource(cr, palette::kRule);
  cairo_set_line_width(cr, 0.7);
  cairo_stroke(cr);
  drawLabel(cr, begin, nameTop + kNameHeight / 2, bone.name, kNameText, Anchor::middle);

  double y = direction > 0 ? outer + kGap : spine + kSpineRoom;
  for (const auto& cause : bone.causes) {
    const LabelStyle style = styleOf(cause, column);
    const Extent size = measureLabel(cr, cause.text, style);
    const double middle = y + size.height / 2;
    const double along = (middle - outer) / (spine - outer);  // how far down the bone
    const double at = begin + kSlant * std::clamp(along, 0.0, 1.0);
    const double textLeft = std::max(left + kMark + kGap, at - kGap - size.width - kGap);
    setSource(cr, palette::kHairline);
    cairo_set_line_width(cr, 0.8);
    cairo_move_to(cr, textLeft + size.width + 2, middle);
    cairo_line_to(cr, at, middle);
    cairo_stroke(cr);
    drawMark(cr, textLeft - kMark, middle, cause.mark);
    drawLabelBelow(cr, textLeft, y, cause.text, style);
    if (cause.mark == BoneMark::excluded && size.height < kOneLine) {
      setSource(cr, palette::kMuted);
      cairo_set_line_width(cr, 0.6);
      cairo_move_to(cr, textLeft, middle);
      cairo_line_to(cr, textLeft + size.width, middle);
      cairo_stroke(cr);
    }
    y += size.height + kGap;
  }
}

void drawHead(cairo_t* cr, double x, double spine, const std::string& problem) {
  const double height = measureLabel(cr, problem, kProblemText).height + 2 * kPad;
  roundedRectangle(cr, x, spine - height / 2, kHeadWidth, height, 4);
  setSource(cr, palette::kAccent);
  cairo_fill(cr);
  drawLabel(cr, x + kPad, spine, problem, kProblemText);
}

void drawLegend(cairo_t* cr, double y, const Fishbone& fishbone) {
  double x = kMark;
  for (const auto& [mark, words] : fishbone.legend) {
    drawMark(cr, x, y, mark);
    x += kMark;
    x += drawLabel(cr, x, y, words, kLegendText).width + 3 * kMark;
  }
}

}  // namespace

double fishboneHeight(const Fishbone& fishbone, double width) {
  const Surface surface(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, nullptr));
  const Context cr(cairo_create(surface.get()));
  const Measured sides = measure(cr.get(), fishbone, width);
  return sides.above + sides.below + legendHeight(fishbone) + 2;
}

void drawFishbone(cairo_t* cr, double width, double height, const Fishbone& fishbone) {
  cairo_save(cr);
  const Measured sides = measure(cr, fishbone, width);
  const double needed = sides.above + sides.below + legendHeight(fishbone) + 2;
  const double scale = std::min(1.0, height / needed);
  cairo_translate(cr, (width - width * scale) / 2, 0);
  cairo_scale(cr, scale, scale);
  const double spine = sides.above + 1;
  const double column = columnWidth(fishbone, width);
  const std::size_t columns = columnsOf(fishbone);
  setSource(cr, palette::kAccent);
  cairo_set_line_width(cr, 2.2);
  cairo_move_to(cr, 2, spine);
  cairo_line_to(cr, width - kHeadWidth, spine);
  cairo_stroke(cr);
  for (std::size_t i = 0; i < fishbone.bones.size(); ++i) {
    const bool above = i < columns;
    const double left = static_cast<double>(above ? i : i - columns) * column;
    drawBone(cr, fishbone.bones[i], left, spine, above ? sides.above : sides.below, column, above ? 1 : -1);
  }
  drawHead(cr, width - kHeadWidth, spine, fishbone.problem);
  if (!fishbone.legend.empty()) drawLegend(cr, needed - kLegendHeight / 2, fishbone);
  cairo_restore(cr);
}

Drawing fishboneDrawing(std::string name, Fishbone fishbone, double width) {
  Drawing drawing;
  drawing.name = std::move(name);
  drawing.width = width;
  drawing.height = fishboneHeight(fishbone, width);
  drawing.description = fishbone.problem;
  drawing.draw = [fishbone = std::move(fishbone)](cairo_t* cr, double w, double h) {
    drawFishbone(cr, w, h, fishbone);
  };
  return drawing;
}

}  // namespace octad::reports
