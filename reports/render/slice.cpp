#include "reports/render/slice.hpp"

#include <algorithm>
#include <iterator>

namespace octad::reports {

double totalHeight(const Slices& slices) {
  double sum = 0;
  for (std::size_t i = 0; i < slices.size(); ++i)
    sum += slices[i].height + (i > 0 ? slices[i].spaceBefore : 0);
  return sum;
}

void drawAll(cairo_t* cr, const Slices& slices, double x, double y) {
  for (std::size_t i = 0; i < slices.size(); ++i) {
    if (i > 0) y += slices[i].spaceBefore;
    if (slices[i].draw) slices[i].draw(cr, x, y);
    y += slices[i].height;
  }
}

void append(Slices& slices, Slices more, double before) {
  if (more.empty()) return;
  if (!slices.empty()) more.front().spaceBefore = std::max(more.front().spaceBefore, before);
  slices.insert(slices.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void indent(Slices& slices, double distance) {
  for (auto& slice : slices) {
    slice.repeated = nullptr;  // a repeated head would stand too far left
    if (slice.split) {
      slice.split = [inner = std::move(slice.split), distance](double height) {
        auto [upper, lower] = inner(height);
        Slices both{std::move(upper), std::move(lower)};
        indent(both, distance);
        return std::pair(std::move(both[0]), std::move(both[1]));
      };
    }
    if (!slice.draw) continue;
    slice.draw = [inner = std::move(slice.draw), distance](cairo_t* cr, double x, double y) {
      inner(cr, x + distance, y);
    };
  }
}

std::pair<Slices, Slices> splitAfter(const Slices& slices, double height) {
  std::size_t count = 0;
  double used = 0;
  while (count < slices.size()) {
    const double next = slices[count].height + (count > 0 ? slices[count].spaceBefore : 0);
    if (count > 0 && used + next > height) break;
    used += next;
    ++count;
  }
  const auto middle = slices.begin() + static_cast<std::ptrdiff_t>(count);
  return {Slices(slices.begin(), middle), Slices(middle, slices.end())};
}

}  // namespace octad::reports
