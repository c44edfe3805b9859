#pragma once

#include <deque>
#include <vector>

#include "reports/render/slice.hpp"

namespace octad::reports {

/// A slice with its place on a page, from the top of the content.
struct Placed {
  const Slice* slice = nullptr;
  double y = 0;
};

/// The slices of all pages; pages point into `owned`.
struct Pages {
  std::deque<Slice> owned;
  std::vector<std::vector<Placed>> pages;
};

/// Distributes slices over pages of `height` points: what keeps together stays together when it fits on a
/// page at all, table heads are repeated, and only what is taller than a page is parted. There is always at
/// least one page.
Pages paginate(Slices slices, double height);

}  // namespace octad::reports
