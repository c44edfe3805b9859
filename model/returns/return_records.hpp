#pragma once

#include <optional>
#include <string>

#include "model/cases/complaint.hpp"
#include "model/core/describe.hpp"
#include "model/core/enum_keys.hpp"
#include "model/core/ids.hpp"
#include "model/core/time.hpp"
#include "model/returns/ledger.hpp"

namespace octad::model {

/// What the pieces of a line are (S3-Q10: part, number and quantity are checked at goods-in).
enum class LineNature { asAnnounced, wrongPart, foreign };

template <>
struct EnumKeys<LineNature> {
  static constexpr std::array entries{
      EnumEntry<LineNature>{LineNature::asAnnounced, "as_announced", tr("As announced")},
      EnumEntry<LineNature>{LineNature::wrongPart, "wrong_part", tr("Wrong part")},
      EnumEntry<LineNature>{LineNature::foreign, "foreign", tr("Not our product")},
  };
};

/// Pieces of one part and lot in a return; its quantities are in the ledger.
struct ReturnLine {
  ReturnLineId id;
  ReturnId returnId;
  int position = 1;
  PartId partId;
  std::string lot;
  LineNature nature = LineNature::asAnnounced;
  std::optional<ComplaintId> complaintId;  ///< the case these pieces belong to
  std::optional<ItemId> itemId;
  std::optional<SampleId> sampleId;  ///< the sample that became this line
  std::string failure;               ///< what the customer says is wrong

  static constexpr auto describe() {
    return members(member("id", &ReturnLine::id), member("return_id", &ReturnLine::returnId),
                   member("position", &ReturnLine::position), member("part_id", &ReturnLine::partId),
                   member("lot", &ReturnLine::lot), member("nature", &ReturnLine::nature),
                   member("complaint_id", &ReturnLine::complaintId), member("item_id", &ReturnLine::itemId),
                   member("sample_id", &ReturnLine::sampleId), member("failure", &ReturnLine::failure));
  }
};

/// VDA field failure analysis: standard test, then load test, then the NTF process.
enum class TestLevel { standard, load, ntf };

template <>
struct EnumKeys<TestLevel> {
  static constexpr std::array entries{
      EnumEntry<TestLevel>{TestLevel::standard, "standard", tr("Standard test")},
      EnumEntry<TestLevel>{TestLevel::load, "load", tr("Load test")},
      EnumEntry<TestLevel>{TestLevel::ntf, "ntf", tr("NTF process")},
  };
};

/// A booking of the ledger; append-only. A mistake is taken back by a counter-movement with a reason.
struct ReturnMovement {
  MovementId id;
  std::string uuid;  ///< request id, with "/n" behind it when one request books several
  ReturnId returnId;
  ReturnLineId lineId;
  ReturnPlace from = ReturnPlace::outside;
  ReturnPlace to = ReturnPlace::expected;
  Finding fromFinding = Finding::open;
  Finding toFinding = Finding::open;
  Disposition disposition = Disposition::none;
  std::string fromLocation;  ///< in quarantine
  std::string toLocation;
  long long quantity = 0;
  std::string document;  ///< delivery note, credit note, certificate, inspection record
  std::string reason;
  std::optional<MovementId> reverses;  ///< the movement this one takes back
  std::optional<TestLevel> foundBy;    ///< of pieces without a serial number that get a finding
  std::string failure;                 ///< phenomenon, of the same
  Date movedOn;
  PersonId recordedBy;
  Instant recordedAt;

  static constexpr auto describe() {
    return members(
        member("id", &ReturnMovement::id), member("uuid", &ReturnMovement::uuid),
        member("return_id", &ReturnMovement::returnId), member("line_id", &ReturnMovement::lineId),
        member("from_place", &ReturnMovement::from), member("to_place", &ReturnMovement::to),
        member("from_finding", &ReturnMovement::fromFinding),
        member("to_finding", &ReturnMovement::toFinding), member("disposition", &ReturnMovement::disposition),
        member("from_location", &ReturnMovement::fromLocation),
        member("to_location", &ReturnMovement::toLocation), member("quantity", &ReturnMovement::quantity),
        member("document", &ReturnMovement::document), member("reason", &ReturnMovement::reason),
        member("reverses", &ReturnMovement::reverses), member("found_by", &ReturnMovement::foundBy),
        member("failure", &ReturnMovement::failure), member("moved_on", &ReturnMovement::movedOn),
        member("recorded_by", &ReturnMovement::recordedBy),
        member("recorded_at", &ReturnMovement::recordedAt));
  }

