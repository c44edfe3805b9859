#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "model/audit/clause_checklist.hpp"
#include "model/cases/case_file.hpp"
#include "reports/forms/document_options.hpp"

namespace octad::reports {

/// One case with everything that proves it, for an auditor to take along.
struct AuditPackage {
  const model::CaseFile& file;
  std::string recordHash;  ///< the newest hash of the case's chain
  std::vector<model::ClausePoint> checklist;
  std::string caseJson;  ///< what `octadctl case show --json` prints
  std::string trail;     ///< its chains and the checkpoints, as octadverify reads them
  std::string database;  ///< where it comes from, without a password
  std::string madeBy;
  /// The bytes of an attachment; asked for one at a time.
  std::function<std::string(model::AttachmentId)> bytesOf;
  DocumentOptions options;  ///< language, time, zone and company; its format does not matter
};

/// What was written.
struct WrittenPackage {
  long long files = 0;         ///< beside the manifest and the sums
  std::string manifestSha256;  ///< of manifest.json: worth writing down elsewhere
};

/// Writes a zip file with 8d.pdf, record.pdf, checklist.txt, case.json, trail.log and files/…; manifest.json
/// has the SHA-256 and size of each, and SHA256SUMS the same for `sha256sum -c`. A file whose bytes are not
/// those that were attached is refused. Throws model::Invalid("output"), model::Refused("file").
WrittenPackage writeAuditPackage(const AuditPackage& package, const std::filesystem::path& path);

}  // namespace octad::reports
