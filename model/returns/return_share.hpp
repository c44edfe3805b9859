#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/core/describe.hpp"
#include "model/core/enum_keys.hpp"
#include "model/core/ids.hpp"
#include "model/core/time.hpp"
#include "model/returns/ledger.hpp"

namespace octad::model {

/// How far a return is (design 5); derived from its dates and from where its pieces are.
enum class ReturnState {
  announced,
  authorised,
  inTransit,
  received,
  quarantined,
  inTest,
  found,
  disposed,
  settled,
  closed,
  cancelled,
  matched
};

template <>
struct EnumKeys<ReturnState> {
  static constexpr std::array entries{
      EnumEntry<ReturnState>{ReturnState::announced, "announced", tr("Announced")},
      EnumEntry<ReturnState>{ReturnState::authorised, "authorised", tr("Authorised")},
      EnumEntry<ReturnState>{ReturnState::inTransit, "in_transit", tr("In transit")},
      EnumEntry<ReturnState>{ReturnState::received, "received", tr("Received")},
      EnumEntry<ReturnState>{ReturnState::quarantined, "quarantined", tr("Quarantined")},
      EnumEntry<ReturnState>{ReturnState::inTest, "in_test", tr("In test")},
      EnumEntry<ReturnState>{ReturnState::found, "found", tr("Found, to be decided")},
      EnumEntry<ReturnState>{ReturnState::disposed, "disposed", tr("Disposition under way")},
      EnumEntry<ReturnState>{ReturnState::settled, "settled", tr("Shipped or credited")},
      EnumEntry<ReturnState>{ReturnState::closed, "closed", tr("Closed")},
      EnumEntry<ReturnState>{ReturnState::cancelled, "cancelled", tr("Cancelled")},
      EnumEntry<ReturnState>{ReturnState::matched, "matched", tr("Matched with another return")},
  };
};

/// What kind of return it is (S3-Q8).
enum class ReturnKind { batchReject, lineReject, field, sample };

template <>
struct EnumKeys<ReturnKind> {
  static constexpr std::array entries{
      EnumEntry<ReturnKind>{ReturnKind::batchReject, "batch_reject", tr("Batch reject")},
      EnumEntry<ReturnKind>{ReturnKind::lineReject, "line_reject", tr("Customer-line reject")},
      EnumEntry<ReturnKind>{ReturnKind::field, "field", tr("Field return")},
      EnumEntry<ReturnKind>{ReturnKind::sample, "sample", tr("Sample return")},
  };
};

/// A line of a return that is allocated to a case, as the case sees it.
struct ReturnShare {
  ReturnLineId id;
  ReturnId returnId;
  std::string number;     ///< R26-00001
  std::string rmaNumber;  ///< on the customer's papers
  ReturnKind kind = ReturnKind::lineReject;
  ReturnState state = ReturnState::announced;
  int position = 1;
  PartId partId;
  std::optional<ItemId> itemId;
  std::string lot;
  std::string failure;
  std::optional<Date> receivedOn;
  std::optional<SampleId> sampleId;      ///< the sample that became this line
  std::optional<Date> replacementDueOn;  ///< of the whole return (S3-Q5)
  std::optional<Date> replacedOn;        ///< the last replacement of the line left

  static constexpr auto describe() {
    return members(member("id", &ReturnShare::id), member("return_id", &ReturnShare::returnId),
                   member("number", &ReturnShare::number), member("rma_number", &ReturnShare::rmaNumber),
                   member("kind", &ReturnShare::kind), member("state", &ReturnShare::state),
                   member("position", &ReturnShare::position), member("part_id", &ReturnShare::partId),
                   member("item_id", &ReturnShare::itemId), member("lot", &ReturnShare::lot),
                   member("failure", &ReturnShare::failure), member("received_on", &ReturnShare::receivedOn),
                   member("sample_id", &ReturnShare::sampleId),
                   member("replacement_due_on", &ReturnShare::replacementDueOn),
                   member("replaced_on", &ReturnShare::replacedOn));
  }
};

/// "Return continues": the case may close while this return goes on, and this person sees to it. Append-only.
struct ReturnHandOver {
  RowId id;
  ComplaintId complaintId;
  ReturnId returnId;
  PersonId ownerId;
  std::string reason;
  PersonId byPerson;
  Instant at;

  static constexpr auto describe() {
    return members(member("id", &ReturnHandOver::id), member("complaint_id", &ReturnHandOver::complaintId),
                   member("return_id", &ReturnHandOver::returnId),
                   member("owner_id", &ReturnHandOver::ownerId), member("reason", &ReturnHandOver::reason),
                   member("by_person", &ReturnHandOver::byPerson), member("at", &ReturnHandOver::at));
  }
};

}  // namespace octad::model
