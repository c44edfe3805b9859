#pragma once

#include <string>

namespace octad::reports {

/// An axis from 0 to `top` with a mark every `step`; both are round numbers.
struct Scale {
  double top = 1;
  double step = 0.25;
};

/// A scale of about `marks` marks that holds `largest`; whole steps when `whole`.
Scale niceScale(double largest, int marks, bool whole);

/// "12 500", "0.5": digits grouped with thin spaces, which no language misreads.
std::string formatNumber(double value, int decimals);

}  // namespace octad::reports
