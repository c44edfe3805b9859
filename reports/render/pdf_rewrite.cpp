#include "reports/render/pdf_rewrite.hpp"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

namespace octad::reports {
namespace {

void turnOffSmoothing(QPDF& pdf) {
  for (auto& object : pdf.getAllObjects()) {
    if (!object.isStream()) continue;
    auto dictionary = object.getDict();
    if (dictionary.hasKey("/Interpolate"))
      dictionary.replaceKey("/Interpolate", QPDFObjectHandle::newBool(false));
  }
}

}  // namespace

std::string rewritePdf(std::string_view bytes, const std::string& title, const std::string& language,
                       const std::string& date) {
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile("report", bytes.data(), bytes.size());
  auto info = QPDFObjectHandle::newDictionary();
  info.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(title));
  info.replaceKey("/Creator", QPDFObjectHandle::newString("Octad"));
  info.replaceKey("/CreationDate", QPDFObjectHandle::newString(date));
  info.replaceKey("/ModDate", QPDFObjectHandle::newString(date));
  pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));
  auto root = pdf.getRoot();
  root.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(language));
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
}

}  // namespace octad::reports
