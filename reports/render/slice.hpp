#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

using cairo_t = struct _cairo;

namespace octad::reports {

/// A piece of a document that stays on one page: a line of text, a table row, a picture.
struct Slice {
  double height = 0;
  double spaceBefore = 0;  ///< dropped at the top of a page
  bool keepWithNext = false;
  bool startsPage = false;
  std::function<void(cairo_t*, double x, double y)> draw;  ///< x: left edge of the area it was laid out for
  std::shared_ptr<const Slice> repeated;                   ///< table head put above it when it begins a page
  /// For what may be taller than a page: parts it after at most `height` points. Both parts are never empty.
  std::function<std::pair<Slice, Slice>(double height)> split;
  int outlineLevel = 0;  ///< 1 and more: a bookmark
  std::string outlineText;
};
using Slices = std::vector<Slice>;

/// Height of all with the room between them, without the room before the first.
double totalHeight(const Slices& slices);

/// Draws all from `y` down.
void drawAll(cairo_t* cr, const Slices& slices, double x, double y);

/// Appends `more`; `before` is the least room between the two.
void append(Slices& slices, Slices more, double before);

/// Moves all to the right.
void indent(Slices& slices, double distance);

/// Parts slices after at most `height` points; at least one goes into the first part.
std::pair<Slices, Slices> splitAfter(const Slices& slices, double height);

}  // namespace octad::reports
