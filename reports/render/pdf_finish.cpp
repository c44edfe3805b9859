#include "reports/render/pdf_finish.hpp"

#include <chrono>
#include <cstdio>
#include <exception>

#include "model/core/error.hpp"
#include "reports/render/pdf_rewrite.hpp"

namespace octad::reports {
namespace {

/// "D:20261122140200Z"
std::string pdfDate(std::int64_t unixSeconds) {
  using namespace std::chrono;
  const sys_seconds moment{seconds(unixSeconds)};
  const auto day = floor<days>(moment);
  const year_month_day date(day);
  const hh_mm_ss time(moment - day);
  char text[48];
  std::snprintf(text, sizeof text, "D:%04d%02u%02u%02d%02d%02dZ", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                static_cast<int>(time.seconds().count()));
  return text;
}

}  // namespace

std::string finishPdf(std::string_view bytes, const PdfProperties& properties) {
  try {
    return rewritePdf(bytes, properties.title, properties.language, pdfDate(properties.createdUnixSeconds));
  } catch (const std::exception& error) {
    throw model::Invalid("document", {model::tr("The PDF file could not be made: {0}."), {error.what()}});
  }
}

}  // namespace octad::reports
