#include "reports/document/document.hpp"

namespace octad::reports {

std::string plainText(const Inlines& runs) {
  std::string text;
  for (const auto& run : runs) text += run.text;
  return text;
}

}  // namespace octad::reports