  ReturnFlow flow() const { return {lineId, from, to, fromFinding, toFinding, disposition, quantity}; }
};

/// One piece that is known by its serial number or tag. It is where the ledger says that it is.
struct ReturnUnit {
  ReturnUnitId id;
  ReturnId returnId;
  ReturnLineId lineId;
  std::string serial;  ///< serial number or tag; once a line
  std::string dateCode;
  ReturnPlace place = ReturnPlace::quarantine;
  std::string location;  ///< in quarantine
  Finding finding = Finding::open;
  Disposition disposition = Disposition::none;
  std::optional<TestLevel> foundBy;  ///< the level at which the finding came out
  std::string failure;               ///< phenomenon that was seen (S3-D28)
  std::string note;
  bool moved = false;  ///< went somewhere by its number after it was entered: it is not removed any more

  static constexpr auto describe() {
    return members(member("id", &ReturnUnit::id), member("return_id", &ReturnUnit::returnId),
                   member("line_id", &ReturnUnit::lineId), member("serial", &ReturnUnit::serial),
                   member("date_code", &ReturnUnit::dateCode), member("place", &ReturnUnit::place),
                   member("location", &ReturnUnit::location), member("finding", &ReturnUnit::finding),
                   member("disposition", &ReturnUnit::disposition), member("found_by", &ReturnUnit::foundBy),
                   member("failure", &ReturnUnit::failure), member("note", &ReturnUnit::note),
                   member("moved", &ReturnUnit::moved));
  }
};

/// A test of one unit; append-only.
struct UnitTest {
  RowId id;
  ReturnId returnId;
  ReturnUnitId unitId;
  TestLevel level = TestLevel::standard;
  std::string specification;
  std::string specificationRevision;
  bool passed = false;
  std::string measured;  ///< values as read
  std::string failure;   ///< phenomenon
  std::string analyst;
  Date testedOn;
  PersonId recordedBy;

  static constexpr auto describe() {
    return members(member("id", &UnitTest::id), member("return_id", &UnitTest::returnId),
                   member("unit_id", &UnitTest::unitId), member("level", &UnitTest::level),
                   member("specification", &UnitTest::specification),
                   member("specification_revision", &UnitTest::specificationRevision),
                   member("passed", &UnitTest::passed), member("measured", &UnitTest::measured),
                   member("failure", &UnitTest::failure), member("analyst", &UnitTest::analyst),
                   member("tested_on", &UnitTest::testedOn), member("recorded_by", &UnitTest::recordedBy));
  }
};

/// What becomes of confirmed pieces behind which no case stands.
enum class ConfirmedDecision { attach, newCase, belowTrigger };

template <>
struct EnumKeys<ConfirmedDecision> {
  static constexpr std::array entries{
      EnumEntry<ConfirmedDecision>{ConfirmedDecision::attach, "attach", tr("Belongs to a case")},
      EnumEntry<ConfirmedDecision>{ConfirmedDecision::newCase, "new_case", tr("A case of its own")},
      EnumEntry<ConfirmedDecision>{ConfirmedDecision::belowTrigger, "below_trigger",
                                   tr("Below the trigger, no case")},
  };
};

/// The decision on confirmed pieces of a line without a case; append-only.
struct ReturnDecision {
  RowId id;
  ReturnId returnId;
  ReturnLineId lineId;
  long long quantity = 0;
  ConfirmedDecision decision = ConfirmedDecision::attach;
  std::optional<ComplaintId> complaintId;
  std::string reason;
  PersonId decidedBy;
  Instant decidedAt;

  static constexpr auto describe() {
    return members(
        member("id", &ReturnDecision::id), member("return_id", &ReturnDecision::returnId),
        member("line_id", &ReturnDecision::lineId), member("quantity", &ReturnDecision::quantity),
        member("decision", &ReturnDecision::decision), member("complaint_id", &ReturnDecision::complaintId),
        member("reason", &ReturnDecision::reason), member("decided_by", &ReturnDecision::decidedBy),
        member("decided_at", &ReturnDecision::decidedAt));
  }
};

/// The NTF process of a line (VDA FFA): why it was triggered, what was looked at, what was agreed.
struct NtfDossier {
  DossierId id;
  ReturnId returnId;
  ReturnLineId lineId;
  std::string trigger;         ///< the rule that asked for it, or why it was opened without one
  std::string dataCollection;  ///< field data, mileage, software, operating conditions
  std::string systemTest;      ///< in the customer's system
  std::string processStudy;    ///< logistics, handling, test coverage
  std::string result;
  Liability liability = Liability::undetermined;
  std::optional<int> technicalFactor;  ///< percent of the costs we carry, as agreed
  std::string agreedWith;              ///< who at the customer
  std::optional<Date> agreedOn;
  std::optional<Instant> concludedAt;
  std::optional<PersonId> concludedBy;
  PersonId openedBy;
  Instant openedAt;

