#include "gui/app/documents.hpp"

#include <iterator>
#include <string>

#include "audit/case_log.hpp"
#include "db/mapping/json.hpp"
#include "model/audit/case_audit.hpp"
#include "model/core/error.hpp"
#include "model/ports/reader.hpp"
#include "model/ports/return_reader.hpp"
#include "model/usecases/note_reading.hpp"
#include "model/usecases/site.hpp"
#include "reports/document/save_file.hpp"
#include "reports/exchange/audit_package.hpp"
#include "reports/forms/eightd_report.hpp"
#include "reports/forms/morning_report.hpp"
#include "reports/forms/period.hpp"
#include "reports/forms/record_sheet.hpp"
#include "reports/forms/register_report.hpp"
#include "reports/forms/return_documents.hpp"
#include "reports/forms/working_paper.hpp"

namespace octad::gui {

namespace {

constexpr int kRowsAtOnce = 1000;

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

reports::DocumentOptions optionsFor(const viewmodels::Session& session, reports::DocumentLanguage language,
                                    const std::string& path) {
  model::Reader& reader = session.store->reader();
  return {language,     reports::formatOfFile(path), session.clock.now(),
          session.zone, reader.setting("company"),   reader.setting("company_en")};
}

reports::DocumentLanguage windowLanguage(const viewmodels::Session& session) {
  return session.translator.language() == model::Language::chinese ? reports::DocumentLanguage::chinese
                                                                   : reports::DocumentLanguage::english;
}

/// The statistics table of the months on the page (客户投诉分析统计表, S1-91), in the language of the window.
void writeStatistics(const viewmodels::Session& session, const CountExportRequest& request) {
  const auto options = optionsFor(session, windowLanguage(session), request.path);
  const auto input = reports::statisticsInput(session.store->reader(), request.table.fromMonth,
                                              request.table.toMonth, options.printedAt);
  reports::saveFile(request.path, reports::statisticsReport(input, options));
}

void writeReport(const viewmodels::Session& session, const CaseReportRequest& request) {
  model::Reader& reader = session.store->reader();
  const auto options = optionsFor(session, languageOf(request.language), request.path);
  if (request.form == ReportForm::record) {
    reports::saveFile(request.path, reports::recordSheet(reader.openCase(request.id),
                                                         reader.recordHash(request.id), options));
    return;
  }
  if (request.form == ReportForm::workingPaper) {
    reports::saveFile(request.path, reports::workingPaper(reader.openCase(request.id),
                                                          reader.recordHash(request.id), options));
    return;
  }
  const auto bytesOf = [&reader](model::AttachmentId attachment) {
    std::string bytes;
    reader.readAttachment(attachment, [&bytes](std::string_view chunk) { bytes += chunk; });
    return bytes;
  };
  reports::saveFile(request.path, reports::eightDReport(reader.openCase(request.id),
                                                        reader.recordHash(request.id), bytesOf, options));
}

/// As octadctl audit package does.
std::string writePackage(const viewmodels::Session& session, model::ComplaintId id, const std::string& path) {
  model::Reader& reader = session.store->reader();
  auto options = optionsFor(session, reports::DocumentLanguage::bilingual, "package.pdf");
  const auto audit = model::auditCase(reader, id, options.printedAt);
  const reports::AuditPackage package{
      audit.file,
      reader.recordHash(id),
      audit.checklist,
      db::toJson(audit.file).dump(2) + "\n",
      audit::caseLog(reader.audit(), id, session.databaseName, options.printedAt),
      session.databaseName,
      session.actor.name,
      [&reader](model::AttachmentId attachment) {
        std::string bytes;
        reader.readAttachment(attachment, [&bytes](std::string_view chunk) { bytes += chunk; });
        return bytes;
      },
      options};
  const auto written = reports::writeAuditPackage(package, path);
  model::NoteReading(session.workplace()).execute(model::ReadingKind::exported, id, written.manifestSha256);
  return written.manifestSha256;
}

void writeReturnDocument(const viewmodels::Session& session, const ReturnDocumentRequest& request) {
  auto& returns = session.store->reader().returns();
  const auto document = model::fromKey<reports::ReturnDocument>(request.document);
  if (!document) throw model::Invalid("document", model::tr("Choose a document."));
  const auto bytesOf = [&returns](model::ReturnAttachmentId attachment) {
    std::string bytes;
    returns.readAttachment(attachment, [&bytes](std::string_view chunk) { bytes += chunk; });
    return bytes;
  };
  reports::saveFile(
      request.path,
      reports::returnDocument(*document, returns.open(request.id), returns.recordHash(request.id), bytesOf,
                              optionsFor(session, languageOf(request.language), request.path)));
}

}  // namespace

void writeMorningList(const viewmodels::Session& session, const std::string& path) {
  const auto options = optionsFor(session, windowLanguage(session), path);
  model::Reader& reader = session.store->reader();
  const auto site = model::readSite(reader, options.printedAt);
  reports::saveFile(path,
                    reports::morningReport(model::readMorningList(reader, options.printedAt, site), options));
}

void writeList(const viewmodels::Session& session, const ListExportRequest& request) {
  model::Reader& reader = session.store->reader();
  std::vector<model::CaseRow> rows;
  std::optional<model::CaseKeyset> after;
  do {
    auto page = reader.casePage(request.filter, request.sort, kRowsAtOnce, after);
    std::move(page.rows.begin(), page.rows.end(), std::back_inserter(rows));
    after = page.next;
  } while (after);
  const auto options = optionsFor(session, windowLanguage(session), request.path);
  reports::saveFile(request.path,
                    reports::registerReport(rows, request.about,
                                            model::readSite(reader, options.printedAt).active, options));
}

ReturnServices returnServices(const viewmodels::Session& session) {
  ReturnServices services;
  for (const auto& entry : model::EnumKeys<reports::ReturnDocument>::entries)
    services.documents.emplace_back(std::string(entry.key), entry.label);
  services.writeDocument = [&session](const ReturnDocumentRequest& request) {
    writeReturnDocument(session, request);
  };
  return services;
}

PageServices documentServices(const viewmodels::Session& session) {
  PageServices services;
  services.writePackage = [&session](model::ComplaintId id, const std::string& path) {
    return writePackage(session, id, path);
  };
  services.writeCaseReport = [&session](const CaseReportRequest& request) { writeReport(session, request); };
  services.writeCounts = [&session](const CountExportRequest& request) { writeStatistics(session, request); };
  return services;
}

}  // namespace octad::gui
