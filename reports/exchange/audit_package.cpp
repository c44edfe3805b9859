#include "reports/exchange/audit_package.hpp"

#include <memory>
#include <nlohmann/json.hpp>
#include <zip.h>

#include "model/core/catalogue.hpp"
#include "model/core/error.hpp"
#include "model/core/moment.hpp"
#include "model/core/sha256.hpp"
#include "reports/document/save_file.hpp"
#include "reports/forms/checklist_text.hpp"
#include "reports/forms/eightd_report.hpp"
#include "reports/forms/record_sheet.hpp"
#include "reports/workbook/temporary_file.hpp"

namespace octad::reports {
namespace {

using model::tr;
using nlohmann::ordered_json;

/// One file of the package. Their bytes are in memory together until the package is written.
struct Entry {
  std::string name;
  std::string about;
  std::string bytes;
};

std::vector<Entry> entriesOf(const AuditPackage& package) {
  const model::CaseFile& file = package.file;
  DocumentOptions options = package.options;
  options.format = DocumentFormat::pdf;
  std::vector<Entry> entries{
      {"8d.pdf", "8D report", eightDReport(file, package.recordHash, package.bytesOf, options)},
      {"record.pdf", "complaint record sheet", recordSheet(file, package.recordHash, options)},
      {"checklist.txt", "clause checklist", checklistText(file, package.checklist, options)},
      {"case.json", "the whole case as data", package.caseJson},
      {"trail.log", "audit trail of the case, for octadverify", package.trail}};
  for (const auto& attachment : file.attachments) {
    std::string bytes = package.bytesOf(attachment.id);
    if (model::sha256Hex(bytes) != attachment.sha256)
      throw model::Refused(
          "file", {tr("The bytes of {0} are not those that were attached. Nothing was written; tell the "
                      "administrator."),
                   {attachment.fileName}});
    // The key keeps two files of one name apart.
    entries.push_back({"files/" + std::to_string(attachment.id.value) + "-" + attachment.fileName,
                       attachment.caption, std::move(bytes)});
  }
  return entries;
}

std::string manifestOf(const AuditPackage& package, const std::vector<Entry>& entries) {
  ordered_json files = ordered_json::array();
  for (const auto& entry : entries)
    files.push_back({{"name", entry.name},
                     {"about", entry.about},
                     {"size", entry.bytes.size()},
                     {"sha256", model::sha256Hex(entry.bytes)}});
  return ordered_json{{"octad_package", 1},
                      {"case", package.file.complaint.number},
                      {"problem", package.file.problem.number},
                      {"database", package.database},
                      {"made_by", package.madeBy},
                      {"made_at", model::isoInstant(package.options.printedAt)},
                      {"record_hash", package.recordHash},
                      {"files", std::move(files)}}
             .dump(2) +
         "\n";
}

/// As `sha256sum -c` reads it.
std::string sumsOf(const std::vector<Entry>& entries) {
  std::string sums;
  for (const auto& entry : entries) sums += model::sha256Hex(entry.bytes) + "  " + entry.name + "\n";
  return sums;
}

[[noreturn]] void refuseOutput(const std::filesystem::path& path) {
  throw model::Invalid("output", {tr("{0} cannot be written. Choose another place."), {path.string()}});
}

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};

std::string zipped(const std::vector<Entry>& entries, std::time_t at, const std::filesystem::path& path) {
  const TemporaryFile place;
  int error = 0;
  std::unique_ptr<zip_t, Discard> archive(zip_open(place.path().c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error));
  if (!archive) refuseOutput(path);
  for (const auto& entry : entries) {
    zip_source_t* source = zip_source_buffer(archive.get(), entry.bytes.data(), entry.bytes.size(), 0);
    const zip_int64_t index =
        source == nullptr ? -1 : zip_file_add(archive.get(), entry.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
      zip_source_free(source);
      refuseOutput(path);
    }
    zip_file_set_mtime(archive.get(), static_cast<zip_uint64_t>(index), at, 0);
  }
  if (zip_close(archive.get()) != 0) refuseOutput(path);
  static_cast<void>(archive.release());  // closing gave it back
  return place.read();
}

}  // namespace

WrittenPackage writeAuditPackage(const AuditPackage& package, const std::filesystem::path& path) {
  std::vector<Entry> entries = entriesOf(package);
  WrittenPackage written;
  written.files = static_cast<long long>(entries.size());
  entries.push_back({"manifest.json", {}, manifestOf(package, entries)});
  written.manifestSha256 = model::sha256Hex(entries.back().bytes);
  entries.push_back({"SHA256SUMS", {}, sumsOf(entries)});
  saveFile(path, zipped(entries, package.options.printedAt.microseconds / 1'000'000, path));
  return written;
}

}  // namespace octad::reports