  static constexpr auto describe() {
    return members(
        member("id", &NtfDossier::id), member("return_id", &NtfDossier::returnId),
        member("line_id", &NtfDossier::lineId), member("trigger_text", &NtfDossier::trigger),
        member("data_collection", &NtfDossier::dataCollection),
        member("system_test", &NtfDossier::systemTest), member("process_study", &NtfDossier::processStudy),
        member("result", &NtfDossier::result), member("liability", &NtfDossier::liability),
        member("technical_factor", &NtfDossier::technicalFactor),
        member("agreed_with", &NtfDossier::agreedWith), member("agreed_on", &NtfDossier::agreedOn),
        member("concluded_at", &NtfDossier::concludedAt), member("concluded_by", &NtfDossier::concludedBy),
        member("opened_by", &NtfDossier::openedBy), member("opened_at", &NtfDossier::openedAt));
  }
};

enum class CostKind { credit, debit, freight, sorting, rework, replacement, scrap, analysis, other };

template <>
struct EnumKeys<CostKind> {
  static constexpr std::array entries{
      EnumEntry<CostKind>{CostKind::credit, "credit", tr("Credit note to the customer")},
      EnumEntry<CostKind>{CostKind::debit, "debit", tr("Debit note of the customer")},
      EnumEntry<CostKind>{CostKind::freight, "freight", tr("Freight")},
      EnumEntry<CostKind>{CostKind::sorting, "sorting", tr("Sorting")},
      EnumEntry<CostKind>{CostKind::rework, "rework", tr("Rework or repair")},
      EnumEntry<CostKind>{CostKind::replacement, "replacement", tr("Replacement")},
      EnumEntry<CostKind>{CostKind::scrap, "scrap", tr("Scrapped goods")},
      EnumEntry<CostKind>{CostKind::analysis, "analysis", tr("Analysis")},
      EnumEntry<CostKind>{CostKind::other, "other", tr("Other cost")},
  };
};

/// A cost line for finance (S3-Q13); may come after the return was closed. Append-only: a wrong line is taken
/// back by one with `reverses`.
struct ReturnCost {
  RowId id;
  ReturnId returnId;
  CostKind kind = CostKind::other;
  long long amountMinor = 0;  ///< of `currency`, without a sign
  std::string currency;
  std::string document;  ///< number of the credit or debit note, invoice
  Date bookedOn;
  std::string note;
  bool reversal = false;  ///< takes an amount back that was booked wrongly
  PersonId bookedBy;

  static constexpr auto describe() {
    return members(member("id", &ReturnCost::id), member("return_id", &ReturnCost::returnId),
                   member("kind", &ReturnCost::kind), member("amount_minor", &ReturnCost::amountMinor),
                   member("currency", &ReturnCost::currency), member("document", &ReturnCost::document),
                   member("booked_on", &ReturnCost::bookedOn), member("note", &ReturnCost::note),
                   member("reversal", &ReturnCost::reversal), member("booked_by", &ReturnCost::bookedBy));
  }
};

/// What a file of a return is good for.
enum class ReturnPaper { note, photo, authorisation, certificate, test, dossier, other };

template <>
struct EnumKeys<ReturnPaper> {
  static constexpr std::array entries{
      EnumEntry<ReturnPaper>{ReturnPaper::note, "note", tr("Delivery note")},
      EnumEntry<ReturnPaper>{ReturnPaper::photo, "photo", tr("Photo")},
      EnumEntry<ReturnPaper>{ReturnPaper::authorisation, "authorisation", tr("Customer's authorisation")},
      EnumEntry<ReturnPaper>{ReturnPaper::certificate, "certificate", tr("Certificate")},
      EnumEntry<ReturnPaper>{ReturnPaper::test, "test", tr("Test record")},
      EnumEntry<ReturnPaper>{ReturnPaper::dossier, "dossier", tr("NTF dossier")},
      EnumEntry<ReturnPaper>{ReturnPaper::other, "other", tr("Other document")},
  };
};

/// A file kept with a return, of the whole return or of one unit.
struct ReturnAttachment {
  ReturnAttachmentId id;
  ReturnId returnId;
  std::optional<ReturnUnitId> unitId;
  ReturnPaper paper = ReturnPaper::other;
  std::string fileName;
  std::string originalName;
  std::string mediaType;
  std::string caption;
  std::string sha256;
  long long size = 0;
  PersonId addedBy;
  Instant addedAt;

  static constexpr auto describe() {
    return members(member("id", &ReturnAttachment::id), member("return_id", &ReturnAttachment::returnId),
                   member("unit_id", &ReturnAttachment::unitId), member("paper", &ReturnAttachment::paper),
                   member("file_name", &ReturnAttachment::fileName),
                   member("original_name", &ReturnAttachment::originalName),
                   member("media_type", &ReturnAttachment::mediaType),
                   member("caption", &ReturnAttachment::caption), member("sha256", &ReturnAttachment::sha256),
                   member("size", &ReturnAttachment::size), member("added_by", &ReturnAttachment::addedBy),
                   member("added_at", &ReturnAttachment::addedAt));
  }
};

}  // namespace octad::model
