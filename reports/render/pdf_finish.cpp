#include "reports/render/pdf_finish.hpp"

#include <chrono>
#include <cstdio>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include "model/core/error.hpp"

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

void turnOffSmoothing(QPDF& pdf) {
  for (auto& object : pdf.getAllObjects()) {
    if (!object.isStream()) continue;
    auto dictionary = object.getDict();
    if (dictionary.hasKey("/Interpolate"))
      dictionary.replaceKey("/Interpolate", QPDFObjectHandle::newBool(false));
  }
}

}  // namespace

std::string finishPdf(std::string_view bytes, const PdfProperties& properties) {
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("report", bytes.data(), bytes.size());
    auto info = QPDFObjectHandle::newDictionary();
    info.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(properties.title));
    info.replaceKey("/Creator", QPDFObjectHandle::newString("Octad"));
    info.replaceKey("/CreationDate", QPDFObjectHandle::newString(pdfDate(properties.createdUnixSeconds)));
    info.replaceKey("/ModDate", QPDFObjectHandle::newString(pdfDate(properties.createdUnixSeconds)));
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));
    auto root = pdf.getRoot();
    root.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(properties.language));
    auto preferences = QPDFObjectHandle::newDictionary();
    preferences.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
    root.replaceKey("/ViewerPreferences", preferences);
    turnOffSmoothing(pdf);
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
  } catch (const std::exception& error) {
    throw model::Invalid("document", {model::tr("The PDF file could not be made: {0}."), {error.what()}});
  }
}

}  // namespace octad::reports
