#include "gui/app/documents.hpp"

#include <filesystem>
#include <fstream>
#include <string>

#include "model/core/error.hpp"
#include "model/ports/reader.hpp"
#include "reports/forms/eightd_report.hpp"

namespace octad::gui {

using model::tr;

namespace {

/// Writes beside the target first, so that a full disk never leaves half a document under its name.
void writeDocument(const std::filesystem::path& path, const std::string& bytes) {
  const std::filesystem::path partial = path.string() + ".part";
  std::ofstream file(partial, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  std::error_code error;
  if (file) std::filesystem::rename(partial, path, error);
  if (!file || error) {
    std::filesystem::remove(partial, error);
    throw model::Invalid("output", {tr("{0} cannot be written: is the folder there, and space on the disk?"),
                                    {path.string()}});
  }
}

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
  writeDocument(request.path, reports::eightDReport(reader.openCase(request.id),
                                                    reader.recordHash(request.id), bytesOf, options));
}

}  // namespace

PageServices documentServices(const viewmodels::Session& session) {
  PageServices services;
  services.writeCaseReport = [&session](const CaseReportRequest& request) { writeReport(session, request); };
  return services;
}

}  // namespace octad::gui
