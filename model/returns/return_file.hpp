#pragma once

#include <string>
#include <vector>

#include "model/access/people.hpp"
#include "model/cases/complaint.hpp"
#include "model/cases/master_data.hpp"
#include "model/returns/goods_return.hpp"
#include "model/returns/return_records.hpp"

namespace octad::model {

/// A case that lines of a return belong to.
struct ReturnCase {
  ComplaintId id;
  std::string number;
  std::string title;
  CaseState state = CaseState::registered;
  bool safety = false;
  std::optional<PersonId> ownerId;

  static constexpr auto describe() {
    return members(member("id", &ReturnCase::id), member("number", &ReturnCase::number),
                   member("title", &ReturnCase::title), member("state", &ReturnCase::state),
                   member("safety", &ReturnCase::safety), member("owner_id", &ReturnCase::ownerId));
  }
};

/// An item of such a case: what was delivered, and what of it came back in other returns.
struct ReturnItem {
  ItemId id;
  ComplaintId complaintId;
  PartId partId;
  std::optional<long long> quantityDelivered;
  long long receivedElsewhere = 0;  ///< pieces of the item received in other returns

  static constexpr auto describe() {
    return members(member("id", &ReturnItem::id), member("complaint_id", &ReturnItem::complaintId),
                   member("part_id", &ReturnItem::partId),
                   member("quantity_delivered", &ReturnItem::quantityDelivered),
                   member("received_elsewhere", &ReturnItem::receivedElsewhere));
  }
};

/// Pieces with a finding, and how it came out.
struct FoundPieces {
  Finding finding = Finding::open;
  std::optional<TestLevel> foundBy;
  std::string failure;
  long long pieces = 0;
};

/// Everything that belongs to one return, read at once. `octadctl return show --json` prints exactly this.
struct ReturnFile {
  GoodsReturn head;
  std::vector<ReturnLine> lines;
  std::vector<ReturnMovement> movements;
  std::vector<ReturnUnit> units;
  std::vector<UnitTest> tests;
  std::vector<ReturnDecision> decisions;
  std::vector<NtfDossier> dossiers;
  std::vector<ReturnCost> costs;
  std::vector<ReturnAttachment> attachments;
  std::vector<ReturnHandOver> handOvers;
  std::vector<ReturnCase> cases;  ///< as far as the reader may see them
  std::vector<ReturnItem> items;
  // The names behind the keys:
  Customer customer;
  std::vector<Part> parts;
  std::vector<Person> people;
  std::vector<Department> departments;

  static constexpr auto describe() {
    return members(member("return", &ReturnFile::head), member("lines", &ReturnFile::lines),
                   member("movements", &ReturnFile::movements), member("units", &ReturnFile::units),
                   member("tests", &ReturnFile::tests), member("decisions", &ReturnFile::decisions),
                   member("dossiers", &ReturnFile::dossiers), member("costs", &ReturnFile::costs),
                   member("attachments", &ReturnFile::attachments),
                   member("hand_overs", &ReturnFile::handOvers), member("cases", &ReturnFile::cases),
                   member("items", &ReturnFile::items), member("customer", &ReturnFile::customer),
                   member("parts", &ReturnFile::parts), member("people", &ReturnFile::people),
                   member("departments", &ReturnFile::departments));
  }

  /// The pieces of one line, or of the whole return.
  ReturnBalance balance(ReturnLineId line) const;
  ReturnBalance balance() const;
  /// Pieces of a line in quarantine by location; "" is goods-in.
  std::map<std::string, long long> locations(ReturnLineId line) const;
  /// Units with a finding one by one; of the pieces without a serial number those of which a test level or
  /// a phenomenon is known.
  std::vector<FoundPieces> foundPieces() const;
  /// NotFound with the number of the return.
  const ReturnLine& line(ReturnLineId id) const;
  const ReturnCase* caseOf(const ReturnLine& line) const;
  const Part* part(PartId id) const;
  std::string partNumber(PartId id) const;
  std::string personName(PersonId id) const;
  std::string departmentName(DepartmentId id) const;
  /// A file of this kind is kept with the return.
  bool has(ReturnPaper paper) const;
};

}  // namespace octad::model
