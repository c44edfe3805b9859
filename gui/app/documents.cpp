#include "gui/app/documents.hpp"

#include <string>

#include "model/ports/reader.hpp"
#include "reports/document/save_file.hpp"
#include "reports/forms/eightd_report.hpp"

namespace octad::gui {

namespace {

reports::DocumentLanguage languageOf(ReportLanguage language) {
  switch (language) {
    case ReportLanguage::chinese:
      return reports::DocumentLanguage::chinese;
    case ReportLanguage::english:
      return reports::DocumentLanguage::english;
    case ReportLanguage::both:
      break;
  }
  return reports::DocumentLanguage::bilingual;
}

void writeReport(const viewmodels::Session& session, const CaseReportRequest& request) {
  model::Reader& reader = session.store->reader();
  const reports::DocumentOptions options{languageOf(request.language), reports::formatOfFile(request.path),
                                         session.clock.now(),          session.zone,
                                         reader.setting("company"),    reader.setting("company_en")};
  const auto bytesOf = [&reader](model::AttachmentId attachment) {
    std::string bytes;
    reader.readAttachment(attachment, [&bytes](std::string_view chunk) { bytes += chunk; });
    return bytes;
  };
  reports::saveFile(request.path, reports::eightDReport(reader.openCase(request.id),
                                                        reader.recordHash(request.id), bytesOf, options));
}

}  // namespace

PageServices documentServices(const viewmodels::Session& session) {
  PageServices services;
  services.writeCaseReport = [&session](const CaseReportRequest& request) { writeReport(session, request); };
  return services;
}

}  // namespace octad::gui
