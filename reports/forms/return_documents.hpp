#pragma once

#include <functional>
#include <string>

#include "model/cases/case_file.hpp"
#include "model/core/enum_keys.hpp"
#include "model/returns/return_file.hpp"
#include "reports/forms/document_options.hpp"

namespace octad::reports {

/// The papers of a return.
enum class ReturnDocument { note, discrepancy, labels, tests, scrap, ffa };

/// The bytes of a file of a return; see AttachmentBytes.
using ReturnBytes = std::function<std::string(model::ReturnAttachmentId)>;

/// Return authorisation for the customer, goods-received discrepancy, quarantine labels, test report, scrap
/// certificate or field failure analysis of a return, as PDF or HTML. Refused("document") when there is
/// nothing to print, e.g. no scrapped pieces. Photos are printed in tests and ffa, twelve at most.
std::string returnDocument(ReturnDocument document, const model::ReturnFile& file,
                           const std::string& recordHash, const ReturnBytes& bytesOf,
                           const DocumentOptions& options);

/// What was done to contain a problem, for the 3D reply: the sweep by location and day, the clean point, the
/// containment actions.
std::string containmentSummary(const model::CaseFile& file, const std::string& recordHash,
                               const DocumentOptions& options);

}  // namespace octad::reports

namespace octad::model {

template <>
struct EnumKeys<reports::ReturnDocument> {
  static constexpr std::array entries{
      EnumEntry<reports::ReturnDocument>{reports::ReturnDocument::note, "note",
                                         tr("Return authorisation (RMA)")},
      EnumEntry<reports::ReturnDocument>{reports::ReturnDocument::discrepancy, "discrepancy",
                                         tr("Goods-received discrepancy")},
      EnumEntry<reports::ReturnDocument>{reports::ReturnDocument::labels, "labels", tr("Quarantine labels")},
      EnumEntry<reports::ReturnDocument>{reports::ReturnDocument::tests, "tests", tr("Test report")},
      EnumEntry<reports::ReturnDocument>{reports::ReturnDocument::scrap, "scrap", tr("Scrap certificate")},
      EnumEntry<reports::ReturnDocument>{reports::ReturnDocument::ffa, "ffa", tr("Field failure analysis")},
  };
};

}  // namespace octad::model
