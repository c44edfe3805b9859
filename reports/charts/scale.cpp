#include "reports/charts/scale.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace octad::reports {

Scale niceScale(double largest, int marks, bool whole) {
  if (!std::isfinite(largest) || largest <= 0) return whole ? Scale{4, 1} : Scale{1, 0.25};
  const double raw = largest / std::max(1, marks);
  const double magnitude = std::pow(10, std::floor(std::log10(raw)));
  double step = 10 * magnitude;
  for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
    if (factor * magnitude >= raw * 0.999) {
      step = factor * magnitude;
      break;
    }
  }
  if (whole) step = std::max(1.0, std::ceil(step));
  return {step * std::ceil(largest / step - 1e-9), step};
}

std::string formatNumber(double value, int decimals) {
  if (!std::isfinite(value)) return "–";
  char buffer[400];
  const auto end =
      std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, decimals).ptr;
  std::string text(buffer, end);
  const auto point = std::min(text.find('.'), text.size());
  const std::size_t first = text.starts_with('-') ? 1 : 0;
  if (point - first < 5) return text;
  for (std::size_t at = point; at > first + 3;) {
    at -= 3;
    text.insert(at, "\xE2\x80\xAF");  // narrow no-break space
  }
  return text;
}

}  // namespace octad::reports
