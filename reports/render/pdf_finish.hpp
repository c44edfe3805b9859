#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace octad::reports {

struct PdfProperties {
  std::string title;
  std::string language;
  std::int64_t createdUnixSeconds = 0;
};

/// Rewrites Cairo's PDF so that equal input gives equal bytes (fixed dates, deterministic id), pictures are
/// not smoothed, and the file says its title and language. Throws model::Invalid("document").
std::string finishPdf(std::string_view pdf, const PdfProperties& properties);

}  // namespace octad::reports
